// The own line: save, read, list, remove.
import { isKind } from "../journal/content.ts";
import { repeatedOf } from "../journal/listing.ts";
import { ContentError, readContent } from "../journal/reading.ts";
import { noteSaved } from "../journal/worker/memory.ts";
import { openPrivate, sealPrivate, sha256b64 } from "../seal/index.ts";
import { isApart, isOfApart } from "./apart.ts";
import {
  type Contents,
  giftsOf,
  type Listed,
  sealedBy,
  stopWaiting,
  type WaitingFor,
} from "./contents.ts";
import { type Here, isOver, today } from "./here.ts";
import { makeKeys } from "./keys.ts";
import { change, contentsOf, type Plan, refresh, sealed } from "./ledger.ts";
import type { Answer, Ask, Given, Line, Opened } from "./protocol.ts";
import { Refusal } from "./refusal.ts";
import type { Relation } from "./server.ts";

/** Envelopes opened before the page hears of them. */
const PORTION = 50;

/** Seal and keep. The very first save makes the keys. */
export async function save(here: Here, ask: Ask<"save">): Promise<Answer<"save">> {
  fits(ask);
  if (!here.keys) {
    await makeKeys(here);
  }
  const stored = await storedBefore(here, ask);
  if (stored) {
    return stored;
  }
  const keys = here.needKeys();
  const fresh = crypto.randomUUID();
  const saved = { object: "", version: 0, beside: false };
  await change(here, async (contents) => {
    const before = ask.object ? contents.objects[ask.object] : undefined;
    // Another device wrote meanwhile: both stay, side by side.
    saved.beside = Boolean(ask.object) && before?.version !== (ask.base ?? before?.version);
    const was = saved.beside ? undefined : before;
    saved.object = saved.beside ? fresh : (ask.object ?? fresh);
    saved.version = (was?.version ?? 0) + 1;
    const what = { kind: ask.kind, object: saved.object, version: saved.version };
    const content = await sealPrivate({ ...what, content: ask.content }, keys);
    const hash = await sha256b64(content);
    const day = was?.day ?? today();
    const about = { kind: ask.kind, version: saved.version, hash, day, ...sealedBy(keys) };
    contents.objects[saved.object] = { ...about, ...repeatedOf(ask.kind, ask.content) };
    return { envelopes: [{ id: saved.object, was: was?.hash ?? null, content }] };
  });
  if (isKind(ask.kind)) await noteSaved(here, saved.object, ask);
  return saved;
}

/** The same words once more, after an answer that was lost: they are there already. */
async function storedBefore(
  here: Here,
  { object = "", kind, content, base }: Ask<"save">,
): Promise<Answer<"save"> | null> {
  const listed = (await contentsOf(here)).objects[object];
  if (!listed || listed.version === base) {
    return null;
  }
  const there = await read(here, object).catch(() => null);
  const same = there?.kind === kind && JSON.stringify(there.content) === JSON.stringify(content);
  return same ? { object, version: there.version, beside: false } : null;
}

/** Refuse what no letter of one's own holds. */
function fits({ kind, content }: Ask<"save">): void {
  if (isApart(kind)) {
    if (!isOfApart(kind, content)) throw new Refusal("content");
    return;
  }
  try {
    readContent(kind, content);
  } catch (error) {
    throw error instanceof ContentError ? new Refusal("content") : error;
  }
}

/** Everything on the line, newest first, with who can read it. */
export async function list(here: Here): Promise<Answer<"list">> {
  const { contents } = here.lookedJustNow && here.seen ? here.seen : await refresh(here);
  const { given, own } = await here.recentState();
  const relations = contents.waiting.length > 0 ? await here.server.people() : [];
  const names = namesOf(relations, contents);
  const ready = new Set(relations.filter(({ log }) => log !== null).map(({ person }) => person));
  const alive = new Map(given.map(({ id, held }) => [id, held]));
  const missed = new Set(own);
  const lines = onLine(contents).map(([object, { hash: _, by: __, ...about }]) => ({
    object,
    ...about,
    given: readersOf(contents, object, { alive, missed, names, ready }),
  }));
  const former = given
    .filter(({ id }) => !(id in contents.given))
    .map(({ id, to, name, until }) => ({
      id,
      person: to,
      name,
      until,
      version: 0,
      waiting: false,
      ready: false,
      ended: false,
      missed: false,
      held: false,
    }));
  return { lines: newestFirst(lines), former };
}

/** The letters somebody wrote for the line: no answers to others. */
export function onLine(contents: Contents): [string, Listed][] {
  return Object.entries(contents.objects).filter(([, { kind }]) => isKind(kind));
}

/** By day; of one day the last written first. */
function newestFirst(lines: Line[]): Line[] {
  return lines.reverse().sort((one, other) => other.day.localeCompare(one.day));
}

/** Whoever has keys is called as when they were pinned; who waits for keys, as the server says. */
function namesOf(relations: Relation[], contents: Contents): Map<string, string> {
  const pinned = Object.entries(contents.pins).map(([person, { name }]) => [person, name] as const);
  return new Map([...relations.map(({ person, name }) => [person, name] as const), ...pinned]);
}

function readersOf(
  contents: Contents,
  object: string,
  {
    alive,
    missed,
    names,
    ready,
  }: {
    alive: Map<string, boolean>;
    missed: Set<string>;
    names: Map<string, string>;
    ready: Set<string>;
  },
): Given[] {
  // H12: whoever was given something reads it until its day, also when the server leaves them out.
  const gifts = giftsOf(contents, object).filter(
    ([id, { until }]) => !isOver(until) || missed.has(id),
  );
  const reads = gifts.map(([id, { to, until, version, part }]) => ({
    id,
    person: to,
    until,
    version,
    waiting: false,
    ready: false,
    ended: !alive.has(id),
    missed: missed.has(id),
    held: alive.get(id) ?? false,
    ...(part && { part }),
  }));
  const waits = contents.waiting
    .filter(({ of, until }) => of === object && !isOver(until))
    .map((one) => ({
      id: waitingId(one),
      person: one.to,
      until: one.until,
      version: 0,
      waiting: true,
      ready: ready.has(one.to),
      ended: false,
      missed: false,
      held: false,
      ...(one.part && { part: one.part }),
    }));
  return [...reads, ...waits].map((gift) => ({
    ...gift,
    name: names.get(gift.person) ?? "",
  }));
}

/** What a gift that waits is called on the page. */
export function waitingId({ of, to, part }: Pick<WaitingFor, "of" | "to" | "part">): string {
  return [of, to, ...(part ? [part] : [])].join("/");
}

/** Open one letter of the own line. */
export async function read(here: Here, object: string): Promise<Opened> {
  const open = async ({ objects }: Contents) => {
    const envelope = (await here.server.fetch([object])).get(object)?.content;
    return openListed(here, object, objects[object], envelope);
  };
  const contents = await contentsOf(here);
  return open(contents).catch(async (error: unknown) => {
    const newer = await newerThan(here, contents);
    if (!newer) throw error;
    return open(newer);
  });
}

/** Another device may have written since this page looked: only after that the server is in doubt. */
async function newerThan(here: Here, contents: Contents): Promise<Contents | null> {
  if (here.seen?.contents !== contents) {
    return contentsOf(here);
  }
  const { version } = here.seen;
  const now = await refresh(here);
  return now.version > version ? now.contents : null;
}

/** Open many, telling what is there so far. */
export async function readAll(
  here: Here,
  objects: string[],
  portion: (opened: Opened[]) => void,
): Promise<Answer<"readAll">> {
  let contents = await contentsOf(here);
  const refused: string[] = [];
  let opened = 0;
  for (let at = 0; at < objects.length; at += PORTION) {
    const wanted = objects.slice(at, at + PORTION);
    const { letters, closed } = await openSome(here, contents.objects, wanted);
    const newer = closed.length > 0 ? await newerThan(here, contents) : null;
    if (newer) {
      contents = newer;
      const again = await openSome(here, contents.objects, closed);
      letters.push(...again.letters);
      closed.splice(0, closed.length, ...again.closed);
    }
    refused.push(...closed);
    opened += letters.length;
    portion(letters);
  }
  return { opened, refused };
}

/** Open these, as they are listed; `closed` are those that do not open. */
export async function openSome(
  here: Here,
  listed: Record<string, Listed>,
  wanted: string[],
): Promise<{ letters: Opened[]; closed: string[] }> {
  const found = await here.server.fetch(wanted);
  const results = await Promise.allSettled(
    wanted.map((object) => openListed(here, object, listed[object], found.get(object)?.content)),
  );
  const letters = results.flatMap((result) =>
    result.status === "fulfilled" ? [result.value] : [],
  );
  const closed = wanted.filter((_, index) => results[index]?.status === "rejected");
  return { letters, closed };
}

export async function openListed(
  here: Here,
  object: string,
  listed: Listed | undefined,
  envelope: Uint8Array | undefined,
): Promise<Opened> {
  // H5: what is on the line is there.
  if (!listed || !envelope) throw new Refusal("older");
  // H1 H4: the bytes are the newest this line knows.
  if ((await sha256b64(envelope)) !== listed.hash) throw new Refusal("older");
  const expected = { kind: listed.kind, object, version: listed.version };
  const { kind, version, time, content } = await openPrivate(
    envelope,
    expected,
    here.needKeys(),
  ).catch(sealed);
  return { object, kind, version, time, content };
}

/** Take a letter off the line, and everything that was given of it. */
export async function remove(here: Here, object: string): Promise<void> {
  await change(here, (contents): Plan => {
    const gifts = giftsOf(contents, object).map(([id]) => id);
    for (const id of gifts) {
      delete contents.given[id];
    }
    for (const [id, { of }] of Object.entries(contents.former ?? {})) {
      if (of === object) delete contents.former?.[id];
    }
    const copies = stopWaiting(contents, ({ of }) => of === object);
    const there = object in contents.objects;
    delete contents.objects[object];
    return { remove: [...(there ? [object] : []), ...gifts, ...copies] };
  });
}
