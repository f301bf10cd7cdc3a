// Which question comes next. Runs in the browser, because what somebody wrote, and when, is sealed;
// the server only gives the questions, all of them and the same to everybody.
//
// Heavy is the kind the writer chose. No text is ever looked at.

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

/** A question; a person instead of another question; or nothing that fits, so an empty page. */
export type Choice<P extends Prompt> =
  | { readonly offer: "prompt"; readonly prompt: P }
  | { readonly offer: "person" }
  | { readonly offer: "nothing" };

/** A question does not come back within this many days. */
export const DAYS_APART = 14;

const HEAVY: ReadonlySet<string> = new Set(["vulnerability", "mistake"]);

/** Known by the kind alone. */
export function weightOf(kind: string): Weight {
  return HEAVY.has(kind) ? "heavy" : "light";
}

/**
 * The next question for `today` ("2026-10-31").
 *
 * - heavy after light and light after heavy; the first one is light;
 * - never one of the last fourteen days, unless there is no other: then the one longest ago;
 * - after two heavy entries in a row a person, and nothing heavy when `ratherNot` says the writer
 *   would rather write;
 * - after a vulnerability a success, so that the two get equal room.
 *
 * The same line, day and seed give the same choice, on every device. `history` may be in any order;
 * of one day the later entry stands later.
 */
export function choose<P extends Prompt>(
  prompts: readonly P[],
  history: readonly Written[],
  today: string,
  seed: string,
  { ratherNot = false }: { ratherNot?: boolean } = {},
): Choice<P> {
  const line = [...history].sort((one, other) => order(one.day, other.day));
  const last = line.at(-1);
  const before = line.at(-2);
  const heavy = last !== undefined && weightOf(last.kind) === "heavy";
  if (heavy && before && weightOf(before.kind) === "heavy" && !ratherNot) {
    return { offer: "person" };
  }
  const used = lastUse(line);
  const light = prompts.filter((one) => one.weight === "light");
  const wished =
    last === undefined || heavy ? light : prompts.filter((one) => one.weight === "heavy");
  const since = daysBefore(today, DAYS_APART);
  for (const some of heavy ? [light] : [wished, prompts]) {
    const fresh = some.filter((one) => (used.get(one.key) ?? "") < since);
    if (fresh.length) return picked(equalRoom(fresh, last), today, seed);
  }
  const rest = wished.length ? wished : heavy ? [] : prompts;
  return picked(longestAgo(rest, used), today, seed);
}

/** After a vulnerability the successes, at other times the rest; all when that leaves none. */
function equalRoom<P extends Prompt>(fresh: readonly P[], last: Written | undefined): readonly P[] {
  const after = last?.kind === "vulnerability";
  const fitting = fresh.filter((one) => (one.kind === "success") === after);
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
  const first = days.reduce((one, other) => (other < one ? other : one), "9999-12-31");
  return prompts.filter((_, place) => days[place] === first);
}

/** The one with the smallest hash: adding a question moves only the days on which it wins. */
function picked<P extends Prompt>(prompts: readonly P[], today: string, seed: string): Choice<P> {
  let best: { prompt: P; rank: number } | undefined;
  for (const prompt of prompts) {
    const rank = hash(`${seed}\n${today}\n${prompt.key}`);
    const first = best === undefined || rank < best.rank;
    if (first || (rank === best?.rank && prompt.key < best.prompt.key)) best = { prompt, rank };
  }
  return best ? { offer: "prompt", prompt: best.prompt } : { offer: "nothing" };
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

/** The first day that is too near: a day before it is far enough away. */
function daysBefore(today: string, days: number): string {
  const at = new Date(`${today}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

/** Dates in this form sort as text. */
function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
