/**
 * Names of people the writer knows, in a text that must not be about anybody.
 *
 * The check of the journal leaves a colleague's name alone ("Sam dacht mee"); here it counts. A part
 * of a name counts when the text writes it with a capital.
 */
import { type Finding, fitted, type Language } from "./identifying-text.ts";

const WORD = /\p{L}+(?:['’-]\p{L}+)*/gu;
const SHORTEST = 3;
const OFFER = { nl: "een collega", en: "a colleague" };

export function knownNames(text: string, names: readonly string[], language: Language): Finding[] {
  const parts = new Set<string>();
  for (const [part] of names.join("\n").matchAll(WORD)) {
    if (part.length >= SHORTEST && /^\p{Lu}/u.test(part)) parts.add(part.toLowerCase());
  }
  const found: Finding[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (!(/^\p{Lu}/u.test(word) && parts.has(word.toLowerCase().replace(/['’]s$/, "")))) continue;
    const last = found.at(-1);
    if (last && text.slice(last.end, match.index) === " ") {
      last.end = match.index + word.length; // "Sam Jansen" is one person
    } else {
      const start = match.index;
      const offer = fitted(text, start, OFFER[language]);
      found.push({ start, end: start + word.length, kind: "name", offer });
    }
  }
  return found;
}
