// The parts of what somebody writes: each puts its part of an entry on the page and takes it back.
import type { Content } from "../journal/content.ts";
import { LIMITS, oneLine } from "../journal/content.ts";
import { one } from "./vault-dom.ts";

export interface Part {
  /** What of an entry this part is about. */
  owns: (keyof Content)[];
  put: (content: Content) => void;
  take: () => Partial<Content>;
  /** What of it is not whole yet, for a draft: "" when there is nothing. */
  half?: { take: () => string; put: (text: string) => void };
  /** What must be said before it can be kept: a sentence of the page, and where. */
  wrong?: () => [string, HTMLElement] | undefined;
  /** Wait until it is there, like a recording that still runs. */
  ready?: () => Promise<void>;
}

/** Nothing written yet. */
export const EMPTY: Content = { v: 1, text: "" };

/** What stands on the page now, on top of what an entry held that no part is about. */
export function taken(parts: Part[], base: Content): Content {
  const rest: Partial<Content> = { ...base };
  for (const part of parts) {
    for (const key of part.owns) {
      delete rest[key];
    }
    Object.assign(rest, part.take());
  }
  return { ...rest, v: 1, text: rest.text ?? "" };
}

/** Whether there is anything that is worth keeping. */
export function isEmpty({ text, words, drawing, voice, model, met }: Content): boolean {
  const answered = model?.answers.some((one) => one.text.trim() !== "") ?? false;
  return !(text.trim() || words?.length || drawing || voice || answered || met);
}

export function plainText(root: HTMLElement): Part {
  const field = one<HTMLTextAreaElement>(root, "#text");
  return {
    owns: ["text"],
    put: ({ text }) => {
      field.value = text;
    },
    take: () => ({ text: field.value.trim() }),
  };
}

export function threeWords(root: HTMLElement): Part {
  const fields = [...root.querySelectorAll<HTMLInputElement>("[data-word]")];
  return {
    owns: ["words"],
    put: ({ words }) => {
      for (const [place, field] of fields.entries()) {
        field.value = words?.[place] ?? "";
      }
      openWay(root, "words", Boolean(words?.length));
    },
    take: () => {
      const words = fields.map(({ value }) => oneLine(value)).filter(Boolean);
      return words.length > 0 ? { words } : {};
    },
  };
}

export function themes(root: HTMLElement): Part {
  const field = one<HTMLInputElement>(root, "[data-themes]");
  return {
    owns: ["themes"],
    put: ({ themes }) => {
      field.value = themes?.join(", ") ?? "";
      openWay(root, "themes", Boolean(themes?.length));
    },
    take: () => {
      const themes = themesOf(field.value);
      return themes.length > 0 ? { themes } : {};
    },
  };
}

/** Own words with commas between them, each once, whatever the capitals. */
export function themesOf(text: string): string[] {
  const words = text.split(/[,;]/).map((word) => oneLine(word).slice(0, LIMITS.word).trim());
  const each = new Map(
    words.filter(Boolean).map((word) => [word.normalize("NFC").toLowerCase(), word]),
  );
  return [...each.values()].slice(0, LIMITS.themes);
}

/** Open the place of a way to write when there is something in it. */
export function openWay(root: HTMLElement, name: string, yes: boolean): void {
  if (yes) {
    one<HTMLDetailsElement>(root, `details[data-way="${name}"]`).open = true;
  }
}
