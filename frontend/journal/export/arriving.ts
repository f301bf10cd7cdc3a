// Reading a line that somebody brings along. All of it is checked before anything is done with it.
import { moment, uuid } from "../../seal/shape.ts";
import { isApart, isOfApart } from "../../vault/apart.ts";
import type { Wrong } from "../../vault/protocol.ts";
import { type Content, isKind } from "../content.ts";
import { ContentError, isDay, readContent } from "../reading.ts";
import { readList, unpack, ZipError } from "./zip.ts";

export interface Arriving {
  id: string;
  kind: string;
  day: string;
  time: string;
  content: Content | Record<string, unknown>;
}

/** Bytes. The quota of a line is 64 MiB; open and sealed together it stays under four times that. */
const LARGEST_FILE = 256 * 1024 * 1024;
const LARGEST_LINE = 128 * 1024 * 1024;
const MOST_LETTERS = 10_000;
const KEYS = ["id", "kind", "day", "time", "content", "given"];

/** Why a file is refused as a whole; `letter` says which one is wrong (the first is 1). */
export class ArrivalError extends Error {
  readonly wrong: Wrong;
  readonly letter: number | null;

  constructor(wrong: Wrong, letter: number | null = null) {
    super(wrong);
    this.wrong = wrong;
    this.letter = letter;
  }
}

/** The letters in a file, oldest first as they stand there. */
export async function lettersIn(file: Blob): Promise<Arriving[]> {
  if (file.size > LARGEST_FILE) throw new ArrivalError("too-large");
  try {
    return lettersOf(lineIn(new Uint8Array(await file.arrayBuffer())));
  } catch (error) {
    throw error instanceof ZipError ? new ArrivalError(error.problem) : error;
  }
}

/** line.json, also when somebody packed the folder around it. */
function lineIn(zip: Uint8Array): unknown {
  const list = readList(zip);
  const names = [...list.keys()].filter((name) => /^([^/]+\/)?line\.json$/.test(name));
  const [name, ...more] = names.filter((one) => !one.startsWith("__MACOSX/"));
  const entry = list.get(name ?? "");
  if (!entry || more.length > 0) throw new ArrivalError("no-line");
  const bytes = unpack(zip, entry, LARGEST_LINE);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ArrivalError("no-line");
  }
}

function lettersOf(line: unknown): Arriving[] {
  const found = (typeof line === "object" && line ? line : {}) as Record<string, unknown>;
  const { v, letters, apart = [] } = found;
  if (Number.isSafeInteger(v) && (v as number) > 1) throw new ArrivalError("newer");
  if (v !== 1 || !Array.isArray(letters) || !Array.isArray(apart))
    throw new ArrivalError("no-line");
  if (letters.length + apart.length > MOST_LETTERS) throw new ArrivalError("too-large");
  const seen = new Set<string>();
  return [...letters, ...apart].map((value, place) => {
    const letter = letterOf(value, place < letters.length ? isKind : isApart);
    if (!letter || seen.has(letter.id)) throw new ArrivalError("invalid", place + 1);
    seen.add(letter.id);
    return letter;
  });
}

function letterOf(value: unknown, fits: (kind: string) => boolean): Arriving | null {
  if (typeof value !== "object" || value === null) return null;
  const { id, kind, day, time, content, given } = value as Record<string, unknown>;
  const known = Object.keys(value).every((key) => KEYS.includes(key));
  const right = uuid(id) && isDay(day) && moment(time) && fits(String(kind));
  if (!known || !right || (given !== undefined && !Array.isArray(given))) return null;
  try {
    return { id, kind, day, time, content: readAny(kind as string, content) } as Arriving;
  } catch (error) {
    if (error instanceof ContentError) return null;
    throw error;
  }
}

/** The content of a letter on the line, or of one that stands on none. */
export function readAny(kind: string, content: unknown): Arriving["content"] {
  if (!isApart(kind)) return readContent(kind, content);
  if (!isOfApart(kind, content)) throw new ContentError();
  return content;
}

/** Two letters with the same words, of the same day and kind, are the same letter. */
export function sameness({ kind, day, content }: Omit<Arriving, "id" | "time">): string {
  return JSON.stringify([kind, day, sorted(content)]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return pairs.map(([key, one]) => [key, sorted(one)]);
}
