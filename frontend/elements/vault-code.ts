// The recovery code: the words first, then the code to copy by hand, then typed back once.
import { one } from "./vault-dom.ts";
import { areSixWords } from "./vault-open.ts";
import type { Page } from "./vault-page.ts";

const GROUP = 4;

export function code(page: Page, done: (said: string) => void): void {
  const first = one<HTMLFormElement>(page.root, "[data-code-form]");
  const words = one<HTMLTextAreaElement>(first, "textarea");
  page.onSubmit(first, async () => {
    if (areSixWords(page, words)) {
      page.say("working");
      const { code } = await page.vault.ask("drawCode", { words: words.value });
      first.reset();
      one(page.view("code-shown"), "[data-code-shown]").textContent = inGroups(code);
    }
  });
  const back = one<HTMLFormElement>(page.root, "[data-code-back]");
  const typed = one<HTMLInputElement>(back, "input");
  page.onSubmit(back, async () => {
    page.say("working");
    page.status = await page.vault.ask("keepCode", { typed: typed.value });
    back.reset();
    one(page.root, "[data-code-shown]").replaceChildren();
    done("code");
  });
}

function inGroups(code: string): string {
  const bare = code.replace(/[^0-9A-Za-z]/g, "");
  return (bare.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join(" ");
}
