/** Where somebody lives or goes to school. */
import type { Found } from "./identifying-numbers.ts";
import { before, beginsSentence, countsSomething } from "./identifying-text.ts";
import { isParticle, stops } from "./identifying-words.ts";

/** A place; `address` when it is so exact that one house is meant. */
export type Place = Found & { address?: boolean };

const HOUSE = String.raw`(?:[ ,]{0,2}(?:nr\.? |nummer |huisnummer )?\d{1,4}(?!\d| ?%)(?: ?[-/] ?\d{1,4}| ?[a-zA-Z](?![\p{L}\d]))?)`;
// Four digits of which the first is no nought, and two letters that are never SA, SD or SS.
// Source: PostNL, "Postcodes" (the combinations are left out for what they stood for in 1940–1945).
const POSTCODE = new RegExp(
  String.raw`(?<![\p{L}\d.,/€-])([1-9]\d{3})( ?)(?!s[ads](?!\p{L}))([a-z]{2})(?![\p{L}\d])(${HOUSE})?`,
  "giu",
);
const UNIT = /^(?:mb|gb|kb|km|kg|ml|mg|cm|mm|kw|pk|ok|nl|eu|tv|ik|en|is|in|nc|bc|ad|pm|am)$/i;

function isPostcode(said: string, digits: string, gap: string, letters: string, house = "") {
  if (/\bpost(?:al )?code\b[^.!?]*$/i.test(said)) return true;
  const typed = letters === letters.toUpperCase();
  if (!typed) return letters === letters.toLowerCase() && !gap && !!house && !UNIT.test(letters);
  // "in 2024 WO" is a year and a word; Haarlem (2011–2037) needs its house number or no space.
  const year = /^(?:19[5-9]|20[0-3])/.test(digits);
  return !UNIT.test(letters) && !(year && gap && !house);
}

function* postcodes(text: string): Generator<Place> {
  for (const {
    0: all,
    1: digits = "",
    2: gap = "",
    3: letters = "",
    4: house,
    index,
  } of text.matchAll(POSTCODE)) {
    if (!isPostcode(before(text, index), digits, gap, letters, house)) continue;
    yield { start: index, end: index + all.length, kind: "postcode", address: !!house };
  }
}

const SUFFIX =
  "straat|laan|weg|plein|singel|kade|hof|dijk|gracht|steeg|pad|dreef|plantsoen|baan|hoek|park|markt";
const NUMBER = String.raw` (?:nr\.? |nummer )?\d{1,4}(?![\d.,:]\d|\d|%)(?: ?[-/] ?\d{1,4}| ?[a-zA-Z](?![\p{L}\d]))?`;
// Begins at the end of the name: going back from there is cheap, going on from every word is not.
const STREET = new RegExp(String.raw`(?:${SUFFIX})${NUMBER}(?![\p{L}\d])`, "giu");
const WORD_BEFORE = /\p{L}[\p{L}'’-]{0,30}$/u;
// Without a capital only what is hardly ever anything else: "onderweg 2" is no street.
const SURELY = /(?:straat|laan|plein|singel|kade|gracht|steeg) /;
const NO_STREET =
  /^(?:onderweg|halverwege|(?:snel|auto|spoor|rijks|provinciale|heen|terug|om|uit|door|loop)weg|gerechtshof|winkelstraat|snelbaan|loopbaan|schoolplein|speelplein|voetpad)/i;
// "Lange Singel 14" is a street, "in de straat 12 …" and "Weg 2 …" are none.
const ALONE = new RegExp(`^(?:${SUFFIX}) `, "i");
const ENGLISH_STREET =
  /(?<![\p{L}\d])\d{1,4}[a-z]? (?:\p{Lu}[\p{L}'’]{1,20} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Square|Crescent)(?!\p{L})/gu;

/** Where the name of a street begins: "Burgemeester van den Boschlaan" is more than one word. */
function streetFrom(text: string, at: number): number {
  let start = at;
  for (let here = at, words = 0; words < 5; words++) {
    const word = /(\p{L}[\p{L}.'’-]{0,30}) $/u.exec(text.slice(Math.max(0, here - 32), here))?.[1];
    if (!word) break;
    here -= word.length + 1;
    if (/^\p{Lu}/u.test(word) && !stops(word)) start = here;
    else if (!isParticle(word)) break;
  }
  return withoutArticle(text, start);
}

/** An offer brings its own article: "het Dorpsplein 3" becomes "een adres". */
function withoutArticle(text: string, at: number): number {
  const article = /(?<!\p{L})(?:de|het|the) $/iu.exec(text.slice(Math.max(0, at - 5), at))?.[0];
  return at - (article?.length ?? 0);
}

function* streets(text: string): Generator<Place> {
  for (const { 0: found, index: suffix } of text.matchAll(STREET)) {
    const front = WORD_BEFORE.exec(text.slice(Math.max(0, suffix - 31), suffix))?.[0] ?? "";
    const all = front + found;
    const index = suffix - front.length;
    const end = index + all.length;
    if (NO_STREET.test(all) || countsSomething(text, end)) continue;
    if (!/^\p{Lu}/u.test(all) && !SURELY.test(all)) continue;
    if (ALONE.test(all) && (/^\p{Ll}/u.test(all) || beginsSentence(text, index))) continue;
    yield { start: streetFrom(text, index), end, kind: "street" };
  }
  for (const { 0: all, index } of text.matchAll(ENGLISH_STREET)) {
    yield { start: index, end: index + all.length, kind: "street" };
  }
}

const PROPER = String.raw`\p{Lu}[\p{L}'’-]{1,30}`;
const BEGINNING = "(?:De|Het|['’]t|Sint|St\\.?|Prins(?:es)?|Koningin) ";
// After "school" alone only a name that looks like one; "na school Jayden" is about a child.
const SCHOOL = new RegExp(
  `(?<!\\p{L})(?:(?:[Bb]asisschool|[Oo]bs|OBS|[Cc]bs|CBS|RKBS|rkbs|KBS|PCBS|[Kk]inderdagverblijf|[Pp]euterspeelzaal|KDV|kdv) (?:${BEGINNING})?(${PROPER})(?: ${PROPER})?` +
    `|(?:[Ss]chool|[Kk]inderopvang|[Cc]rèche|BSO|bso|SBO|sbo|VSO|vso) ${BEGINNING}(${PROPER}))`,
  "gu",
);
const NAMED_SCHOOL =
  /(?:College|Lyceum|Gymnasium|(?:[Pp]rimary |[Ss]econdary |[Hh]igh )[Ss]chool)(?!\p{L})/gu;
const NAMED_BEFORE = new RegExp(`(?<!\\p{L})(?:${PROPER} ){1,3}$`, "u");
// Where starters themselves learn: naming it points at no child.
const OWN_SCHOOL =
  /(?:Hoornbeeck|Deltion|Summa|Vinci|Scalda|Curio|Alfa|Rijn IJssel|Albeda|Noorderpoort|Graafschap|Koning Willem|Horizon|Friesland|Hogeschool|University|Roosevelt) /;

function* schools(text: string): Generator<Place> {
  for (const { 0: all, 1: name, 2: other, index } of text.matchAll(SCHOOL)) {
    if (stops(name ?? other ?? "")) continue;
    yield { start: withoutArticle(text, index), end: index + all.length, kind: "school" };
  }
  for (const { 0: kind, index: at } of text.matchAll(NAMED_SCHOOL)) {
    const names = NAMED_BEFORE.exec(text.slice(Math.max(0, at - 96), at))?.[0] ?? "";
    const index = at - names.length;
    const words = names.trim().split(" ");
    const skipped = words.findIndex((word) => !stops(word));
    if (skipped < 0 || OWN_SCHOOL.test(names)) continue;
    const start = index + words.slice(0, skipped).join(" ").length + (skipped ? 1 : 0);
    yield { start: withoutArticle(text, start), end: at + kind.length, kind: "school" };
  }
}

export function* places(text: string): Generator<Place> {
  yield* postcodes(text);
  yield* streets(text);
  yield* schools(text);
}
