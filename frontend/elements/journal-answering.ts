// Answer something one was given: a question rather than a judgement, sealed to the two.
import type { Received } from "../vault/protocol.ts";
import { checking } from "./journal-check.ts";
import { Draft } from "./journal-draft.ts";
import { copy, fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export async function answering(page: Page, { id, name }: Received): Promise<void> {
  const form = one<HTMLFormElement>(page.root, "[data-answer]");
  const field = one<HTMLTextAreaElement>(form, "textarea");
  checking(form, page);
  const draft = new Draft(page, form, {
    take: () => field.value,
    put: (text) => {
      field.value = text;
    },
  });
  page.onClick("[data-starter]", async (button) => {
    const starter = button.dataset.starter ?? "";
    const glue = field.value.trim() ? `${field.value.trimEnd()}\n` : "";
    field.value = glue + starter;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
  let object = crypto.randomUUID();
  page.onSubmit(form, async () => {
    const text = field.value.trim();
    if (!text) {
      page.correct("empty", field);
      return;
    }
    await draft.keep();
    await page.vault.ask("answer", { id, text, object });
    object = crypto.randomUUID();
    field.value = "";
    await draft.forget();
    await own(page, id);
    page.say("answered", { name });
  });
  await own(page, id);
  if (await draft.restore(`answer-${id}`)) {
    page.say("back");
  }
}

/** What I answered already, and a way to take it back. */
async function own(page: Page, id: string): Promise<void> {
  const { answers } = await page.vault.ask("answersTo", { id });
  one(page.root, "[data-own-answers]").replaceChildren(
    ...answers.map((answer) => {
      const item = copy(page.root, "own-answer");
      fill(item, { text: answer.text });
      const button = one(item, "button");
      button.addEventListener("click", () => {
        void page.attempt(button, async () => {
          await page.vault.ask("remove", { object: answer.id });
          await own(page, id);
          page.say("answer-back");
        });
      });
      return item;
    }),
  );
}
