/** Dates on which somebody may have been born, in the notations of Dutch and English. */

import type { Found } from "./identifying-numbers.ts";
import { before, countsSomething } from "./identifying-text.ts";

const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  maa: 3,
  mrt: 3,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
};
const MONTH =
  "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|mrt|mar|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|" +
  "aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR = "(?:,? (?:(?:19|20)\\d\\d(?!\\d))|,? ['’]\\d\\d(?!\\d))";

const ISO = /(?<![\p{L}\d.,/-])((?:19|20)\d\d)([-/])(\d{1,2})\2(\d{1,2})(?![\p{L}\d/-]|[.,]\d)/gu;
// Dots with a short year are rather a chapter or a version, unless every part has two digits.
const NUMERIC =
  /(?<![\p{L}\d.,/-])(\d{1,2})( ?[-/.] ?| )(\d{1,2})\2((?:19|20)\d\d|['’]?\d\d)(?![\p{L}\d/-]|[.,]\d)/gu;
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d.,/-])(\\d{1,2})(?:e|de|ste|st|nd|rd|th)?(?: of| van)? (${MONTH})(${YEAR})?(?![\\p{L}\\d])`,
  "giu",
);
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\d])(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(${YEAR})?(?![\\p{L}\\d])`,
  "giu",
);

const BIRTH = /\b(?:geb(?:oren|\.|\b)|geboorte|born\b|birth|d\.?o\.?b\b)[^!?\n]*$/i;
// What began, ended or was looked up on a day, long ago too, is not somebody's birth.
const EVENT =
  /\b(?:sinds|vanaf|per|tot|t\/m|ingang van|werking|begonnen|gestart|opgericht|geraadpleegd|wet|artikel|versie|since|from|until|as of|started|retrieved|accessed|act)(?: op| on)? (?:de )?$/i;

/** From how many years back a full date without more is rather a birth than a working day. */
const YOUNGEST = 3;
const OLDEST = 110;

/** The year in full; two digits are the latest year that has been. */
function fullYear(written: string, today: Date): number {
  const digits = Number(written.replace(/\D/g, ""));
  if (digits > 99) return digits;
  return digits + (2000 + digits > today.getFullYear() ? 1900 : 2000);
}

/** The day, or null when there is no such day. */
function day(year: number, month: number, date: number): Date | null {
  const made = new Date(year, month - 1, date);
  return made.getMonth() === month - 1 && made.getDate() === date ? made : null;
}

function plausible(
  text: string,
  found: Found,
  when: Date | null,
  today: Date,
  bare = false,
): boolean {
  const said = before(text, found.start);
  if (!when || when > today) return false;
  if (BIRTH.test(said)) return true;
  if (bare || EVENT.test(said)) return false;
  const years = (today.getTime() - when.getTime()) / (365.25 * 24 * 3600 * 1000);
  return years >= YOUNGEST && years <= OLDEST;
}

function* candidates(text: string, today: Date): Generator<[Found, Date | null, boolean]> {
  const at = (index: number, found: string): Found => ({
    start: index,
    end: index + found.length,
    kind: "birthDate",
  });
  for (const { 0: all, 1: y, 3: m, 4: d, index } of text.matchAll(ISO)) {
    yield [at(index, all), day(Number(y), Number(m), Number(d)), false];
  }
  for (const { 0: all, 1: a = "", 2: mark = "", 3: b = "", 4: y = "", index } of text.matchAll(
    NUMERIC,
  )) {
    const loose = mark === " " || (mark.includes(".") && y.length < 4 && a.length + b.length < 4);
    if (countsSomething(text, index + all.length)) continue;
    const year = fullYear(y, today);
    // 3/12 is the third of December here and the twelfth of March elsewhere.
    const when = day(year, Number(b), Number(a)) ?? day(year, Number(a), Number(b));
    yield [at(index, all), when, loose];
  }
  const worded = (month: string, date: string, year: string | undefined) => {
    const number = MONTHS[month.slice(0, 3).toLowerCase()] ?? 0;
    // Without a year only the word "born" tells; any leap year gives every day.
    return day(year ? fullYear(year, today) : 2000, number, Number(date));
  };
  for (const { 0: all, 1: d = "", 2: m = "", 3: y, index } of text.matchAll(DAY_FIRST)) {
    yield [at(index, all), worded(m, d, y), !y];
  }
  for (const { 0: all, 1: m = "", 2: d = "", 3: y, index } of text.matchAll(MONTH_FIRST)) {
    yield [at(index, all), worded(m, d, y), !y];
  }
}

/** The dates that may be of a birth; a `bare` one (no year, odd notation) only after "born". */
export function* birthDates(text: string, today: Date): Generator<Found> {
  for (const [found, when, bare] of candidates(text, today)) {
    if (plausible(text, found, when, today, bare)) yield found;
  }
}
