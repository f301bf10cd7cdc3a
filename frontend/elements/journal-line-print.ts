// The line on paper: everything that is asked for, with whole texts. Those are opened before the
// browser is asked to print, which cannot wait for them; by its own way to print, every first line.
import { readContent } from "../journal/reading.ts";
import type { Opened } from "../vault/protocol.ts";
import type { Drawn } from "./journal-line-drawn.ts";
import type { Entry } from "./journal-line-items.ts";
import { ownWords } from "./journal-own-words.ts";
import type { Page } from "./vault-page.ts";

export function printing(page: Page, drawn: Drawn, found: () => Entry[]): void {
  window.addEventListener("beforeprint", () => drawn.all());
  page.onClick("[data-print-line]", async () => {
    drawn.all();
    const objects = found().map(({ object }) => object);
    await page.vault.ask("readAll", { objects }, (opened: Opened[]) => {
      for (const { object, kind, content } of opened) {
        drawn.whole(object, ownWords(readContent(kind, content)));
      }
    });
    if (!page.closed) {
      window.print();
    }
  });
}
