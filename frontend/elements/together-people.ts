// To whom: everybody one may write to, with what one can know of their keys.
import type { Companion } from "../vault/protocol.ts";
import { copy, fill, one, only } from "./vault-dom.ts";

const CLOSED = new Set<string>(["no-keys", "changed"]);

/** Whether something can be sealed to them. */
export const isOpen = ({ trust }: Companion): boolean => !CLOSED.has(trust);

/** The ids of those to whom something can be sealed. */
export function openOnes(all: Companion[]): Set<string> {
  return new Set(all.filter(isOpen).map(({ person }) => person));
}

/** List people to choose from; `single`: one of them. */
export function people(
  root: HTMLElement,
  place: HTMLElement,
  all: Companion[],
  single: boolean,
): void {
  const were = chosen(place);
  // Of several nobody knows whom of them: then it is asked.
  const before = new Set(single && were.length > 1 ? [] : were);
  place.replaceChildren(
    ...all.map(({ person, name, as, trust }) => {
      const item = copy(root, "person");
      fill(item, { name, as });
      only(item, CLOSED.has(trust) ? trust : "plain");
      const input = one<HTMLInputElement>(item, "input");
      input.type = single ? "radio" : "checkbox";
      input.value = person;
      input.disabled = CLOSED.has(trust);
      input.checked = before.has(person) && !input.disabled;
      for (const link of item.querySelectorAll("a")) {
        link.hash = person;
      }
      return item;
    }),
  );
}

/** The ids of who was chosen. */
export function chosen(place: HTMLElement): string[] {
  return [...place.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value);
}

/** Choose these, as far as they can be chosen. */
export function choose(place: HTMLElement, wanted: string[]): void {
  for (const input of place.querySelectorAll<HTMLInputElement>("input")) {
    input.checked = wanted.includes(input.value) && !input.disabled;
  }
}
