// Keeping the line: six words to write down, two asked back, and then it stays.
import { isBorrowed } from "../vault/unkept.ts";
import { one } from "./vault-dom.ts";
import { showBar } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";
import { askBack, showWords, typedBack } from "./vault-six-words.ts";

export async function keep(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state !== "unkept") {
    const views = { none: "nothing", elsewhere: "elsewhere", locked: "kept", open: "kept" };
    page.view(views[state], false);
    return;
  }
  const { words } = await page.vault.ask("drawWords", {});
  const view = page.view("words", false);
  one(view, "[data-broke-off]").hidden = page.status?.ways.length === 0;
  showWords(view, words);
  const form = one<HTMLFormElement>(page.root, "[data-ask]");
  page.onClick("[data-written]", async () => {
    askBack(form);
    page.view("ask");
  });
  page.onSubmit(form, async () => {
    page.say("working");
    await page.vault.ask("keep", { typed: typedBack(form) });
    await page.look();
    one(page.root, "[data-words]").replaceChildren();
    form.reset();
    showBar(page);
    page.view("done", true, isBorrowed(page.person) ? "borrowed" : "own");
  });
}
