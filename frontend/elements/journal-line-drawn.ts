// How the line stands on the page: stretches by month, marks where a place began, and the entries.

import type { Content } from "../journal/content.ts";
import type { Snippet } from "../journal/search.ts";
import type { Given } from "../vault/protocol.ts";
import { kindName, listed, monthText, textOfPage } from "./journal-dom.ts";
import { showDrawing } from "./journal-drawing.ts";
import type { Entry } from "./journal-line-items.ts";
import { ownWords } from "./journal-own-words.ts";
import { copy, dayText, fill, one, only, templateOf } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

const FIRST = 8; // entries on the first screen of a phone
const NEXT = 12; // entries at each quiet moment after it, at most
const BREATH = 8; // milliseconds of a quiet moment that stay free

export class Drawn {
  readonly #root: HTMLElement;
  readonly #line: HTMLElement;
  readonly #items = new Map<string, HTMLElement>();
  readonly #answers = new Map<string, string[]>();
  #turn = 0;
  /** Draws what is not drawn yet. */
  #rest: ((isOver?: () => boolean) => void) | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#line = one(root, "[data-lines]");
  }

  /** Draw these; with `marks` also where somebody began to study or work. */
  show(entries: Entry[], marks: boolean): void {
    this.#turn += 1;
    this.#line.replaceChildren();
    this.#items.clear();
    const marked = marks ? this.#marks() : [];
    this.#more(entries, marked, 0, this.#turn);
  }

  /** Draw nothing more, and let go of what was opened. */
  stop(): void {
    this.#turn += 1;
    this.#rest = undefined;
    this.#items.clear();
    this.#answers.clear();
  }

  /** `isOver`: the quiet moment is, and the page wants to go on; a slow phone stays quick. */
  #more(entries: Entry[], marks: Mark[], from: number, turn: number, isOver = never): void {
    if (turn !== this.#turn) {
      return;
    }
    const most = from === 0 ? FIRST : from + NEXT;
    let to = from;
    do {
      const entry = entries[to];
      if (entry) {
        this.#marksAfter(marks, entry.day.slice(0, 7));
        this.#monthOf(entry).append(this.#item(entry));
      }
      to += 1;
    } while (to < most && !isOver());
    this.#rest = (over) => {
      this.#rest = undefined;
      this.#more(entries, marks, to, turn, over);
    };
    if (to < entries.length) {
      quietly((over) => this.#rest?.(over));
    } else {
      this.#rest = undefined;
      this.#marksAfter(marks, "");
    }
  }

  /** Marks of later months than this one come before it. */
  #marksAfter(marks: Mark[], month: string): void {
    for (let mark = marks[0]; mark && mark.day.slice(0, 7) > month; mark = marks[0]) {
      this.#line.append(mark.made());
      marks.shift();
    }
  }

  #monthOf({ day }: Entry): HTMLElement {
    const month = day.slice(0, 7);
    const last = this.#line.lastElementChild;
    if (last instanceof HTMLElement && last.dataset.month === month) {
      return one(last, "ol");
    }
    const item = copy(this.#root, "month");
    item.dataset.month = month;
    item.prepend(stretch(this.#root));
    fill(item, { month: monthText(month) });
    this.#line.append(item);
    return one(item, "ol");
  }

  #item(entry: Entry): HTMLElement {
    const item = copy(this.#root, "line");
    fill(item, { day: dayText(entry.day), kind: kindName(this.#root, entry.kind) });
    one<HTMLTimeElement>(item, "time").dateTime = entry.day;
    for (const link of item.querySelectorAll("a")) {
      link.hash = entry.object;
    }
    const { whole, sentence } = readersOf(entry);
    fill(item, { names: namesOf(whole), "part-names": namesOf(sentence) });
    one(item, "[data-sentence]").hidden = sentence.length === 0;
    this.#items.set(entry.object, item);
    this.#fill(entry);
    this.answered(entry.object, this.#answers.get(entry.object) ?? []);
    return item;
  }

  /** Put in what was opened since. */
  fillIn(entries: Entry[]): void {
    for (const entry of entries) {
      this.#fill(entry);
    }
  }

  #fill({ object, first, themes, refused, given, snippet }: Entry): void {
    const item = this.#items.get(object);
    const known = first !== null || refused;
    if (!item || item.dataset.filled === (known ? "yes" : "waits")) {
      return;
    }
    item.dataset.filled = known ? "yes" : "waits";
    const { whole } = readersOf({ given });
    const who = whole.length === 0 ? "own" : whole.every(({ ended }) => ended) ? "ended" : "given";
    only(one(item, "[data-only]"), refused ? "refused" : who);
    one(item, "[data-themed]").hidden = themes.length === 0;
    fill(item, { themes: themes.join(", ") });
    if (!known) {
      return;
    }
    const place = one(item, "[data-first]");
    if (snippet?.text) {
      place.replaceChildren(...marked(snippet));
    } else {
      const none = textOfPage(this.#root, '[data-words="nothing"]');
      place.textContent = refused ? "…" : first || none;
    }
  }

  /** Say at an entry who answered, now or once it is drawn. */
  answered(object: string, who: string[]): void {
    this.#answers.set(object, who);
    const item = this.#items.get(object);
    if (item && who.length > 0) {
      one(item, "[data-answered]").hidden = false;
      fill(item, { who: listed(who) });
    }
  }

  /** Draw all that is not drawn yet. */
  all(): void {
    while (this.#rest) {
      this.#rest();
    }
  }

  /** Whether everything that is drawn is there as a whole. */
  get isWhole(): boolean {
    return [...this.#items.values()].every(({ dataset }) => dataset.whole);
  }

  /** All of an entry, for on paper: its text and its drawing. */
  whole(object: string, content: Content): void {
    const item = this.#items.get(object);
    const text = ownWords(content);
    if (item) {
      item.dataset.whole = text || content.drawing ? "yes" : "none";
      one(item, "[data-whole]").textContent = text;
      const sheet = one<SVGSVGElement>(item, "[data-drawing]");
      sheet.toggleAttribute("hidden", !content.drawing);
      if (content.drawing) {
        showDrawing(sheet, content.drawing);
      }
    }
  }

  /** Go to a month, which may not be drawn yet. */
  goTo(month: string): void {
    const selector = `[data-month="${CSS.escape(month)}"] h2`;
    while (this.#rest && !this.#line.querySelector(selector)) {
      this.#rest();
    }
    const place = this.#line.querySelector<HTMLElement>(selector);
    place?.focus();
    place?.scrollIntoView({ block: "start" });
  }

  #marks(): Mark[] {
    const marks = [...this.#root.querySelectorAll<HTMLTemplateElement>("template[data-mark]")];
    return marks
      .map((mark) => ({
        day: mark.dataset.mark ?? "",
        made: () => {
          const made = document.importNode(mark.content, true).firstElementChild as HTMLElement;
          made.prepend(stretch(this.#root));
          return made;
        },
      }))
      .sort((one, other) => other.day.localeCompare(one.day));
  }
}

interface Mark {
  day: string;
  made: () => HTMLElement;
}

/** Who reads all of it, and who reads one sentence and nothing else. */
function readersOf({ given }: Pick<Entry, "given">): { whole: Given[]; sentence: Given[] } {
  const read = given.filter(({ waiting }) => !waiting);
  return {
    whole: read.filter(({ part }) => part === undefined),
    sentence: read.filter(({ part }) => part !== undefined),
  };
}

const namesOf = (given: Given[]) => listed([...new Set(given.map(({ name }) => name))]);

function stretch(root: HTMLElement): Element {
  const made = templateOf(root, '[data-template="stretch"]') as HTMLTemplateElement;
  return document.importNode(made.content, true).firstElementChild as Element;
}

const never = () => false;

/** In a quiet moment, which says when it is over. */
export function quietly(act: (isOver: () => boolean) => void): void {
  if ("requestIdleCallback" in window) {
    requestIdleCallback((moment) => act(() => moment.timeRemaining() < BREATH), { timeout: 200 });
  } else {
    setTimeout(act, 0, never);
  }
}

/** A piece of text with what was looked for marked in it. */
function marked({ text, hits }: Snippet): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of hits) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    parts.push(text.slice(at, from), mark);
    at = to;
  }
  return [...parts, text.slice(at)];
}

/** Say at what was given who answered it. */
export async function answered(page: Page, drawn: Drawn, entries: Entry[]): Promise<void> {
  const gifts = new Map(
    entries.flatMap(({ object, given }) => given.map(({ id }) => [id, object] as const)),
  );
  if (gifts.size === 0) {
    return;
  }
  const { received } = await page.vault.ask("received", {});
  const who = new Map<string, string[]>();
  for (const { answers, name } of received) {
    const object = answers && gifts.get(answers);
    if (object) {
      who.set(object, [...(who.get(object) ?? []), name]);
    }
  }
  for (const [object, names] of who) {
    drawn.answered(object, [...new Set(names)]);
  }
}
