// Content is believed only when it is exactly what docs/decisions/0010 says. One error for all else.
import {
  type Content,
  FIRST,
  isKind,
  type Kind,
  LIMITS,
  OCCASIONS,
  VOICE_TYPES,
} from "./content.ts";

/** Not the content of a letter on the line. */
export class ContentError extends Error {
  constructor() {
    super("This is not the content of a letter.");
    this.name = "ContentError";
  }
}

type Check = (value: unknown) => boolean;

const string: Check = (value) => typeof value === "string" && !/\p{Surrogate}/u.test(value);
export const isText =
  (most: number): Check =>
  (value) =>
    string(value) && (value as string).length <= most;
/** Something on one line, with nothing around it. */
const line =
  (most: number): Check =>
  (value) =>
    isText(most)(value) && value !== "" && !/^\s|\s$|[\p{Cc}\u2028\u2029]/u.test(value as string);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === "" || check(value);
const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && !Object.is(value, -0) && within(value as number, least, most);
const within = (value: number, least: number, most: number) => value >= least && value <= most;
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && values.includes(value);
const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const list =
  (least: number, most: number, check: Check): Check =>
  (value) =>
    // Array.from: a list with holes has `undefined` in it, which no check accepts.
    Array.isArray(value) && within(value.length, least, most) && Array.from(value).every(check);
/** None twice, whatever the capitals. */
const different =
  (check: Check): Check =>
  (value) =>
    check(value) && new Set((value as string[]).map(folded)).size === (value as string[]).length;
const folded = (word: string) => word.normalize("NFC").toLowerCase();

/** An object with these fields and no others. */
function exactly(needed: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  const names = Object.keys(needed);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return false;
    }
    const found = value as Record<string, unknown>;
    return (
      names.every((name) => Object.hasOwn(found, name)) &&
      Object.keys(found).every((name) => {
        const check = own(needed, name) ?? own(optional, name);
        return check?.(found[name]) ?? false;
      })
    );
  };
}
const own = (checks: Record<string, Check>, name: string) =>
  Object.hasOwn(checks, name) ? checks[name] : undefined;

/** A day that exists, as YYYY-MM-DD. */
export const isDay: Check = (value) => {
  if (!like(/^\d{4}-\d\d-\d\d$/)(value)) {
    return false;
  }
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
};

const DEFINITION = {
  key: like(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/),
  hash: like(/^[0-9a-f]{64}$/),
};
const ASKED = line(LIMITS.asked);
const STROKE = exactly({
  points: (value) =>
    list(2, LIMITS.points, whole(0, LIMITS.side))(value) && (value as number[]).length % 2 === 0,
  width: whole(1, 100),
});
const SIDE = whole(1, LIMITS.side);
const DRAWING = exactly({ width: SIDE, height: SIDE, strokes: list(1, LIMITS.strokes, STROKE) });
const VOICE = exactly({
  type: oneOf(Object.keys(VOICE_TYPES)),
  seconds: whole(1, LIMITS.seconds),
  data: (value) => like(/^[\w-]+$/)(value) && (value as string).length % 4 !== 1,
});
const ANSWER = exactly({ step: whole(0, LIMITS.answers - 1), text: isText(LIMITS.answer) });
const TAKE = exactly(
  { for: oneOf(OCCASIONS), part: orNull(isText(LIMITS.answer)) },
  { with: line(LIMITS.line) },
);
const MET = exactly({
  date: isDay,
  minutes: whole(1, 24 * 60),
  form: maybe(line(LIMITS.line)),
  guide: maybe(line(LIMITS.line)),
});
const COMES_BACK = { due: orNull(isDay), done: (value: unknown) => typeof value === "boolean" };
const OWN: Partial<Record<Kind, Record<string, Check>>> = {
  with_others: { met: MET },
  intention: COMES_BACK,
  parked: COMES_BACK,
};
const NEEDED = { v: (value: unknown) => value === 1, text: isText(LIMITS.text) };
const OPTIONAL: Record<string, Check> = {
  words: list(0, LIMITS.words, line(LIMITS.word)),
  drawing: (value) => DRAWING(value) && fits(value as Content["drawing"]),
  voice: VOICE,
  prompt: exactly(DEFINITION, { text: ASKED }),
  model: exactly(
    { ...DEFINITION, answers: list(0, LIMITS.answers, ANSWER) },
    { title: ASKED, steps: list(0, LIMITS.answers, ASKED) },
  ),
  themes: different(list(0, LIMITS.themes, line(LIMITS.word))),
  take: list(0, LIMITS.takes, TAKE),
};

/** Every point lies on the sheet, and there are not too many. */
function fits(drawing: Content["drawing"]): boolean {
  const { width, height, strokes } = drawing as NonNullable<Content["drawing"]>;
  const points = strokes.reduce((sum, stroke) => sum + stroke.points.length, 0);
  const inside = (value: number, place: number) => value <= (place % 2 === 0 ? width : height);
  return points <= LIMITS.points && strokes.every((stroke) => stroke.points.every(inside));
}

/** The content of a letter of this kind, or a `ContentError`. What it gives is a copy. */
export function readContent(kind: string, value: unknown): Content {
  if (!isKind(kind)) {
    throw new ContentError();
  }
  const whole = kind === FIRST && exactly({ text: () => true })(value) ? first(value) : value;
  const right = exactly(NEEDED, { ...OPTIONAL, ...OWN[kind] })(whole);
  if (!right || bytesOf(whole) > LIMITS.bytes) {
    throw new ContentError();
  }
  return structuredClone(whole) as Content;
}

/** What the first version of the vault wrote held only the text. */
function first(value: unknown): Content {
  return { v: 1, text: (value as { text: string }).text };
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
