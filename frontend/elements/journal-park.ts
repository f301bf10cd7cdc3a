// Park a thought in ten seconds; it comes back with the next work.
import { checking } from "./journal-check.ts";
import { Draft } from "./journal-draft.ts";
import { comeBack, dueDays, NEXT } from "./journal-due.ts";
import { canRead } from "./journal-letters.ts";
import { fill, one, only } from "./vault-dom.ts";
import { showBar } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

export async function park(page: Page): Promise<void> {
  if (!canRead(page)) {
    return;
  }
  const form = one<HTMLFormElement>(page.root, "[data-park]");
  const field = one<HTMLTextAreaElement>(form, "textarea");
  checking(form, page.root);
  const draft = new Draft(page, form, {
    take: () => field.value,
    put: (text) => {
      field.value = text;
    },
  });
  page.view("park", true, "plain");
  void dueDays(page).then(({ next_working_moment: { in_words } }) => {
    fill(page.root, { until: in_words });
    only(form, "day");
  }, ignore);
  if (await draft.restore("park")) {
    page.say("back");
  }
  const object = crypto.randomUUID();
  page.onSubmit(form, async () => {
    const text = field.value.trim();
    if (!text) {
      page.correct("empty", field);
      return;
    }
    await draft.keep();
    await page.vault.ask("save", { kind: "parked", object, content: { v: 1, text } });
    await draft.forget();
    field.value = "";
    await away(page, object);
  });
}

async function away(page: Page, object: string): Promise<void> {
  const when = await comeBack(page, object, NEXT).catch(() => undefined);
  fill(page.root, { until: when?.in_words ?? "" });
  const { state } = await page.look();
  showBar(page);
  one(page.root, "[data-unkept]").hidden = state !== "unkept";
  page.view("parked", true, when ? "day" : "plain");
}

function ignore(): void {
  // Without the day the button says only "park".
}
