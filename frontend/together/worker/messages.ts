// Sending to a few people, each with an envelope of their own; and the threads one has.
import { sealPrivate, sha256b64 } from "../../seal/index.ts";
import { type Contents, sealedBy } from "../../vault/contents.ts";
import { type Found, find, nameOf, noteLog, pin } from "../../vault/directory.ts";
import { sealGift } from "../../vault/giving.ts";
import { type Here, today } from "../../vault/here.ts";
import { change, contentsOf } from "../../vault/ledger.ts";
import { openSome, read } from "../../vault/line.ts";
import type { Answer, Ask } from "../../vault/protocol.ts";
import { publishWaiting } from "../../vault/publishing.ts";
import { lookedAt, openAll } from "../../vault/receiving.ts";
import { Refusal } from "../../vault/refusal.ts";
import type { Relation, ServerState, ToStore } from "../../vault/server.ts";
import {
  A_WEEK,
  filled,
  isBlank,
  isMessage,
  LAST_PLACE,
  LIFETIME,
  MESSAGE,
  type Message,
  MOST_MEMBERS,
} from "../message.ts";
import { type Thread, type Told, threadsOf } from "../thread.ts";

/** Seal a message to everybody in it, and keep it. Named ``object``s are sent once. */
export async function send(here: Here, ask: Ask<"send">): Promise<Answer<"send">> {
  await here.needKept();
  const { object = crypto.randomUUID(), thread = crypto.randomUUID(), urgent = false } = ask;
  const before = (await threads(here)).threads.find(({ id }) => id === thread);
  const found = await readers(here, ask.to, ask.says === "left" && before !== undefined);
  const message = messageOf(here, { ...ask, object, thread }, found, before);
  // Asked again after a lost answer it is there already; other words under its name are another one.
  if ((await contentsOf(here)).objects[object]) {
    const stored = (await read(here, object)).content as unknown as Message;
    return saysTheSame(message, stored)
      ? { object, thread: stored.thread }
      : send(here, { ...ask, object: crypto.randomUUID(), thread });
  }
  await publishWaiting(here);
  await change(here, async (contents) => {
    const content = { ...message };
    const what = { kind: MESSAGE, object, version: 1, content };
    const own = await sealPrivate(what, here.needKeys());
    const hash = await sha256b64(own);
    const about = { kind: MESSAGE, version: 1, hash, day: today() };
    contents.objects[object] = { ...about, ...sealedBy(here.needKeys()) };
    if (here.log) noteLog(contents, here.log);
    const shared = [];
    for (const one of found) {
      const gift = await sealTo(here, contents, object, content, one);
      shared.push(urgent ? { ...gift, urgent } : gift);
    }
    return { envelopes: [{ id: object, was: null, content: own }, ...shared] };
  });
  return { object, thread };
}

/** For one of them. It is there for its lifetime from the day on which it comes. */
async function sealTo(
  here: Here,
  contents: Contents,
  of: string,
  content: Record<string, unknown>,
  reader: Found,
): Promise<ToStore> {
  pin(contents, reader);
  const copied = { kind: MESSAGE, of, version: 1, content } as const;
  const gift = await sealGift(here, contents, crypto.randomUUID(), copied, null, reader);
  return { ...gift, lasts: LIFETIME };
}

function saysTheSame(one: Message, other: Message): boolean {
  const said = ({ text, parts, says, reason, members }: Message) =>
    JSON.stringify([text, parts, says, reason, members.map(({ person }) => person).sort()]);
  return said(one) === said(other);
}

/** `leaves`: whoever leaves may reach nobody now, and is out all the same. */
async function readers(here: Here, to: string[], leaves: boolean): Promise<Found[]> {
  const others = [...new Set(to)].filter((person) => person !== here.person);
  if ((others.length === 0 && !leaves) || others.length >= MOST_MEMBERS)
    throw new Refusal("content");
  const found: Found[] = [];
  for (const person of others) {
    const one = await find(here, person);
    if (!one.keys) throw new Refusal("keys");
    found.push(one);
  }
  return found;
}

function messageOf(
  here: Here,
  ask: Ask<"send"> & { object: string; thread: string },
  found: Found[],
  before: Thread | undefined,
): Message {
  const { object: id, thread, about, meeting, text, parts, says, reason } = ask;
  const me = { person: here.person, name: "" };
  const others = found.map(({ relation, pin: known }) => ({
    person: relation.person,
    name: nameOf(known, relation.name),
  }));
  // Whoever is in it stays in it, also when I cannot write to them: the others may.
  const stay = (before?.members ?? []).filter(({ person }) => person !== here.person);
  const all = [...new Map([...stay, ...others].map((one) => [one.person, one])).values()];
  const places = before?.steps.map(({ message }) => message.n) ?? [];
  const message = filled({
    v: 1,
    id,
    thread,
    n: Math.min(Math.max(0, ...places) + 1, LAST_PLACE),
    about: before?.about ?? about,
    ...(meeting ? { meeting } : {}),
    members: says === "left" ? all : [me, ...all],
    text,
    ...(parts?.length ? { parts } : {}),
    ...(says ? { says } : {}),
    ...(reason ? { reason } : {}),
  });
  const isEmpty = says === undefined && isBlank(message);
  if (isEmpty || !isMessage({ ...message })) throw new Refusal("content");
  return message;
}

/** Every thread of which something is left; what is over leaves the own line too. */
export async function threads(here: Here): Promise<Answer<"threads">> {
  const gifts = await lookedAt(here);
  await forgetOld(here);
  const contents = await contentsOf(here);
  const state = await here.recentState();
  const theirs = await toldByOthers(here, gifts);
  const mine = await toldByMe(here, contents, state);
  const known = threadsOf([...theirs.told, ...mine.told], here.person);
  const refused = theirs.refused + mine.refused;
  const near = known.length > 0 ? await here.server.people() : [];
  await tellThatILeft(here, known, state, near);
  const met = [...gifts.map(({ from, name }) => ({ person: from, name })), ...near];
  return { threads: known.map((one) => named(one, contents, met)), refused };
}

/** Whoever was out of reach when I left hears it once they are not, for as long as it is kept. */
async function tellThatILeft(
  here: Here,
  known: Thread[],
  { given }: ServerState,
  near: Relation[],
): Promise<void> {
  const alive = new Set(given.map(({ id }) => id));
  const ready = new Set(near.flatMap(({ person, log }) => (log === null ? [] : person)));
  for (const { isIn, steps, members } of known) {
    const last = steps.at(-1);
    if (isIn || !last?.mine || last.message.says !== "left") continue;
    const { id: object } = last.message;
    const gifts = Object.entries((await contentsOf(here)).given);
    const told = new Set(
      gifts.flatMap(([id, { of, to }]) => (of === object && alive.has(id) ? to : [])),
    );
    const wanted = members.filter(({ person }) => ready.has(person) && !told.has(person));
    for (const { person } of wanted) {
      await tellLater(here, last.message, person);
    }
  }
}

/** Not to keys that changed: whoever has those hears it once the two compared. */
async function tellLater(here: Here, message: Message, person: string): Promise<void> {
  const found = await find(here, person).catch((error: unknown) => {
    if (error instanceof Refusal && error.why === "keys") return null;
    throw error;
  });
  if (!found?.keys) return;
  await change(here, async (contents) => {
    if (!contents.objects[message.id]) return {};
    const missed = Object.entries(contents.given).flatMap(([id, { of, to }]) =>
      of === message.id && to === person ? [id] : [],
    );
    for (const id of missed) delete contents.given[id];
    const gift = await sealTo(here, contents, message.id, { ...message }, found);
    return { envelopes: [gift], remove: missed };
  });
}

async function toldByOthers(
  here: Here,
  gifts: ServerState["received"],
): Promise<{ told: Told[]; refused: number }> {
  const { received } = await contentsOf(here);
  const wanted = gifts.filter(({ id }) => received[id]?.message);
  const opened = await openAll(here, wanted);
  const told = opened.flatMap(({ gift, seen }): Told[] => {
    const message = seen?.letter.content as Message | undefined;
    if (!message) return [];
    const about = { message, from: gift.from, day: gift.given_on, received: [gift.id] };
    return [{ ...about, mine: false, held: false, missed: [] }];
  });
  return { told, refused: opened.filter(({ seen }) => !seen).length };
}

async function toldByMe(
  here: Here,
  contents: Contents,
  { given, own }: ServerState,
): Promise<{ told: Told[]; refused: number }> {
  const wanted = Object.entries(contents.objects).filter(([, { kind }]) => kind === MESSAGE);
  const { letters, closed } = await openSome(
    here,
    contents.objects,
    wanted.map(([object]) => object),
  );
  // It waits as long as nobody has it: then it can be taken back unseen.
  const ofMine = (waiting: boolean) =>
    new Set(
      given.filter(({ held }) => held === waiting).map(({ id }) => contents.given[id]?.of ?? ""),
    );
  const [waits, there] = [ofMine(true), ofMine(false)];
  const back = new Set(own);
  const missed = Object.entries(contents.given).filter(([id]) => back.has(id));
  const told = letters.map(({ object, content }): Told => {
    const day = contents.objects[object]?.day ?? "";
    const message = content as unknown as Message;
    const about = { message, from: here.person, day, received: [] };
    return {
      ...about,
      mine: true,
      held: waits.has(object) && !there.has(object),
      missed: missed.flatMap(([, { of, to }]) => (of === object ? to : [])),
    };
  });
  return { told, refused: closed.length };
}

/**
 * Everybody is called as this line knows them, or as the server says of who is near; only whoever is
 * neither, as the writer calls them.
 */
function named(
  thread: Thread,
  contents: Contents,
  met: { person: string; name: string }[],
): Thread & { names: Record<string, string> } {
  const said = thread.steps.flatMap(({ message }) => message.members);
  const names: Record<string, string> = {};
  for (const { person, name } of said) {
    if (name) names[person] = name;
  }
  for (const { person, name } of met) {
    names[person] = name;
  }
  for (const person of Object.keys(names)) {
    names[person] = nameOf(contents.pins[person], names[person] as string);
  }
  return { ...thread, names };
}

/**
 * After its lifetime a message is gone for everybody, the writer too. Not while somebody has it, or
 * it still waits for somebody.
 */
async function forgetOld(here: Here): Promise<void> {
  const last = today(-LIFETIME - A_WEEK);
  const alive = new Set((await here.recentState()).given.map(({ id }) => id));
  const old = ({ objects, given }: Contents) => {
    const there = new Set(Object.entries(given).map(([id, { of }]) => (alive.has(id) ? of : "")));
    return Object.entries(objects).flatMap(([object, { kind, day }]) =>
      kind === MESSAGE && day <= last && !there.has(object) ? [object] : [],
    );
  };
  if (old(await contentsOf(here)).length > 0) {
    await change(here, (contents) => {
      const gone = old(contents);
      const gifts = Object.entries(contents.given).flatMap(([id, { of }]) =>
        gone.includes(of) ? [id] : [],
      );
      for (const object of gone) delete contents.objects[object];
      for (const id of gifts) delete contents.given[id];
      return { remove: [...gone, ...gifts] };
    });
  }
}
