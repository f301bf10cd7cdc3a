// Bring an entry, or one sentence of it, along to supervision, intervision or a talk. It lies ready,
// still sealed; nobody hears of it.
import { type Content, LIMITS, OCCASIONS, oneLine, type Take } from "../journal/content.ts";
import { readContent } from "../journal/reading.ts";
import { language, textOfPage } from "./journal-dom.ts";
import { copy, fill, one, only } from "./vault-dom.ts";
import type { Choose, Shown } from "./vault-give.ts";
import type { Page } from "./vault-page.ts";

const MOST = 40; // sentences to choose from

export function taking(page: Page, shown: Shown, give: Choose | undefined): void {
  const form = one<HTMLFormElement>(page.root, "[data-take-form]");
  showTakes(page, shown, give);
  page.onClick("[data-go-take]", async () => {
    const { text } = readContent(shown.line.kind, shown.letter.content);
    const all = textOfPage(page.root, '[data-part="all"]');
    const parts = [part(page, all, ""), ...sentences(text).map((one) => part(page, one, one))];
    one(page.root, "[data-parts]").replaceChildren(...parts);
    one<HTMLInputElement>(page.root, "[data-parts] input").checked = true;
    page.view("take");
  });
  page.onSubmit(form, async () => {
    const data = new FormData(form);
    const goal = OCCASIONS.find((one) => one === data.get("for")) ?? "talk";
    const name = oneLine(String(data.get("with") ?? ""));
    const sentence = String(data.get("part") ?? "");
    const take: Take = { for: goal, part: sentence || null, ...(name ? { with: name } : {}) };
    const takes = readContent(shown.line.kind, shown.letter.content).take ?? [];
    if (takes.length >= LIMITS.takes) {
      page.correct("enough-taken", form);
      return;
    }
    await keep(page, shown, [...takes, take]);
    showTakes(page, shown, give);
    page.view("read");
    page.say("taken");
  });
}

/** What of this entry lies ready. */
function showTakes(page: Page, shown: Shown, give: Choose | undefined): void {
  const takes = readContent(shown.line.kind, shown.letter.content).take ?? [];
  const list = one(page.root, "[data-takes]");
  list.hidden = takes.length === 0;
  list.replaceChildren(
    ...takes.map((take, place) => {
      const item = copy(page.root, "take");
      fill(item, { for: occasion(page.root, take.for), with: take.with ?? "" });
      const all = textOfPage(page.root, '[data-part="all"]');
      fill(item, { part: take.part ?? "", what: take.part ?? all });
      one(item, "q").hidden = !take.part;
      only(item, take.with ? "with" : "plain");
      const giveIt = one(item, "[data-give-take]");
      giveIt.hidden = !give;
      giveIt.addEventListener(
        "click",
        () => void page.attempt(giveIt, async () => give?.(take.part)),
      );
      one(item, "[data-untake]").addEventListener("click", (event) => {
        void page.attempt(event.currentTarget as HTMLElement, async () => {
          await keep(
            page,
            shown,
            takes.filter((_, other) => other !== place),
          );
          showTakes(page, shown, give);
          page.view("read");
          page.say("untaken");
        });
      });
      return item;
    }),
  );
}

/** What an occasion is called on the page. */
export function occasion(root: ParentNode, name: string): string {
  return textOfPage(root, `[data-occasion="${CSS.escape(name)}"]`);
}

async function keep(page: Page, shown: Shown, take: Take[]): Promise<void> {
  shown.letter = await keepTakes(page, shown, take);
  shown.line = { ...shown.line, object: shown.letter.object, version: shown.letter.version };
  history.replaceState(null, "", `#${shown.letter.object}`);
}

/** Keep the same entry with other occasions. */
export async function keepTakes(
  page: Page,
  { line, letter }: Shown,
  take: Take[],
): Promise<Shown["letter"]> {
  const { take: _, ...rest } = readContent(line.kind, letter.content);
  const content: Content = take.length > 0 ? { ...rest, take } : rest;
  const { object } = await page.vault.ask("save", {
    kind: line.kind,
    content: { ...content },
    object: letter.object,
    base: letter.version,
  });
  return page.vault.ask("read", { object });
}

function part(page: Page, words: string, value: string): HTMLElement {
  const made = copy(page.root, "part");
  fill(made, { part: words });
  one<HTMLInputElement>(made, "input").value = value;
  return made;
}

function sentences(text: string): string[] {
  const found =
    "Segmenter" in Intl
      ? [...new Intl.Segmenter(language(), { granularity: "sentence" }).segment(text)].map(
          ({ segment }) => segment,
        )
      : text.split(/(?<=[.!?])\s+/);
  const each = found.flatMap((one) => one.split("\n")).map((one) => one.trim());
  return each.filter((one) => one && one.length <= LIMITS.answer).slice(0, MOST);
}
