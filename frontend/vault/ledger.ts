// Reading and changing the contents, so that the server can leave nothing out and give nothing older.
import {
  type Letter,
  openPrivate,
  SealError,
  sealPrivate,
  sha256b64,
  TooLongError,
} from "../seal/index.ts";
import { type Contents, empty } from "./contents.ts";
import type { Here, Seen } from "./here.ts";
import { Refusal } from "./refusal.ts";
import { Changed, type ToStore } from "./server.ts";
import { type Known, putForGood } from "./store.ts";

const TRIES = 5;

/** What a change does besides changing the contents. */
export interface Plan {
  envelopes?: ToStore[];
  remove?: string[];
}

/** The contents as they are now on the server, refused when older than this device knew. */
export async function refresh(here: Here): Promise<Seen> {
  const keys = here.needKeys();
  const known = await here.store.get("known", here.person);
  const found = (await here.server.fetch([keys.contents])).get(keys.contents);
  if (!found) {
    // H5: a line this device knew, or that is kept, has contents.
    if (known && (known.kept || known.version > 0)) {
      throw new Refusal("older");
    }
    here.seen = { contents: empty(), version: 0, hash: null };
    return here.seen;
  }
  const hash = await sha256b64(found.content);
  const { letter, current } = await openContents(here, found.content, known).catch(sealed);
  // H4: older contents than this device knew, or others with the same number.
  if (
    known &&
    (letter.version < known.version || (letter.version === known.version && hash !== known.hash))
  )
    throw new Refusal("older");
  here.seen = { contents: letter.content as unknown as Contents, version: letter.version, hash };
  await remember(here, letter.version, hash, current);
  return here.seen;
}

/**
 * Contents are not listed anywhere with their hash: whoever can seal to the owner can forge newer
 * ones. After new keys that is also whoever saw the old words; so once contents came under the
 * newest keys, none under former ones are taken any more.
 */
async function openContents(
  here: Here,
  envelope: Uint8Array,
  known: Known | undefined,
): Promise<{ letter: Letter; current: boolean }> {
  const keys = here.needKeys();
  const expected = { kind: "contents", object: keys.contents };
  const newest = { ...keys, privateKeys: keys.privateKeys.slice(0, 1) };
  const letter = await openPrivate(envelope, expected, newest).catch(() => null);
  if (letter) {
    return { letter, current: true };
  }
  const renewed = known?.keyring === keys.keyring && known.sealed === keys.counter;
  if (renewed) throw new Refusal("sealed");
  return { letter: await openPrivate(envelope, expected, keys), current: false };
}

/** The contents as last seen on this page, or as they are now. */
export async function contentsOf(here: Here): Promise<Contents> {
  return (here.seen ?? (await refresh(here))).contents;
}

/**
 * Change the contents and store what goes with it, all or nothing.
 *
 * ``plan`` changes the contents it gets and says what else is stored; it runs again when another
 * device was first: then ``changed`` are the ids that were not as expected.
 */
export async function change(
  here: Here,
  plan: (contents: Contents, changed: string[]) => Promise<Plan> | Plan,
): Promise<void> {
  let changed: string[] = [];
  for (let tries = 1; ; tries += 1) {
    const seen = here.seen ?? (await refresh(here));
    try {
      await write(here, seen, (contents) => plan(contents, changed));
      return;
    } catch (error) {
      here.seen = null;
      if (!(error instanceof Changed)) {
        throw error;
      }
      changed = error.ids;
      if (tries === TRIES) {
        throw new Refusal("server");
      }
    }
  }
}

async function write(
  here: Here,
  seen: Seen,
  plan: (contents: Contents) => Promise<Plan> | Plan,
): Promise<void> {
  const keys = here.needKeys();
  const contents = structuredClone(seen.contents);
  const { envelopes = [], remove = [] } = await plan(contents);
  const version = seen.version + 1;
  const what = { kind: "contents", object: keys.contents, version };
  const content = await sealPrivate({ ...what, content: { ...contents } }, keys).catch(full);
  const hash = await sha256b64(content);
  here.changed();
  await here.server.store([...envelopes, { id: keys.contents, was: seen.hash, content }], remove);
  here.seen = { contents, version, hash };
  await remember(here, version, hash, true);
}

/** Of what the contents can hold, from here on the page says that it will be full. */
const NEARLY = 0.85 * 1024 * 1024;

/** Whether the contents are nearly as large as a letter can be. */
export function isNearlyFull(contents: Contents): boolean {
  return JSON.stringify(contents).length > NEARLY;
}

/** Not what somebody wrote is too long, but the list of all they wrote. */
function full(error: unknown): never {
  throw error instanceof TooLongError ? new Refusal("full") : error;
}

/** `current`: these contents are sealed with the newest keys. */
async function remember(
  here: Here,
  version: number,
  hash: string,
  current: boolean,
): Promise<void> {
  const known = await here.store.get("known", here.person);
  const { keyring, counter, log } = here.needKeys();
  const same = known?.keyring === keyring ? known : { kept: false };
  const sealed = current ? { sealed: counter } : {};
  const now = { ...same, keyring, counter, log, version, hash, ...sealed };
  await putForGood(here.store, "known", now, here.person);
}

/** Turn whatever does not open into the one refusal a page knows. */
export function sealed(error: unknown): never {
  throw error instanceof SealError ? new Refusal("sealed") : error;
}
