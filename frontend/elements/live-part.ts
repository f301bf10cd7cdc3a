// <live-part src="…">: a piece of a page that is fetched anew when its room rings.
//
// Nodes stay where they can, so focus, caret and scroll stay. A field in which somebody typed, or
// is typing, is left alone, and so is what holds one: nobody loses words because another pressed a
// button. Give forms in it an id. With `announce` a screen reader reads out what changed.
// It works without its room too: `refresh()` fetches it.
import { Idiomorph } from "idiomorph";
import { Gathered } from "../live/pace.ts";
import { ask, words } from "./live-ask.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FIELDS = "input, textarea, select";

function isField(node: Node): node is Field {
  return node instanceof Element && node.matches(FIELDS);
}

/** Whether somebody changed it since the page gave it. */
function touched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const given = options.some((option) => option.defaultSelected);
    return given && options.some((option) => option.selected !== option.defaultSelected);
  }
  if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)) {
    return field.checked !== field.defaultChecked;
  }
  const hidden = field instanceof HTMLInputElement && field.type === "hidden";
  return !hidden && field.value !== field.defaultValue;
}

function atWork(field: Field): boolean {
  return field === document.activeElement || touched(field);
}

/** Whether words that somebody typed would go away with this. */
function holdsWords(node: Node): boolean {
  return (
    node instanceof Element &&
    [...(isField(node) ? [node] : node.querySelectorAll<Field>(FIELDS))].some(touched)
  );
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
    const address = this.getAttribute("src");
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
    Idiomorph.morph(this, [...body.childNodes], {
      morphStyle: "innerHTML",
      callbacks: {
        beforeNodeMorphed: (old: Node) =>
          !(isField(old) && atWork(old)) && !(old instanceof Element && old.matches("[data-keep]")),
        beforeNodeRemoved: (old: Node) =>
          !holdsWords(old) && !(old instanceof Element && old.matches("[data-keep]")),
        // What somebody folded open stays open.
        beforeAttributeUpdated: (name: string, node: Element) =>
          !(name === "open" && node instanceof HTMLDetailsElement),
      },
    });
    this.dispatchEvent(new CustomEvent("live-changed", { bubbles: true }));
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
