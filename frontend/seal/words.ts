/** The words of the list: what people remember, type and read aloud. */
import { unb64 } from "./bytes.ts";
import list from "./words.json" with { type: "json" };

const WORDS: readonly string[] = list;
const KNOWN = new Set(WORDS);
const BITS = 11; // 2,048 words
const SIX = 6;

/** Six new words, 66 bits, with spaces between them. */
export function drawWords(): string {
  const drawn = crypto.getRandomValues(new Uint16Array(SIX));
  return Array.from(drawn, (number) => WORDS[number % WORDS.length]).join(" ");
}

/** Typed words as they are used: lower case, single spaces, nothing else between them. */
export function cleanWords(typed: string): string {
  return parts(typed).join(" ");
}

/** Typed words that are not in the list, as typed in lower case. */
export function unknownWords(typed: string): string[] {
  return parts(typed).filter((word) => !KNOWN.has(word));
}

/** Whether this is six words of the list. */
export function isSixWords(typed: string): boolean {
  return parts(typed).length === SIX && unknownWords(typed).length === 0;
}

/** The first 66 bits of a fingerprint as six words, to read aloud and compare. */
export function wordsOf(fingerprint: string): string {
  let bits = 0n;
  for (const byte of unb64(fingerprint).subarray(0, 9)) bits = (bits << 8n) | BigInt(byte);
  const first = bits >> 6n; // 72 bits to 66
  const numbers = Array.from({ length: SIX }, (_, at) =>
    Number((first >> BigInt(BITS * (SIX - 1 - at))) & 2047n),
  );
  return numbers.map((number) => WORDS[number]).join(" ");
}

const parts = (typed: string): string[] =>
  typed
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
