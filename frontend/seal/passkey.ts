/** age's passkey stanza, in a worker: the page asks the passkey, the worker does the rest. */

import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { base64nopad } from "@scure/base";
import { type Identity, type Recipient, Stanza } from "age-encryption";
import { join, random, utf8 } from "./bytes.ts";
import { SealError } from "./errors.ts";
import { PASSKEY } from "./prf.ts";
import type { Evaluate } from "./types.ts";

const NONCE = 16;
const RESULT = 32;

/** Wraps the key of a file for one passkey. */
export class PasskeyRecipient implements Recipient {
  private readonly evaluate: Evaluate;

  constructor(evaluate: Evaluate) {
    this.evaluate = evaluate;
  }

  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const nonce = random(NONCE);
    const body = (await cipher(this.evaluate, nonce)).encrypt(fileKey);
    return [new Stanza([PASSKEY, base64nopad.encode(nonce)], body)];
  }
}

/** Gives the key of a file that one passkey wraps, and nothing else does. */
export class PasskeyIdentity implements Identity {
  private readonly evaluate: Evaluate;

  constructor(evaluate: Evaluate) {
    this.evaluate = evaluate;
  }

  async unwrapFileKey(stanzas: Stanza[]): Promise<Uint8Array> {
    const [stanza] = stanzas;
    if (stanzas.length !== 1 || stanza?.args[0] !== PASSKEY) throw new SealError();
    if (stanza.args.length !== 2) throw new SealError();
    const nonce = base64nopad.decode(stanza.args[1] as string);
    if (nonce.length !== NONCE || stanza.body.length !== 32) throw new SealError();
    return (await cipher(this.evaluate, nonce)).decrypt(stanza.body);
  }
}

async function cipher(evaluate: Evaluate, nonce: Uint8Array) {
  const { first, second } = await evaluate(nonce);
  if (first.length !== RESULT || second.length !== RESULT) throw new SealError();
  // The key is used once, for one file key: a nonce of zeros is right.
  const key = extract(sha256, join(first, second), utf8(PASSKEY));
  return chacha20poly1305(key, new Uint8Array(12));
}
