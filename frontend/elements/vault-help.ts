// The trusted contact helps: hear who it is, type what is read aloud, read words back.
import type { Answer, Helped } from "../vault/protocol.ts";
import { copy, fill, momentText, one, only } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import { areSixWords } from "./vault-open.ts";
import type { Page } from "./vault-page.ts";

export async function help(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state !== "open") {
    page.view(state === "elsewhere" ? "elsewhere" : "unkept", false);
    return;
  }
  page.onClick("[data-back]", () => list(page, true));
  await list(page, false);
}

async function list(page: Page, focus: boolean): Promise<void> {
  const { people } = await page.vault.ask("helping", {});
  const view = page.view(people.length > 0 ? "people" : "nobody", focus);
  view.querySelector("[data-list]")?.replaceChildren(...people.map((one) => row(page, one)));
}

function row(page: Page, helped: Helped): HTMLElement {
  const item = copy(page.root, "helped-person");
  const { name, days, asked } = helped;
  fill(item, { name, days: String(days), opens: asked ? momentText(asked.opensAt) : "" });
  only(item, asked ? (asked.answered ? "helped" : "asks") : "calm");
  one(item, "[data-help]").addEventListener("click", () => verify(page, helped));
  one(item, "[data-again]").addEventListener("click", (event) => {
    void page.attempt(event.currentTarget as HTMLElement, async () => {
      tell(page, helped, await page.vault.ask("readBack", { person: helped.person }));
    });
  });
  return item;
}

function verify(page: Page, helped: Helped): void {
  const view = page.view("verify");
  fill(view, { name: helped.name });
  const form = one<HTMLFormElement>(view, "form");
  form.reset();
  form.onsubmit = (event) => {
    event.preventDefault();
    void page.attempt(form.querySelector("button:not([type])"), () => give(page, helped, form));
  };
}

async function give(page: Page, helped: Helped, form: HTMLFormElement): Promise<void> {
  const heard = one<HTMLTextAreaElement>(form, "textarea");
  if (helped.asked && areSixWords(page, heard)) {
    const asked = { request: helped.asked.id, words: heard.value };
    tell(page, helped, await page.vault.ask("helpOpen", asked));
    form.reset();
  }
}

function tell(page: Page, { name, asked }: Helped, back: Answer<"readBack">): void {
  const view = page.view("helped");
  fill(view, { name, opens: asked ? momentText(asked.opensAt) : "" });
  one(view, "[data-not-compared]").hidden = back.compared;
  one(view, "[data-back-words]").replaceChildren(
    ...back.words.map((word) => {
      const item = copy(page.root, "word");
      item.textContent = word;
      return item;
    }),
  );
}
