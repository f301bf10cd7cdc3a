// Fields for what is asked, each with ways to begin. A starter is put in; the rest is one's own.
import type { Answered } from "../together/message.ts";
import type { Asked } from "./together-library.ts";
import { copy, fill, one } from "./vault-dom.ts";

let made = 0;

/** Lay out a field for each part. Only one part: its ways to begin stand open. */
export function fields(root: HTMLElement, place: HTMLElement, parts: Asked[]): void {
  place.replaceChildren(...parts.map((part) => field(root, part, parts.length === 1)));
}

function field(root: HTMLElement, { question, hint, starters }: Asked, isOnly: boolean) {
  const item = copy(root, "asked");
  const typed = one<HTMLTextAreaElement>(item, "textarea");
  made += 1;
  typed.id = `asked-${made}`;
  typed.rows = isOnly ? 5 : 3;
  typed.dataset.asked = question;
  one<HTMLLabelElement>(item, "label").htmlFor = typed.id;
  fill(item, { question, hint });
  one(item, "[data-slot=hint]").hidden = hint === "";
  one<HTMLDetailsElement>(item, "[data-begin]").open = isOnly;
  showStarters(one(item, "[data-starters]"), typed, starters);
  return item;
}

/** A button for each way to begin; pressed, it stands in the field and waits for the rest. */
export function showStarters(
  place: HTMLElement,
  typed: HTMLTextAreaElement,
  starters: string[],
): void {
  place.replaceChildren(
    ...starters.map((starter) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = starter;
      button.addEventListener("click", () => begin(typed, starter));
      return button;
    }),
  );
}

function begin(typed: HTMLTextAreaElement, starter: string): void {
  const before = typed.value.trim() ? `${typed.value.trimEnd()}\n` : "";
  typed.value = before + starter;
  typed.dispatchEvent(new Event("input", { bubbles: true }));
  typed.focus();
  const open = starter.indexOf("…");
  if (open >= 0) {
    typed.setSelectionRange(before.length + open, before.length + open + 1);
  }
}

/** What was typed, part by part, in the order of the page. */
export function typedIn(place: HTMLElement): Answered[] {
  return [...place.querySelectorAll("textarea")].map(({ dataset, value }) => ({
    asked: dataset.asked ?? "",
    text: value,
  }));
}

/** Put typed words back where they stood. */
export function putIn(place: HTMLElement, words: string[]): void {
  for (const [at, typed] of place.querySelectorAll("textarea").entries()) {
    typed.value = words[at] ?? "";
  }
}
