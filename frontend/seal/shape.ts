/** What JSON must look like before we believe it is ours. */
import { text } from "./bytes.ts";
import { SealError } from "./errors.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ANY_UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Check = (value: unknown) => boolean;
type Fields = Record<string, unknown>;

export const one: Check = (value) => value === 1;
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
export const named: Check = (value) => typeof value === "string" && value !== "";
export const uuid: Check = (value) => typeof value === "string" && UUID.test(value);
/** The id of an account: the server gives those out, in any version. */
export const account: Check = (value) => typeof value === "string" && ANY_UUID.test(value);
export const like = (pattern: RegExp): Check => {
  return (value) => typeof value === "string" && pattern.test(value);
};
export const fields: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const listOf = (check: Check): Check => {
  return (value) => Array.isArray(value) && value.every(check);
};
export const someOf = (check: Check): Check => {
  return (value) => listOf(check)(value) && (value as unknown[]).length > 0;
};

/** Sorted, and none twice. */
export const sorted: Check = (value) =>
  listOf(uuid)(value) &&
  (value as string[]).every((id, at, ids) => at === 0 || (ids[at - 1] as string) < id);

/** A moment in UTC, to the second, that exists. */
export const moment: Check = (value) => {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && stamp(time) === value;
};

/** A moment as it is written in a letter. */
export const stamp = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

// In text that is JSON: a string (and whether it is a key), the edge of an object, a number.
const PARTS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}]|-?\d[\d.eE+-]*/g;

/** What `JSON.parse` lets pass and other readers do not: a key twice; 1.0, 1e0, 2⁵³ and further. */
function strictly(json: string): void {
  const objects: Set<unknown>[] = [];
  for (const [part, string, colon] of json.matchAll(PARTS)) {
    if (part === "{") objects.push(new Set());
    else if (part === "}") objects.pop();
    else if (string === undefined) whole(part);
    else if (colon !== undefined) once(objects.at(-1) as Set<unknown>, JSON.parse(string));
  }
}

function whole(number: string): void {
  if (!/^-?\d+$/.test(number) || !Number.isSafeInteger(Number(number))) throw new SealError();
}

function once(keys: Set<unknown>, key: unknown): void {
  if (keys.has(key)) throw new SealError();
  keys.add(key);
}

/** One JSON object with exactly these fields, as `docs/seal.md` writes JSON; else it is refused. */
export function parse(bytes: Uint8Array, shape: Record<string, Check>): Fields {
  const json = text(bytes);
  const value: unknown = JSON.parse(json);
  strictly(json);
  if (!fields(value)) throw new SealError();
  const found = value as Fields;
  if (Object.keys(found).length !== Object.keys(shape).length) throw new SealError();
  for (const [name, check] of Object.entries(shape)) {
    if (!Object.hasOwn(found, name) || !check(found[name])) throw new SealError();
  }
  return found;
}
