// Giving a letter to somebody until a date, taking it back, and reading what was given.
import { openOwnGift, openShared, type PublicKeys, sealShared, sha256b64 } from "../seal/index.ts";
import type { Contents, GivenTo } from "./contents.ts";
import { compared, type Found, find, keysOf, nameOf, noteLog, pin } from "./directory.ts";
import { type Here, today } from "./here.ts";
import { change, contentsOf, sealed } from "./ledger.ts";
import { read, waitingId } from "./line.ts";
import type { Answer, Ask, Opened, Received } from "./protocol.ts";
import { Refusal } from "./refusal.ts";
import type { ToStore } from "./server.ts";

const KIND = "given";

/** What a gift holds: the letter as it was when it was given. */
interface Copied {
  of: string;
  version: number;
  content: Record<string, unknown>;
}

/** Give a letter; to somebody without keys it waits here. */
export async function give(here: Here, ask: Ask<"give">): Promise<Answer<"give">> {
  await here.needKept();
  const { object, person, until } = ask;
  const found = await find(here, person);
  if (!found.keys) {
    await change(here, (contents) => {
      contents.waiting = contents.waiting.filter(({ of, to }) => of !== object || to !== person);
      contents.waiting.push({ of: object, to: person, until });
      return {};
    });
    return { waiting: true };
  }
  await giveNow(here, await copyOf(here, object), until, found);
  return { waiting: false };
}

/** A copy of a letter as it is now. */
async function copyOf(here: Here, of: string): Promise<Copied> {
  const { version, kind, content } = await read(here, of);
  const day = (await contentsOf(here)).objects[of]?.day ?? today();
  return { of, version, content: { kind, day, content } };
}

/** A copy of what was given, which may be older than the letter is now. */
async function copyGiven(here: Here, id: string, { of, version, hash }: GivenTo): Promise<Copied> {
  const envelope = (await here.server.fetch([id])).get(id)?.content;
  // H10: the bytes are the ones this line gave, and not made in its name by who got them.
  if (!envelope || (await sha256b64(envelope)) !== hash) throw new Refusal("older");
  const expected = { kind: KIND, object: id };
  const { content } = await openOwnGift(envelope, expected, here.needKeys()).catch(sealed);
  return { of, version, content };
}

async function giveNow(
  here: Here,
  copied: Copied,
  until: string | null,
  found: Found,
): Promise<void> {
  const object = copied.of;
  await change(here, async (contents) => {
    const person = found.relation.person;
    const before = Object.entries(contents.given).filter(
      ([, gift]) => gift.of === object && gift.to === person,
    );
    for (const [id] of before) {
      delete contents.given[id];
    }
    contents.waiting = contents.waiting.filter(({ of, to }) => of !== object || to !== person);
    pin(contents, found);
    if (here.log) {
      noteLog(contents, here.log);
    }
    const envelope = await sealGift(here, contents, crypto.randomUUID(), copied, until, found);
    return { envelopes: [envelope], remove: before.map(([id]) => id) };
  });
}

/** Make the envelope of a gift and write it in the contents. */
async function sealGift(
  here: Here,
  contents: Contents,
  id: string,
  { of, version, content }: Copied,
  until: string | null,
  found: Found,
): Promise<ToStore> {
  const what = { kind: KIND, object: id, version: 1, content };
  const keys = found.keys as PublicKeys;
  const envelope = await sealShared(what, [keys], here.needKeys());
  contents.given[id] = {
    of,
    version,
    to: found.relation.person,
    log: keys.id,
    until,
    hash: await sha256b64(envelope),
  };
  return { id, was: null, content: envelope, to: found.relation.person, until };
}

/** Take back: nobody can fetch it any more. What was read stays read. */
export async function takeBack(here: Here, id: string): Promise<void> {
  await change(here, (contents) => {
    const waited = contents.waiting.length;
    contents.waiting = contents.waiting.filter(({ of, to }) => waitingId(of, to) !== id);
    delete contents.given[id];
    return { remove: waited === contents.waiting.length ? [id] : [] };
  });
}

/** Give what waited for somebody who has keys by now. Says how many were given. */
export async function giveWhatWaited(here: Here): Promise<number> {
  const { waiting } = await contentsOf(here);
  let given = 0;
  for (const { of, to, until } of waiting) {
    const found = await find(here, to).catch(notYet);
    if (found?.keys && (until === null || until > today())) {
      await giveNow(here, await copyOf(here, of), until, found);
      given += 1;
    }
  }
  return given;
}

/** Whoever is no companion any more, or changed keys, gets nothing by itself. */
function notYet(error: unknown): null {
  if (error instanceof Refusal && error.why === "keys") {
    return null;
  }
  throw error;
}

/** The two compared words: pin, and give again what was sealed to keys that are lost. */
export async function confirmCompared(here: Here, person: string): Promise<void> {
  await here.needKept();
  const found = await compared(here, person);
  const gifts = (await stillGiven(here)).filter(([, { to }]) => to === person);
  await change(here, (contents) => {
    pin(contents, found, today());
    return {};
  });
  for (const [id, gift] of found.trust === "changed" ? gifts : []) {
    await giveNow(here, await copyGiven(here, id, gift), gift.until, found);
  }
}

/** Seal every gift anew, with the keys this line has now. What it holds stays what it was. */
export async function giveAgain(here: Here): Promise<void> {
  for (const [id, gift] of await stillGiven(here)) {
    const found = await find(here, gift.to).catch(notYet);
    if (found?.keys) {
      await giveNow(here, await copyGiven(here, id, gift), gift.until, found);
    }
  }
}

/** The gifts somebody can still read: those that ended stay ended. */
async function stillGiven(here: Here): Promise<[string, GivenTo][]> {
  const { given } = await here.serverState();
  const open = new Set(given.map(({ id }) => id));
  const gifts = Object.entries((await contentsOf(here)).given);
  return gifts.filter(([id, { until }]) => open.has(id) && (until === null || until > today()));
}

/** What others gave. */
export async function received(here: Here): Promise<{ received: Received[] }> {
  const state = await here.serverState();
  const { pins } = await contentsOf(here);
  return {
    received: state.received.map(({ given_on, ...gift }) => ({
      ...gift,
      name: nameOf(pins[gift.from], gift.name),
      givenOn: given_on,
    })),
  };
}

/** Read something that was given; only with the keys this device knows the giver by. */
export async function readReceived(here: Here, id: string): Promise<Answer<"readReceived">> {
  await here.needKept();
  const gift = (await here.serverState()).received.find((one) => one.id === id);
  const envelope = gift && (await here.server.fetch([id])).get(id);
  if (!gift || !envelope) {
    throw new Refusal("older");
  }
  const found = await find(here, gift.from);
  const before = (await contentsOf(here)).received[id];
  const hash = await sha256b64(envelope.content);
  const known = before?.hash === hash && before.author !== found.keys?.id ? before.author : null;
  // Seen here before, from a line that its giver began anew since.
  const author = known ? await keysOf(here, known) : found.keys;
  if (!author) throw new Refusal("keys");
  const keys = here.needKeys();
  const recipients = [author.id, keys.log];
  const expected = { kind: KIND, object: id, author, recipients };
  const letter = await openShared(envelope.content, expected, keys).catch(sealed);
  // H4: never an older one than was seen here, and never another with the same number.
  if (
    before &&
    (letter.version < before.version || (letter.version === before.version && hash !== before.hash))
  )
    throw new Refusal("older");
  if (before?.hash !== hash) {
    await change(here, (contents) => {
      pin(contents, found);
      contents.received[id] = { author: author.id, version: letter.version, hash };
      return {};
    });
  }
  const { kind, content } = letter.content as unknown as Pick<Opened, "kind" | "content">;
  const { version, time } = letter;
  return {
    object: id,
    kind,
    version,
    time,
    content,
    from: gift.from,
    name: nameOf(found.pin, gift.name),
  };
}
