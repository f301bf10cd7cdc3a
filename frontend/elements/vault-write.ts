// Writing: the first time with a few words before it, later at once.
import { borrow, isBorrowed } from "../vault/unkept.ts";
import { one } from "./vault-dom.ts";
import { Draft } from "./vault-draft.ts";
import { showBar, showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

export const MOMENT = "entry";

export async function write(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state === "elsewhere") {
    page.view("elsewhere", false);
    return;
  }
  const form = one<HTMLFormElement>(page.root, "[data-write]");
  const field = one<HTMLTextAreaElement>(form, "textarea");
  const draft = new Draft(page, "write", field);
  const came = await draft.restore();
  page.onClick("[data-own]", async (button) => begin(page, button.dataset.own === "no"));
  let object = crypto.randomUUID();
  page.onSubmit(form, async () => {
    if (await save(page, field, draft, object)) {
      object = crypto.randomUUID();
    }
  });
  if (state === "none" && !came) {
    page.view("welcome", false);
    return;
  }
  editor(page, false);
  if (came) {
    page.say("back");
  }
}

function begin(page: Page, borrowed: boolean): void {
  borrow(page.person, borrowed);
  editor(page, true);
}

function editor(page: Page, focus: boolean): void {
  page.view("editor", focus, isBorrowed(page.person) ? "borrowed" : "own");
}

/** Saves under ``object``: asked again after a lost answer, it is still one text. */
async function save(
  page: Page,
  field: HTMLTextAreaElement,
  draft: Draft,
  object: string,
): Promise<boolean> {
  const text = field.value.trim();
  if (!text) {
    page.correct("empty", field);
    return false;
  }
  await draft.keep();
  await page.vault.ask("save", { object, kind: MOMENT, content: { text } });
  await draft.forget();
  field.value = "";
  const { state } = await page.look();
  if (state === "unkept" && isBorrowed(page.person)) {
    location.assign(one<HTMLAnchorElement>(page.root, "[data-keep]").href);
    return true;
  }
  showBar(page);
  one<HTMLAnchorElement>(page.root, "[data-read]").hash = object;
  page.view("saved", true, state);
  return true;
}
