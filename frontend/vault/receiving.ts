// What others gave, and what they answered. Which of the two it is, stands inside the seal.
import { isKind, LIMITS } from "../journal/content.ts";
import { ContentError, isDay, isText, readContent } from "../journal/reading.ts";
import { type Letter, openShared, sha256b64 } from "../seal/index.ts";
import { isMessage, MESSAGE, type Message } from "../together/message.ts";
import type { SeenOfOthers } from "./contents.ts";
import { type Found, find, keysOf, nameOf, pin } from "./directory.ts";
import type { Here } from "./here.ts";
import { change, contentsOf, sealed } from "./ledger.ts";
import type { Answer, Received } from "./protocol.ts";
import { Refusal } from "./refusal.ts";
import type { ServerState } from "./server.ts";

export const ANSWER = "answer";
const KIND = "given";

type Gift = ServerState["received"][number];

interface Seen {
  found: Found;
  letter: Letter;
  note: SeenOfOthers;
}

/** A try to open something; `why` it did not. */
interface Tried {
  gift: Gift;
  envelope: Uint8Array | undefined;
  seen: Seen | null;
  why: Refusal | null;
}

/** What others gave and answered, the newest looked at first so that it is known which is which. */
export async function received(here: Here): Promise<{ received: Received[] }> {
  const gifts = await lookedAt(here);
  const { pins, received: seen } = await contentsOf(here);
  return {
    received: gifts.map(({ given_on, ...gift }) => ({
      ...gift,
      name: nameOf(pins[gift.from], gift.name),
      trust: pins[gift.from]?.compared ? "compared" : "pinned",
      givenOn: given_on,
      kind: kindOf(seen[gift.id]),
      answers: seen[gift.id]?.answers ?? null,
    })),
  };
}

function kindOf(seen: SeenOfOthers | undefined): Received["kind"] {
  if (!seen) {
    return null;
  }
  return seen.message ? MESSAGE : seen.answers ? ANSWER : KIND;
}

/** Open once what was not seen before. Nobody is told; the contents remember it for the reader. */
export async function lookedAt(here: Here): Promise<Gift[]> {
  const { received: gifts } = await here.serverState();
  const known = (await contentsOf(here)).received;
  const fresh = gifts.filter(({ id }) => !(id in known));
  if (fresh.length > 0 && (await here.store.get("known", here.person))?.kept) {
    const opened = (await openAll(here, fresh)).flatMap(({ seen }) => seen ?? []);
    await note(here, opened);
  }
  return gifts;
}

/** Open several; what does not open says why. */
export async function openAll(here: Here, gifts: Gift[]): Promise<Tried[]> {
  const envelopes = await here.server.fetch(gifts.map(({ id }) => id));
  const givers = new Map<string, Promise<Found>>();
  const all = gifts.map(async (gift) => {
    const giver = givers.get(gift.from) ?? find(here, gift.from);
    givers.set(gift.from, giver);
    return open(here, gift.id, envelopes.get(gift.id)?.content, await giver);
  });
  const results = await Promise.allSettled(all);
  return results.map((result, place) => {
    const gift = gifts[place] as Gift;
    const envelope = envelopes.get(gift.id)?.content;
    if (result.status === "fulfilled") {
      return { gift, envelope, seen: result.value, why: null };
    }
    // The network or the session, not this letter: then nothing is known of any of them.
    if (!(result.reason instanceof Refusal) || !OF_LETTERS.has(result.reason.why)) {
      throw result.reason;
    }
    return { gift, envelope, seen: null, why: result.reason };
  });
}

const OF_LETTERS = new Set(["sealed", "older", "keys"]);

/** Read something that was given; only with the keys this device knows the giver by. */
export async function readReceived(here: Here, id: string): Promise<Answer<"readReceived">> {
  await here.needKept();
  const gift = (await here.serverState()).received.find((one) => one.id === id);
  const envelope = gift && (await here.server.fetch([id])).get(id);
  if (!gift || !envelope) {
    throw new Refusal("older");
  }
  const seen = await open(here, id, envelope.content, await find(here, gift.from));
  await note(here, [seen]);
  const { version, time } = seen.letter;
  const { kind, content } = insideOf(seen.letter);
  const name = nameOf(seen.found.pin, gift.name);
  return { object: id, kind, version, time, content, from: gift.from, name };
}

async function open(
  here: Here,
  id: string,
  envelope: Uint8Array | undefined,
  found: Found,
): Promise<Seen> {
  if (!envelope) throw new Refusal("older");
  const { received: seen, pins } = await contentsOf(here);
  const before = seen[id];
  // H10: what was read as from one person is not shown as from another.
  if (before?.from && before.from !== found.relation.person) throw new Refusal("keys");
  const hash = await sha256b64(envelope);
  const known = before?.hash === hash && before.author !== found.keys?.id ? before.author : null;
  const isKnown = Object.values(pins).some(({ log }) => log === known);
  // H10: what somebody known by these keys gave is not shown as from another.
  if (known && (isKnown || !found.pin)) throw new Refusal("keys");
  // Seen here before, from a line that its giver began anew since.
  const author = known ? await keysOf(here, known) : found.keys;
  if (!author) throw new Refusal("keys");
  const keys = here.needKeys();
  const expected = { object: id, author, recipients: [author.id, keys.log] };
  const letter = await openShared(envelope, expected, keys).catch(sealed);
  const { version } = letter;
  // H4: never an older one than was seen here, and never another with the same number.
  if (before && (version < before.version || (version === before.version && hash !== before.hash)))
    throw new Refusal("older");
  insideOf(letter);
  const from = found.relation.person;
  // A message names everybody who has it; one that leaves out its reader or writer is none.
  if (letter.kind === MESSAGE && !isAmong(letter, [from, here.person])) throw new Refusal("sealed");
  const about = { author: author.id, from, version, hash };
  return { found, letter, note: { ...about, ...noted(letter) } };
}

function isAmong({ content }: Letter, [writer, reader]: [string, string]): boolean {
  const { members, says } = content as unknown as Message;
  const people = new Set(members.map(({ person }) => person));
  return people.has(reader) && people.has(writer) !== (says === "left");
}

/** What the contents remember of its kind, so that it need not be opened to know where it belongs. */
function noted({ kind, content }: Letter): Pick<SeenOfOthers, "answers" | "message"> {
  if (kind === MESSAGE) {
    return { message: true };
  }
  return kind === ANSWER ? { answers: String(content.to) } : {};
}

/** Write down what was seen, if it was not known yet. */
async function note(here: Here, all: Seen[]): Promise<void> {
  const known = (await contentsOf(here)).received;
  const fresh = all.filter(({ letter, note }) => known[letter.object]?.hash !== note.hash);
  if (fresh.length > 0) {
    await change(here, (contents) => {
      for (const { found, letter, note } of fresh) {
        pin(contents, found);
        contents.received[letter.object] = note;
      }
      return {};
    });
  }
}

/**
 * What a shared letter holds: a copy of a letter of the line, an answer or a message. Nothing else.
 *
 * `day`: of what was copied; the others have none but the day on which they arrive.
 */
export function insideOf({ kind, content }: Pick<Letter, "kind" | "content">): {
  kind: string;
  day: string;
  content: Record<string, unknown>;
} {
  try {
    if (kind === KIND && isKind(content.kind as string) && isDay(content.day)) {
      const { kind: copied, day } = content as { kind: string; day: string };
      return { kind: copied, day, content: { ...readContent(copied, content.content) } };
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
  }
  if (kind === ANSWER && isAnswer(content)) {
    return { kind, day: "", content };
  }
  if (kind === MESSAGE && isMessage(content)) {
    return { kind, day: "", content };
  }
  throw new Refusal("sealed");
}

/** What an answer holds: `to` is the gift it answers. */
export function isAnswer(content: Record<string, unknown>): boolean {
  const { v, to, text, ...more } = content;
  const id = typeof to === "string" && /^[0-9a-f-]{36}$/.test(to);
  return v === 1 && id && isText(LIMITS.answer)(text) && Object.keys(more).length === 0;
}
