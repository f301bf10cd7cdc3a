// What is being typed, closed, on this device only.
import { openPrivate, sealPrivate } from "../seal/index.ts";
import type { Here } from "./here.ts";

const KIND = "draft";

/** Keep what is typed so far; an empty text forgets it. */
export async function keepDraft(here: Here, name: string, text: string): Promise<void> {
  const place = `${here.person}/${name}`;
  if (text === "") {
    await here.store.delete("drafts", place);
    return;
  }
  const draft = here.keys ? await bySeal(here, text) : await byDevice(text);
  await here.store.put("drafts", draft, place);
}

async function bySeal(here: Here, text: string): Promise<{ sealed: Uint8Array }> {
  const keys = here.needKeys();
  const what = { kind: KIND, object: keys.contents, version: 1, content: { text } };
  return { sealed: await sealPrivate(what, keys) };
}

/** Before there are keys: closed with a key that the browser does not give out. */
async function byDevice(text: string): Promise<{
  sealed: Uint8Array;
  key: CryptoKey;
  nonce: Uint8Array<ArrayBuffer>;
}> {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(text);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, bytes);
  return { sealed: new Uint8Array(sealed), key, nonce };
}

/** What was typed, or nothing. One that does not open any more is forgotten. */
export async function draft(here: Here, name: string): Promise<{ text: string }> {
  const found = await here.store.get("drafts", `${here.person}/${name}`);
  if (!found) {
    return { text: "" };
  }
  if (found.key && found.nonce) {
    const iv = found.nonce as BufferSource;
    const bytes = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv },
      found.key,
      found.sealed as BufferSource,
    );
    return { text: new TextDecoder().decode(bytes) };
  }
  const keys = here.needKeys();
  const letter = await openPrivate(found.sealed, { kind: KIND, object: keys.contents }, keys);
  return { text: String(letter.content.text ?? "") };
}
