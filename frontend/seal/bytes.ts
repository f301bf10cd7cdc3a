/** Bytes as text and the other way round. */
import { base64urlnopad } from "@scure/base";
import { SealError } from "./errors.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8. */
export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Text of UTF-8 bytes; throws where they are not. A byte order mark is kept, so JSON refuses it. */
export const text = (bytes: Uint8Array): string => decoder.decode(bytes);

/** base64url without padding. */
export const b64 = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);

/** Bytes of base64url without padding; what is not exactly that is refused. */
export function unb64(text: string): Bytes {
  try {
    return own(base64urlnopad.decode(text));
  } catch {
    throw new SealError();
  }
}

/** The same bytes as the Web Crypto API wants them typed: never in shared memory. */
export const own = (bytes: Uint8Array): Bytes => bytes as Bytes;

/** All parts one after another. */
export function join(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Random bytes for keys and nonces. */
export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** SHA-256 in base64url. */
export async function sha256b64(bytes: Uint8Array): Promise<string> {
  return b64(new Uint8Array(await crypto.subtle.digest("SHA-256", own(bytes))));
}
