// What others gave me to read: the list, and one of them by its id behind the #.
import type { Received } from "../vault/protocol.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import { textOf } from "./vault-overview.ts";
import type { Page } from "./vault-page.ts";

export async function received(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state !== "open") {
    page.view(state === "elsewhere" ? "elsewhere" : "unkept", false);
    return;
  }
  window.addEventListener("hashchange", () => void show(page).catch((no) => page.refuse(no)));
  await show(page, false);
}

async function show(page: Page, focus = true): Promise<void> {
  const { received } = await page.vault.ask("received", {});
  const id = location.hash.slice(1);
  if (id) {
    const wanted = received.find((one) => one.id === id);
    await (wanted ? read(page, wanted, focus) : page.view("gone", focus));
    return;
  }
  const newest = [...received].sort((one, other) => other.givenOn.localeCompare(one.givenOn));
  const view = page.view(newest.length > 0 ? "list" : "empty", focus);
  view.querySelector("[data-list]")?.replaceChildren(...newest.map((one) => itemFor(page, one)));
}

function itemFor(page: Page, given: Received): HTMLElement {
  const item = copy(page.root, "given");
  say(item, given);
  one<HTMLAnchorElement>(item, "a").hash = given.id;
  return item;
}

async function read(page: Page, given: Received, focus: boolean): Promise<void> {
  const letter = await page.vault.ask("readReceived", { id: given.id });
  const view = page.view("read", focus);
  say(view, given);
  one(view, "[data-text]").textContent = textOf(letter.content);
}

function say(root: HTMLElement, { name, givenOn, until }: Received): void {
  fill(root, { name, given: dayText(givenOn), until: until ? dayText(until) : "" });
  only(root, until ? "day" : "open");
}
