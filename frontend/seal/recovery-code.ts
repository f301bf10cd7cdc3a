/** The recovery code on paper: 128 random bits in 26 characters, and two that check them. */
import { sha256 } from "@noble/hashes/sha2.js";
import { join, random, utf8 } from "./bytes.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford: no I, L, O or U
const CODE = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/; // 128 bits behind two zero bits

/** A new code: 26 characters. */
export function drawCode(): string {
  return written(random(16));
}

/** Whether this is a code, without the characters that check it. */
export const isCode = (code: string): boolean => CODE.test(code);

/** A code as it is shown: seven groups of four, the last two characters check the others. */
export function showCode(code: string): string {
  return (`${code}${check(code)}`.match(/.{4}/g) ?? []).join("-");
}

/** The code in what somebody typed, or nothing when the characters do not check. */
export function readCode(typed: string): string | null {
  const clean = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const code = clean.slice(0, 26);
  return isCode(code) && clean === code + check(code) ? code : null;
}

function written(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = "";
  for (let place = 0; place < 26; place++) {
    code = ALPHABET[Number(number & 31n)] + code;
    number >>= 5n;
  }
  return code;
}

function bytesOf(code: string): Uint8Array {
  let number = [...code].reduce((sum, one) => (sum << 5n) | BigInt(ALPHABET.indexOf(one)), 0n);
  const bytes = new Uint8Array(16);
  for (let place = 15; place >= 0; place--) {
    bytes[place] = Number(number & 255n);
    number >>= 8n;
  }
  return bytes;
}

/** Ten bits of a hash: a slip of the pen goes unseen once in 1,024, and then opens nothing. */
function check(code: string): string {
  const [first = 0, second = 0] = sha256(join(utf8("hartlijn recovery v1\n"), bytesOf(code)));
  const bits = (first << 2) | (second >> 6);
  return `${ALPHABET[bits >> 5]}${ALPHABET[bits & 31]}`;
}
