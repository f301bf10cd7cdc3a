// One ZIP, written and read. Read strictly: what a stranger or a bad disk made of it is refused.
import { Inflate, Zip, ZipDeflate, ZipPassThrough } from "fflate";

export interface ZipFile {
  name: string;
  content: Uint8Array | string;
}

/** What does not get smaller any more. */
const STORED = /\.(age|webm|ogg|m4a)$/;
/** For its owner only, also once unpacked. */
const OWNER_ONLY = 0o600 << 16;

/** A ZIP of these files, in this order, all of one day (YYYY-MM-DD). The same files, the same bytes. */
export function zipped(files: Iterable<ZipFile>, day: string): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  for (const { name, content } of files) {
    const file = STORED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(year, month - 1, date);
    file.os = 3;
    file.attrs = OWNER_ONLY;
    zip.add(file);
    file.push(typeof content === "string" ? new TextEncoder().encode(content) : content, true);
  }
  zip.end();
  return new Blob(parts, { type: "application/zip" });
}

export type ZipProblem = "no-zip" | "damaged" | "too-large";

export class ZipError extends Error {
  readonly problem: ZipProblem;

  constructor(problem: ZipProblem) {
    super(problem);
    this.problem = problem;
  }
}

interface Entry {
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const CLOSED = 1;
/** A line of 10,000 letters has some three files for each. */
const MOST_FILES = 40_000;
const STEP = 64 * 1024;

/** What is in a ZIP, by name, from the list at its end. A file that was cut has no such list. */
export function readList(zip: Uint8Array): Map<string, Entry> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const found = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  if (count > MOST_FILES || at === 0xffffffff) throw new ZipError("too-large");
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new ZipError("damaged");
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const text = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + (name as number)));
    if (found.has(text)) throw new ZipError("damaged");
    found.set(text, entryAt(view, at));
    at += 46 + (name as number) + (extra as number) + (comment as number);
  }
  return found;
}

function entryAt(view: DataView, at: number): Entry {
  if (view.getUint16(at + 8, true) & CLOSED) throw new ZipError("no-zip");
  const method = view.getUint16(at + 10, true);
  const [crc, packed, size] = [16, 20, 24].map((offset) => view.getUint32(at + offset, true));
  const start = view.getUint32(at + 42, true);
  return { method, crc, packed, size, at: start } as Entry;
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ZipError("no-zip");
}

/** One file of a ZIP, whole and unchanged; never more than ``most`` bytes, whatever it says. */
export function unpack(zip: Uint8Array, entry: Entry, most: number): Uint8Array {
  const { method, crc, packed, size, at } = entry;
  if (size > most) throw new ZipError("too-large");
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  if (at + 30 > zip.length || view.getUint32(at, true) !== LOCAL) throw new ZipError("damaged");
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const bytes = zip.subarray(start, start + packed);
  if (bytes.length !== packed || (method !== 0 && method !== 8)) throw new ZipError("damaged");
  const content = method === 8 ? inflated(bytes, size) : bytes;
  if (content.length !== size || crc32(content) !== crc) throw new ZipError("damaged");
  return content;
}

/** Stops as soon as more comes out than was said. */
function inflated(bytes: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new ZipError("damaged");
    whole.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch {
    throw new ZipError("damaged");
  }
  return whole.subarray(0, length);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value;
});

/** The check that a ZIP keeps of each file. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
