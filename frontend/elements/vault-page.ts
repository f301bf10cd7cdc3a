// One sealed page: which view is shown, what is said, what is refused.
import { Refused, Vault } from "../vault/client.ts";
import type { Status } from "../vault/protocol.ts";
import { fill, one, only } from "./vault-dom.ts";

export class Page {
  readonly root: HTMLElement;
  readonly person: string;
  readonly vault: Vault;
  status: Status | undefined;
  /** The line was closed while this page stood here: nothing is shown or said any more. */
  closed = false;
  /** What must be done with typed text before the page closes. False: the text is not safe yet. */
  beforeClosing: () => Promise<boolean> = async () => true;

  constructor(root: HTMLElement) {
    this.root = root;
    this.person = root.dataset.person ?? "";
    this.vault = new Vault(this.person, root.dataset.csrf ?? "");
    root.addEventListener("click", (event) => this.#go(event));
  }

  /** Look again where the line stands. */
  async look(): Promise<Status> {
    this.status = await this.vault.ask("status", {});
    return this.status;
  }

  /** Show one view, as it is for this case, and take whoever reads along with it. */
  view(name: string, focus = true, when?: string): HTMLElement {
    const view = one(this.root, `[data-view="${name}"]`);
    if (when !== undefined) {
      only(view, when);
    }
    showView(this.root, name);
    this.quiet();
    if (focus) {
      const places = [...view.querySelectorAll<HTMLElement>("[data-focus]")];
      const target = places.find((place) => place.offsetParent !== null) ?? view;
      if (target.tabIndex < 0) {
        target.tabIndex = -1;
      }
      target.focus();
    }
    return view;
  }

  /** Say a sentence of the page aloud, and show it. */
  say(name: string, slots: Record<string, string> = {}): void {
    const words = one<HTMLTemplateElement>(this.root, `template[data-say="${name}"]`);
    const live = one(this.root, "[data-live]");
    live.replaceChildren(document.importNode(words.content, true));
    fill(live, slots);
  }

  /** Nothing to say, nothing refused. */
  quiet(): void {
    one(this.root, "[data-live]").replaceChildren();
    one(this.root, "[data-refusal]").hidden = true;
  }

  /** Say what was refused and what to do, just above what was tried. */
  refuse(error: unknown, near?: Element | null): void {
    if (this.closed) {
      return;
    }
    const { why, sentence } = error instanceof Refused ? error : new Refused("server", "");
    if (!(error instanceof Refused)) {
      console.error(error);
    }
    this.quiet();
    const notice = one(this.root, "[data-refusal]");
    const name = why === "server" && sentence ? "said" : why;
    for (const words of notice.querySelectorAll<HTMLElement>("[data-why]")) {
      words.hidden = words.dataset.why !== name;
    }
    fill(notice, { sentence });
    this.#tell(notice, near);
  }

  /** Say what is wrong with what was typed: a sentence of this page. */
  correct(name: string, near: Element, slots: Record<string, string> = {}): void {
    this.quiet();
    const notice = one(this.root, "[data-refusal]");
    const words = one<HTMLTemplateElement>(this.root, `template[data-say="${name}"]`);
    for (const other of notice.querySelectorAll<HTMLElement>("[data-why]")) {
      other.hidden = other.dataset.why !== "typing";
    }
    const place = one(notice, '[data-why="typing"]');
    place.replaceChildren(document.importNode(words.content, true));
    fill(place, slots);
    this.#tell(notice, near);
  }

  /** Do something that takes a moment; a second press waits. Tells whether it worked. */
  async attempt(button: HTMLElement | null, act: () => Promise<void>): Promise<boolean> {
    if (button?.ariaBusy === "true") {
      return false;
    }
    button?.setAttribute("aria-busy", "true");
    this.quiet();
    try {
      await act();
      return true;
    } catch (error) {
      this.refuse(error, button);
      return false;
    } finally {
      button?.removeAttribute("aria-busy");
    }
  }

  /** What a form does when it is sent. */
  onSubmit(form: HTMLFormElement, act: () => Promise<void>): void {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.attempt(form.querySelector("button:not([type])"), act);
    });
  }

  /** What a button of the page does. */
  onClick(selector: string, act: (button: HTMLElement) => Promise<void>): void {
    for (const button of this.root.querySelectorAll<HTMLElement>(selector)) {
      button.addEventListener("click", () => void this.attempt(button, () => act(button)));
    }
  }

  #tell(notice: HTMLElement, near: Element | null | undefined): void {
    const visible = near instanceof HTMLElement && near.offsetParent !== null;
    const place = visible ? (near.closest(".actions") ?? near) : one(this.root, "[data-top]");
    place.before(notice);
    notice.hidden = false;
    notice.focus();
  }

  #go(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest("[data-go]") : null;
    if (button instanceof HTMLElement) {
      this.view(button.dataset.go ?? "");
    }
  }
}

/** Show the one, hide the others. */
export function showView(root: HTMLElement, name: string): void {
  for (const view of root.querySelectorAll<HTMLElement>("[data-view]")) {
    view.hidden = view.dataset.view !== name;
  }
}
