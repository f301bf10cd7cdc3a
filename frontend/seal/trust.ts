/** The trusted contact: a secret in two halves, and a one-time key for who asks for them back. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Bytes, b64, join, own, random, unb64, utf8 } from "./bytes.ts";
import { opening, SealError } from "./errors.ts";
import { agreementKey } from "./keyring.ts";
import { account, like, one, parse, uuid } from "./shape.ts";
import { wordsOf } from "./words.ts";

const LENGTH = 32;
const FILLED = 1024;
const HALF = like(/^[\w-]{43}$/);
const ANSWER = { v: one, request: uuid, person: account, half: HALF };

/** A secret that a wrap is closed with, and the two halves that make it again. */
export interface Split {
  secret: string;
  contact: string;
  server: string;
}

/** Draw a secret and split it: each half alone is noise. */
export function drawSplit(): Split {
  const [secret, contact] = [random(LENGTH), random(LENGTH)];
  return { secret: b64(secret), contact: b64(contact), server: b64(xor(secret, contact)) };
}

/** The secret of two halves; two that do not belong together give another, which opens nothing. */
export function joinHalves(contact: string, server: string): string {
  const [one, other] = [unb64(contact), unb64(server)];
  if (one.length !== LENGTH || other.length !== LENGTH) throw new SealError();
  return b64(xor(one, other));
}

const xor = (one: Uint8Array, other: Uint8Array): Bytes =>
  own(one.map((byte, at) => byte ^ (other[at] as number)));

/** Whether this can be a secret of `drawSplit`. */
export const isSecret = (secret: string): boolean => HALF(secret);

/** The half in what the contact was given. */
export function halfIn(content: Record<string, unknown>): string {
  const { v, half, ...rest } = content;
  if (v !== 1 || !HALF(half) || Object.keys(rest).length > 0) throw new SealError();
  return half as string;
}

/** Who asks, with which request, for which one-time key. */
export interface Asking {
  request: string;
  person: string;
  recipient: string;
}

/** A key for one request. The browser does not give it out, and keeps it until the halves come. */
export async function makeOneTime(): Promise<{ key: CryptoKey; recipient: string }> {
  const identity = await generateX25519Identity();
  return { key: await agreementKey(identity), recipient: await identityToRecipient(identity) };
}

/**
 * Six words of a request: who asks reads them aloud, the contact types what they hear. Slow to
 * compute on purpose, as a fingerprint: nobody should find another key with the same words.
 */
export async function wordsOfAsking({ request, person, recipient }: Asking): Promise<string> {
  const told = utf8(["hartlijn ask v1", request, person, recipient].join("\n"));
  const key = await crypto.subtle.importKey("raw", told, "PBKDF2", false, ["deriveBits"]);
  const salt = utf8("hartlijn asking");
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: 200_000 };
  return wordsOf(b64(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))));
}

/** The contact's half, closed for the browser that asks and for this request alone. */
export async function sealHalf(half: string, asking: Asking): Promise<Uint8Array> {
  const { request, person, recipient } = asking;
  const json = utf8(JSON.stringify({ v: 1, request, person, half }));
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(join(json, new Uint8Array(FILLED - json.length).fill(0x20)));
}

/** The half in an answer. That it is the right one shows only when the wrap opens. */
export function openHalf(
  answer: Uint8Array,
  key: CryptoKey,
  { request, person }: Omit<Asking, "recipient">,
): Promise<string> {
  return opening(async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(key);
    const plaintext = await decrypter.decrypt(answer);
    if (plaintext.length !== FILLED) throw new SealError();
    const found = parse(plaintext, ANSWER);
    // An answer to another request, or for somebody else.
    if (found.request !== request || found.person !== person) throw new SealError();
    return found.half as string;
  });
}
