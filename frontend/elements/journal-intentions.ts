// Intentions: small, in own words; they come back once when one wants, and are never counted.
import { letGo, press } from "./journal-back.ts";
import { checking } from "./journal-check.ts";
import { Draft } from "./journal-draft.ts";
import { comeBack, dueDays } from "./journal-due.ts";
import { canRead, type Letter, letters } from "./journal-letters.ts";
import { copy, dayFromNow, dayText, fill, one, only } from "./vault-dom.ts";
import { showBar } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

export async function intentions(page: Page): Promise<void> {
  if (!canRead(page)) {
    return;
  }
  const form = one<HTMLFormElement>(page.root, "[data-intend]");
  const field = one<HTMLTextAreaElement>(form, "textarea");
  const due = one<HTMLInputElement>(form, "#due");
  due.min = dayFromNow(1);
  form.noValidate = true; // what is wrong is said by our own sentence
  checking(form, page);
  const draft = new Draft(page, form, {
    take: () => (field.value || due.value ? JSON.stringify([field.value, due.value]) : ""),
    put: (text) => {
      [field.value, due.value] = readDraft(text);
    },
  });
  await show(page);
  page.view("list", false);
  if (await draft.restore("intention")) {
    page.say("back");
  }
  let object = crypto.randomUUID();
  page.onSubmit(form, async () => {
    const text = field.value.trim();
    if (!text) {
      page.correct("empty", field);
      return;
    }
    if (due.validity.badInput || (due.value && due.value < due.min)) {
      page.correct("day", due, { first: dayText(due.min) });
      return;
    }
    const day = due.value || null;
    await draft.keep();
    await page.vault.ask("save", { kind: "intention", object, content: { v: 1, text, due: day } });
    await draft.forget();
    const kept = object;
    object = crypto.randomUUID();
    field.value = "";
    due.value = "";
    // It is kept, whatever becomes of its day: that can be set later.
    const dayKept = !day || (await comeBack(page, kept, day).then(Boolean, () => false));
    await page.look();
    showBar(page);
    await show(page);
    page.say(dayKept ? "kept" : "kept-no-day");
  });
}

/** What was typed and its day; a draft of before was only a text. */
function readDraft(text: string): [string, string] {
  try {
    const [typed, day] = JSON.parse(text) as unknown[];
    return typeof typed === "string" && typeof day === "string" ? [typed, day] : [text, ""];
  } catch {
    return [text, ""];
  }
}

async function show(page: Page): Promise<void> {
  const all = await letters(page, ({ kind }) => kind === "intention");
  const now = all.filter(({ content }) => !content.done);
  const gone = all.filter(({ content }) => content.done);
  const waiting = await withDay(page, now);
  one(page.root, "[data-now-place]").hidden = now.length === 0;
  one(page.root, "[data-now]").replaceChildren(
    ...now.map((letter) => itemFor(page, letter, waiting)),
  );
  one(page.root, "[data-gone-place]").hidden = gone.length === 0;
  one(page.root, "[data-let-gone]").replaceChildren(
    ...gone.map(({ content }) => {
      const item = copy(page.root, "gone");
      item.textContent = content.text;
      return item;
    }),
  );
}

/** Which of these the server lets come back; without an answer the letters are believed. */
async function withDay(page: Page, all: Letter[]): Promise<Set<string>> {
  const wished = all.filter(({ content }) => content.due).map(({ line }) => line.object);
  if (wished.length === 0) {
    return new Set();
  }
  const days = await dueDays(page).catch(() => undefined);
  return new Set(days?.due.map(({ object }) => object) ?? wished);
}

function itemFor(page: Page, letter: Letter, waiting: Set<string>): HTMLElement {
  const item = copy(page.root, "intention");
  const { text, due } = letter.content;
  fill(item, { text, until: due ? dayText(due) : "" });
  only(item, due ? (waiting.has(letter.line.object) ? "day" : "no-day") : "never");
  press(page, one(item, "[data-let-go]"), async () => {
    await letGo(page, letter);
    await show(page);
    page.say("let-go");
  });
  return item;
}
