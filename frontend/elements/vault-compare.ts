// Two people read their words to each other, so that nobody stands between them.
import type { Companion } from "../vault/protocol.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

export async function compare(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state !== "open") {
    page.view(state === "elsewhere" ? "elsewhere" : "unkept", false);
    return;
  }
  window.addEventListener("hashchange", () => void show(page).catch((no) => page.refuse(no)));
  page.onClick("[data-same]", async () => {
    await page.vault.ask("confirmCompared", { person: location.hash.slice(1) });
    page.view("same");
  });
  await show(page, false);
}

async function show(page: Page, focus = true): Promise<void> {
  const { companions } = await page.vault.ask("companions", {});
  const chosen = companions.find(({ person }) => person === location.hash.slice(1));
  if (chosen) {
    await words(page, chosen, focus);
    return;
  }
  const view = page.view(companions.length > 0 ? "people" : "nobody", focus);
  view.querySelector("[data-list]")?.replaceChildren(...companions.map((one) => row(page, one)));
}

function row(page: Page, companion: Companion): HTMLElement {
  const item = copy(page.root, "companion");
  const { name, as, comparedOn } = companion;
  fill(item, { name, as, compared: comparedOn ? dayText(comparedOn) : "" });
  only(item, companion.trust);
  one<HTMLAnchorElement>(item, "a").hash = companion.person;
  return item;
}

async function words(
  page: Page,
  { person, name, trust }: Companion,
  focus: boolean,
): Promise<void> {
  fill(page.root, { name });
  if (trust === "no-keys") {
    page.view("no-keys", focus);
    return;
  }
  const both = await page.vault.ask("compare", { person });
  if (both.other.length === 0) {
    page.view("no-keys", focus); // begun anew, and not kept yet
    return;
  }
  const view = page.view("words", focus);
  only(view, both.trust);
  list(page, one(view, "[data-own-words]"), both.own);
  list(page, one(view, "[data-other-words]"), both.other);
}

function list(page: Page, place: HTMLElement, words: string[]): void {
  place.replaceChildren(
    ...words.map((word) => {
      const item = copy(page.root, "word");
      item.textContent = word;
      return item;
    }),
  );
}
