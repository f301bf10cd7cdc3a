// Writing: one question, one sheet of paper, and other ways to say it for whoever wants those.
// With an id behind the # it is that text which is changed.
import { type Content, LIMITS } from "../journal/content.ts";
import { readContent } from "../journal/reading.ts";
import { borrow, isBorrowed } from "../vault/unkept.ts";
import { checking } from "./journal-check.ts";
import { Draft } from "./journal-draft.ts";
import { drawing } from "./journal-drawing.ts";
import { comeBack } from "./journal-due.ts";
import { met } from "./journal-met.ts";
import { model } from "./journal-model.ts";
import {
  EMPTY,
  isEmpty,
  type Part,
  plainText,
  taken,
  themes,
  threeWords,
} from "./journal-parts.ts";
import { Asking } from "./journal-question.ts";
import { voice } from "./journal-voice.ts";
import { copy, fill, one } from "./vault-dom.ts";
import { showBar, showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

/** What is being written: new, or a text of the line that is changed. */
interface Paper {
  object: string;
  base: number | undefined;
  content: Content;
}

/** A kind that a link asks for, behind the # so that the server does not hear it. */
function wishedKind(): string {
  return location.hash.startsWith("#kind=") ? location.hash.slice("#kind=".length) : "";
}

export async function write(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state === "elsewhere") {
    page.view("elsewhere", false);
    return;
  }
  window.addEventListener("hashchange", () => location.reload());
  await new Writing(page).begin(state);
}

class Writing {
  readonly #page: Page;
  readonly #form: HTMLFormElement;
  readonly #asking: Asking;
  readonly #parts: Part[];
  readonly #draft: Draft;
  /** The kind that was chosen by hand: other questions are of that kind too. */
  #wished: string | undefined;
  #wasParked = false;
  #paper: Paper = { object: crypto.randomUUID(), base: undefined, content: EMPTY };

  constructor(page: Page) {
    const { root } = page;
    this.#page = page;
    this.#form = one<HTMLFormElement>(root, "[data-write]");
    this.#asking = new Asking(page);
    this.#parts = [
      plainText(root),
      threeWords(root),
      drawing(root),
      voice(root),
      model(root),
      themes(root),
      met(root),
      this.#asking,
    ];
    this.#draft = new Draft(page, this.#form, {
      take: () => this.#typed(),
      put: (text) => this.#putBack(text),
    });
    const safe = page.beforeClosing;
    page.beforeClosing = async () => {
      await this.#ready();
      return safe();
    };
  }

  async begin(state: string): Promise<void> {
    const page = this.#page;
    this.#listen();
    const changing = wishedKind() ? "" : location.hash.slice(1);
    await this.#asking.prepare(state);
    if (changing && !(await this.#open(changing))) {
      page.view("gone", false);
      return;
    }
    const came = await this.#draft.restore(changing ? `entry-${changing}` : "write");
    if (changing || came) {
      this.#editor(!changing && state === "none" ? false : Boolean(changing));
    } else {
      this.#first(state);
    }
    if (came) {
      page.say("back");
    }
  }

  /** Nothing is on the paper yet: which question, or somebody to talk to. */
  #first(state: string): void {
    const wished = wishedKind();
    const known = this.#form.querySelector(`[name=kind][value="${CSS.escape(wished)}"]`);
    this.#wished = known && wished !== "free" ? wished : undefined;
    if (wished === "free") {
      this.#asking.plain(wished);
      this.#editor(false);
    } else if (state === "none") {
      this.#asking.plain(known ? wished : "moment");
      this.#page.view("welcome", false);
    } else if (this.#asking.choose(this.#wished, Boolean(known)) === "person") {
      void this.#offerPerson();
    } else {
      this.#editor(false);
    }
  }

  async #offerPerson(): Promise<void> {
    const { companions } = await this.#page.vault
      .ask("companions", {})
      .catch(() => ({ companions: [] }));
    const items = companions.map(({ name, as }) => {
      const item = copy(this.#page.root, "along");
      fill(item, { name, as });
      return item;
    });
    one(this.#page.root, "[data-along]").replaceChildren(...items);
    this.#page.view("person", false, items.length > 0 ? "some" : "nobody");
  }

  /** Put a text of the line on the paper. */
  async #open(object: string): Promise<boolean> {
    const { lines } = await this.#page.vault.ask("list", {});
    const line = lines.find((one) => one.object === object);
    if (!line) {
      return false;
    }
    const letter = await this.#page.vault.ask("read", { object });
    this.#wasParked = line.kind === "parked";
    const { due: _, done: __, ...content } = readContent(line.kind, letter.content);
    this.#paper = { object, base: letter.version, content };
    this.#asking.plain(line.kind === "entry" || line.kind === "parked" ? "moment" : line.kind);
    this.#put(content);
    return true;
  }

  #put(content: Content): void {
    for (const part of this.#parts) {
      part.put(content);
    }
  }

  #editor(focus: boolean): void {
    const borrowed = isBorrowed(this.#page.person) ? "borrowed" : "own";
    this.#page.view("editor", focus, this.#paper.base === undefined ? borrowed : "change");
    one(this.#page.root, "[data-others]").hidden = this.#paper.base !== undefined;
  }

  get #kind(): string {
    return String(new FormData(this.#form).get("kind") ?? "moment");
  }

  #content(): Content {
    return taken(this.#parts, this.#paper.content);
  }

  #typed(): string {
    const content = this.#content();
    const { object, base } = this.#paper;
    const half = this.#parts.map((part) => part.half?.take() ?? "");
    return isEmpty(content) && base === undefined && !half.some(Boolean)
      ? ""
      : JSON.stringify({ kind: this.#kind, object, base, content, half });
  }

  /** What is still being made, is there. */
  async #ready(): Promise<void> {
    await Promise.all(this.#parts.map((part) => part.ready?.()));
  }

  #putBack(text: string): void {
    const draft = readDraft(text);
    if (draft.object) {
      this.#paper = { object: draft.object, base: draft.base, content: draft.content };
    }
    this.#asking.plain(draft.kind);
    this.#put(draft.content);
    for (const [place, part] of this.#parts.entries()) {
      const half = draft.half?.[place];
      if (half) {
        part.half?.put(half);
      }
    }
  }

  #listen(): void {
    const page = this.#page;
    checking(this.#form, page);
    page.onClick("[data-own]", async (button) => {
      borrow(page.person, button.dataset.own === "no");
      this.#editor(true);
    });
    page.onClick("[data-other]", async () => {
      this.#asking.choose(this.#wished, true);
    });
    page.onClick("[data-freely]", async () => {
      this.#asking.plain("free");
      one(this.#form, "#text").focus();
    });
    page.onClick("[data-rather]", async () => {
      this.#asking.choose(undefined, true);
      this.#editor(true);
    });
    page.onClick("[data-free]", async () => {
      this.#asking.plain("free");
      this.#editor(true);
    });
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>("[name=kind]")) {
      radio.addEventListener("change", () => this.#chosen(radio.value));
    }
    page.onClick("[data-leave]", async () => {
      await this.#draft.forget();
      this.#goRead(this.#paper.object);
    });
    this.#form.noValidate = true; // what is wrong is said by our own sentences
    page.onSubmit(this.#form, () => this.#save());
    page.root.addEventListener("vault-closed", () => this.#put(EMPTY));
  }

  /** Another kind: its question comes too, unless a text is already there. */
  #chosen(kind: string): void {
    this.#wished = kind === "free" ? undefined : kind;
    if (isEmpty(this.#content()) && kind !== "free") {
      this.#asking.choose(kind, true);
    } else if (this.#paper.base === undefined && isEmpty(this.#content())) {
      this.#asking.plain(kind);
    } else {
      this.#asking.kindIs(kind);
    }
  }

  async #save(): Promise<void> {
    const page = this.#page;
    await this.#ready();
    const content = this.#content();
    for (const part of this.#parts) {
      const wrong = part.wrong?.();
      if (wrong) {
        page.correct(...wrong);
        return;
      }
    }
    if (isEmpty(content)) {
      page.correct("empty", one(this.#form, "#text"));
      return;
    }
    if (new TextEncoder().encode(JSON.stringify(content)).length > LIMITS.bytes) {
      page.correct("too-large", one(this.#form, '[data-way="voice"]'));
      return;
    }
    await this.#draft.keep();
    const { object, base } = this.#paper;
    const what = { kind: this.#kind, content: { ...content }, object };
    const saved = await page.vault.ask("save", base === undefined ? what : { ...what, base });
    await this.#draft.forget();
    if (this.#wasParked) {
      await comeBack(page, object, null).catch(() => {});
    }
    if (base !== undefined) {
      this.#goRead(saved.object, saved.beside);
      return;
    }
    this.#put(EMPTY);
    this.#paper = { object: crypto.randomUUID(), base: undefined, content: EMPTY };
    await this.#saved(saved.object);
  }

  async #saved(object: string): Promise<void> {
    const page = this.#page;
    const { state } = await page.look();
    if (state === "unkept" && isBorrowed(page.person)) {
      location.assign(one<HTMLAnchorElement>(page.root, "[data-keep]").href);
      return;
    }
    showBar(page);
    one<HTMLAnchorElement>(page.root, "[data-read]").hash = object;
    page.view("saved", true, state);
  }

  #goRead(object: string, beside = false): void {
    const link = one<HTMLAnchorElement>(this.#page.root, "[data-read]");
    location.assign(`${link.pathname}${beside ? "?beside" : ""}#${object}`);
  }
}

interface Kept {
  kind: string;
  object?: string;
  base: number | undefined;
  content: Content;
  /** By part, what was not whole yet; a draft of before has none. */
  half?: string[];
}

/** A draft of before was only a text. */
function readDraft(text: string): Kept {
  try {
    const draft = JSON.parse(text) as Kept;
    return { ...draft, content: readContent(draft.kind, draft.content) };
  } catch {
    return { kind: "moment", base: undefined, content: { v: 1, text } };
  }
}
