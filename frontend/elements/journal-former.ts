// What was given before this line was begun: nobody can open it here, and it can be taken back.
import type { Given } from "../vault/protocol.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export function showFormer(page: Page, gifts: Given[]): void {
  const section = one(page.root, "[data-former]");
  section.hidden = gifts.length === 0;
  one(section, "[data-former-list]").replaceChildren(
    ...gifts.map((gift) => {
      const item = copy(page.root, "former");
      fill(item, { name: gift.name, until: gift.until ? dayText(gift.until) : "" });
      only(item, gift.until ? "day" : "open");
      const button = one(item, "button");
      button.addEventListener("click", () => {
        void page.attempt(button, async () => {
          await page.vault.ask("takeBack", { id: gift.id });
          showFormer(page, (await page.vault.ask("list", {})).former);
          page.say("taken-back", { name: gift.name });
        });
      });
      return item;
    }),
  );
}
