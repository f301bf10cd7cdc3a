// Closing: now, by itself after a while, or because another window closed. What was opened leaves
// the page; what was typed and not kept goes, sealed, to this device first.
import { dayText, fill, one, only, timeText } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

const NOT_MORE_OFTEN = 30_000; // milliseconds between two times of putting off
const SIGNS = ["keydown", "pointerdown", "input"];

/** These pages say themselves that the line is not kept yet, or will after saving. */
const SAYS_SO = ["keep", "line", "journal-write"];

let timer = 0;

/** Show where the line stands, and close when it is time. */
export function watch(page: Page): void {
  let last = 0;

  function here(): void {
    const open = page.status?.state === "open" && page.status.locksAt !== null;
    if (open && Date.now() - last > NOT_MORE_OFTEN) {
      last = Date.now();
      void page.vault.ask("touch", {}).then(({ locksAt }) => plan(page, locksAt), ignore);
    }
  }

  for (const sign of SIGNS) {
    document.addEventListener(sign, here, { passive: true });
  }
  // A phone that slept does not count: look at the clock when the page comes back.
  document.addEventListener("visibilitychange", () => {
    const locksAt = page.status?.locksAt ?? null;
    if (document.visibilityState === "visible" && locksAt !== null) {
      void page.look().then(({ state, locksAt: at }) => {
        if (state === "locked") {
          void closed(page);
        } else {
          plan(page, at);
        }
      }, ignore);
    }
  });
  page.vault.onLocked = () => void closed(page);
  page.onClick("[data-lock]", () => close(page));
  showBar(page);
}

function plan(page: Page, locksAt: number | null): void {
  window.clearTimeout(timer);
  if (locksAt !== null) {
    timer = window.setTimeout(() => void close(page), Math.max(0, locksAt - Date.now()));
    fill(one(page.root, "[data-bar]"), { time: timeText(locksAt) });
  }
}

/** Say at the foot of the page how long it stays open, or that it is on this device only. */
export function showBar(page: Page): void {
  const bar = one(page.root, "[data-bar]");
  const { state, remembered, clearsOn, locksAt } = page.status ?? { state: "none" };
  const says = SAYS_SO.includes(page.root.dataset.page ?? "");
  bar.hidden = state !== "open" && (state !== "unkept" || says);
  only(bar, state === "open" ? (remembered ? "remembered" : "open") : "unkept");
  one(page.root, "[data-nearly-full]").hidden = !(state === "open" && page.status?.full);
  if (clearsOn) {
    fill(page.root, { clears: dayText(clearsOn) });
  }
  plan(page, state === "open" ? (locksAt ?? null) : null);
}

async function close(page: Page): Promise<void> {
  if (!(await page.beforeClosing())) {
    return;
  }
  await page.vault.ask("lock", {});
  await closed(page);
}

async function closed(page: Page): Promise<void> {
  if (page.closed) {
    return;
  }
  if (!(await page.beforeClosing())) {
    return; // somebody's words come before a closed page; they are told
  }
  forgetOpened(page.root);
  page.root.dispatchEvent(new Event("vault-closed"));
  if (page.status) {
    page.status = { ...page.status, state: "locked", locksAt: null, remembered: false };
  }
  one(page.root, "[data-bar]").hidden = true;
  showLocked(page);
  page.closed = true;
  leaveOnly(page.root, "locked");
}

/** What was still on its way in when it closed finds no place any more. */
function leaveOnly(root: HTMLElement, name: string): void {
  for (const view of root.querySelectorAll<HTMLElement>("[data-view], [data-opened]")) {
    if (view.dataset.view !== name) {
      view.remove();
    }
  }
}

/** The closed page, with the way to open it and come back here. */
export function showLocked(page: Page, focus = true): void {
  const link = one<HTMLAnchorElement>(page.root, "[data-open-link]");
  link.hash = location.pathname + location.search + location.hash;
  page.view("locked", focus);
}

/** Take everything that was opened off the page. */
function forgetOpened(root: HTMLElement): void {
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "input:not([type=radio], [type=checkbox]), textarea",
  )) {
    field.value = "";
  }
  for (const place of root.querySelectorAll("[data-opened], [data-live], [data-why=typing]")) {
    place.replaceChildren();
  }
}

function ignore(): void {
  // The next touch or the next question says what is wrong.
}
