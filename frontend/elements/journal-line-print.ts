// The line on paper: everything that is asked for, with whole texts and drawings. Those are opened
// before the browser is asked to print, which cannot wait for them: with the button, or the keys
// that print. From its menu come the first lines, and where to find the rest.
import { readContent } from "../journal/reading.ts";
import type { Opened } from "../vault/protocol.ts";
import type { Drawn } from "./journal-line-drawn.ts";
import type { Entry } from "./journal-line-items.ts";
import { one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export function printing(page: Page, drawn: Drawn, found: () => Entry[]): void {
  window.addEventListener("beforeprint", () => drawn.all());
  const button = one(page.root, "[data-print-line]");
  const firstLines = one(page.root, "[data-first-lines]");
  window.addEventListener("afterprint", () => {
    firstLines.hidden = false;
  });
  page.onClick("[data-print-line]", async () => {
    drawn.all();
    const objects = found().map(({ object }) => object);
    await page.vault.ask("readAll", { objects }, (opened: Opened[]) => {
      for (const { object, kind, content } of opened) {
        drawn.whole(object, readContent(kind, content));
      }
    });
    if (!page.closed) {
      firstLines.hidden = true;
      window.print();
    }
  });
  window.addEventListener("keydown", (event) => {
    if (
      (event.ctrlKey || event.metaKey) &&
      event.key.toLowerCase() === "p" &&
      button.offsetParent
    ) {
      event.preventDefault();
      button.click();
    }
  });
}
