// What is being made on a page, of whatever form, is kept sealed on this device. Each window has a
// place of its own, so that two windows do not write over each other.
import type { Page } from "./vault-page.ts";

const PAUSE = 1000; // milliseconds after the last key
const RELOADING = 300; // milliseconds that a page which goes away may hold its place

/** What can be put back later: "" when there is nothing. */
export interface Typed {
  take: () => string;
  put: (text: string) => void;
}

export class Draft {
  readonly #page: Page;
  readonly #form: HTMLElement;
  readonly #typed: Typed;
  #place = "";
  #timer = 0;
  #unsafe = false;
  #turn: Promise<boolean> = Promise.resolve(true);

  constructor(page: Page, form: HTMLElement, typed: Typed) {
    this.#page = page;
    this.#form = form;
    this.#typed = typed;
    form.addEventListener("input", () => {
      this.#mark(true);
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.keep(), PAUSE);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        void this.keep();
      }
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.#unsafe) {
        void this.keep();
        event.preventDefault();
      }
    });
    page.beforeClosing = async () => {
      const safe = await this.keep();
      if (!safe) {
        page.correct("not-safe", form);
      }
      return safe;
    };
  }

  /** Take a place under this name and put back what stands there; tells whether anything did. */
  async restore(name: string): Promise<boolean> {
    const text = await this.#found(name, RELOADING);
    if (text === "") {
      await this.#claim(`${name}/${crypto.randomUUID()}`);
    } else {
      this.#typed.put(text);
    }
    return text !== "";
  }

  /** The newest text under this name that no other window is at. */
  async #found(name: string, patience: number): Promise<string> {
    const { vault } = this.#page;
    const { drafts } = await vault.ask("drafts", {});
    const mine = drafts.filter((one) => one.name === name || one.name.startsWith(`${name}/`));
    for (const { name: place } of mine.filter(({ held }) => !held)) {
      const text = (await this.#claim(place))
        ? (await vault.ask("draft", { name: place })).text
        : "";
      if (text) {
        return text;
      }
    }
    if (mine.some(({ held }) => held) && patience > 0) {
      // Perhaps this same page, on its way out while it is loaded again.
      await new Promise((later) => setTimeout(later, patience));
      return this.#found(name, 0);
    }
    return "";
  }

  async #claim(place: string): Promise<boolean> {
    const { claimed } = await this.#page.vault.ask("claimDraft", { name: place });
    if (claimed) {
      this.#place = place;
    }
    return claimed;
  }

  /** Keep it now; true when everything is safe. */
  keep(): Promise<boolean> {
    window.clearTimeout(this.#timer);
    return this.#unsafe && this.#place ? this.#write(this.#typed.take()) : this.#turn;
  }

  /** It is kept elsewhere, or thrown away. */
  forget(): Promise<boolean> {
    window.clearTimeout(this.#timer);
    this.#mark(false);
    return this.#write("");
  }

  #write(text: string): Promise<boolean> {
    this.#turn = this.#turn.then(() =>
      this.#page.vault.ask("keepDraft", { name: this.#place, text }).then(
        () => {
          this.#mark(this.#unsafe && text !== "" && this.#typed.take() !== text);
          return true;
        },
        () => false,
      ),
    );
    return this.#turn;
  }

  /** The form says so too: `data-safe`, for whoever wants to show it. */
  #mark(unsafe: boolean): void {
    this.#unsafe = unsafe;
    this.#form.dataset.safe = unsafe ? "no" : "yes";
  }
}
