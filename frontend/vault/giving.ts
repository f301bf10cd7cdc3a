// Giving a letter to somebody until a date, taking it back, and reading what was given.
import { firstLine } from "../journal/content.ts";
import { readContent } from "../journal/reading.ts";
import {
  openOwnGift,
  openPrivate,
  type PublicKeys,
  sealPrivate,
  sealShared,
  sha256b64,
} from "../seal/index.ts";
import { MESSAGE } from "../together/message.ts";
import {
  type Contents,
  endGift,
  type GivenTo,
  type Listed,
  sealedBy,
  stopWaiting,
  type WaitingFor,
} from "./contents.ts";
import { asShown, compared, type Found, find, noteLog, pin } from "./directory.ts";
import { type Here, isOver, today } from "./here.ts";
import { change, contentsOf, sealed } from "./ledger.ts";
import { read, waitingId } from "./line.ts";
import type { Answer, Ask } from "./protocol.ts";
import { publishWaiting } from "./publishing.ts";
import { ANSWER } from "./receiving.ts";
import { Refusal } from "./refusal.ts";
import type { ToStore } from "./server.ts";

const KIND = "given";
const NO_HOUR = new Date(0);

/** What a gift holds: the letter as it was when it was given, an answer or a message. */
export interface Copied {
  kind: typeof KIND | typeof ANSWER | typeof MESSAGE;
  of: string;
  version: number;
  content: Record<string, unknown>;
  /** Of one sentence: how it begins. */
  part?: string;
}

/** What one person got, or gets, of one letter: all of it, or one sentence. */
type Gift = Pick<GivenTo, "of" | "to" | "part">;

/** Give a letter; to somebody without keys it waits here. */
export async function give(here: Here, ask: Ask<"give">): Promise<Answer<"give">> {
  await here.needKept();
  const { object, person, until, part } = ask;
  const found = await find(here, person);
  const copied = await copyOf(here, object, part);
  if (!found.keys) {
    await wait(here, copied, person, until);
    return { waiting: true };
  }
  await giveNow(here, copied, until, found);
  return { waiting: false };
}

/** Until the other has keys, what was chosen lies here as it is now, sealed to oneself. */
async function wait(
  here: Here,
  { of, version, content, ...about }: Copied,
  person: string,
  until: string | null,
): Promise<void> {
  const id = crypto.randomUUID();
  await change(here, async (contents) => {
    const before = stopWaiting(contents, isLike({ of, to: person, ...partOf(about) }));
    const what = { kind: KIND, object: id, version: 1, content };
    const envelope = await sealPrivate(what, here.needKeys());
    const hash = await sha256b64(envelope);
    const copy = { id, version, hash, ...sealedBy(here.needKeys()) };
    contents.waiting.push({ of, to: person, until, copy, ...partOf(about) });
    return { envelopes: [{ id, was: null, content: envelope }], remove: before };
  });
}

/** A copy of a letter as it is now, or of one sentence that lies ready in it. */
async function copyOf(here: Here, of: string, part?: string): Promise<Copied> {
  const { version, kind, content } = await read(here, of);
  const day = (await contentsOf(here)).objects[of]?.day ?? today();
  if (part === undefined) {
    // What it is taken to, and with whom, is between the writer and other people.
    const { take: _, ...given } = content;
    return { kind: KIND, of, version, content: { kind, day, content: given } };
  }
  if (!readContent(kind, content).take?.some((take) => take.part === part)) {
    throw new Refusal("content");
  }
  const only = { v: 1, text: part } as const;
  return { kind: KIND, of, version, content: { kind, day, content: only }, part: firstLine(only) };
}

function partOf({ part }: { part?: string }): { part?: string } {
  return part === undefined ? {} : { part };
}

/** The same of the same letter to the same person: a new one takes its place. */
function isLike(gift: Gift): (other: Gift) => boolean {
  return ({ of, to, part }) => of === gift.of && to === gift.to && part === gift.part;
}

/** A copy of what was given, which may be older than the letter is now. */
async function copyGiven(here: Here, id: string, gift: GivenTo): Promise<Copied> {
  const { of, version, hash } = gift;
  const envelope = (await here.server.fetch([id])).get(id)?.content;
  // H10: the bytes are the ones this line gave, and not made in its name by who got them.
  if (!envelope || (await sha256b64(envelope)) !== hash) throw new Refusal("older");
  const kind = kindOf((await contentsOf(here)).objects[of]);
  const expected = { kind, object: id };
  const { content } = await openOwnGift(envelope, expected, here.needKeys()).catch(sealed);
  return { kind, of, version, content, ...partOf(gift) };
}

/** Answers and messages are given as they are; of everything else a copy is. */
function kindOf(listed: Listed | undefined): Copied["kind"] {
  const kind = listed?.kind;
  return kind === ANSWER || kind === MESSAGE ? kind : KIND;
}

/**
 * `again`: the one gift it is, under other keys. For its reader it is no new one: it does not come
 * a second time. Without it, it takes the place of what was given of the same before.
 */
async function giveNow(
  here: Here,
  copied: Copied,
  until: string | null,
  found: Found,
  again?: string,
): Promise<void> {
  await publishWaiting(here);
  const like = isLike({ of: copied.of, to: found.relation.person, ...partOf(copied) });
  await change(here, async (contents) => {
    const before = Object.entries(contents.given).filter(([id, gift]) =>
      again ? id === again : like(gift),
    );
    for (const [id] of before) {
      endGift(contents, id);
    }
    const waited = stopWaiting(contents, like);
    pin(contents, found);
    if (here.log) {
      noteLog(contents, here.log);
    }
    const fresh = await sealGift(here, contents, crypto.randomUUID(), copied, until, found);
    const { until: _, ...same } = fresh;
    const envelope = again ? { ...same, replaces: again } : fresh;
    return { envelopes: [envelope], remove: [...before.map(([id]) => id), ...waited] };
  });
}

/** Make the envelope of a gift and write it in the contents. */
export async function sealGift(
  here: Here,
  contents: Contents,
  id: string,
  { kind, of, version, content, ...about }: Copied,
  until: string | null,
  found: Found,
): Promise<ToStore> {
  // The hour of writing is nobody's business: what is shared carries none.
  const what = { kind, object: id, version: 1, content, time: NO_HOUR };
  const keys = found.keys as PublicKeys;
  const envelope = await sealShared(what, [keys], here.needKeys());
  contents.given[id] = {
    of,
    version,
    to: found.relation.person,
    log: keys.id,
    until,
    hash: await sha256b64(envelope),
    keys: found.fingerprint,
    ...sealedBy(here.needKeys()),
    ...partOf(about),
  };
  return { id, was: null, content: envelope, to: found.relation.person, until };
}

/** Take back: nobody can fetch it any more. What was read stays read. */
export async function takeBack(here: Here, id: string): Promise<void> {
  await change(here, (contents) => {
    const waited = contents.waiting.length;
    const copies = stopWaiting(contents, (one) => waitingId(one) === id);
    endGift(contents, id);
    return { remove: waited === contents.waiting.length ? [id] : copies };
  });
}

/**
 * Give what waited, now that somebody looked at the keys and pressed. `given` is false when it did
 * not wait any more: taken back elsewhere, or its day came.
 */
export async function giveWaiting(here: Here, id: string): Promise<Answer<"giveWaiting">> {
  await here.needKept();
  const { waiting } = await contentsOf(here);
  const one = waiting.find((one) => waitingId(one) === id);
  if (!one || isOver(one.until)) {
    return { given: false };
  }
  const found = await asShown(here, one.to);
  await giveNow(here, await copyWaiting(here, one), one.until, found);
  return { given: true };
}

/** What was chosen then, whatever became of the letter. */
async function copyWaiting(here: Here, one: WaitingFor): Promise<Copied> {
  const { of, copy } = one;
  if (!copy) {
    return copyOf(here, of);
  }
  const envelope = (await here.server.fetch([copy.id])).get(copy.id)?.content;
  if (!envelope || (await sha256b64(envelope)) !== copy.hash) throw new Refusal("older");
  const expected = { kind: KIND, object: copy.id };
  const { content } = await openPrivate(envelope, expected, here.needKeys()).catch(sealed);
  return { kind: KIND, of, version: copy.version, content, ...partOf(one) };
}

/** Nothing waits past its day, nor for somebody one may not give to any more. */
export async function dropWaiting(here: Here): Promise<void> {
  if ((await contentsOf(here)).waiting.length === 0) {
    return;
  }
  const walking = (await here.server.people()).filter(({ walks }) => walks === true);
  const near = new Set(walking.map(({ person }) => person));
  const ended = ({ to, until }: WaitingFor) => isOver(until) || !near.has(to);
  if ((await contentsOf(here)).waiting.some(ended)) {
    await change(here, (contents) => ({ remove: stopWaiting(contents, ended) }));
  }
}

/**
 * The two compared words: pin, and give again what was sealed to keys that are lost.
 *
 * Where that breaks off, the gifts themselves say to which keys they are: comparing again or the
 * next look goes on (renewing.ts), and one that does not open keeps no other back.
 */
export async function confirmCompared(here: Here, person: string): Promise<void> {
  await here.needKept();
  const found = await compared(here, person);
  const gifts = (await stillGiven(here)).filter(
    ([, gift]) => gift.to === person && isToOtherKeys(gift, found),
  );
  await change(here, (contents) => {
    pin(contents, found, today());
    return {};
  });
  let bad: Refusal | undefined;
  for (const [id, gift] of gifts) {
    await copyGiven(here, id, gift).then(
      (copied) => giveNow(here, copied, gift.until, found, id),
      (error: unknown) => {
        if (!(error instanceof Refusal) || !OF_ONE.has(error.why)) throw error;
        bad = error;
      },
    );
  }
  // The others were given first; what the server changed is said all the same.
  if (bad) throw bad;
}

/** Why one gift does not open, while others do. */
const OF_ONE = new Set(["older", "sealed"]);

function isToOtherKeys({ log, keys }: GivenTo, { keys: now, fingerprint, trust }: Found): boolean {
  return log !== now?.id || (keys ? keys !== fingerprint : trust === "changed");
}

/** Seal a gift anew, with the keys both have now. What it holds stays what it was. */
export async function giveAgain(here: Here, id: string, gift: GivenTo): Promise<void> {
  const found = await find(here, gift.to);
  if (!found.keys) throw new Refusal("keys");
  await giveNow(here, await copyGiven(here, id, gift), gift.until, found, id);
}

/** The gifts somebody can still read: those that ended stay ended. */
export async function stillGiven(here: Here): Promise<[string, GivenTo][]> {
  const { given } = await here.serverState();
  const open = new Set(given.map(({ id }) => id));
  const gifts = Object.entries((await contentsOf(here)).given);
  return gifts.filter(([id, { until }]) => open.has(id) && !isOver(until));
}
