// The whole line in one file, made in the browser; and such a file brought in.
import type { Answer } from "../vault/protocol.ts";
import { textOfPage, today } from "./journal-dom.ts";
import { comeBack, dueDays, NEXT } from "./journal-due.ts";
import { fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

type Imported = Answer<"importLine">;

/** Also of an empty line: who begins elsewhere brings the line along. `changed` shows what came. */
export function file(page: Page, changed: () => Promise<void>): void {
  const place = one<HTMLDetailsElement>(page.root, "[data-file]");
  place.hidden = false;
  page.root.addEventListener("vault-closed", () => {
    place.hidden = true;
  });
  place.open = location.hash === "#file";
  window.addEventListener("hashchange", () => {
    place.open ||= location.hash === "#file";
  });
  const taking = one(place, "[data-take-all]");
  taking.hidden = page.status?.state === "none";
  page.onClick("[data-export]", () => take(page, false));
  page.onClick("[data-export-anyway]", () => take(page, true));
  const field = one<HTMLInputElement>(place, "input");
  const preview = one(place, "[data-preview]");
  field.addEventListener("change", () => {
    const [chosen] = field.files ?? [];
    preview.hidden = !chosen;
    fill(preview, { file: chosen?.name ?? "" });
  });
  page.onClick("[data-no-import]", async () => {
    field.value = "";
    preview.hidden = true;
    field.focus();
  });
  page.onClick("[data-import]", async () => {
    const [chosen] = field.files ?? [];
    if (chosen) {
      const done = await page.vault.ask("importLine", { file: chosen });
      preview.hidden = true;
      taking.hidden &&= done.added === 0;
      await tell(page, done, field, changed);
    }
  });
}

async function take(page: Page, anyway: boolean): Promise<void> {
  const { file, name, missing } = await page.vault.ask("exportLine", { anyway });
  const notice = one(page.root, "[data-missing]");
  notice.hidden = file !== null;
  fill(notice, { missing: String(missing.length) });
  if (!file) {
    one(notice, "button").focus();
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  page.say(missing.length > 0 ? "exported-without" : "exported", {
    name,
    missing: String(missing.length),
  });
}

/** Show what came, and say how it went. */
async function tell(
  page: Page,
  { added, same, wrong, letter, sentence }: Imported,
  field: HTMLInputElement,
  changed: () => Promise<void>,
): Promise<void> {
  const dayless = added + same > 0 ? await comeBackAgain(page) : 0;
  if (added > 0) {
    await changed();
  }
  if (wrong === "server") {
    const why = sentence || textOfPage(page.root, "[data-lost]");
    page.correct(added > 0 ? "stopped" : "stopped-none", field, { added: String(added), why });
  } else if (wrong) {
    page.correct(wrong, field, { letter: String(letter ?? "") });
  } else {
    field.value = "";
    const all = { added: String(added), same: String(same), dayless: String(dayless) };
    page.say(dayless > 0 ? "imported-dayless" : "imported", all);
  }
}

/**
 * What was to come back, comes back here too: the server keeps those days, and learns none of them
 * from a file. Asked again it sets only what is not set. Gives how many it could not set.
 */
async function comeBackAgain(page: Page): Promise<number> {
  const { lines } = await page.vault.ask("list", {});
  const waiting = lines.filter(({ kind, due, done }) => !done && (due || kind === "parked"));
  if (waiting.length === 0) {
    return 0;
  }
  const days = await dueDays(page).catch(() => undefined);
  const set = new Set(days?.due.map(({ object }) => object));
  let dayless = 0;
  for (const { object, due } of waiting.filter(({ object }) => !set.has(object))) {
    // A day that is over becomes the next work, like a thought that had no day yet.
    const when = due && due >= today() ? due : NEXT;
    await comeBack(page, object, when).catch(() => {
      dayless += 1;
    });
  }
  return dayless;
}
