// Small help for the sealed pages: find, fill, copy. The server wrote every sentence; what is
// opened goes in as plain text and never as HTML.

/** The one element that must be there. */
export function one<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) {
    throw new Error(`missing on the page: ${selector}`);
  }
  return found;
}

/** Put texts in the places that the server left open: `<span data-slot="name">`. */
export function fill(root: ParentNode, slots: Record<string, string>): void {
  for (const [name, text] of Object.entries(slots)) {
    for (const slot of root.querySelectorAll(`[data-slot="${name}"]`)) {
      slot.textContent = text;
    }
  }
}

/** Of the sentences with `data-when`, show those that are for this case. */
export function only(root: ParentNode, when: string): void {
  for (const one of root.querySelectorAll<HTMLElement>("[data-when]")) {
    one.hidden = !(one.dataset.when ?? "").split(" ").includes(when);
  }
}

const templates = new WeakMap<ParentNode, Map<string, HTMLTemplateElement>>();

/** A template of the page, looked for once: a long list would be gone through for each of its rows. */
export function templateOf(root: ParentNode, selector: string): HTMLTemplateElement | null {
  const known = templates.get(root) ?? new Map<string, HTMLTemplateElement>();
  templates.set(root, known);
  const found =
    known.get(selector) ?? root.querySelector<HTMLTemplateElement>(`template${selector}`);
  if (found) {
    known.set(selector, found);
  }
  return found;
}

/** A fresh copy of `<template data-template="name">`. */
export function copy(root: ParentNode, name: string): HTMLElement {
  const template = templateOf(root, `[data-template="${name}"]`);
  if (!template) {
    throw new Error(`missing on the page: ${name}`);
  }
  // Imported, not cloned: links in a template know no address to begin from.
  const made = document.importNode(template.content, true).firstElementChild;
  if (!(made instanceof HTMLElement)) {
    throw new Error(`empty template: ${name}`);
  }
  return made;
}

/** A day (YYYY-MM-DD) as the language of the page writes it. */
export function dayText(day: string): string {
  return written({ day: "numeric", month: "long", year: "numeric" }, day);
}

/** A day, or what is asked of it. */
export function written(options: Intl.DateTimeFormatOptions, day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return format(options, new Date(year, month - 1, date));
}

/** The time of the clock on this device, for an instant in milliseconds. */
export function timeText(at: number): string {
  return format({ hour: "2-digit", minute: "2-digit" }, new Date(at));
}

/** A day and the time of the clock on this device, for an instant in milliseconds. */
export function momentText(at: number): string {
  const day = { weekday: "long", day: "numeric", month: "long" } as const;
  return format({ ...day, hour: "2-digit", minute: "2-digit" }, new Date(at));
}

/** A day as a date field wants it, so many days from today on this device. */
export function dayFromNow(days: number): string {
  const at = new Date();
  at.setDate(at.getDate() + days);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Making one takes a slow phone a millisecond, and a line has hundreds of days. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, at: Date): string {
  const name = JSON.stringify(options);
  // Our English is of Europe: the day before the month, and a clock of 24 hours.
  const language = document.documentElement.lang === "en" ? "en-GB" : "nl";
  const known = formats.get(name) ?? new Intl.DateTimeFormat(language, options);
  formats.set(name, known);
  return known.format(at);
}
