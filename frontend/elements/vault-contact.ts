// The trusted contact: choose one, see whether it still works, take it away.
import type { Companion, Trusted } from "../vault/protocol.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import { areSixWords } from "./vault-open.ts";
import type { Page } from "./vault-page.ts";

export async function contact(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state !== "open") {
    page.view(state === "elsewhere" ? "elsewhere" : "unkept", false);
    return;
  }
  page.onClick("[data-other]", () => choosing(page, true));
  page.onClick("[data-remove]", async () => {
    const { trust } = await page.vault.ask("trust", {});
    if (trust) {
      page.status = await page.vault.ask("removeWay", { id: trust.wrap });
    }
    await choosing(page, true);
    page.say("removed");
  });
  const form = one<HTMLFormElement>(page.root, "[data-choose-form]");
  page.onSubmit(form, () => choose(page, form));
  await show(page, false);
}

async function show(page: Page, focus: boolean): Promise<void> {
  const { trust } = await page.vault.ask("trust", {});
  if (trust) {
    showContact(page.view("chosen", focus), trust);
  } else {
    await choosing(page, focus);
  }
}

/** Who it is and for how long, or why it works no more. */
export function showContact(root: HTMLElement, trust: Trusted): void {
  const place = one(root, "[data-contact]");
  const { name, days, madeOn, stopped } = trust;
  fill(place, { contact: name, days: String(days), "contact-made": dayText(madeOn) });
  only(place, stopped ?? "works");
}

async function choosing(page: Page, focus: boolean): Promise<void> {
  const { companions } = await page.vault.ask("companions", {});
  const view = page.view(companions.length > 0 ? "choose" : "nobody", focus);
  view
    .querySelector("[data-people]")
    ?.replaceChildren(...companions.map((one) => choice(page, one)));
}

function choice(page: Page, { person, name, as, trust, comparedOn }: Companion): HTMLElement {
  const item = copy(page.root, "person");
  fill(item, { name, as, compared: comparedOn ? dayText(comparedOn) : "" });
  only(item, trust);
  const input = one<HTMLInputElement>(item, "input");
  input.value = person;
  input.disabled = trust !== "compared";
  return item;
}

async function choose(page: Page, form: HTMLFormElement): Promise<void> {
  const chosen = new FormData(form);
  const person = String(chosen.get("person") ?? "");
  const words = one<HTMLTextAreaElement>(form, "textarea");
  if (!person) {
    page.correct("no-person", one(form, "[data-people]"));
  } else if (areSixWords(page, words)) {
    page.say("working");
    const days = Number(chosen.get("days"));
    await page.vault.ask("chooseContact", { words: words.value, person, days });
    form.reset();
    await show(page, true);
    page.say("chosen");
  }
}
