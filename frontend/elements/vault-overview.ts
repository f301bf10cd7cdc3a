// The own line: newest first, opened in portions, and who reads what.
import type { Given, Line, Opened } from "../vault/protocol.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

const PORTION = 50;
const SHORT = 120; // characters of the first line

export async function overview(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
  } else if (state === "elsewhere") {
    page.view("elsewhere", false);
  } else if (state === "none") {
    page.view("empty", false);
  } else {
    await list(page);
  }
}

async function list(page: Page): Promise<void> {
  const { lines: mine, former } = await page.vault.ask("list", {});
  showFormer(page, former);
  const { state, ways } = page.status ?? { state: "none", ways: [] };
  const noCode = state === "open" && !ways.some(({ way }) => way === "code");
  const when = state === "unkept" ? "unkept" : noCode ? "no-code" : "kept";
  page.view(mine.length > 0 ? "list" : "empty", false, when);
  const more = one(page.root, "[data-more]");
  let shown = 0;
  const next = async (): Promise<void> => {
    const portion = mine.slice(shown, shown + PORTION);
    shown += portion.length;
    more.hidden = shown >= mine.length;
    await show(page, portion);
  };
  page.onClick("[data-more]", next);
  await next();
}

/** What was given before this line was begun: nobody can open it here, and it can be taken back. */
function showFormer(page: Page, gifts: Given[]): void {
  const section = one(page.root, "[data-former]");
  section.hidden = gifts.length === 0;
  one(section, "[data-former-list]").replaceChildren(
    ...gifts.map((gift) => {
      const item = copy(page.root, "former");
      fill(item, { name: gift.name, until: gift.until ? dayText(gift.until) : "" });
      only(item, gift.until ? "day" : "open");
      const button = one(item, "button");
      button.addEventListener("click", () => {
        void page.attempt(button, async () => {
          await page.vault.ask("takeBack", { id: gift.id });
          showFormer(page, (await page.vault.ask("list", {})).former);
          page.say("taken-back", { name: gift.name });
        });
      });
      return item;
    }),
  );
}

async function show(page: Page, lines: Line[]): Promise<void> {
  const items = new Map(lines.map((line) => [line.object, itemFor(page, line)]));
  one(page.root, "[data-lines]").append(...items.values());
  const { refused } = await page.vault.ask(
    "readAll",
    { objects: [...items.keys()] },
    (opened: Opened[]) => {
      for (const letter of opened) {
        fill(items.get(letter.object) ?? page.root, { first: firstLine(letter) });
      }
    },
  );
  for (const object of refused) {
    only(items.get(object) ?? document.createElement("p"), "refused");
  }
}

function itemFor(page: Page, line: Line): HTMLElement {
  const item = copy(page.root, "line");
  fill(item, { day: dayText(line.day), names: namesOf(line) });
  one<HTMLTimeElement>(item, "time").dateTime = line.day;
  one<HTMLAnchorElement>(item, "a").hash = line.object;
  only(item, readersOf(line).length > 0 ? "given" : "own");
  return item;
}

/** Who can read it now; what waits is not read by anybody yet. */
function readersOf({ given }: Line): Line["given"] {
  return given.filter(({ waiting }) => !waiting);
}

function namesOf(line: Line): string {
  const names = [...new Set(readersOf(line).map(({ name }) => name))];
  return new Intl.ListFormat(document.documentElement.lang).format(names);
}

/** The first line of a letter, as it stands in a list. */
export function firstLine({ content }: Opened): string {
  const [first = ""] = textOf(content).trim().split("\n");
  return first.length > SHORT ? `${first.slice(0, SHORT).trimEnd()}…` : first;
}

/** What was written, as text. */
export function textOf(content: Record<string, unknown>): string {
  return typeof content.text === "string" ? content.text : "";
}
