// <live-part src="…">: a piece of a page that is fetched anew when its room rings.
//
// Nodes stay where they can, so focus, caret and scroll stay. A field in which somebody typed, or
// is typing, is left alone. Give forms in it an id. Somebody at work in a form with
// data-stay="address" stays there, also when the others go on: that address is fetched instead.
// Words whose form is gone are shown above. When the scene changes (data-scene on what is shown),
// who is not at work is brought to its beginning, and its heading is read out where the page has a
// place for that ([data-live-heard]). With `announce` a screen reader reads out what
// changed. It works without its room too: `refresh()` fetches it.
import { Idiomorph } from "idiomorph";
import { Gathered } from "../live/pace.ts";
import { ask, words } from "./live-ask.ts";
import { type Field, fieldsIn, isField, textsIn, touched } from "./live-fields.ts";

function atWork(field: Field): boolean {
  return field === document.activeElement || touched(field);
}

export class LivePart extends HTMLElement {
  private readonly gathered = new Gathered(() => this.fetch());
  private latest = "";

  connectedCallback(): void {
    if (this.hasAttribute("announce")) {
      this.setAttribute("aria-live", "polite");
    }
  }

  /** Fetch it anew; what is asked while that is under way is done once more. */
  async refresh(): Promise<void> {
    await this.gathered.ask();
  }

  private async fetch(): Promise<void> {
    const address = this.atWorkIn()?.dataset.stay ?? this.getAttribute("src");
    if (!address) {
      return;
    }
    const answer = await ask(address);
    if (answer.status === 0 || answer.status >= 500) {
      return; // it is asked again at the next ring, or in 15 seconds
    }
    const here = answer.landed === new URL(address, document.baseURI).pathname;
    if (answer.status !== 200 || !here || !answer.page) {
      this.shut();
      return;
    }
    this.take(answer.page.body);
  }

  /** The form that somebody is filling in. */
  private atWorkIn(): HTMLFormElement | undefined {
    const forms = [...this.querySelectorAll<HTMLFormElement>("form[data-stay]")];
    return forms.find((form) => fieldsIn(form).some(touched));
  }

  private take(body: HTMLElement): void {
    for (const script of body.querySelectorAll("script")) {
      script.remove();
    }
    const now = body.innerHTML;
    if (now === this.latest) {
      return;
    }
    this.latest = now;
    this.querySelector(":scope > [data-live-shut]")?.remove();
    const scene = this.scene()?.dataset.scene;
    const still = this.still();
    const unsent: string[] = [];
    Idiomorph.morph(this, [...body.childNodes], {
      morphStyle: "innerHTML",
      callbacks: {
        beforeNodeMorphed: (old: Node) =>
          !(isField(old) && atWork(old)) && !(old instanceof Element && old.matches("[data-keep]")),
        beforeNodeRemoved: (old: Node) => {
          const kept = old instanceof Element && old.matches("[data-keep]");
          if (!kept && old instanceof Element) {
            unsent.push(
              ...textsIn(old)
                .filter(touched)
                .map((field) => field.value),
            );
          }
          return !kept;
        },
        // What somebody folded open stays open.
        beforeAttributeUpdated: (name: string, node: Element) =>
          !(name === "open" && node instanceof HTMLDetailsElement),
      },
    });
    for (const text of unsent) {
      this.show(text);
    }
    this.dispatchEvent(new CustomEvent("live-changed", { bubbles: true }));
    if (scene !== undefined && scene !== this.scene()?.dataset.scene) {
      this.begin();
    }
    still();
  }

  /** What comes above a field in which somebody types does not push it away. */
  private still(): () => void {
    const field = this.contains(document.activeElement) ? document.activeElement : null;
    const before = field?.getBoundingClientRect().top ?? 0;
    return () => {
      if (field?.isConnected && textsIn(field).length) {
        window.scrollBy(0, field.getBoundingClientRect().top - before);
      }
    };
  }

  private scene(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[data-scene]");
  }

  /** A new scene: bring the reader to its beginning, but not away from what they type. */
  private begin(): void {
    this.dispatchEvent(new CustomEvent("live-scene", { bubbles: true }));
    const heard = document.querySelector("[data-live-heard]");
    if (heard) {
      heard.textContent = this.scene()?.querySelector("h1")?.textContent ?? "";
    }
    const typing = document.activeElement?.matches("textarea, input[type=text]");
    const top = this.scene()?.getBoundingClientRect().top ?? 0;
    if (!typing && !this.atWorkIn() && (top < 0 || top > window.innerHeight / 2)) {
      this.scene()?.scrollIntoView();
    }
  }

  /** Words that were typed in a form that is not there any more. */
  private show(text: string): void {
    const kept = document.createElement("div");
    kept.className = "notice attention";
    kept.dataset.keep = "";
    for (const one of [words("unsent"), text]) {
      const line = document.createElement("p");
      line.textContent = one;
      kept.append(line);
    }
    this.prepend(kept);
  }

  /** The page is not for this reader any more, or not there: what stood here stays to be read. */
  private shut(): void {
    if (!this.querySelector(":scope > [data-live-shut]")) {
      const line = document.createElement("p");
      line.className = "notice attention";
      line.dataset.liveShut = "";
      line.setAttribute("role", "status");
      line.textContent = words("shut");
      this.prepend(line);
    }
  }
}

customElements.define("live-part", LivePart);
