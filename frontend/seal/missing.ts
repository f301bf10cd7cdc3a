/** What this browser lacks of what the seal needs. */

const NEEDS: Record<string, () => Promise<unknown>> = {
  streams: async () => new TransformStream(),
  x25519: () => crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]),
  ed25519: () => crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]),
  "aes-gcm": () =>
    crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
  pbkdf2: () => crypto.subtle.importKey("raw", new Uint8Array(1), "PBKDF2", false, ["deriveBits"]),
};

/** The names of what is missing; nothing when all is there. */
export async function missing(): Promise<string[]> {
  if (!globalThis.crypto?.subtle) return ["web-crypto"];
  const lacks = Object.entries(NEEDS).map(async ([name, need]) => {
    try {
      await need();
      return [];
    } catch {
      return [name];
    }
  });
  return (await Promise.all(lacks)).flat();
}
