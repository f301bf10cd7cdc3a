// Intentions: small, in own words; they come back once when one wants, and are never counted.
import { letGo, press } from "./journal-back.ts";
import { Draft } from "./journal-draft.ts";
import { comeBack } from "./journal-due.ts";
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
  const draft = new Draft(page, form, {
    take: () => field.value,
    put: (text) => {
      field.value = text;
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
    const day = due.value >= due.min ? due.value : null;
    await draft.keep();
    await page.vault.ask("save", { kind: "intention", object, content: { v: 1, text, due: day } });
    await draft.forget();
    if (day) {
      await comeBack(page, object, day);
    }
    object = crypto.randomUUID();
    field.value = "";
    due.value = "";
    await page.look();
    showBar(page);
    await show(page);
    page.say("kept");
  });
}

async function show(page: Page): Promise<void> {
  const all = await letters(page, ({ kind }) => kind === "intention");
  const now = all.filter(({ content }) => !content.done);
  const gone = all.filter(({ content }) => content.done);
  one(page.root, "[data-now-place]").hidden = now.length === 0;
  one(page.root, "[data-now]").replaceChildren(...now.map((letter) => itemFor(page, letter)));
  one(page.root, "[data-gone-place]").hidden = gone.length === 0;
  one(page.root, "[data-let-gone]").replaceChildren(
    ...gone.map(({ content }) => {
      const item = copy(page.root, "gone");
      item.textContent = content.text;
      return item;
    }),
  );
}

function itemFor(page: Page, letter: Letter): HTMLElement {
  const item = copy(page.root, "intention");
  const { text, due } = letter.content;
  fill(item, { text, until: due ? dayText(due) : "" });
  only(item, due ? "day" : "never");
  press(page, one(item, "[data-let-go]"), async () => {
    await letGo(page, letter);
    await show(page);
    page.say("let-go");
  });
  return item;
}
