// Which question comes next. Runs in the browser, because what somebody wrote, and when, is sealed;
// the server only gives the questions, all of them and the same to everybody.
//
// Heavy is the kind the writer chose. No text is ever looked at.
import { laterDay, mondayOf } from "./days.ts";

export type Kind =
  | "moment"
  | "success"
  | "vulnerability"
  | "mistake"
  | "drive"
  | "with_others"
  | "parked"
  | "free";
export type Weight = "light" | "heavy";

/** What this needs of a definition of the kind "prompt" in the library. */
export interface Prompt {
  readonly key: string;
  readonly kind: string;
  readonly weight: Weight;
}

/** What an opened line says of one entry: no text. */
export interface Written {
  /** The day, as "2026-10-31". */
  readonly day: string;
  /** The kind the writer chose. */
  readonly kind: Kind;
  /** The question it was written to, if any. */
  readonly prompt?: string;
}

/** For whom, when, and what the writer said so far. */
export interface Asked {
  readonly today: string;
  /** Other people get other questions. */
  readonly seed: string;
  /** The kind the writer chose by hand: any weight, and nobody is offered instead. */
  readonly kind?: string | undefined;
  /** Questions that were put aside just now. */
  readonly seen?: ReadonlySet<string>;
  /** Rather write than talk, after two heavy entries. */
  readonly ratherNot?: boolean;
}

/** A question; a person instead of another question; or nothing that fits, so an empty page. */
export type Choice<P extends Prompt> =
  | { readonly offer: "prompt"; readonly prompt: P }
  | { readonly offer: "person" }
  | { readonly offer: "nothing" };

/** A question does not come back within this many days of the week it was answered in. */
export const DAYS_APART = 14;
/** So many entries decide whether success and vulnerability had equal room. */
const LATELY = 12;

const HEAVY: ReadonlySet<string> = new Set(["vulnerability", "mistake"]);
const NONE: ReadonlySet<string> = new Set();
const WEEK = 7 * 86_400_000;

/** Known by the kind alone. */
export function weightOf(kind: string): Weight {
  return HEAVY.has(kind) ? "heavy" : "light";
}

/**
 * The question of this week.
 *
 * - the first thing of a day is light: nothing was written that day, and no question put aside;
 * - from then on heavy after light and light after heavy;
 * - never what could stand there last week, answered or not, nor what was answered in the last
 *   fourteen days; when there is no other, the one longest ago;
 * - after two heavy entries in a row a person, and nothing heavy when the writer would rather write;
 * - success and vulnerability get equal room.
 *
 * The same line, day and seed give the same choice, on every device. `history` may be in any order;
 * of one day the later entry stands later.
 */
export function choose<P extends Prompt>(
  prompts: readonly P[],
  history: readonly Written[],
  asked: Asked,
): Choice<P> {
  const line = [...history].sort((one, other) => order(one.day, other.day));
  const { today, seed, kind, seen = NONE, ratherNot = false } = asked;
  const [before, last] = [line.at(-2), line.at(-1)];
  const heavy = isHeavy(last);
  if (heavy && isHeavy(before) && !ratherNot && !kind) {
    return { offer: "person" };
  }
  const open = prompts.filter((one) => !seen.has(one.key) && (!kind || one.kind === kind));
  const isFirst = seen.size === 0 && last?.day !== today;
  const groups = kind ? [open] : byWeight(open, heavy || isFirst);
  const found = pick(groups, line, ofThisWeek(prompts, today, seed), mondayOf(today), seed);
  return found ? { offer: "prompt", prompt: found } : { offer: "nothing" };
}

/**
 * What scraped, when that is due: to be offered beside the question of `choose`, never instead of it.
 *
 * The first thing of a day is light, so who writes once a day would never be asked. Nothing while
 * the last entry was heavy, while nothing was written yet, or when the writer chose a kind.
 */
export function heavyBeside<P extends Prompt>(
  prompts: readonly P[],
  history: readonly Written[],
  { today, seed, kind, seen = NONE }: Asked,
): P | undefined {
  const line = [...history].sort((one, other) => order(one.day, other.day));
  if (kind || line.length === 0 || isHeavy(line.at(-1))) {
    return undefined;
  }
  const heavy = prompts.filter((one) => one.weight === "heavy" && !seen.has(one.key));
  return pick([heavy], line, ofThisWeek(prompts, today, seed), mondayOf(today), seed);
}

/** The questions to look in, one group after the other. */
function byWeight<P extends Prompt>(open: readonly P[], isLight: boolean): (readonly P[])[] {
  const wished = open.filter((one) => one.weight === (isLight ? "light" : "heavy"));
  return isLight ? [wished] : [wished, open];
}

/**
 * The questions whose turn it is. Nothing remembers what was asked and not answered; so half of each
 * kind stands in the even weeks and the other half in the odd ones, and no question in two running.
 */
export function ofThisWeek(
  prompts: readonly Prompt[],
  today: string,
  seed: string,
): ReadonlySet<string> {
  const parity = (Date.parse(mondayOf(today)) / WEEK) & 1;
  const turn = new Set<string>();
  for (const kind of new Set(prompts.map((one) => one.kind))) {
    const keys = prompts.filter((one) => one.kind === kind).map((one) => one.key);
    const shuffled = keys.map((key) => ({ key, rank: hash(`${seed}\n${key}`) })).sort(byRank);
    for (const { key } of shuffled.filter((_, place) => (place & 1) === parity)) turn.add(key);
  }
  return turn;
}

function pick<P extends Prompt>(
  groups: readonly (readonly P[])[],
  line: readonly Written[],
  turn: ReadonlySet<string>,
  week: string,
  seed: string,
): P | undefined {
  const used = lastUse(line);
  const since = laterDay(week, -DAYS_APART);
  for (const group of groups) {
    const fresh = group.filter((one) => turn.has(one.key) && (used.get(one.key) ?? "") < since);
    if (fresh.length) {
      return first(equalRoom(fresh, line), week, seed);
    }
  }
  const rest = groups.find((group) => group.length) ?? [];
  const mine = rest.filter((one) => turn.has(one.key));
  return first(longestAgo(mine.length ? mine : rest, used), week, seed);
}

/** Success when vulnerability had more room lately, and the other way round. */
function equalRoom<P extends Prompt>(fresh: readonly P[], line: readonly Written[]): readonly P[] {
  const lately = line.slice(-LATELY);
  const count = (kind: Kind): number => lately.filter((one) => one.kind === kind).length;
  const more = count("success") - count("vulnerability");
  // Not one vulnerability after the other: a mistake has its place as well.
  const isTurn = lately.filter(isHeavy).at(-1)?.kind !== "vulnerability";
  const fits = ({ kind }: Prompt): boolean => {
    if (more < 0) return kind === "success";
    if (more > 0) return kind !== "success" && !(kind === "mistake" && isTurn);
    return true;
  };
  const fitting = fresh.filter(fits);
  return fitting.length ? fitting : fresh;
}

function lastUse(line: readonly Written[]): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  for (const { prompt, day } of line) if (prompt !== undefined) used.set(prompt, day);
  return used;
}

function longestAgo<P extends Prompt>(
  prompts: readonly P[],
  used: ReadonlyMap<string, string>,
): readonly P[] {
  const days = prompts.map((one) => used.get(one.key) ?? "");
  const least = days.reduce((one, other) => (other < one ? other : one), "9999-12-31");
  return prompts.filter((_, place) => days[place] === least);
}

/** The one with the smallest hash: adding a question moves only the weeks on which it wins. */
function first<P extends Prompt>(prompts: readonly P[], week: string, seed: string): P | undefined {
  const ranked = prompts.map((prompt) => {
    return { prompt, key: prompt.key, rank: hash(`${seed}\n${week}\n${prompt.key}`) };
  });
  return ranked.sort(byRank)[0]?.prompt;
}

interface Ranked {
  key: string;
  rank: number;
}

function byRank(one: Ranked, other: Ranked): number {
  return one.rank - other.rank || order(one.key, other.key);
}

/** FNV-1a over 16-bit units, then mixed: the same everywhere, 0 to 2³² − 1. Hides nothing. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function isHeavy(one: Written | undefined): boolean {
  return one !== undefined && weightOf(one.kind) === "heavy";
}

/** Dates in this form sort as text. */
function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
