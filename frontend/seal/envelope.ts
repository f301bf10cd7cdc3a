/** The age file around a letter. */
import { Decrypter, Encrypter } from "age-encryption";
import { SealError } from "./errors.ts";
import { LONGEST_ENVELOPE } from "./letter.ts";

/** Close an envelope that each of these recipients can open. */
export async function close(plaintext: Uint8Array, recipients: string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plaintext);
}

// A decrypter works out the recipient of each of its keys: worth doing once, not per envelope.
const decrypters = new WeakMap<CryptoKey[], Decrypter>();

/** The plaintext of an envelope that one of these keys opens. */
export async function open(envelope: Uint8Array, identities: CryptoKey[]): Promise<Uint8Array> {
  if (envelope.length > LONGEST_ENVELOPE) throw new SealError();
  const decrypter = decrypters.get(identities) ?? new Decrypter();
  if (!decrypters.has(identities)) {
    for (const key of identities) decrypter.addIdentity(key);
    decrypters.set(identities, decrypter);
  }
  return decrypter.decrypt(envelope);
}
