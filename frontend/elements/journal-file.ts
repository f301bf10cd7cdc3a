// The whole line in one file, made in the browser; and such a file brought in.
import { fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export function file(page: Page): void {
  const place = one<HTMLDetailsElement>(page.root, "[data-file]");
  place.open = location.hash === "#file";
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
      await bringIn(page, chosen, field);
      preview.hidden = true;
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
  page.say("exported", { name });
}

async function bringIn(page: Page, chosen: File, field: HTMLInputElement): Promise<void> {
  const done = await page.vault.ask("importLine", { file: chosen });
  if (done.wrong) {
    page.correct(done.wrong, field, { letter: String(done.letter ?? "") });
    return;
  }
  field.value = "";
  page.root.dispatchEvent(new Event("line-changed"));
  page.say("imported", { added: String(done.added), same: String(done.same) });
}
