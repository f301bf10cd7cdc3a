// Who reads a letter: give it to somebody until a day, or take it back.
import { Refused } from "../vault/client.ts";
import type { Companion, Given, Line, Opened } from "../vault/protocol.ts";
import { copy, dayFromNow, dayText, fill, one, only } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";
import { showWords } from "./vault-six-words.ts";

const A_MONTH = 30; // days

/** An own letter that is on the page. */
export interface Shown {
  line: Line;
  letter: Opened;
}

/** Choose whom to give it to: all of it, or only this sentence. */
export type Choose = (part: string | null) => Promise<void>;

/** Show who reads it; gives the way to give it, once the line is kept. */
export async function giving(page: Page, shown: Shown): Promise<Choose | undefined> {
  const kept = page.status?.state === "open";
  only(one(page.root, "[data-readers]"), kept ? "kept" : "unkept");
  await readers(page, shown);
  page.root.addEventListener("vault-changed", () => void readers(page, shown));
  if (!kept) {
    return undefined;
  }
  const form = one<HTMLFormElement>(page.root, "[data-give]");
  const until = one<HTMLInputElement>(form, "[name=until]");
  until.min = dayFromNow(1);
  until.value = dayFromNow(A_MONTH);
  let chosen: string | null = null;
  const choose: Choose = async (part) => {
    chosen = part;
    one(form, "[data-only-part]").hidden = part === null;
    fill(form, { "given-part": part ?? "" });
    one<HTMLInputElement>(form, "[name=mistake]").checked = shown.line.kind === "mistake";
    fits(form);
    const { companions } = await page.vault.ask("companions", {});
    const people = one(page.root, "[data-people]");
    people.replaceChildren();
    page.view("give", true, companions.length > 0 ? "some" : "nobody");
    people.append(...companions.map((one) => choice(page, one)));
  };
  page.onClick("[data-choose]", () => choose(null));
  form.addEventListener("change", () => fits(form));
  fits(form);
  page.onSubmit(form, () => give(page, form, shown, chosen));
  return choose;
}

/** Show what belongs to what is chosen. */
function fits(form: HTMLFormElement): void {
  const chosen = new FormData(form);
  one(form, "[data-until]").hidden = chosen.get("how-long") !== "day";
  one(form, "[data-mistake]").hidden = chosen.get("mistake") !== "on";
}

function choice(page: Page, companion: Companion): HTMLElement {
  const item = copy(page.root, "person");
  const { name, as, trust, comparedOn } = companion;
  fill(item, { name, as, compared: comparedOn ? dayText(comparedOn) : "" });
  only(item, trust);
  const radio = one<HTMLInputElement>(item, "input");
  radio.value = companion.person;
  radio.disabled = trust === "changed";
  radio.dataset.name = name;
  for (const link of item.querySelectorAll("a")) {
    link.hash = companion.person;
  }
  return item;
}

async function give(
  page: Page,
  form: HTMLFormElement,
  shown: Shown,
  part: string | null,
): Promise<void> {
  const chosen = form.querySelector<HTMLInputElement>("[name=person]:checked");
  const until = one<HTMLInputElement>(form, "[name=until]");
  const toDay = new FormData(form).get("how-long") === "day";
  if (!chosen) {
    page.correct("nobody-chosen", one(form, "[data-people]"));
    return;
  }
  if (toDay && !(until.value >= until.min)) {
    page.correct("day", until, { first: dayText(until.min) });
    return;
  }
  const { waiting } = await page.vault.ask("give", {
    object: shown.line.object,
    person: chosen.value,
    until: toDay ? until.value : null,
    ...(part !== null && { part }),
  });
  await again(page, shown);
  page.say(waiting ? "waits" : "given", { name: chosen.dataset.name ?? "" });
}

/** Look again who reads it, and go back to the letter. */
async function again(page: Page, shown: Shown): Promise<void> {
  const { lines } = await page.vault.ask("list", {});
  shown.line = lines.find(({ object }) => object === shown.line.object) ?? shown.line;
  await readers(page, shown);
  page.view("read");
}

async function readers(page: Page, shown: Shown): Promise<void> {
  const { version } = shown.line;
  const given = await named(page, shown.line.given);
  const list = one(page.root, "[data-readers-list]");
  list.hidden = given.length === 0;
  list.replaceChildren(...given.map((one) => reader(page, shown, one, version)));
  one(page.root, "[data-nobody]").hidden = given.length > 0;
}

/** Somebody without keys is not in the own line yet; the server knows the name. */
async function named(page: Page, given: Given[]): Promise<Given[]> {
  if (given.every(({ name }) => name)) {
    return given;
  }
  const { companions } = await page.vault.ask("companions", {});
  const names = new Map(companions.map(({ person, name }) => [person, name]));
  return given.map((one) => ({ ...one, name: one.name || (names.get(one.person) ?? "") }));
}

function standing({ ready, waiting, ended, missed, until }: Given): string {
  if (waiting) {
    return ready ? "ready" : "waiting";
  }
  if (missed) {
    return "missed";
  }
  return ended ? "ended" : until ? "day" : "open";
}

function reader(page: Page, shown: Shown, given: Given, version: number): HTMLElement {
  const item = copy(page.root, "reader");
  fill(item, { name: given.name, until: given.until ? dayText(given.until) : "" });
  only(item, standing(given));
  fill(item, { "given-part": given.part ?? "" });
  one(item, "[data-only-part]").hidden = !given.part;
  one(item, "[data-held]").hidden = !given.held;
  // A sentence stands here as it was given.
  one(item, "[data-older]").hidden =
    given.waiting || given.version >= version || given.part !== undefined;
  const now = one(item, "[data-give-waiting]");
  now.addEventListener("click", () => void page.attempt(now, () => ready(page, shown, given)));
  const button = one(item, "[data-take]");
  button.addEventListener("click", () => {
    const view = page.view("take-back", true, given.waiting ? "waiting" : "given");
    fill(view, { name: given.name });
    one(view, "[data-take-back]").onclick = (event) => {
      const pressed = event.currentTarget as HTMLElement;
      void page.attempt(pressed, async () => {
        await page.vault.ask("takeBack", { id: given.id });
        await again(page, shown);
        page.say("taken-back", { name: given.name });
      });
    };
  });
  return item;
}

/** What waited goes to keys somebody looked at: their words stand above the press. */
async function ready(page: Page, shown: Shown, given: Given): Promise<void> {
  const { other, trust } = await page.vault.ask("compare", { person: given.person });
  if (trust === "changed" || other.length === 0) {
    throw new Refused("keys", "");
  }
  const view = page.view("give-waiting", true, given.until ? "day" : "open");
  fill(view, { name: given.name, until: given.until ? dayText(given.until) : "" });
  one(view, "[data-not-compared]").hidden = trust === "compared";
  showWords(view, other);
  one<HTMLAnchorElement>(view, "a").hash = given.person;
  one(view, "[data-give-now]").onclick = (event) => {
    void page.attempt(event.currentTarget as HTMLElement, async () => {
      const { given: done } = await page.vault.ask("giveWaiting", { id: given.id });
      await again(page, shown);
      page.say(done ? "given" : "waited", { name: given.name });
    });
  };
}
