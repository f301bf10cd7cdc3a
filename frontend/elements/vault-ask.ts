// Everything is lost: ask the trusted contact, read words to each other, wait, and open again.
import type { Trusted } from "../vault/protocol.ts";
import { showContact } from "./vault-contact.ts";
import { copy, fill, momentText, one } from "./vault-dom.ts";
import { showBar } from "./vault-lock.ts";
import { areSixWords } from "./vault-open.ts";
import type { Page } from "./vault-page.ts";
import { askBack, showWords, typedBack } from "./vault-six-words.ts";

export async function ask(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state !== "locked" && state !== "open") {
    page.view(state === "elsewhere" ? "elsewhere" : "unkept", false);
    return;
  }
  page.onClick("[data-ask-contact]", async () => {
    show(page, (await page.vault.ask("askContact", {})).trust);
    page.say("asked");
  });
  page.onClick("[data-stop]", async () => {
    show(page, (await page.vault.ask("stopAsking", {})).trust);
    page.say("stopped");
  });
  opening(page);
  show(page, (await page.vault.ask("trust", {})).trust, false);
}

function show(page: Page, trust: Trusted | null, focus = true): void {
  if (!trust) {
    page.view("nobody", focus);
    return;
  }
  const { name, days, stopped, asked } = trust;
  fill(page.root, { name, days: String(days) });
  if (stopped) {
    showContact(page.view("stopped", focus), trust);
  } else if (!asked) {
    page.view("begin", focus);
  } else if (asked.words && asked.isOpen && asked.answered) {
    page.view("ready", focus);
  } else {
    waiting(page, asked, focus);
  }
}

function waiting(page: Page, asked: NonNullable<Trusted["asked"]>, focus: boolean): void {
  const view = page.view("calling", focus, asked.words ? "here" : "elsewhere");
  fill(view, { opens: momentText(asked.opensAt), closes: momentText(asked.closesAt) });
  one(view, "[data-answer=no]").hidden = asked.answered;
  one(view, "[data-answer=yes]").hidden = !asked.answered;
  one(view, "[data-aloud]").replaceChildren(
    ...(asked.words ?? []).map((word) => {
      const item = copy(page.root, "word");
      item.textContent = word;
      return item;
    }),
  );
}

/** The words of the contact first; then new ones, and two of them back. */
function opening(page: Page): void {
  const first = one<HTMLFormElement>(page.root, "[data-open-form]");
  const heard = one<HTMLTextAreaElement>(first, "textarea");
  page.onSubmit(first, async () => {
    if (areSixWords(page, heard)) {
      page.say("working");
      const { words } = await page.vault.ask("openWithContact", { words: heard.value });
      first.reset();
      showWords(page.view("new-words"), words);
    }
  });
  const form = one<HTMLFormElement>(page.root, "[data-ask]");
  page.onClick("[data-written]", async () => {
    askBack(form);
    page.view("new-ask");
  });
  page.onSubmit(form, async () => {
    page.say("working");
    page.status = await page.vault.ask("keepWithContact", { typed: typedBack(form) });
    form.reset();
    one(page.root, "[data-words]").replaceChildren();
    showBar(page);
    page.view("done");
  });
}
