// The index of an open line: in memory while it is open, in the browser's storage only sealed.
import { type OpenKeys, openPrivate, sealPrivate } from "../../seal/index.ts";
import type { Here } from "../../vault/here.ts";
import { Index } from "../line-index.ts";
import { readContent } from "../reading.ts";
import type { Shards } from "../shards.ts";

/** How a shard is called as a letter, and where it is stored. */
interface Part {
  kind: string;
  place: (here: Here) => string;
}
const FIRSTS: Part = { kind: "firsts", place: ({ person }) => `${person}/first/` };
const TEXTS: Part = { kind: "index", place: ({ person }) => `${person}/` };
/** A shard is sealed anew when nothing was saved for so long (milliseconds). */
const LATER = 2000;

const waiting = new WeakMap<Index, ReturnType<typeof setTimeout>>();

/** How every letter begins, as far as this device knows; gone when the line is locked. */
export function firstsOf(here: Here): Promise<Index> {
  const load = async () => {
    const index = new Index();
    index.firsts = await loaded(here, here.needKeys(), FIRSTS, index.firsts);
    return index;
  };
  const loading = here.index ?? load();
  here.index = loading;
  return again(loading, () => {
    if (here.index === loading) here.index = null;
  });
}

/** The same with all words in it, which take longer to open. */
export function textsOf(here: Here): Promise<Index> {
  const load = async () => {
    const keys = here.needKeys();
    const index = await firstsOf(here);
    index.texts = await loaded(here, keys, TEXTS, new Index().texts);
    makeReady(here, index);
    return index;
  };
  const loading = here.texts ?? load();
  here.texts = loading;
  return again(loading, () => {
    if (here.texts === loading) here.texts = null;
  });
}

/** For what is waiting meanwhile. */
const aMoment = () => new Promise<void>((done) => setTimeout(done));

/** What fails is tried again the next time. */
function again(loading: Promise<Index>, forget: () => void): Promise<Index> {
  loading.catch(forget);
  return loading;
}

/** Make the words ready to be looked through, while nobody waits and the line is open. */
export function makeReady(here: Here, index: Index): void {
  const { keys } = here;
  void index.makeReady(aMoment, () => here.keys === keys);
}

/** Whole or not at all: what breaks off is loaded from the beginning the next time. */
async function loaded(here: Here, keys: OpenKeys, part: Part, shards: Shards): Promise<Shards> {
  const place = part.place(here);
  for (const key of await here.store.getAllKeys("index")) {
    const object = key.slice(place.length);
    const sealed =
      key.startsWith(place) && !object.includes("/") && (await here.store.get("index", key));
    if (sealed) {
      const content = await openPrivate(sealed, { kind: part.kind, object }, keys)
        .then((letter) => letter.content)
        // Of former keys, or damaged: it is made anew from the line.
        .catch(() => ({}));
      shards.load(object, content);
    }
  }
  return shards;
}

/** Keep what changed: sealed, by shard. Words first: a beginning says that they are there. */
export async function keepIndex(here: Here, index: Index): Promise<void> {
  await keepPart(here, TEXTS, index.texts);
  await keepPart(here, FIRSTS, index.firsts);
}

async function keepPart(here: Here, part: Part, shards: Shards): Promise<void> {
  const { keys } = here;
  if (!keys) {
    return;
  }
  for (const [shard, content] of shards.changes()) {
    const place = part.place(here) + shard;
    if (content) {
      const what = { kind: part.kind, object: shard, version: 1, content: { ...content } };
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
  const index = await here.texts?.catch(() => null);
  if (index && hash) {
    index.put(object, hash, readContent(kind, content));
    keepLater(here, index);
  }
}
