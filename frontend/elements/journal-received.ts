// What others gave me to read: the list, and one of them by its id behind the #, with an answer.
import { readContent } from "../journal/reading.ts";
import type { Received } from "../vault/protocol.ts";
import { answering } from "./journal-answering.ts";
import { showContent } from "./journal-reading.ts";
import { seen } from "./seen.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
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
  // Every letter gets a fresh page: what was typed below another one stays with that one.
  window.addEventListener("hashchange", () => location.reload());
  const { received } = await page.vault.ask("received", {});
  const id = location.hash.slice(1);
  if (!id) {
    await list(page, received);
    await seen(page).catch(() => {}); // Vandaag says it once more: no harm
    return;
  }
  const wanted = received.find((one) => one.id === id);
  if (wanted) {
    await read(page, wanted);
  } else {
    page.view("gone", false);
  }
}

async function list(page: Page, received: Received[]): Promise<void> {
  const letters = received.filter(({ kind }) => kind !== "message");
  const newest = letters.sort((one, other) => other.givenOn.localeCompare(one.givenOn));
  const view = page.view(newest.length > 0 ? "list" : "empty", false);
  const answers = newest.some(({ kind }) => kind === "answer");
  const { lines } = answers ? await page.vault.ask("list", {}) : { lines: [] };
  const mine = new Map(
    lines.flatMap(({ object, given }) => given.map(({ id }) => [id, object] as const)),
  );
  const items = newest.flatMap((gift) => itemFor(page, gift, mine));
  view.querySelector("[data-list]")?.replaceChildren(...items);
}

function itemFor(page: Page, given: Received, mine: Map<string, string>): HTMLElement[] {
  const object = given.answers && mine.get(given.answers);
  if (given.kind === "answer" && !object) {
    return []; // to something that is not there any more
  }
  const item = copy(page.root, object ? "answered" : "given");
  say(item, given);
  one<HTMLAnchorElement>(item, "a").hash = object || given.id;
  return [item];
}

async function read(page: Page, given: Received): Promise<void> {
  const letter = await page.vault.ask("readReceived", { id: given.id });
  const view = page.view("read", false);
  say(view, given);
  showContent(page.root, readContent(letter.kind, letter.content));
  await answering(page, given);
}

function say(root: HTMLElement, { from, name, trust, givenOn, until }: Received): void {
  const hint = one(root, "[data-not-compared]");
  hint.hidden = trust === "compared";
  for (const link of hint.querySelectorAll("a")) {
    link.hash = from;
  }
  fill(root, { name, given: dayText(givenOn), until: until ? dayText(until) : "" });
  only(root, until ? "day" : "open");
}
