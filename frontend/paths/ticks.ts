// What a starter says of months of promises, for herself: one own letter until it is sent.

export const TICKS = "ticks";
export const WORDS = ["kept", "late", "not_kept"] as const;
export type Word = (typeof WORDS)[number];

/** A tick that was not sent; `over`: what had been sent of this month by then, empty when nothing. */
export interface Unsent {
  word: Word;
  over: Word | "";
}

export interface Ticks {
  v: 1;
  /** Month of a promise (its id) → what is said of it. */
  months: Record<string, Unsent>;
}

/** A month as the page has it: what is chosen now, and what was sent. */
export interface Chosen {
  month: string;
  word: Word | "";
  sent: Word | "";
}

const MOST = 300; // months
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this is what a letter with ticks holds. */
export function isTicks(value: Record<string, unknown>): boolean {
  const { v, months, ...more } = value;
  if (v !== 1 || typeof months !== "object" || months === null || Array.isArray(months)) {
    return false;
  }
  const held = Object.entries(months as Record<string, unknown>);
  const right = held.every(([month, one]) => ID.test(month) && isUnsent(one));
  return right && held.length <= MOST && Object.keys(more).length === 0;
}

function isUnsent(value: unknown): boolean {
  const { word, over, ...more } = (value ?? {}) as Record<string, unknown>;
  return isWord(word) && (over === "" || isWord(over)) && Object.keys(more).length === 0;
}

/** One of the three words. */
export function isWord(value: unknown): value is Word {
  return (WORDS as readonly unknown[]).includes(value);
}

/** What to keep of a page: what is chosen and differs from what was sent. */
export function toKeep(page: Chosen[]): Ticks {
  const months: Record<string, Unsent> = {};
  for (const { month, word, sent } of page) {
    if (word && word !== sent) months[month] = { word, over: sent };
  }
  return { v: 1, months };
}

/** What was kept of a month and still waits; something that was sent since then took its place. */
export function waiting({ months }: Ticks, month: string, sent: Word | ""): Word | null {
  const kept = Object.hasOwn(months, month) ? months[month] : undefined;
  return kept && kept.over === sent ? kept.word : null;
}

/** A month of a promise as a message tells it, in the words of the page. */
export interface ToTell {
  promise: string;
  month: string;
  word: string;
}

/** What is given of it to somebody: under what one says first, a line for each month. */
export function told(first: string, months: ToTell[]): string {
  const lines = months.map(({ promise, month, word }) => `${promise} (${month}): ${word}.`);
  return lines.length > 0 ? [first, ...lines].join("\n") : "";
}
