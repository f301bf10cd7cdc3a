// The question above the paper: chosen for this week, another one, or none.
import { type Choice, choose, heavyBeside, type Kind, type Written } from "../journal/choosing.ts";
import { type Content, keptLine } from "../journal/content.ts";
import type { Line } from "../vault/protocol.ts";
import { textOfPage, today } from "./journal-dom.ts";
import { type Question, questionOf, questions } from "./journal-library.ts";
import { openWay, type Part } from "./journal-parts.ts";
import { fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

const LOOKED_AT = 60; // entries in which a question was perhaps asked

export class Asking implements Part {
  owns: (keyof Content)[] = ["prompt"];
  readonly #page: Page;
  readonly #seen = new Set<string>();
  #all: Question[] = [];
  #history: Written[] = [];
  #now: Content["prompt"];
  /** What scraped, offered beside a light question when that is due. */
  #heavy: Question | undefined;

  constructor(page: Page) {
    this.#page = page;
    page.onClick("[data-heavy]", async () => {
      if (this.#heavy) {
        this.ask(this.#heavy);
        one(page.root, "#text").focus();
      }
    });
  }

  /** Find the questions, and what was asked before. Without network there is the plain question. */
  async prepare(state: string): Promise<void> {
    try {
      [this.#all, this.#history] = await Promise.all([
        questions(this.#page.root),
        state === "none" ? [] : historyOf(this.#page),
      ]);
    } catch {
      this.#all = [];
    }
  }

  /** The question of this week; "person" when a person is better than a question. */
  choose(kind?: string, ratherNot = false): Choice<Question>["offer"] {
    const seed = this.#page.root.dataset.person ?? "";
    const seen = this.#seen;
    const asked = { today: today(), seed, kind, seen, ratherNot };
    const chosen = choose(this.#all, this.#history, asked);
    if (chosen.offer === "prompt") {
      this.ask(chosen.prompt);
      const heavy = chosen.prompt.weight === "heavy" || ratherNot;
      this.#offerHeavy(heavy ? undefined : heavyBeside(this.#all, this.#history, asked));
    } else if (chosen.offer === "nothing") {
      this.plain(kind ?? "moment");
      this.#seen.clear(); // all were seen: begin again
    }
    return chosen.offer;
  }

  /** Put this question above the paper. */
  ask(question: Question): void {
    const { key, hash, text } = question;
    const read = keptLine(text);
    this.#now = { key, hash, ...(read && { text: read }) };
    this.#seen.add(question.key);
    this.#show(question.text, question.hint);
    this.kindIs(question.kind);
    const way = { three_words: "words", drawing: "drawing", voice: "voice" }[question.form];
    if (way) {
      openWay(this.#page.root, way, true);
    }
  }

  /** The own question of a kind, which is not from the library. */
  plain(kind: string): void {
    this.#now = undefined;
    this.#show(textOfPage(this.#page.root, `[data-question="${CSS.escape(kind)}"]`), "");
    this.kindIs(kind);
  }

  put({ prompt }: Content): void {
    this.#now = prompt;
    if (prompt) {
      const known = this.#all.find(({ key, hash }) => key === prompt.key && hash === prompt.hash);
      if (known) {
        this.#show(prompt.text ?? known.text, known.hint);
      } else {
        void questionOf(this.#page.root, prompt).then(
          (text) => text && this.#show(text, ""),
          () => {},
        );
      }
    }
  }

  take(): Partial<Content> {
    return this.#now ? { prompt: this.#now } : {};
  }

  /** Which kind is chosen, on the page too. */
  kindIs(kind: string): void {
    const { root } = this.#page;
    const known = root.querySelector<HTMLInputElement>(`[name=kind][value="${CSS.escape(kind)}"]`);
    if (known) {
      known.checked = true;
    }
    one(root, "[data-mistake]").hidden = kind !== "mistake";
    one(root, "[data-met]").hidden = kind !== "with_others";
  }

  #offerHeavy(heavy: Question | undefined): void {
    this.#heavy = heavy;
    one(this.#page.root, "[data-heavy]").hidden = !heavy;
  }

  #show(text: string, hint: string): void {
    this.#offerHeavy(undefined);
    fill(one(this.#page.root, "[data-write]"), { question: text, "prompt-hint": hint });
  }
}

/** What was written lately: kind, day and question, never the text. */
async function historyOf({ vault }: Page): Promise<Written[]> {
  const { lines } = await vault.ask("list", {});
  const own = lines.filter(({ kind }) => !["parked", "intention", "lookback"].includes(kind));
  // Newest first on the line; of one day the later one must stand later here.
  return own.slice(0, LOOKED_AT).map(written).reverse();
}

function written({ day, kind, prompt }: Line): Written {
  const chosen = (kind === "entry" ? "moment" : kind) as Kind;
  return prompt ? { day, kind: chosen, prompt } : { day, kind: chosen };
}
