/** The letter inside an envelope: JSON, framed, signed where it is shared, filled up with zeros. */
import { type Bytes, join, utf8 } from "./bytes.ts";
import { SealError, TooLongError } from "./errors.ts";
import { count, fields, moment, named, one, parse, sorted, uuid } from "./shape.ts";
import type { ExpectedPrivate, Letter } from "./types.ts";

export const PRIVATE = 0;
export const SHARED = 1;
export type Form = typeof PRIVATE | typeof SHARED;

const VERSION = 1;
const FRAME = 6; // version, form, four bytes of length
const SIGNATURE = 64;
const SMALLEST = 1024;
const LARGEST = 1024 * 1024;

/** No envelope is longer: the largest filled letter, what age adds to it, and its header. */
export const LONGEST_ENVELOPE = LARGEST + 4096;

const SHAPE = {
  v: one,
  kind: named,
  object: uuid,
  version: count,
  author: uuid,
  recipients: sorted,
  time: moment,
  content: fields,
};

/** What is signed: the letter, after words that no other signature of ours begins with. */
export const toSign = (letter: Uint8Array): Bytes => join(utf8("hartlijn seal v1\n"), letter);

/** The bytes of a letter, as they are signed and framed. */
export const write = (letter: Letter): Bytes => utf8(JSON.stringify(letter));

/** A letter of those bytes; refuses any other shape. */
export function read(bytes: Uint8Array): Letter {
  return parse(bytes, SHAPE) as unknown as Letter;
}

/** The plaintext of an envelope: 1, 2, 4 … 1024 KiB. */
export function frame(form: Form, letter: Uint8Array, signature: Uint8Array): Bytes {
  const filled = new Uint8Array(filledLength(FRAME + letter.length + signature.length));
  filled[0] = VERSION;
  filled[1] = form;
  new DataView(filled.buffer).setUint32(2, letter.length);
  filled.set(letter, FRAME);
  filled.set(signature, FRAME + letter.length);
  return filled;
}

/** The letter and signature in a plaintext of this form. */
export function unframe(form: Form, plaintext: Uint8Array): { letter: Bytes; signature: Bytes } {
  // H8: another version means something else, and we would read it wrongly.
  if (plaintext[0] !== VERSION) throw new SealError();
  // A letter without signature never passes for one with, nor the other way round.
  if (plaintext[1] !== form) throw new SealError();
  const view = new DataView(plaintext.buffer, plaintext.byteOffset, plaintext.length);
  const signed = FRAME + view.getUint32(2);
  const end = signed + (form === SHARED ? SIGNATURE : 0);
  if (end > LARGEST || plaintext.length !== filledLength(end)) throw new SealError();
  if (plaintext.subarray(end).some((byte) => byte !== 0)) throw new SealError();
  return {
    letter: join(plaintext.subarray(FRAME, signed)),
    signature: join(plaintext.subarray(signed, end)),
  };
}

/** Refuse a letter that is not the one we asked for. */
export function isExpected(letter: Letter, expected: ExpectedPrivate): void {
  // H1, H15: the letter itself says which object it is; another one put in its place is refused.
  if (letter.object !== expected.object) throw new SealError();
  // H1: nor a letter of another kind.
  if (expected.kind !== undefined && letter.kind !== expected.kind) throw new SealError();
  // H4: nor another version of it.
  if (expected.version !== undefined && letter.version !== expected.version) throw new SealError();
}

function filledLength(length: number): number {
  if (length > LARGEST) throw new TooLongError();
  let filled = SMALLEST;
  while (filled < length) filled *= 2;
  return filled;
}
