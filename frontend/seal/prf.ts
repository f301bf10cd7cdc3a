/** What a passkey is asked; apart from the rest because the page asks it, outside the worker. */
import { type Bytes, join, utf8 } from "./bytes.ts";

export const PASSKEY = "age-encryption.org/fido2prf";

/** The two inputs of the PRF for a nonce, as `age-encryption` and `age-plugin-fido2prf` make them. */
export function prfInputs(nonce: Uint8Array): { first: Bytes; second: Bytes } {
  const before = utf8(PASSKEY);
  return {
    first: join(before, new Uint8Array([1]), nonce),
    second: join(before, new Uint8Array([2]), nonce),
  };
}
