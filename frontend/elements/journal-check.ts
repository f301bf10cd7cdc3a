// Under what is typed: what may point at somebody, with neutral words to take. The worker looks for
// it when there is a quiet moment, so that no key waits; it warns, and never stops anything.
import type { Finding } from "../journal/identifying.ts";
import { language, textOfPage } from "./journal-dom.ts";
import { copy, fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

const PAUSE = 700; // milliseconds after the last key
const MOST = 2; // shown at once: a page full of warnings helps nobody
const LONGEST = 20_000; // letters looked at; the end of what is longer

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Look along with the fields in which somebody writes. */
export function checking(form: HTMLElement, { root, vault }: Page): void {
  const place = form.querySelector<HTMLElement>("[data-findings]") ?? one(root, "[data-findings]");
  const left = new Set<string>();
  let timer = 0;

  async function look(field: Field): Promise<void> {
    const typed = field.value;
    const from = Math.max(0, typed.length - LONGEST);
    const text = typed.slice(from);
    const { findings } = await vault.ask("identifying", { text, language: language() });
    if (field.value !== typed) {
      return; // typed on meanwhile: the next quiet moment looks again
    }
    const found = findings
      .map((one) => ({ ...one, start: one.start + from, end: one.end + from }))
      .filter(({ start, end }) => !left.has(field.value.slice(start, end)));
    const shown = found.slice(0, MOST);
    const says = shown
      .map(({ kind, start, end }) => kind + field.value.slice(start, end))
      .join("\n");
    if (place.dataset.says !== says) {
      place.dataset.says = says;
      place.replaceChildren(...shown.map((one) => item(field, one)));
    }
  }

  function item(field: Field, finding: Finding): HTMLElement {
    const made = copy(root, "finding");
    const found = field.value.slice(finding.start, finding.end);
    const what = textOfPage(root, `[data-finding="${finding.kind}"]`);
    fill(made, { what, found, offer: finding.offer });
    one(made, "[data-take]").addEventListener("click", () => {
      // Typed on meanwhile: look where it stands now.
      const at = field.value.indexOf(found);
      if (at >= 0) {
        field.setRangeText(finding.offer, at, at + found.length, "end");
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      field.focus();
      void look(field);
    });
    one(made, "[data-keep-so]").addEventListener("click", () => {
      left.add(found);
      field.focus();
      void look(field);
    });
    return made;
  }

  form.addEventListener("input", ({ target }) => {
    if (isField(target) && "textField" in target.dataset) {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void look(target), PAUSE);
    }
  });
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
