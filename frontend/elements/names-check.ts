// Beside a text that must not be about a person: what may point at somebody, also in what stands
// there when the page opens. It looks on this device, warns, and never stops anything.
import { type Finding, findIdentifying } from "../journal/identifying.ts";
import { knownNames } from "../journal/known-names.ts";
import { copy, fill, one } from "./vault-dom.ts";

const PAUSE = 700; // milliseconds after the last key
const MOST = 4; // shown at once: a page full of warnings helps nobody

class NamesCheck extends HTMLElement {
  private readonly left = new Set<string>();
  private timer = 0;

  connectedCallback(): void {
    const field = this.field();
    field?.addEventListener("input", () => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.look(), PAUSE);
    });
    this.look();
  }

  private field(): HTMLTextAreaElement | null {
    return this.querySelector("textarea");
  }

  private text(): string {
    return this.field()?.value ?? this.querySelector("[data-text]")?.textContent ?? "";
  }

  private look(): void {
    const place = this.querySelector<HTMLElement>("[data-findings]");
    if (!place) {
      return; // the text is on its way already
    }
    const text = this.text();
    const language = document.documentElement.lang === "en" ? "en" : "nl";
    const known = (this.dataset.known ?? "").split("\n").filter(Boolean);
    const found = [...findIdentifying(text, language), ...knownNames(text, known, language)];
    const shown = new Map<string, Finding>();
    for (const finding of found) {
      const said = text.slice(finding.start, finding.end);
      if (!(this.left.has(said) || shown.has(said))) {
        shown.set(said, finding);
      }
    }
    const some = [...shown].slice(0, MOST);
    const says = some.map(([said]) => said).join("\n");
    if (place.dataset.says !== says) {
      place.dataset.says = says;
      place.replaceChildren(...some.map(([said, finding]) => this.item(said, finding)));
    }
  }

  private item(said: string, { kind, offer }: Finding): HTMLElement {
    const made = copy(this, "finding");
    const what = one<HTMLTemplateElement>(this, `template[data-finding="${kind}"]`);
    fill(made, { what: what.content.textContent ?? "", found: said, offer });
    const field = this.field();
    if (!field) {
      one(made, ".actions").remove();
      return made;
    }
    one(made, "[data-take]").addEventListener("click", () => {
      const at = field.value.indexOf(said);
      if (at >= 0) {
        field.setRangeText(offer, at, at + said.length, "end");
      }
      field.focus();
      this.look();
    });
    one(made, "[data-keep-so]").addEventListener("click", () => {
      this.left.add(said);
      field.focus();
      this.look();
    });
    return made;
  }
}

customElements.define("names-check", NamesCheck);
