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
  const button = one(page.root, "[data-print-line]");
  const ready = (): void => {
    drawn.all();
    one(page.root, "[data-first-lines]").hidden = drawn.isWhole;
  };
  window.addEventListener("beforeprint", () => {
    if (!page.closed) ready();
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
      ready();
      window.print();
    }
  });
  window.addEventListener("keydown", (event) => {
    if (isToPrint(event) && button.offsetParent) {
      event.preventDefault();
      button.click();
    }
  });
}

/** The keys that print, and no others with the same letter. */
function isToPrint({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  const command = /^(Mac|iP)/.test(navigator.platform) ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return command && !shiftKey && !altKey && key.toLowerCase() === "p";
}
