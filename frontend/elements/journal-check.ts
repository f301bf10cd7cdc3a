// Under what is typed: what may point at somebody, with neutral words to take. It warns when there
// is a quiet moment, and never stops anything.
import { type Finding, findIdentifying } from "../journal/identifying.ts";
import { language, textOfPage } from "./journal-dom.ts";
import { copy, fill, one } from "./vault-dom.ts";

const PAUSE = 700; // milliseconds after the last key
const MOST = 2; // shown at once: a page full of warnings helps nobody
const LONGEST = 20_000; // letters looked at; the end of what is longer

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Look along with the fields in which somebody writes. */
export function checking(form: HTMLElement, root: HTMLElement): void {
  const place = one(root, "[data-findings]");
  const left = new Set<string>();
  let timer = 0;

  function look(field: Field): void {
    const from = Math.max(0, field.value.length - LONGEST);
    const text = field.value.slice(from);
    const found = findIdentifying(text, language())
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
      look(field);
    });
    one(made, "[data-keep-so]").addEventListener("click", () => {
      left.add(found);
      field.focus();
      look(field);
    });
    return made;
  }

  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement && "textField" in target.dataset) {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => whenQuiet(() => look(target)), PAUSE);
    }
  });
}

function whenQuiet(act: () => void): void {
  if ("requestIdleCallback" in window) {
    requestIdleCallback(act, { timeout: 3 * PAUSE });
  } else {
    setTimeout(act); // Safari
  }
}
