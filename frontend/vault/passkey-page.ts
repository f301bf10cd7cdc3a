// Passkeys that open the vault. They are made and asked on the page, because a worker cannot;
// what they give (PRF) goes to the worker and nowhere else.
import { prfInputs } from "../seal/prf.ts";

/** This browser, or this passkey, cannot keep a secret (PRF): it can never open a line. */
export class NoSecret extends Error {}

const ALGORITHMS = [-8, -7, -257].map((alg) => ({ type: "public-key" as const, alg }));

/** Make a passkey on this device and tell its id; `NoSecret` when it cannot keep a secret. */
export async function makePasskey(label: string): Promise<ArrayBuffer> {
  if (!window.PublicKeyCredential) {
    throw new NoSecret();
  }
  const made = (await navigator.credentials.create({
    publicKey: {
      rp: { name: "Hartlijn" },
      user: { id: crypto.getRandomValues(new Uint8Array(16)), name: label, displayName: label },
      pubKeyCredParams: ALGORITHMS,
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      extensions: { prf: {} },
      challenge: crypto.getRandomValues(new Uint8Array(32)),
    },
  })) as PublicKeyCredential | null;
  if (!made?.getClientExtensionResults().prf?.enabled) {
    throw new NoSecret();
  }
  return made.rawId;
}

/** The two secrets a passkey gives for ``nonce``: the one named, or the one somebody chooses. */
export async function secretOfPasskey(
  nonce: Uint8Array,
  only: ArrayBuffer | null,
): Promise<{ first: Uint8Array; second: Uint8Array }> {
  if (!window.PublicKeyCredential) {
    throw new NoSecret();
  }
  const { first, second } = prfInputs(nonce);
  const used = (await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      userVerification: "required",
      allowCredentials: only ? [{ type: "public-key", id: only }] : [],
      extensions: {
        prf: { eval: { first: first as BufferSource, second: second as BufferSource } },
      },
    },
  })) as PublicKeyCredential | null;
  const results = used?.getClientExtensionResults().prf?.results;
  if (!results?.first || !results.second) {
    throw new NoSecret();
  }
  return { first: bytesOf(results.first), second: bytesOf(results.second) };
}

function bytesOf(source: BufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
