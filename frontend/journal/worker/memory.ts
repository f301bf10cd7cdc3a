// The index of an open line: in memory while it is open, in the browser's storage only sealed.
import { type OpenKeys, openPrivate, sealPrivate } from "../../seal/index.ts";
import type { Here } from "../../vault/here.ts";
import { Index } from "../index-shards.ts";
import { readContent } from "../reading.ts";

const KIND = "index";
/** A shard is sealed anew when nothing was saved for so long (milliseconds). */
const LATER = 2000;

const waiting = new WeakMap<Index, ReturnType<typeof setTimeout>>();

/** The index, one opening for each shard; gone when the line is locked. */
export function indexOf(here: Here): Promise<Index> {
  const loading = here.index ?? load(here, here.needKeys());
  here.index = loading;
  // Tried again the next time.
  loading.catch(() => {
    if (here.index === loading) here.index = null;
  });
  return loading;
}

async function load(here: Here, keys: OpenKeys): Promise<Index> {
  const index = new Index();
  const mine = `${here.person}/`;
  for (const place of await here.store.getAllKeys("index")) {
    const sealed = place.startsWith(mine) && (await here.store.get("index", place));
    if (sealed) {
      const object = place.slice(mine.length);
      const content = await openPrivate(sealed, { kind: KIND, object }, keys)
        .then((letter) => letter.content)
        // Of former keys, or damaged: it is made anew from the line.
        .catch(() => ({}));
      index.load(object, content);
    }
  }
  return index;
}

/** Keep what changed: sealed, by shard. */
export async function keepIndex(here: Here, index: Index): Promise<void> {
  const { keys } = here;
  if (!keys) {
    return;
  }
  for (const [shard, content] of index.changes()) {
    const place = `${here.person}/${shard}`;
    if (content) {
      const what = { kind: KIND, object: shard, version: 1, content };
      await here.store.put("index", await sealPrivate(what, keys), place);
    } else {
      await here.store.delete("index", place);
    }
  }
}

/** Keep it when nothing was saved for a moment; without storage it is made anew next time. */
export function keepLater(here: Here, index: Index): void {
  clearTimeout(waiting.get(index));
  const keep = () => void keepIndex(here, index).catch(() => {});
  waiting.set(index, setTimeout(keep, LATER));
}

/** A letter was saved: from now on it is found. */
export async function noteSaved(
  here: Here,
  object: string,
  { kind, content }: { kind: string; content: unknown },
): Promise<void> {
  const hash = here.seen?.contents.objects[object]?.hash;
  // The letter is stored, whatever becomes of the index.
  const index = await here.index?.catch(() => null);
  if (index && hash) {
    index.put(object, hash, readContent(kind, content));
    keepLater(here, index);
  }
}
