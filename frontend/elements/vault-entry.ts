// One own letter: read it, change it, remove it; who reads it is in vault-give.ts.
import type { Line, Opened } from "../vault/protocol.ts";
import { dayText, fill, one } from "./vault-dom.ts";
import { Draft } from "./vault-draft.ts";
import { giving } from "./vault-give.ts";
import { showLocked } from "./vault-lock.ts";
import { textOf } from "./vault-overview.ts";
import type { Page } from "./vault-page.ts";
import { MOMENT } from "./vault-write.ts";

export interface Shown {
  line: Line;
  letter: Opened;
}

export async function entry(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state === "elsewhere" || state === "none") {
    page.view(state === "none" ? "gone" : "elsewhere", false);
    return;
  }
  window.addEventListener("hashchange", () => location.reload());
  const shown = await find(page);
  if (!shown) {
    page.view("gone", false);
    return;
  }
  read(page, shown, false);
  await changing(page, shown);
  page.onClick("[data-remove]", async () => {
    await page.vault.ask("remove", { object: shown.line.object });
    page.view("removed");
  });
  await giving(page, shown);
}

async function find(page: Page): Promise<Shown | undefined> {
  const object = location.hash.slice(1);
  const { lines } = await page.vault.ask("list", {});
  const line = lines.find((one) => one.object === object);
  return line && { line, letter: await page.vault.ask("read", { object }) };
}

function read(page: Page, { line, letter }: Shown, focus = true): void {
  const view = page.view("read", focus);
  one(view, "[data-text]").textContent = textOf(letter.content);
  fill(page.root, { day: dayText(line.day) });
}

async function changing(page: Page, shown: Shown): Promise<void> {
  const form = one<HTMLFormElement>(page.root, "[data-change]");
  const field = one<HTMLTextAreaElement>(form, "textarea");
  const draft = new Draft(page, `entry-${shown.line.object}`, field);
  const edit = (): void => {
    page.view("change");
    field.focus();
  };
  page.onClick("[data-edit]", async () => {
    field.value = textOf(shown.letter.content);
    edit();
  });
  page.onClick("[data-leave]", async () => {
    await draft.forget();
    field.value = "";
    read(page, shown);
  });
  page.onSubmit(form, async () => {
    if (!field.value.trim()) {
      page.correct("empty", field);
      return;
    }
    await draft.keep();
    const saved = await save(page, shown, field.value.trim());
    await draft.forget();
    field.value = "";
    const { lines } = await page.vault.ask("list", {});
    shown.line = lines.find(({ object }) => object === saved.object) ?? shown.line;
    shown.letter = await page.vault.ask("read", { object: saved.object });
    history.replaceState(null, "", `#${saved.object}`);
    read(page, shown);
    page.say(saved.beside ? "beside" : "changed");
    page.root.dispatchEvent(new Event("vault-changed"));
  });
  if (await draft.restore()) {
    edit();
    page.say("back");
  }
}

function save(
  page: Page,
  { line, letter }: Shown,
  text: string,
): Promise<{ object: string; beside: boolean }> {
  const { object, version: base } = letter;
  const content = { ...letter.content, text };
  return page.vault.ask("save", { kind: line.kind || MOMENT, content, object, base });
}
