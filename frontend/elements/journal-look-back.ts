// Three own entries side by side: one of the beginning, one of in between, one of now.
import type { Line } from "../vault/protocol.ts";
import { checking } from "./journal-check.ts";
import { Draft } from "./journal-draft.ts";
import { showDrawing } from "./journal-drawing.ts";
import { canRead, type Letter, letters } from "./journal-letters.ts";
import { ownWords } from "./journal-own-words.ts";
import { copy, dayText, fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

const NOT = ["parked", "intention", "lookback", "answer"];
const THREE = 3;

export async function lookBack(page: Page): Promise<void> {
  if (!canRead(page)) {
    return;
  }
  if (page.status?.state === "none") {
    page.view("empty", false);
    return;
  }
  const { lines } = await page.vault.ask("list", {});
  const own = lines.filter(({ kind }) => !NOT.includes(kind)).reverse();
  if (own.length < THREE) {
    page.view("few", false);
    return;
  }
  await show(page, three(own));
  page.onClick("[data-other-three]", () => show(page, three(own)));
  page.view("list", false);
  await writing(page);
}

/** One out of each third of the line. */
function three(own: Line[]): Set<string> {
  const random = crypto.getRandomValues(new Uint32Array(THREE));
  const chosen = [...random].map((number, part) => {
    const from = Math.floor((own.length * part) / THREE);
    const to = Math.floor((own.length * (part + 1)) / THREE);
    return own[from + (number % (to - from))]?.object ?? "";
  });
  return new Set(chosen);
}

async function show(page: Page, chosen: Set<string>): Promise<void> {
  const found = await letters(page, ({ object }) => chosen.has(object));
  one(page.root, "[data-three]").replaceChildren(
    ...found.reverse().map((letter) => tile(page, letter)),
  );
}

/** The words; of what has none, what was drawn, or that it was said aloud. */
function tile(page: Page, { line, content }: Letter): HTMLElement {
  const item = copy(page.root, "one");
  const text = ownWords(content);
  fill(item, { day: dayText(line.day), text });
  one(item, "[data-words]").hidden = !text;
  const sheet = one<SVGSVGElement>(item, "svg");
  sheet.toggleAttribute("hidden", Boolean(text) || !content.drawing);
  if (!text && content.drawing) {
    showDrawing(sheet, content.drawing);
  }
  one(item, "[data-said]").hidden = Boolean(text || content.drawing || !content.voice);
  one<HTMLAnchorElement>(item, "a").hash = line.object;
  return item;
}

async function writing(page: Page): Promise<void> {
  const form = one<HTMLFormElement>(page.root, "[data-look]");
  const field = one<HTMLTextAreaElement>(form, "textarea");
  checking(form, page);
  const draft = new Draft(page, form, {
    take: () => field.value,
    put: (text) => {
      field.value = text;
    },
  });
  const object = crypto.randomUUID();
  page.onSubmit(form, async () => {
    const text = field.value.trim();
    if (!text) {
      page.correct("empty", field);
      return;
    }
    await draft.keep();
    await page.vault.ask("save", { kind: "lookback", object, content: { v: 1, text } });
    await draft.forget();
    field.value = "";
    page.view("saved");
  });
  if (await draft.restore("lookback")) {
    page.say("back");
  }
}
