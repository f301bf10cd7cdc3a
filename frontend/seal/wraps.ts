/** A keyring wrapped: by six words, by the recovery code, by a passkey, by this device. */
import { Decrypter, Encrypter, type Identity, type Recipient, type Stanza } from "age-encryption";
import { type Bytes, join, own, random, utf8 } from "./bytes.ts";
import { opening, SealError } from "./errors.ts";
import { readKeyring, writeKeyring } from "./keyring.ts";
import { PasskeyIdentity, PasskeyRecipient } from "./passkey.ts";
import { isCode } from "./recovery-code.ts";
import { isSecret } from "./trust.ts";
import type { DeviceWrap, Evaluate, ExpectedKeyring, Keyring } from "./types.ts";
import { cleanWords, isSixWords } from "./words.ts";

const WORK_FACTOR = 18;
const STEP = 1024; // the length of a wrap tells nothing about how many keys are in it

/** Wrap with the six words that the device drew. About a second of work, on purpose. */
export async function wrapWithWords(keyring: Keyring, words: string): Promise<Uint8Array> {
  if (!isSixWords(words)) throw new Error("The words must be six of the list.");
  return wrapWithSecret(keyring, cleanWords(words));
}

/** Open with the six words, as typed. About a second of work. */
export function unwrapWithWords(
  wrap: Uint8Array,
  words: string,
  expected: ExpectedKeyring,
): Promise<Keyring> {
  return unwrapWithSecret(wrap, cleanWords(words), expected);
}

/** Wrap with the 26 characters of the recovery code. */
export async function wrapWithCode(keyring: Keyring, code: string): Promise<Uint8Array> {
  if (!isCode(code)) throw new Error("The code must be one that was drawn.");
  return wrapWithSecret(keyring, code);
}

/** Open with the 26 characters that `readCode` gives. */
export function unwrapWithCode(
  wrap: Uint8Array,
  code: string,
  expected: ExpectedKeyring,
): Promise<Keyring> {
  return unwrapWithSecret(wrap, code, expected);
}

/** Wrap with a secret that was split between a contact and the server. */
export async function wrapWithContact(keyring: Keyring, secret: string): Promise<Uint8Array> {
  if (!isSecret(secret)) throw new Error("The secret must be one that was drawn.");
  return wrapWithSecret(keyring, secret);
}

/** Open with the secret that two halves make. */
export function unwrapWithContact(
  wrap: Uint8Array,
  secret: string,
  expected: ExpectedKeyring,
): Promise<Keyring> {
  return unwrapWithSecret(wrap, secret, expected);
}

/** Wrap with a passkey. */
export async function wrapWithPasskey(keyring: Keyring, evaluate: Evaluate): Promise<Uint8Array> {
  return encrypt(keyring, new PasskeyRecipient(evaluate));
}

/** Open with a passkey. */
export async function unwrapWithPasskey(
  wrap: Uint8Array,
  evaluate: Evaluate,
  expected: ExpectedKeyring,
): Promise<Keyring> {
  return opening(async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(new PasskeyIdentity(evaluate));
    return readKeyring(await decrypter.decrypt(wrap), expected);
  });
}

/** Wrap for this device alone, with a new key that the browser does not give out. */
export async function wrapForDevice(keyring: Keyring): Promise<DeviceWrap> {
  const algorithm = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.generateKey(algorithm, false, ["encrypt", "decrypt"]);
  const nonce = random(12);
  const how = device(nonce, keyring.person);
  const content = await crypto.subtle.encrypt(how, key, writeKeyring(keyring));
  return { key, nonce, content: new Uint8Array(content) };
}

/** Open what this device wrapped. */
export async function unwrapForDevice(
  wrap: DeviceWrap,
  expected: ExpectedKeyring,
): Promise<Keyring> {
  return opening(async () => {
    const how = device(wrap.nonce, expected.person);
    const json = await crypto.subtle.decrypt(how, wrap.key, own(wrap.content));
    return readKeyring(new Uint8Array(json), expected);
  });
}

const device = (nonce: Uint8Array, person: string): AesGcmParams => ({
  name: "AES-GCM",
  iv: own(nonce),
  additionalData: utf8(`hartlijn device v1\n${person}`),
});

function filled(keyring: Keyring): Bytes {
  const json = writeKeyring(keyring);
  return join(json, new Uint8Array((STEP - (json.length % STEP)) % STEP).fill(0x20));
}

async function encrypt(keyring: Keyring, how: string | Recipient): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  if (typeof how === "string") encrypter.setPassphrase(how);
  else encrypter.addRecipient(how);
  return encrypter.encrypt(filled(keyring));
}

const wrapWithSecret = (keyring: Keyring, secret: string): Promise<Uint8Array> =>
  encrypt(keyring, secret);

function unwrapWithSecret(
  wrap: Uint8Array,
  secret: string,
  expected: ExpectedKeyring,
): Promise<Keyring> {
  return opening(async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(new HeaderFirst()); // identities work in this order
    decrypter.addPassphrase(secret);
    return readKeyring(await decrypter.decrypt(wrap), expected);
  });
}

/** Opens nothing, but refuses a header before scrypt begins to work for it. */
class HeaderFirst implements Identity {
  unwrapFileKey(stanzas: Stanza[]): null {
    const [type, , factor] = stanzas[0]?.args ?? [];
    if (stanzas.length !== 1 || type !== "scrypt") throw new SealError();
    // H7: a factor that would keep the device busy for hours, or cost somebody who guesses nothing.
    if (factor !== String(WORK_FACTOR)) throw new SealError();
    return null;
  }
}
