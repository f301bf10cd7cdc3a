// Answers: to what others gave me, and theirs to what I gave. Nobody is told that something was read.
import { sealPrivate, sha256b64 } from "../../seal/index.ts";
import { type Contents, sealedBy } from "../../vault/contents.ts";
import { find, nameOf } from "../../vault/directory.ts";
import { sealGift } from "../../vault/giving.ts";
import { type Here, today } from "../../vault/here.ts";
import { change, contentsOf } from "../../vault/ledger.ts";
import { openSome } from "../../vault/line.ts";
import type { Answer, Answered, Ask } from "../../vault/protocol.ts";
import { ANSWER, isAnswer, lookedAt, openAll, readReceived } from "../../vault/receiving.ts";
import { Refusal } from "../../vault/refusal.ts";

/** Answer something I received and can open: sealed to its giver, and kept for myself. */
export async function answer(here: Here, ask: Ask<"answer">): Promise<Answer<"answer">> {
  const { id, text, object = crypto.randomUUID() } = ask;
  const content = { v: 1, to: id, text };
  if (!isAnswer(content) || text.trim() === "") throw new Refusal("content");
  if ((await contentsOf(here)).objects[object]) {
    return { object };
  }
  const letter = await readReceived(here, id);
  // An answer to an answer is a talk: that is for when the two meet.
  if (letter.kind === ANSWER) throw new Refusal("content");
  const found = await find(here, letter.from);
  if (!found.keys) throw new Refusal("keys");
  await change(here, async (contents) => {
    const what = { kind: ANSWER, object, version: 1, content };
    const own = await sealPrivate(what, here.needKeys());
    const hash = await sha256b64(own);
    const about = { kind: ANSWER, version: 1, hash, day: today(), to: id };
    contents.objects[object] = { ...about, ...sealedBy(here.needKeys()) };
    const copied = { kind: ANSWER, of: object, version: 1, content } as const;
    const shared = await sealGift(here, contents, crypto.randomUUID(), copied, null, found);
    return { envelopes: [{ id: object, was: null, content: own }, shared] };
  });
  return { object };
}

/** What others answered to one letter of mine, also to a gift of it that ended. Oldest first. */
export async function answers(here: Here, { object }: Ask<"answers">): Promise<Answer<"answers">> {
  const received = await lookedAt(here);
  const contents = await contentsOf(here);
  const readers = readersOf(contents, object);
  const wanted = received.filter(({ id, from }) => {
    const to = contents.received[id]?.answers;
    // Only who got it can answer it: not somebody who names a gift to another.
    return to !== undefined && readers.get(to) === from;
  });
  const opened = await openAll(here, wanted);
  const found = opened.flatMap(({ gift, seen }): Answered[] => {
    if (!seen) return [];
    const { to, text } = seen.letter.content as { to: string; text: string };
    const name = nameOf(contents.pins[gift.from], gift.name);
    const about = { id: gift.id, to, person: gift.from, name, mine: false };
    return [{ ...about, day: gift.given_on, time: seen.letter.time, text }];
  });
  return {
    answers: byTime(found),
    refused: opened.flatMap(({ gift, seen }) => (seen ? [] : gift.id)),
  };
}

/** By gift, now or before, of one letter or of all: who got it. */
export function readersOf({ given, former = {} }: Contents, object?: string): Map<string, string> {
  const all = [...Object.entries(former), ...Object.entries(given)];
  const wanted = all.filter(([, { of }]) => object === undefined || of === object);
  return new Map(wanted.map(([id, { to }]) => [id, to]));
}

/** What I answered to something I received. `id` of such an answer is an object that `remove` takes. */
export async function answersTo(
  here: Here,
  { id }: Ask<"answersTo">,
): Promise<Answer<"answersTo">> {
  const contents = await contentsOf(here);
  const mine = Object.entries(contents.objects).filter(([, { to }]) => to === id);
  const wanted = mine.map(([object]) => object);
  const { letters, closed } = await openSome(here, contents.objects, wanted);
  const answers = letters.map(({ object, time, content }): Answered => {
    const day = contents.objects[object]?.day ?? "";
    const [gift] = Object.values(contents.given).filter(({ of }) => of === object);
    const person = gift?.to ?? null;
    const name = person ? (contents.pins[person]?.name ?? "") : "";
    return { id: object, to: id, person, name, mine: true, day, time, text: String(content.text) };
  });
  return { answers: byTime(answers), refused: closed };
}

/** By day; what others wrote carries no hour. */
const byTime = (all: Answered[]) =>
  all.sort((one, other) => (one.day + one.time).localeCompare(other.day + other.time));
