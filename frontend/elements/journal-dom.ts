// Small help for the journal's pages: days, months, names of kinds, and texts of the page.

import { one, templateOf, written } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export { laterDay } from "../journal/days.ts";

const SECONDS_A_MINUTE = 60;

/** Today on this device, as YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "november 2026", for a day or a month. */
export function monthText(day: string): string {
  return written({ month: "long", year: "numeric" }, `${day.slice(0, 7)}-01`);
}

/** "vrijdag 20 november", with the year when asked. */
export function weekdayText(day: string): string {
  return written({ weekday: "long", day: "numeric", month: "long" }, day);
}

/** "2:05" */
export function minutesText(seconds: number): string {
  const left = Math.max(0, Math.round(seconds));
  return `${Math.floor(left / SECONDS_A_MINUTE)}:${String(left % SECONDS_A_MINUTE).padStart(2, "0")}`;
}

/** A text that the server wrote on the page, found by an attribute of its template. */
export function textOfPage(root: ParentNode, selector: string): string {
  return templateOf(root, selector)?.content.textContent?.trim() ?? "";
}

/** What a kind is called on the page. */
export function kindName(root: ParentNode, kind: string): string {
  return textOfPage(root, `[data-kind-name="${CSS.escape(kind)}"]`);
}

/** The language of the page. */
export function language(): "nl" | "en" {
  return document.documentElement.lang === "en" ? "en" : "nl";
}

/** Something like "a, b en c". */
export function listed(names: string[]): string {
  if (names.length < 2) {
    return names.join(""); // nearly always, and then it costs nothing
  }
  return new Intl.ListFormat(language() === "en" ? "en-GB" : "nl").format(names);
}

/** Show the place for one case of a list of cases. */
export function isNow(root: ParentNode, attribute: string, now: string): void {
  for (const place of root.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
    place.hidden = place.getAttribute(attribute) !== now;
  }
}

/** The address behind a name that the server put on the page: `data-url-due`. */
export function addressOf(page: Page, name: string): string {
  return one(page.root, `[data-url-${name}]`).getAttribute(`data-url-${name}`) ?? "";
}
