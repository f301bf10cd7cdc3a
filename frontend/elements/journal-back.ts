// What comes back: a parked thought ("still needed?") or an intention, once.
import { comeBack, type Due, dueDays, lacksDay, NEXT } from "./journal-due.ts";
import { canRead, keepLetter, type Letter, letters } from "./journal-letters.ts";
import { copy, fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

const COMES_BACK = ["parked", "intention"];

export async function back(page: Page): Promise<void> {
  if (!canRead(page)) {
    return;
  }
  if (page.status?.state === "none") {
    page.view("empty", false);
    return;
  }
  await show(page);
}

async function show(page: Page): Promise<void> {
  const days = await dueDays(page);
  const byId = new Map(days.due.map((one) => [one.object, one]));
  const all = await letters(
    page,
    ({ object, kind }) => byId.has(object) || COMES_BACK.includes(kind),
  );
  const dayOf = ({ line }: Letter) => byId.get(line.object);
  const now = all.filter((letter) => dayOf(letter)?.back);
  const later = all.filter((letter) => dayOf(letter)?.back === false);
  const none = all.filter((letter) => !dayOf(letter) && lacksDay(letter.line.kind, letter.content));
  // What stands on no line is aftercare: it is asked on a page of its own.
  const known = new Set(all.map(({ line }) => line.object));
  const care = days.due.some(({ object, back }) => back && !known.has(object));
  one(page.root, "[data-back]").replaceChildren(
    ...(care ? [copy(page.root, "aftercare")] : []),
    ...now.map((letter) => itemFor(page, letter, days)),
  );
  one(page.root, "[data-none]").hidden = care || now.length > 0;
  one(page.root, "[data-no-day-place]").hidden = none.length === 0;
  one(page.root, "[data-no-day]").replaceChildren(
    ...none.map((letter) => withoutDay(page, letter, days)),
  );
  one(page.root, "[data-later-place]").hidden = later.length === 0;
  one(page.root, "[data-later]").replaceChildren(
    ...later.map((letter) => {
      const item = copy(page.root, "later");
      fill(item, { text: letter.content.text, until: dayOf(letter)?.in_words ?? "" });
      return item;
    }),
  );
  page.view("list", false);
}

function itemFor(page: Page, letter: Letter, days: Due): HTMLElement {
  return letter.line.kind === "intention" ? intention(page, letter) : parked(page, letter, days);
}

/** Its day was never set, so it would not come back by itself. */
function withoutDay(page: Page, letter: Letter, days: Due): HTMLElement {
  if (letter.line.kind === "parked") {
    return parked(page, letter, days);
  }
  const item = intention(page, letter);
  one(item, "[data-again]").hidden = false;
  fill(item, { until: days.next_working_moment.in_words });
  press(page, one(item, "[data-again]"), () => again(page, letter));
  return item;
}

function parked(page: Page, letter: Letter, days: Due): HTMLElement {
  const { object } = letter.line;
  const item = copy(page.root, "parked");
  fill(item, { text: letter.content.text, until: days.next_working_moment.in_words });
  one<HTMLAnchorElement>(item, "[data-on]").hash = object;
  press(page, one(item, "[data-away]"), async () => {
    await comeBack(page, object, null);
    await page.vault.ask("remove", { object });
    await show(page);
    page.say("away");
  });
  press(page, one(item, "[data-again]"), () => again(page, letter));
  return item;
}

async function again(page: Page, letter: Letter): Promise<void> {
  const { on, in_words } = await comeBack(page, letter.line.object, NEXT);
  await keepLetter(page, letter, { ...letter.content, due: on });
  await show(page);
  page.say("again", { until: in_words });
}

function intention(page: Page, letter: Letter): HTMLElement {
  const { object } = letter.line;
  const item = copy(page.root, "intention");
  fill(item, { text: letter.content.text });
  press(page, one(item, "[data-keep-it]"), async () => {
    await comeBack(page, object, null);
    await keepLetter(page, letter, { ...letter.content, due: null });
    await show(page);
    page.say("kept");
  });
  press(page, one(item, "[data-let-go]"), async () => {
    await letGo(page, letter);
    await show(page);
    page.say("let-go");
  });
  return item;
}

/** No longer: it stays to be read, and comes back no more. */
export async function letGo(page: Page, letter: Letter): Promise<void> {
  await comeBack(page, letter.line.object, null);
  await keepLetter(page, letter, { ...letter.content, due: null, done: true });
}

/** What a button in a list does. */
export function press(page: Page, button: HTMLElement, act: () => Promise<void>): void {
  button.addEventListener("click", () => void page.attempt(button, act));
}
