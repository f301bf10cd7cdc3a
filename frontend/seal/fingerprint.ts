/** What two people compare to know that they have each other's keys. */
import { b64, utf8 } from "./bytes.ts";
import type { PublicKeys } from "./types.ts";

/** Slow to compute on purpose: nobody should find other keys with the same six words. */
export async function fingerprint(keys: PublicKeys): Promise<string> {
  const told = utf8(["hartlijn keys v1", keys.id, keys.sharing, keys.signing].join("\n"));
  const key = await crypto.subtle.importKey("raw", told, "PBKDF2", false, ["deriveBits"]);
  const how = {
    name: "PBKDF2",
    hash: "SHA-256",
    salt: utf8("hartlijn fingerprint"),
    iterations: 200_000,
  };
  return b64(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)));
}
