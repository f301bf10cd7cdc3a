// What is being typed is kept, sealed, on this device: a second after the last key, and when the
// page goes out of sight. Nothing that was typed gets lost on the way to being kept.
import type { Page } from "./vault-page.ts";

const PAUSE = 1000; // milliseconds

export class Draft {
  readonly #page: Page;
  readonly #name: string;
  readonly #field: HTMLTextAreaElement;
  #timer = 0;
  #typed = false;
  #turn: Promise<boolean> = Promise.resolve(true);

  constructor(page: Page, name: string, field: HTMLTextAreaElement) {
    this.#page = page;
    this.#name = name;
    this.#field = field;
    field.addEventListener("input", () => {
      this.#unsafe(true);
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.keep(), PAUSE);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        void this.keep();
      }
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.#typed) {
        void this.keep();
        event.preventDefault();
      }
    });
    page.beforeClosing = async () => {
      const safe = await this.keep();
      if (!safe) {
        page.correct("not-safe", field);
      }
      return safe;
    };
  }

  /** Put back what was being typed; tells whether there was anything. */
  async restore(): Promise<boolean> {
    const { text } = await this.#page.vault.ask("draft", { name: this.#name });
    if (text) {
      this.#field.value = text;
    }
    return text !== "";
  }

  /** Keep it now; true when everything typed is safe. */
  keep(): Promise<boolean> {
    window.clearTimeout(this.#timer);
    if (!this.#typed) {
      return this.#turn;
    }
    return this.#write(this.#field.value);
  }

  /** It is kept elsewhere, or thrown away. */
  forget(): Promise<boolean> {
    window.clearTimeout(this.#timer);
    return this.#write("");
  }

  #write(text: string): Promise<boolean> {
    this.#turn = this.#turn.then(() =>
      this.#page.vault.ask("keepDraft", { name: this.#name, text }).then(
        () => {
          this.#unsafe(this.#typed && text !== "" && this.#field.value !== text);
          return true;
        },
        () => false,
      ),
    );
    return this.#turn;
  }

  /** The field says so too: `data-safe`, for whoever wants to show it. */
  #unsafe(typed: boolean): void {
    this.#typed = typed;
    this.#field.dataset.safe = typed ? "no" : "yes";
  }
}
