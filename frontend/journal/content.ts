// What a letter on the line holds (docs/decisions/0010): the words, and what belongs to them.
// Nothing here marks, counts or grades what somebody wrote.

export const KINDS = [
  "moment",
  "success",
  "vulnerability",
  "mistake",
  "drive",
  "with_others",
  "free",
  "parked",
  "intention",
  "lookback",
] as const;
/** What the first version of the vault wrote; shown as a moment. */
export const FIRST = "entry";
export type Kind = (typeof KINDS)[number] | typeof FIRST;

export interface Stroke {
  /** x, y, x, y … in the units of the drawing: whole numbers, as the seal asks. */
  points: number[];
  width: number;
}

export interface Drawing {
  width: number;
  height: number;
  strokes: Stroke[];
}

export interface Voice {
  type: keyof typeof VOICE_TYPES;
  seconds: number;
  /** base64url without padding. */
  data: string;
}

/** A definition of the library, in the version it had. */
export interface Definition {
  key: string;
  hash: string;
}

/** The question; `text` as it was read, so that it opens without the library. */
export interface Question extends Definition {
  text?: string;
}

export interface Model extends Definition {
  /** As they were read; letters of before have neither. */
  title?: string;
  /** The names of all steps, also of those without an answer. */
  steps?: string[];
  /** `step`: place in the model, the first is 0. */
  answers: { step: number; text: string }[];
}

export const OCCASIONS = ["supervision", "intervision", "talk"] as const;

/** Lies ready to be brought along; `part` is a sentence of the text, `null`: all of it. */
export interface Take {
  for: (typeof OCCASIONS)[number];
  with?: string;
  part: string | null;
}

/** Reflection with others: `date` is a day, `form` and `guide` are own words. */
export interface Met {
  date: string;
  minutes: number;
  form: string;
  guide: string;
}

export interface Content {
  v: 1;
  text: string;
  words?: string[];
  drawing?: Drawing;
  voice?: Voice;
  prompt?: Question;
  model?: Model;
  themes?: string[];
  take?: Take[];
  /** Of `with_others` only. */
  met?: Met;
  /** Of `intention` and `parked` only: the day it comes back. */
  due?: string | null;
  /** Of `intention` and `parked` only: no longer needed, or let go. */
  done?: boolean;
}

/** What a browser records, and how such a file is called. */
export const VOICE_TYPES = {
  "audio/webm": "webm",
  "audio/webm;codecs=opus": "webm",
  "audio/ogg": "ogg",
  "audio/ogg;codecs=opus": "ogg",
  "audio/mp4": "m4a",
  "audio/mp4;codecs=mp4a.40.2": "m4a",
} as const;

/** Enough for what people write, and never more than one envelope holds. */
export const LIMITS = {
  /** Bytes of JSON: the letter around it stays under 1 MiB, also once it is copied to be given. */
  bytes: 900_000,
  /** Characters: a text of some forty pages. */
  text: 100_000,
  /** "Three words" are three. */
  words: 3,
  themes: 8,
  /** A word or theme stands on a button. */
  word: 40,
  takes: 10,
  /** A name, or the form of a talk: one line. */
  line: 120,
  /** Of a question, the title of a model and the name of a step: words of the library. */
  asked: 400,
  answers: 50,
  answer: 20_000,
  strokes: 2_000,
  /** Numbers in all strokes: half an hour of drawing, after thinning out. */
  points: 60_000,
  /** Units of a drawing's side. */
  side: 4_096,
  /** A quarter of an hour; the bytes end it sooner on most devices. */
  seconds: 900,
  /** Characters of the first line in lists. */
  first: 120,
} as const;

/** Whether this is a kind of letter that stands on the line. */
export function isKind(kind: string): kind is Kind {
  return kind === FIRST || (KINDS as readonly string[]).includes(kind);
}

/** A letter nobody wrote in yet. */
export function emptyContent(): Content {
  return { v: 1, text: "" };
}

/** Half characters, as some keyboards leave behind, are replaced: the seal keeps only whole text. */
export function wholeText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** What stands in a list: the first line with something on it, cut at a word. May be empty. */
export function firstLine(content: Content): string {
  const lines = [content.text, content.words?.join(" · ") ?? "", ...answersOf(content)];
  const first =
    lines
      .flatMap((text) => text.split("\n"))
      .map(oneLine)
      .find(Boolean) ?? "";
  return cut(first, LIMITS.first);
}

/** Everything in words, to search in: text, words, answers, what was taken, themes, who it was with. */
export function plainText(content: Content): string {
  return partsOf(content).join("\n");
}

/** The same, part by part. */
export function partsOf(content: Content): string[] {
  const { text, words = [], take = [], themes = [], met } = content;
  const taken = take.flatMap((one) => [one.with ?? ""]);
  const with_ = met ? [met.form, met.guide] : [];
  const parts = [text, words.join(" · "), ...answersOf(content), ...with_, ...taken, ...themes];
  return parts.filter((part) => part.trim() !== "");
}

/** Words of the library as they are kept in a letter: one line. */
export function keptLine(text: string): string {
  return wholeText(oneLine(text).slice(0, LIMITS.asked)).trim();
}

/** White space and control characters as one space each. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function answersOf({ model }: Content): string[] {
  return model?.answers.map(({ text }) => text) ?? [];
}

function cut(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) {
    return text;
  }
  const start = characters.slice(0, most - 1).join("");
  const space = start.lastIndexOf(" ");
  return `${(space > most / 2 ? start.slice(0, space) : start).trimEnd()}…`;
}
