// Six words to write down, and two of them asked back.
import { copy, fill, one } from "./vault-dom.ts";

const SIX = 6;

/** Put the words where they can be written down from. */
export function showWords(root: HTMLElement, words: string[]): void {
  const list = one(root, "[data-words]");
  list.replaceChildren(
    ...words.map((word) => {
      const item = copy(root, "word");
      item.textContent = word;
      return item;
    }),
  );
}

/** Ask for two of them, at places that are chosen here each time. */
export function askBack(form: HTMLElement): void {
  const [first, second] = twoPlaces();
  const fields = form.querySelectorAll<HTMLElement>("[data-asked]");
  for (const [index, place] of [first, second].entries()) {
    const field = fields[index];
    if (field) {
      fill(field, { place: String(place + 1) });
      const input = one<HTMLInputElement>(field, "input");
      input.value = "";
      input.dataset.place = String(place);
    }
  }
}

/** What was typed back, by place. */
export function typedBack(form: HTMLElement): Record<number, string> {
  const typed: Record<number, string> = {};
  for (const input of form.querySelectorAll<HTMLInputElement>("[data-asked] input")) {
    typed[Number(input.dataset.place)] = input.value.trim().toLowerCase();
  }
  return typed;
}

function twoPlaces(): [number, number] {
  const random = crypto.getRandomValues(new Uint32Array(2));
  const first = (random[0] ?? 0) % SIX;
  const step = 1 + ((random[1] ?? 0) % (SIX - 1));
  const second = (first + step) % SIX;
  return first < second ? [first, second] : [second, first];
}
