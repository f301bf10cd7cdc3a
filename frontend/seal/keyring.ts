/** The secret keys of one person: made here, checked here, and put to use so that none gets out. */

import { bech32 } from "@scure/base";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Bytes, b64, join, own, random, unb64, utf8 } from "./bytes.ts";
import { SealError } from "./errors.ts";
import { account, count, like, one, parse, someOf, uuid } from "./shape.ts";
import type { ExpectedKeyring, Keyring, OpenKeys, PublicKeys } from "./types.ts";

const IDENTITY = like(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
const SHAPE = {
  v: one,
  keyring: uuid,
  person: account,
  counter: count,
  private: someOf(IDENTITY),
  sharing: someOf(IDENTITY),
  signing: someOf(like(/^[\w-]{43}$/)),
  contents: uuid,
  log: uuid,
};

/** New keys for a person. */
export async function makeKeyring(person: string): Promise<Keyring> {
  return {
    v: 1,
    keyring: crypto.randomUUID(),
    person,
    counter: 1,
    private: [await generateX25519Identity()],
    sharing: [await generateX25519Identity()],
    signing: [b64(random(32))],
    contents: crypto.randomUUID(),
    log: crypto.randomUUID(),
  };
}

/** The same keyring with new current keys; the old ones still open what was sealed to them. */
export async function renewKeys(keyring: Keyring): Promise<Keyring> {
  return {
    ...keyring,
    counter: keyring.counter + 1,
    private: [await generateX25519Identity(), ...keyring.private],
    sharing: [await generateX25519Identity(), ...keyring.sharing],
    signing: [b64(random(32)), ...keyring.signing],
  };
}

/** A keyring as JSON. */
export const writeKeyring = (keyring: Keyring): Bytes => utf8(JSON.stringify(keyring));

/** A keyring of JSON, if it is the expected one. */
export function readKeyring(bytes: Uint8Array, expected: ExpectedKeyring): Keyring {
  const keyring = parse(bytes, SHAPE) as unknown as Keyring;
  // H6, H15: the keyring of another person.
  if (keyring.person !== expected.person) throw new SealError();
  // Another one of this person, where the device knows which it should be.
  if (keyring.keyring !== (expected.keyring ?? keyring.keyring)) throw new SealError();
  // An older state of it than the device has seen, where it says so.
  if (keyring.counter < (expected.counter ?? 1)) throw new SealError();
  return keyring;
}

/** Put a keyring to use. Its keys can be used from then on, but not be exported. */
export async function openKeys(keyring: Keyring): Promise<OpenKeys> {
  const seed = keyring.signing[0] as string;
  return {
    person: keyring.person,
    keyring: keyring.keyring,
    counter: keyring.counter,
    contents: keyring.contents,
    log: keyring.log,
    privateRecipient: await identityToRecipient(keyring.private[0] as string),
    privateKeys: await Promise.all(keyring.private.map(agreementKey)),
    sharingRecipient: await identityToRecipient(keyring.sharing[0] as string),
    sharingKeys: await Promise.all(keyring.sharing.map(agreementKey)),
    signingKey: await signingKey(seed),
    signingPublic: await signingPublic(seed),
  };
}

/** What others may know of these keys. */
export const publicKeys = (keys: OpenKeys): PublicKeys => ({
  id: keys.log,
  sharing: keys.sharingRecipient,
  signing: keys.signingPublic,
});

/** The key that signs, of its seed in base64url. */
export const signingKey = (seed: string): Promise<CryptoKey> =>
  secret("Ed25519", unb64(seed), ["sign"]);

/** The public half of a signing key, in base64url, of its seed. */
export async function signingPublic(seed: string): Promise<string> {
  // Web Crypto tells the public half only by exporting; this copy of the key is not kept.
  const key = await secret("Ed25519", unb64(seed), ["sign"], true);
  return (await crypto.subtle.exportKey("jwk", key)).x as string;
}

/** Whether the owner of a public signing key signed these bytes. */
export async function verifies(
  publicKey: string,
  signature: Uint8Array,
  signed: Uint8Array,
): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", unb64(publicKey), "Ed25519", true, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, own(signature), own(signed));
}

/** The key behind an age identity: it can be used, and not be taken out. */
export const agreementKey = (identity: string): Promise<CryptoKey> =>
  secret("X25519", own(bech32.decodeToBytes(identity).bytes), ["deriveBits"]);

// What PKCS #8 puts before the 32 secret bytes; the last part of the algorithm's number differs.
const ALGORITHMS = { X25519: 0x6e, Ed25519: 0x70 };

function secret(
  name: keyof typeof ALGORITHMS,
  bytes: Uint8Array,
  uses: KeyUsage[],
  extractable = false,
): Promise<CryptoKey> {
  const algorithm = [0x30, 5, 6, 3, 0x2b, 0x65, ALGORITHMS[name]];
  const before = new Uint8Array([0x30, 46, 2, 1, 0, ...algorithm, 4, 34, 4, 32]);
  return crypto.subtle.importKey("pkcs8", join(before, bytes), { name }, extractable, uses);
}
