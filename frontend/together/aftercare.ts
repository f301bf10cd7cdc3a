// Own aftercare: that something happened, and what helped at each moment. Not the story.
import { isDay, isText } from "../journal/reading.ts";

export const AFTERCARE = "aftercare";
export const BEGUN_BY = ["event", "pile"] as const;

/** What was chosen at one moment; `day`: the moment of the library, counted from the first day. */
export interface Chosen {
  day: number;
  what: string[];
  people: string[];
}

export interface Aftercare {
  v: 1;
  /** The first day. */
  began: string;
  why: (typeof BEGUN_BY)[number];
  /** A few own words; may be empty. */
  text: string;
  moments: Chosen[];
}

const LIMITS = { text: 5_000, moments: 8, choices: 20, choice: 200, days: 400 };

/** Whether this is what an aftercare letter holds. */
export function isAftercare(value: Record<string, unknown>): boolean {
  const { v, began, why, text, moments, ...more } = value;
  return (
    v === 1 &&
    isDay(began) &&
    (BEGUN_BY as readonly unknown[]).includes(why) &&
    isText(LIMITS.text)(text) &&
    Array.isArray(moments) &&
    moments.length <= LIMITS.moments &&
    moments.every(isChosen) &&
    Object.keys(more).length === 0
  );
}

function isChosen(value: unknown): boolean {
  const { day, what, people, ...more } = (value ?? {}) as Record<string, unknown>;
  const isNumber = Number.isSafeInteger(day) && (day as number) >= 0;
  const inTime = isNumber && (day as number) <= LIMITS.days;
  return inTime && areWords(what) && areWords(people) && Object.keys(more).length === 0;
}

function areWords(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= LIMITS.choices &&
    value.every((word) => isText(LIMITS.choice)(word) && word !== "")
  );
}

/** A moment of the library: asked from ``day`` on, and not after the next one began. */
export interface Moment {
  day: number;
  until: number;
}

/** The moment to ask now, so many days after the first; none when it was answered or comes later. */
export function momentNow<M extends Moment>(
  moments: M[],
  answered: number[],
  passed: number,
): M | undefined {
  const begun = moments.filter(({ day }) => day <= passed);
  const last = begun.sort((one, other) => one.day - other.day).at(-1);
  return last && !answered.includes(last.day) ? last : undefined;
}

/** The next moment after so many days. */
export function momentNext<M extends Moment>(moments: M[], passed: number): M | undefined {
  return moments
    .filter(({ day }) => day > passed)
    .sort((one, other) => one.day - other.day)
    .at(0);
}

/**
 * On which day the next comes back: some day of its stretch, so that the day says less of what it is.
 * ``draw`` gives a number from 0 up to, not with, 1.
 */
export function dayToAsk({ day, until }: Moment, draw: () => number): number {
  return day + Math.floor(draw() * (until - day + 1));
}
