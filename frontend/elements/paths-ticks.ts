// How one's months went: chosen for oneself and kept sealed, until one sends it, or gives it as a
// message to whom one picks. The form works without this; what is here adds keeping and giving it.
import {
  type Chosen,
  isWord,
  TICKS,
  type ToTell,
  toKeep,
  told,
  type Word,
  waiting,
} from "../paths/ticks.ts";
import type { Answer } from "../vault/protocol.ts";
import { textOfPage } from "./journal-dom.ts";
import { goWrite, putAside } from "./together-aside.ts";
import { one } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

type Kept = Answer<"ticks">["kept"];

export async function ticks(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state === "elsewhere") {
    page.view("elsewhere", false);
    return;
  }
  page.view("ticks", false);
  const form = page.root.querySelector<HTMLFormElement>("[data-ticks]");
  if (form) await new Ticking(page, form).begin();
}

class Ticking {
  readonly #page: Page;
  readonly #form: HTMLFormElement;
  #kept: Kept = null;
  #changed = false;

  constructor(page: Page, form: HTMLFormElement) {
    this.#page = page;
    this.#form = form;
  }

  async begin(): Promise<void> {
    const { root, vault } = this.#page;
    if (this.#page.status?.state !== "none") {
      ({ kept: this.#kept } = await vault.ask("ticks", {}));
    }
    this.#fill();
    this.#form.addEventListener("change", () => {
      this.#changed = true;
    });
    this.#page.onClick("[data-keep]", () => this.#keep());
    this.#page.onClick("[data-give]", () => this.#give());
    this.#page.beforeClosing = async () => {
      if (this.#changed) await this.#save().catch(() => {}); // locked elsewhere: choose again
      return true;
    };
    root.addEventListener("vault-closed", () => this.#forget());
    one(root, "[data-keeping]").hidden = false;
    this.#offerGiving();
  }

  /** Show what was kept over what was sent. */
  #fill(): void {
    for (const set of this.#months()) {
      const { month, sent } = chosen(set);
      const word = this.#kept && waiting(this.#kept.content, month, sent);
      const radio = word && set.querySelector<HTMLInputElement>(`input[value="${word}"]`);
      if (radio) radio.checked = true;
      one(set, "[data-only-me]").hidden = !word;
    }
  }

  async #keep(): Promise<void> {
    await this.#save();
    await this.#page.look();
    this.#fill();
    this.#offerGiving();
    this.#page.say("kept");
  }

  /** Only with keys that are kept can one write to others. */
  #offerGiving(): void {
    one(this.#form, "[data-giving]").hidden = this.#page.status?.state !== "open";
  }

  /** As a message to be read and changed first; whom it goes to is chosen on the page of writing. */
  async #give(): Promise<void> {
    const page = this.#page;
    const text = told(textOfPage(page.root, "[data-give-first]"), this.#months().flatMap(unsent));
    if (text === "") {
      page.correct("nothing-to-give", this.#form);
      return;
    }
    await this.#save();
    await putAside(page, "consult", [text], []);
    goWrite(page, [["about", "consult"]]);
  }

  async #save(): Promise<void> {
    const content = toKeep(this.#months().map(chosen));
    const again = this.#kept ? { object: this.#kept.object, base: this.#kept.version } : {};
    const what = { kind: TICKS, content: { ...content }, ...again };
    const saved = await this.#page.vault.ask("save", what);
    this.#kept = { object: saved.object, version: saved.version, content };
    this.#changed = false;
  }

  /** The line was closed: the form goes back to what was sent, and can still be sent. */
  #forget(): void {
    this.#form.reset();
    one<HTMLInputElement>(this.#form, "[name=csrfmiddlewaretoken]").value =
      this.#page.root.dataset.csrf ?? "";
    one(this.#form, "[data-keeping]").hidden = true;
  }

  #months(): HTMLElement[] {
    return [...this.#form.querySelectorAll<HTMLElement>("[data-term]")];
  }
}

function chosen(set: HTMLElement): Chosen {
  const radios = [...set.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const word = radios.find(({ checked }) => checked)?.value;
  const sent = radios.find(({ defaultChecked }) => defaultChecked)?.value;
  return { month: set.dataset.term ?? "", word: wordOr(word), sent: wordOr(sent) };
}

/** A month as it can be told to somebody, when it was not sent. */
function unsent(set: HTMLElement): ToTell[] {
  const { word, sent } = chosen(set);
  if (!word || word === sent) return [];
  const radio = one<HTMLInputElement>(set, `input[value="${word}"]`);
  return [
    {
      promise: textIn(set.closest("section"), "h2"),
      month: textIn(set, "legend"),
      word: radio.labels?.[0]?.textContent?.trim() ?? "",
    },
  ];
}

const textIn = (place: Element | null, selector: string): string =>
  place?.querySelector(selector)?.textContent?.trim() ?? "";

const wordOr = (word: string | undefined): Word | "" => (isWord(word) ? word : "");
