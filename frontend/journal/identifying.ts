/**
 * What in a text points at a person other than the writer, with neutral words instead.
 *
 * It runs where she types and nowhere else. It warns; it sends nothing and it stops nothing.
 */
import { birthDates } from "./identifying-dates.ts";
import { names } from "./identifying-names.ts";
import { numbers } from "./identifying-numbers.ts";
import { type Place, places } from "./identifying-places.ts";
import { type Finding, fitted, type Language, OFFERS } from "./identifying-text.ts";

export type { Finding, Kind, Language } from "./identifying-text.ts";

/** Which finding stays when two overlap: what is written in one form only comes first. */
const FIRST = [
  "email",
  "iban",
  "phone",
  "bsn",
  "plate",
  "birthDate",
  "street",
  "postcode",
  "school",
  "handle",
  "name",
];
const rank = ({ kind }: Finding) => FIRST.indexOf(kind);

/** Sorted, and of those that overlap the first in rank, then the longest. */
function apart(findings: Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const one of findings.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (rank(one) < rank(last)) kept[kept.length - 1] = one;
  }
  return kept;
}

function once(text: string, language: Language, today: Date): Finding[] {
  const offers = OFFERS[language];
  // The page may be in another language than what is written on it. A name is known by the words
  // around it, and what is offered instead stands between those: in their language.
  const other = language === "nl" ? "en" : "nl";
  const found: Finding[] = [...names(text, language), ...names(text, other)];
  for (const one of [...numbers(text), ...birthDates(text, today), ...places(text)] as Place[]) {
    const { start, end, kind, address } = one;
    if (kind === "name") continue;
    found.push({ start, end, kind, offer: offers[address ? "address" : kind] });
  }
  const all = apart(found);
  for (const one of all) one.offer = fitted(text, one.start, one.offer);
  return all;
}

/** The text with every offer taken. */
export function withOffers(text: string, findings: readonly Finding[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, offer } of findings) {
    parts.push(text.slice(from, start), offer);
    from = end;
  }
  return parts.join("") + text.slice(from);
}

/** What was found in the text with offers, as places in the text itself. */
function traced(more: readonly Finding[], findings: readonly Finding[]): Finding[] {
  let at = 0;
  let shift = 0;
  const place = (there: number, edge: "start" | "end"): number => {
    for (let one = findings[at]; one; one = findings[at]) {
      const begins = one.start + shift;
      const ends = begins + one.offer.length;
      if (there < begins || (there === begins && edge === "end")) break;
      if (there < ends || (there === ends && edge === "end")) return one[edge];
      shift += one.offer.length - (one.end - one.start);
      at++;
    }
    return there - shift;
  };
  return more.map((one) => {
    const start = place(one.start, "start");
    return { ...one, start, end: place(one.end, "end") };
  });
}

/** New findings take the place of the older ones they touch. */
function joined(older: readonly Finding[], newer: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  let at = 0;
  for (const one of older) {
    while ((newer[at]?.end ?? Infinity) <= one.start) at++;
    if ((newer[at]?.start ?? Infinity) >= one.end) kept.push(one);
  }
  return [...kept, ...newer].sort((a, b) => a.start - b.start);
}

/** Enough for any text a person writes; a made one may keep us busy no longer. */
const ROUNDS = 4;

/**
 * Everything that may identify somebody, in Dutch or in English, sorted and not overlapping. Where
 * the words around it do not say it, the offer is in `language`.
 *
 * Taking every offer leaves a text in which nothing more is found: what comes to light between the
 * offers ("moeder Fatima (Jayden)") is looked for here already.
 */
export function findIdentifying(text: string, language: Language, today = new Date()): Finding[] {
  let found = once(text, language, today);
  for (let round = 0; round < ROUNDS && found.length; round++) {
    const more = once(withOffers(text, found), language, today);
    if (!more.length) break;
    found = joined(found, traced(more, found));
  }
  return found;
}
