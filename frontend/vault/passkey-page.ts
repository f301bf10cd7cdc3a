// Passkeys that open the vault. They are made and asked on the page, because a worker cannot;
// what they give (PRF) goes to the worker and nowhere else.
import { prfInputs } from "../seal/prf.ts";

const ALGORITHMS = [-8, -7, -257].map((alg) => ({ type: "public-key" as const, alg }));

/** Make a passkey on this device. Fails when the device cannot keep a secret with it (PRF). */
export async function makePasskey(label: string): Promise<void> {
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
    throw new Error("no PRF");
  }
}

/** The two secrets a passkey gives for ``nonce``. */
export async function secretOfPasskey(
  nonce: Uint8Array,
): Promise<{ first: Uint8Array; second: Uint8Array }> {
  const { first, second } = prfInputs(nonce);
  const used = (await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      userVerification: "required",
      extensions: {
        prf: { eval: { first: first as BufferSource, second: second as BufferSource } },
      },
    },
  })) as PublicKeyCredential | null;
  const results = used?.getClientExtensionResults().prf?.results;
  if (!results?.first || !results.second) {
    throw new Error("no PRF");
  }
  return { first: bytesOf(results.first), second: bytesOf(results.second) };
}

function bytesOf(source: BufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
