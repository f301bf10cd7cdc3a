// Answers: what somebody wrote back to what I gave, at the entry it answers.
import type { Line } from "../vault/protocol.ts";
import { copy, fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export async function answersTo(page: Page, { object }: Line): Promise<void> {
  if (page.status?.state !== "open") {
    return;
  }
  const { answers } = await page.vault.ask("answers", { object });
  one(page.root, "[data-answers]").hidden = answers.length === 0;
  one(page.root, "[data-answer-list]").replaceChildren(
    ...answers.map(({ name, text }) => {
      const item = copy(page.root, "answer");
      fill(item, { from: name, text });
      return item;
    }),
  );
}
