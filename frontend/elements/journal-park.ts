// Park a thought in ten seconds; it comes back with the next work.
import { checking } from "./journal-check.ts";
import { Draft } from "./journal-draft.ts";
import { comeBack, dueDays, NEXT, type When } from "./journal-due.ts";
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
  checking(form, page);
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
  let object = crypto.randomUUID();
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
    const parked = object;
    object = crypto.randomUUID();
    await away(page, await untilWork(page, parked, text));
  });
}

/** The letter is safe; then its day. Undefined: it stays without one, at "What comes back". */
async function untilWork(page: Page, object: string, text: string): Promise<When | undefined> {
  const when = await comeBack(page, object, NEXT).catch(() => undefined);
  if (when) {
    const content = { v: 1, text, due: when.on };
    // In the letter too, so that an export keeps it. The server has it already: lost, nothing is.
    await page.vault.ask("save", { kind: "parked", object, content, base: 1 }).catch(ignore);
  }
  return when;
}

async function away(page: Page, when: When | undefined): Promise<void> {
  fill(page.root, { until: when?.in_words ?? "" });
  await page.look().catch(ignore);
  showBar(page);
  one(page.root, "[data-unkept]").hidden = page.status?.state !== "unkept";
  page.view("parked", true, when ? "day" : "plain");
}

function ignore(): void {
  // Parking goes on: the button says no day, the letter holds none.
}
