// How every sealed page begins: look whether the browser can do it, look where the line stands.
import { Refused } from "../vault/client.ts";
import type { Status } from "../vault/protocol.ts";
import { dayFromNow, dayText, fill, one } from "./vault-dom.ts";
import { watch } from "./vault-lock.ts";
import { Page, showView } from "./vault-page.ts";
import { goOn } from "./vault-renew.ts";

export type Pages = Record<string, (page: Page) => Promise<void>>;

/** Begin the page that stands in this document, by its name. */
export function start(pages: Pages): void {
  const root = document.getElementById("vault");
  if (root) {
    void begin(root, pages);
  }
}

async function begin(root: HTMLElement, pages: Pages): Promise<void> {
  if (lacks()) {
    showLacking(root, []);
    return;
  }
  const page = new Page(root);
  page.onClick("[data-lock-anyway]", async () => {
    await page.vault.ask("lock", {});
    location.reload();
  });
  // The first day that is written takes a slow phone long: while the worker looks, it costs nothing.
  setTimeout(() => dayText(dayFromNow(0)));
  try {
    const status = await lookOrLose(page);
    if (status && status.lacks.length > 0) {
      showLacking(root, status.lacks);
      return;
    }
    watch(page);
    await pages[root.dataset.page ?? ""]?.(page);
    void goOn(page);
  } catch (error) {
    if (!page.closed) {
      showView(root, "");
      page.refuse(error);
    }
  }
}

/** Where the line stands; nothing when the server shows other keys and somebody lost everything. */
async function lookOrLose(page: Page): Promise<Status | null> {
  try {
    return await page.look();
  } catch (error) {
    const own = error instanceof Refused && error.why === "own-keys";
    if (own && page.root.dataset.page === "keys") {
      window.addEventListener("hashchange", () => location.reload());
      if (location.hash === "#lost") return null;
    }
    throw error;
  }
}

/** Say what is missing, for whoever wants to look it up or ask about it. */
function showLacking(root: HTMLElement, what: string[]): void {
  fill(root, { lacks: what.join(", ") });
  one(root, "[data-lacks]").hidden = what.length === 0;
  showView(root, "lacking");
}

function lacks(): boolean {
  return !(window.isSecureContext && "subtle" in crypto && "indexedDB" in window && window.Worker);
}
