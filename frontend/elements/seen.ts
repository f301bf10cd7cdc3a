// The list of what came was looked at: Vandaag does not mention it again.
import { addressOf } from "./journal-dom.ts";
import type { Page } from "./vault-page.ts";

export async function seen(page: Page): Promise<void> {
  await fetch(addressOf(page, "seen"), {
    method: "POST",
    headers: { "X-CSRFToken": page.root.dataset.csrf ?? "" },
  });
}
