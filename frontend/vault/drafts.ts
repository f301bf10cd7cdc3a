// What is being typed, closed, on this device only.
import { openPrivate, sealPrivate } from "../seal/index.ts";
import type { Here, SealsTo } from "./here.ts";
import type { Answer } from "./protocol.ts";

const KIND = "draft";

/** Keep what is typed so far; an empty text forgets it. */
export async function keepDraft(here: Here, name: string, text: string): Promise<void> {
  const place = `${here.person}/${name}`;
  if (text === "") {
    await here.store.delete("drafts", place);
    return;
  }
  // What is typed while the line closes waits for its keys too; only a first text has none.
  const keys = here.keys ?? here.closed;
  const draft = keys ? await bySeal(keys, text) : await byDevice(text);
  await here.store.put("drafts", { ...draft, at: Date.now() }, place);
}

async function bySeal(keys: SealsTo, text: string): Promise<{ sealed: Uint8Array }> {
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
  return { text: await opened(here, name, found.sealed) };
}

/** After beginning anew there are no keys, or others: then it is gone, and says nothing. */
async function opened(here: Here, name: string, draft: Uint8Array): Promise<string> {
  const { keys } = here;
  if (!keys) {
    return "";
  }
  try {
    const letter = await openPrivate(draft, { kind: KIND, object: keys.contents }, keys);
    return String(letter.content.text ?? "");
  } catch {
    await keepDraft(here, name, "");
    return "";
  }
}

/** The drafts that open pages of this worker are at: each holds a lock of the browser. */
const claims = new Map<string, () => void>();
const lockName = (here: Here, name: string) => `hartlijn-draft/${here.person}/${name}`;

/** Everything that was being typed, newest first, and whether a page is still at it. */
export async function drafts(here: Here): Promise<Answer<"drafts">> {
  const { held = [] } = await navigator.locks.query();
  const claimed = new Set(held.map(({ name }) => name));
  const mine = `${here.person}/`;
  const places = (await here.store.getAllKeys("drafts")).filter((one) => one.startsWith(mine));
  const found = places.map(async (place) => {
    const name = place.slice(mine.length);
    const { at = 0 } = (await here.store.get("drafts", place)) ?? {};
    return { name, at, held: claimed.has(lockName(here, name)) };
  });
  return { drafts: (await Promise.all(found)).sort((one, other) => other.at - one.at) };
}

/** Be the page that writes this draft, until it closes. Only one page is. */
export async function claimDraft(here: Here, name: string): Promise<{ claimed: boolean }> {
  const place = lockName(here, name);
  if (claims.has(place)) {
    return { claimed: true };
  }
  return new Promise((answer, failed) => {
    const hold = (lock: Lock | null) => {
      answer({ claimed: lock !== null });
      return lock ? new Promise<void>((release) => claims.set(place, release)) : undefined;
    };
    navigator.locks.request(place, { ifAvailable: true }, hold).catch(failed);
  });
}

/** The page is done with it. */
export function releaseDraft(here: Here, name: string): Record<never, never> {
  const place = lockName(here, name);
  claims.get(place)?.();
  claims.delete(place);
  return {};
}
