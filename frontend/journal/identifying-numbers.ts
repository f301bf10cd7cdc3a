/** Numbers and addresses that belong to one person: BSN, phone, IBAN, plate, e-mail, handle. */
import { before, countsSomething, type Finding, type Kind } from "./identifying-text.ts";

export type Found = Omit<Finding, "offer">;

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/**
 * The eleven test of the burgerservicenummer: 9a + 8b + … + 2h − i is divisible by eleven.
 *
 * Source: Logisch Ontwerp BSN (Rijksdienst voor Identiteitsgegevens), the rule for a valid number.
 * A number of eight digits gets a nought in front.
 */
export function passesElevenTest(number: string): boolean {
  if (!/^\d{8,9}$/.test(number)) return false;
  const digits = number.padStart(9, "0");
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return sum % 11 === 0 && Number(digits) > 0;
}

// Groups as people write them: 123456782, 123 456 782, 1234.56.782 (as the old sofinummer), and
// 12.345.678 for eight. Digits in other groups are lists, amounts and scores.
const BSN =
  /(?<![\p{L}\d.,/+€$£-])(?:\d{8,9}|\d{2,3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3})(?![\p{L}\d%€]|[.,/-]\d)/gu;
const CALLED_BSN = /\b(?:bsn|burgerservice|sofi|service number)/i;
// One in eleven numbers of other kinds passes the test; these announce themselves.
const OTHER_NUMBER =
  /(?:\b(?:skj|kvk|big|agb|btw|isbn|issn|eur|usd|tel|nr|id|doi)\b|€|euro|register|registratie|student|personeel|factu|order|bestel|kenmerk|ticket|artikel|rekening|versie|amount|invoice|employee|membership|lidnummer|lidmaat)[^\n]*$/i;
const COMPACT_DATE =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/;

function isBsn(text: string, found: string, start: number, end: number): boolean {
  const digits = found.replace(/\D/g, "");
  if (!passesElevenTest(digits)) return false;
  const said = before(text, start);
  if (CALLED_BSN.test(said)) return true;
  if (OTHER_NUMBER.test(said) || /^ ?(?:euro|eur\b|€)/i.test(text.slice(end, end + 5)))
    return false;
  // "100 200 300 400" is a row of numbers, of which three may pass by chance.
  const inRow = found !== digits && (/\d[ .]$/.test(said) || /^[ .]\d/.test(text.slice(end)));
  return !(inRow || COMPACT_DATE.test(digits) || countsSomething(text, end));
}

// A number as people type it: groups of digits with spaces, dots, dashes and brackets between.
const PHONE = /(?<![\p{L}\d.,/+-])(?:\+|\(?0)\d*(?:[ .()-]{1,3}\d+){0,9}/gu;

/** Whether digits make a number of a person. Numbers of desks (0800, 0900, 088, 14…) are public. */
function rings(written: string): boolean {
  const digits = written.replace(/\(0\)/, "").replace(/[^\d+]/g, "");
  const dutch = digits.replace(/^(?:\+|00)31/, "0");
  if (/^0(?:800|90\d|88|85|84)/.test(dutch)) return false;
  if (/^0[1-9]\d{8}$/.test(dutch)) return true;
  return /^(?:\+|00)(?!31)[1-9]\d{7,13}$/.test(digits);
}

/** The longest beginning of a candidate that rings: "0612345678 2" is a number and a two. */
function phoneIn(candidate: string): string | null {
  for (let end = candidate.length; end > 8; ) {
    const tried = candidate.slice(0, end);
    if (rings(tried)) return tried;
    end = tried.search(/[ .()-]+\d+$/);
  }
  return null;
}

// With a letter for the country, two digits to check, the bank and ten digits.
const IBAN = /(?<![\p{L}\d])NL ?\d{2} ?[A-Z]{4} ?(?:\d ?){9}\d(?!\d)/giu;

// The series of the RDW ("sidecodes"), with the dashes of the plate. L is a letter, D a digit.
const PLATE = /(?<![\p{L}\d-])(?:[A-Z]{1,3}|\d{1,3})(?:-(?:[A-Z]{1,3}|\d{1,3})){2}(?![\p{L}\d-])/gu;
const SERIES = new Set(
  (
    "LL-DD-DD DD-DD-LL DD-LL-DD LL-DD-LL LL-LL-DD DD-LL-LL DD-LLL-D D-LLL-DD LL-DDD-L " +
    "L-DDD-LL LLL-DD-L L-DD-LLL D-LL-DDD DDD-LL-D"
  ).split(" "),
);
const isPlate = (found: string) => SERIES.has(found.replace(/[A-Z]/g, "L").replace(/\d/g, "D"));

// Starts at the @ and looks back a bounded way: a text of only letters is walked once.
const AT = /@[\p{L}\d_](?:[\p{L}\d_-]|\.(?=[\p{L}\d_])){1,80}/gu;
const MAILBOX = /[\p{L}\d._%+-]{1,64}$/u;
const NO_HANDLE = /^@(?:home|work|school|thuis|werk|kantoor|all|iedereen)$/i;

function* mailOrHandle(text: string): Generator<Found> {
  for (const { 0: found, index } of text.matchAll(AT)) {
    const end = index + found.length;
    const box = MAILBOX.exec(text.slice(Math.max(0, index - 64), index))?.[0];
    if (box && /\.\p{L}{2,}$/u.test(found)) {
      yield { start: index - box.length, end, kind: "email" };
    } else if (!box && !NO_HANDLE.test(found) && text[index - 1] !== "@") {
      yield { start: index, end, kind: "handle" };
    }
  }
}

function* matching(
  text: string,
  pattern: RegExp,
  kind: Kind,
): Generator<Found & { found: string }> {
  for (const { 0: found, index } of text.matchAll(pattern)) {
    yield { start: index, end: index + found.length, kind, found };
  }
}

export function* numbers(text: string): Generator<Found> {
  yield* mailOrHandle(text);
  yield* matching(text, IBAN, "iban");
  for (const { found, start } of matching(text, PHONE, "phone")) {
    const phone = phoneIn(found);
    if (phone) yield { start, end: start + phone.length, kind: "phone" };
  }
  for (const { found, ...one } of matching(text, BSN, "bsn")) {
    if (isBsn(text, found, one.start, one.end)) yield one;
  }
  for (const { found, ...one } of matching(text, PLATE, "plate")) if (isPlate(found)) yield one;
}
