// One own entry: read it, go on writing, bring it along, give it, remove it.
import type { Take } from "../journal/content.ts";
import { readContent } from "../journal/reading.ts";
import { answersTo } from "./journal-answers.ts";
import { kindName } from "./journal-dom.ts";
import { showContent } from "./journal-reading.ts";
import { taking } from "./journal-take.ts";
import { dayText, fill, one } from "./vault-dom.ts";
import { giving, type Shown } from "./vault-give.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

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
  read(page, shown);
  page.onClick("[data-remove]", async () => {
    await page.vault.ask("remove", { object: shown.line.object });
    page.view("removed");
  });
  const give = await giving(page, shown);
  taking(page, shown, give);
  if (location.search === "?beside") {
    page.say("beside");
  }
  await answersTo(page, shown.line);
  const take = takeAsked(shown);
  if (give && take) {
    await give(take.part);
  }
}

/** `#id` of the entry, and behind it `/2` when what lies ready there is to be given. */
function takeAsked({ line, letter }: Shown): Take | undefined {
  const [, place] = location.hash.split("/");
  return readContent(line.kind, letter.content).take?.[Number(place)];
}

async function find(page: Page): Promise<Shown | undefined> {
  const [object] = location.hash.slice(1).split("/");
  const { lines } = await page.vault.ask("list", {});
  const line = lines.find((one) => one.object === object);
  return line && { line, letter: await page.vault.ask("read", { object: line.object }) };
}

function read(page: Page, { line, letter }: Shown): void {
  one<HTMLAnchorElement>(page.root, "[data-edit]").hash = line.object;
  fill(page.root, { day: dayText(line.day), kind: kindName(page.root, line.kind) });
  page.view("read", false);
  showContent(page.root, readContent(line.kind, letter.content));
}
