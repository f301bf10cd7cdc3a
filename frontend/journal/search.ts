// Searching in plain words: normalised once, matched as text, shown with a piece of what was written.
import { oneLine } from "./content.ts";

/** Something to search in. `plain` is as written, on one line; `words` is what is compared. */
export interface Searchable {
  plain: string;
  words: string;
  /** Every character has the same place in both. */
  same: boolean;
}

export interface Snippet {
  text: string;
  /** Where the words that were sought stand in `text`: from, up to. */
  hits: [number, number][];
}

/** Characters shown before the first hit and after it. */
const AROUND = 60;
/** From this length on a word is also found inside another: "begeleider" in "werkbegeleider". */
const INSIDE = 4;
/** Characters that keep their place when they are compared: Latin, and common punctuation. */
const SIMPLE = /^[\0-\u024f\u2010-\u2027\u2030-\u205e\u20ac]*$/;

/** What is compared: lower case, no marks on letters, straight quotes. Keeps no other place. */
export function normalised(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"');
}

/** A text as it is shown where it is found: on one line, its letters with their marks. */
export const plainOf = (text: string) => oneLine(text.normalize("NFC"));

/** Make a text ready to search in. */
export const searchable = (text: string): Searchable => new Plain(plainOf(text));

/** Made ready when it is first looked through: a line opens without that. */
export class Plain implements Searchable {
  readonly plain: string;
  #words: string | undefined;
  #same: boolean | undefined;

  constructor(plain: string) {
    this.plain = plain;
  }

  get words(): string {
    this.#words ??= normalised(this.plain);
    return this.#words;
  }

  get same(): boolean {
    this.#same ??= SIMPLE.test(this.plain);
    return this.#same;
  }
}

/** The words somebody looks for, each one once. */
export function wordsOf(sought: string): string[] {
  const words = normalised(oneLine(sought)).split(" ");
  const bare = words.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  return [...new Set(bare.filter((word) => word !== ""))];
}

/** Whether all words are in it: each at the beginning of a word, longer ones also inside. */
export function isFound({ words }: Searchable, sought: readonly string[]): boolean {
  return sought.every((word) => placeOf(words, word, 0) >= 0);
}

/** The first place of a word, or -1. */
function placeOf(words: string, word: string, from: number): number {
  let at = words.indexOf(word, from);
  while (at > 0 && word.length < INSIDE && isInside(words, at)) {
    at = words.indexOf(word, at + 1);
  }
  return at;
}

const LETTER = /[\p{L}\p{N}]/u;
const isInside = (words: string, at: number) => LETTER.test(words[at - 1] as string);

/** A piece of what was written around the first hit; the beginning when nothing was sought. */
export function snippetOf(one: Searchable, sought: readonly string[]): Snippet {
  const places = sought.map((word) => placeOf(one.words, word, 0)).filter((at) => at >= 0);
  const first = toPlain(one, places.length > 0 ? Math.min(...places) : 0);
  const from = startOf(one.plain, first - AROUND);
  const to = endOf(one.plain, first + AROUND);
  const before = from > 0 ? "…" : "";
  const text = before + one.plain.slice(from, to) + (to < one.plain.length ? "…" : "");
  const shift = before.length - from;
  const hits = allHits(one, sought, from, to);
  return { text, hits: hits.map(([start, end]) => [start + shift, end + shift]) };
}

/** Between words, and not further than a word of 20 characters away. */
function startOf(plain: string, at: number): number {
  if (at <= 0) return 0;
  const space = plain.indexOf(" ", at);
  return whole(plain, space >= 0 && space < at + 20 ? space + 1 : at);
}

function endOf(plain: string, at: number): number {
  if (at >= plain.length) return plain.length;
  const space = plain.lastIndexOf(" ", at);
  return whole(plain, space > at - 20 ? space : at);
}

/** Not in the middle of a character of two halves. */
const whole = (plain: string, at: number) =>
  /[\udc00-\udfff]/.test(plain[at] ?? "") ? at + 1 : at;

/** Where the words stand between two places, in order; what overlaps is one. */
function allHits(
  one: Searchable,
  sought: readonly string[],
  from: number,
  to: number,
): [number, number][] {
  const found: [number, number][] = [];
  const last = toWords(one, to);
  for (const word of sought) {
    let at = placeOf(one.words, word, toWords(one, from));
    while (at >= 0 && at + word.length <= last) {
      found.push([toPlain(one, at), toPlain(one, at + word.length)]);
      at = placeOf(one.words, word, at + word.length);
    }
  }
  return merged(found.sort(([one_], [other]) => one_ - other));
}

function merged(hits: [number, number][]): [number, number][] {
  const apart: [number, number][] = [];
  for (const [start, end] of hits) {
    const before = apart.at(-1);
    if (before && start <= before[1]) {
      before[1] = Math.max(before[1], end);
    } else {
      apart.push([start, end]);
    }
  }
  return apart;
}

const toPlain = (one: Searchable, at: number) => walk(one, at, "words")[0];
const toWords = (one: Searchable, at: number) => walk(one, at, "plain")[1];
const lengths = new Map<string, number>();

/** The same place in both forms: `at` is one in `plain` or in `words`. */
function walk({ plain, same }: Searchable, at: number, which: "plain" | "words"): [number, number] {
  if (same) {
    return [at, at];
  }
  let inPlain = 0;
  let inWords = 0;
  for (const character of plain) {
    if ((which === "plain" ? inPlain : inWords) >= at) break;
    inPlain += character.length;
    inWords += lengthOf(character);
  }
  return [inPlain, inWords];
}

function lengthOf(character: string): number {
  let length = lengths.get(character);
  if (length === undefined) {
    length = normalised(character).length;
    lengths.set(character, length);
  }
  return length;
}
