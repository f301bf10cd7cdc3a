// New keys and new words: for when somebody may have seen the old ones.
import { one } from "./vault-dom.ts";
import { areSixWords } from "./vault-open.ts";
import type { Page } from "./vault-page.ts";
import { goOn } from "./vault-renew.ts";
import { askBack, showWords, typedBack } from "./vault-six-words.ts";

export function newWords(page: Page, done: (said: string) => void): void {
  const first = one<HTMLFormElement>(page.root, "[data-change-form]");
  const old = one<HTMLTextAreaElement>(first, "textarea");
  page.onSubmit(first, async () => {
    if (areSixWords(page, old)) {
      page.say("working");
      const { words } = await page.vault.ask("changeKeys", { words: old.value });
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
    page.status = await page.vault.ask("keepChangedKeys", { typed: typedBack(form) });
    form.reset();
    one(page.root, "[data-words]").replaceChildren();
    done("changed");
    void goOn(page);
  });
}
