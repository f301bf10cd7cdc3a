// The one script of the sealed pages. It loads nothing else, and asks the worker for everything.
import "./elements/printing.ts";
import { compare } from "./elements/vault-compare.ts";
import { entry } from "./elements/vault-entry.ts";
import { keep } from "./elements/vault-keep.ts";
import { keys } from "./elements/vault-keys.ts";
import { watch } from "./elements/vault-lock.ts";
import { open } from "./elements/vault-open.ts";
import { overview } from "./elements/vault-overview.ts";
import { Page, showView } from "./elements/vault-page.ts";
import { received } from "./elements/vault-received.ts";
import "./elements/vault-sign-out.ts";
import { write } from "./elements/vault-write.ts";

const pages: Record<string, (page: Page) => Promise<void>> = {
  compare,
  entry,
  keep,
  keys,
  open,
  overview,
  received,
  write,
};

function lacks(): boolean {
  return !(window.isSecureContext && "subtle" in crypto && "indexedDB" in window && window.Worker);
}

async function start(root: HTMLElement): Promise<void> {
  if (lacks()) {
    showView(root, "lacking");
    return;
  }
  const page = new Page(root);
  try {
    const status = await page.look();
    if (status.lacks.length > 0) {
      showView(root, "lacking");
      return;
    }
    watch(page);
    await pages[root.dataset.page ?? ""]?.(page);
  } catch (error) {
    showView(root, "");
    page.refuse(error);
  }
}

const root = document.getElementById("vault");
if (root) {
  void start(root);
}
