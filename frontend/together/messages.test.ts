/** Threads between a few people: each has what was sealed to them, and everybody sees who is in it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import { openShared } from "../seal/index.ts";
import { find } from "../vault/directory.ts";
import { sealGift } from "../vault/giving.ts";
import { type Here, today } from "../vault/here.ts";
import { change, contentsOf } from "../vault/ledger.ts";
import { list } from "../vault/line.ts";
import { received } from "../vault/receiving.ts";
import { LIFETIME, MESSAGE, type Message } from "./message.ts";
import { send, threads } from "./worker/messages.ts";

/** One for all: a browser holds one key log. */
const village = new Village();
let noor: Here;
let sam: Here;
let joost: Here;

const MINE = "Wat is mijn aandeel hierin?";

/** Three people who can write to each other, with nothing written yet. */
async function gather(): Promise<void> {
  village.envelopes.clear();
  village.names.clear();
  noor = await village.comes("Noor");
  sam = await village.comes("Sam");
  joost = await village.comes("Joost");
}

/** As on a page that was just opened. */
async function threadsFor(here: Here) {
  Object.assign(here, { seen: null, log: null });
  here.changed();
  return (await threads(here)).threads;
}

async function textsFor(here: Here): Promise<string[]> {
  const all = await threadsFor(here);
  return all.flatMap(({ steps }) => steps.map(({ message }) => message.text));
}

const asks = (to: Here[], more = {}) =>
  send(noor, { about: "consult", to: to.map(({ person }) => person), text: MINE, ...more });

test("a consult reaches everybody in it, and an answer everybody again", async () => {
  await gather();
  const { thread } = await asks([sam, joost]);
  await threadsFor(sam);
  await send(sam, {
    about: "consult",
    thread,
    to: [noor.person, joost.person],
    text: "Wat deed het met je?",
  });

  for (const here of [noor, sam, joost]) {
    assert.deepEqual(await textsFor(here), [MINE, "Wat deed het met je?"]);
  }
  const [atNoor] = await threadsFor(noor);
  assert.equal(atNoor?.asksMe, true);
  assert.equal(atNoor?.names[sam.person], "Sam");
  const [atSam] = await threadsFor(sam);
  assert.equal(atSam?.asksMe, false);
});

test("whoever comes later gets nothing of before, and everybody sees it", async () => {
  await gather();
  const { thread } = await asks([sam]);
  await threadsFor(sam);
  const later = "Joost denkt mee.";
  await send(sam, {
    about: "consult",
    thread,
    to: [noor.person, joost.person],
    text: later,
  });

  assert.deepEqual(await textsFor(joost), [later]);
  const [atNoor] = await threadsFor(noor);
  const came = atNoor?.steps.map((step) => step.came.map(({ person }) => person));
  assert.deepEqual(came, [[], [joost.person]]);
});

test("whoever leaves is out, and says so", async () => {
  await gather();
  const { thread } = await asks([sam, joost]);
  await threadsFor(sam);
  const to = [noor.person, joost.person];
  await send(sam, { about: "consult", thread, to, text: "", says: "left" });

  const [atSam] = await threadsFor(sam);
  assert.equal(atSam?.isIn, false);
  const [atNoor] = await threadsFor(noor);
  assert.deepEqual(
    atNoor?.steps.at(-1)?.went.map(({ person }) => person),
    [sam.person],
  );
  assert.deepEqual(
    new Set(atNoor?.members.map(({ person }) => person)),
    new Set([noor.person, joost.person]),
  );
});

test("a request for help without an answer is known to its writer alone", async () => {
  await gather();
  await asks([sam], { about: "help" });

  assert.equal((await threadsFor(noor))[0]?.unanswered, true);
  assert.equal((await threadsFor(sam))[0]?.unanswered, false);
  assert.deepEqual(await threadsFor(joost), []);
});

test("what is shared carries no hour", async () => {
  await gather();
  await asks([sam]);
  const envelope = [...village.envelopes.values()].find(({ to }) => to === sam.person);
  const { keys } = await find(sam, noor.person);
  assert(envelope && keys);
  const expected = { object: envelope.id, author: keys, recipients: [keys.id, sam.needKeys().log] };
  const letter = await openShared(envelope.content, expected, sam.needKeys());
  assert.equal(letter.time, "1970-01-01T00:00:00Z");
  assert(!JSON.stringify(letter.content).includes(today()));
});

test("asked again after a lost answer, a message is sent once", async () => {
  await gather();
  const object = crypto.randomUUID();
  await asks([sam], { object });
  await asks([sam], { object });
  assert.deepEqual(await textsFor(sam), [MINE]);
});

test("other words under the name of what was sent are another message", async () => {
  await gather();
  const object = crypto.randomUUID();
  const thread = crypto.randomUUID();
  await asks([sam], { object, thread });
  await asks([sam], { object, thread, text: "En nog iets." });
  assert.deepEqual(await textsFor(sam), [MINE, "En nog iets."]);
});

test("who cannot be written to by the one who answers stays in the thread", async () => {
  await gather();
  const { thread } = await asks([sam, joost]);
  await threadsFor(sam);
  await send(sam, { about: "consult", thread, to: [noor.person], text: "Ik denk mee." });

  const [atNoor] = await threadsFor(noor);
  assert.deepEqual(atNoor?.steps.at(-1)?.went, []);
  assert.equal(atNoor?.members.length, 3);
  assert.deepEqual(await textsFor(joost), [MINE], "it was not sealed to him");
});

test("a yes to my request asks nothing of me, and other words do", async () => {
  await gather();
  const { thread } = await asks([sam], { about: "help" });
  await threadsFor(sam);
  await send(sam, { about: "help", thread, to: [noor.person], text: "", says: "yes" });
  assert.equal((await threadsFor(noor))[0]?.asksMe, false);
  await send(sam, { about: "help", thread, to: [noor.person], text: "Waar ben je?" });
  assert.equal((await threadsFor(noor))[0]?.asksMe, true);
});

test("what one of them has is not taken back any more", async () => {
  await gather();
  await asks([sam, joost]);
  const [first, second] = [...village.envelopes.values()].filter(({ to }) => to);
  village.held.add(first?.id as string);
  village.held.add(second?.id as string);
  assert.equal((await threadsFor(noor))[0]?.steps[0]?.held, true);
  village.held.delete(first?.id as string);
  assert.equal((await threadsFor(noor))[0]?.steps[0]?.held, false);
});

test("a name comes from who knows, and not from whoever writes", async () => {
  await gather();
  const { thread } = await asks([sam]);
  await threadsFor(sam);
  village.names.set(joost.person, "Mallory's vriend");
  await send(sam, {
    about: "consult",
    thread,
    to: [noor.person, joost.person],
    text: "Dit is Sanne.",
  });
  village.names.set(joost.person, "Joost");
  const [atNoor] = await threadsFor(noor);
  assert.equal(atNoor?.names[joost.person], "Joost");
});

test("a message is there for ninety days from its arrival on, and says no day of its own", async () => {
  await gather();
  await asks([sam]);
  const [gift] = [...village.envelopes.values()].filter(({ to }) => to);
  assert.deepEqual([gift?.lasts, gift?.until], [LIFETIME, null]);
});

test("what never arrived is said to its writer, and to nobody else", async () => {
  await gather();
  await asks([sam, joost]);
  const gift = [...village.envelopes.values()].find(({ to }) => to === sam.person);
  village.missed.add(gift?.id as string);

  assert.deepEqual((await threadsFor(noor))[0]?.steps[0]?.missed, [sam.person]);
  assert.deepEqual((await threadsFor(joost))[0]?.steps[0]?.missed, []);
});

test("what still waits after a long leave stays with its writer too", async () => {
  await gather();
  const { object } = await asks([sam]);
  const gift = [...village.envelopes.values()].find(({ to }) => to === sam.person);
  village.held.add(gift?.id as string);
  await change(noor, (contents) => {
    (contents.objects[object] as { day: string }).day = today(-LIFETIME - 60);
    return {};
  });

  assert.deepEqual(await textsFor(noor), [MINE]);
  assert.equal((await threadsFor(noor))[0]?.steps[0]?.held, true);
});

test("whoever leaves while nobody can be reached is out, and they hear it once they can", async () => {
  await gather();
  const { thread } = await asks([sam]);
  await threadsFor(sam);
  await send(sam, { about: "consult", thread, to: [noor.person], text: "Ik denk mee." });
  village.away.add(noor.person);
  await send(sam, { about: "consult", thread, to: [], text: "", says: "left" });
  assert.equal((await threadsFor(sam))[0]?.isIn, false);
  assert.equal((await threadsFor(noor))[0]?.steps.length, 2);

  village.away.delete(noor.person);
  await threadsFor(sam);
  const { stored } = village;
  await threadsFor(sam);
  assert.equal(village.stored, stored, "they are told once");
  const [atNoor] = await threadsFor(noor);
  assert.deepEqual(
    atNoor?.steps.at(-1)?.went.map(({ person }) => person),
    [sam.person],
  );
});

test("whoever left stays out, also when somebody who did not know it yet writes on", async () => {
  await gather();
  const { thread } = await asks([sam, joost]);
  await threadsFor(sam);
  await threadsFor(joost);
  const both = [noor.person, sam.person];
  village.away.add(joost.person);
  await send(sam, {
    about: "consult",
    thread,
    to: [noor.person],
    text: "",
    says: "left",
  });
  await send(joost, { about: "consult", thread, to: both, text: "Nog een vraag." });
  await send(joost, { about: "consult", thread, to: both, text: "En nog een." });

  const [atNoor] = await threadsFor(noor);
  assert.deepEqual(
    atNoor?.members.map(({ person }) => person).sort(),
    [noor.person, joost.person].sort(),
  );
  const [atSam] = await threadsFor(sam);
  assert.equal(atSam?.isIn, false);
  assert.equal(atSam?.steps.at(-1)?.message.says, "left");
  village.away.clear();
});

test("nobody leaves what they were never in, and nothing is sent to nobody", async () => {
  await gather();
  const unknown = send(noor, { about: "consult", to: [], text: "", says: "left" });
  await assert.rejects(unknown, { why: "content" });
  await assert.rejects(asks([]), { why: "content" });
});

test("a message stands on nobody's line, and is no letter that was given", async () => {
  await gather();
  await asks([sam]);
  assert.deepEqual((await list(noor)).lines, []);
  assert.deepEqual(
    (await received(sam)).received.map(({ kind }) => kind),
    [MESSAGE],
  );
});

test("after its lifetime a message is gone for its writer too", async () => {
  await gather();
  const { object } = await asks([sam]);
  const gift = [...village.envelopes.values()].find(({ to }) => to === sam.person);
  village.envelopes.delete(gift?.id as string); // the server ended it on its last day
  await change(noor, (contents) => {
    (contents.objects[object] as { day: string }).day = today(-LIFETIME - 7);
    return {};
  });
  assert.deepEqual(await threadsFor(noor), []);
  assert.deepEqual(
    [...village.envelopes.keys()],
    [noor.needKeys().contents, ...contentsOfOthers()],
  );
});

const contentsOfOthers = () => [sam.needKeys().contents, joost.needKeys().contents];

test("a message that leaves out who reads it does not open", async () => {
  await gather();
  const found = await find(noor, sam.person);
  await change(noor, async (contents) => {
    const message: Message = {
      v: 1,
      id: crypto.randomUUID(),
      thread: crypto.randomUUID(),
      n: 1,
      about: "consult",
      members: [
        { person: noor.person, name: "" },
        { person: joost.person, name: "Joost" },
      ],
      text: MINE,
    };
    const copied = { kind: MESSAGE, of: message.id, version: 1, content: { ...message } } as const;
    const shared = await sealGift(noor, contents, crypto.randomUUID(), copied, null, found);
    return { envelopes: [shared] };
  });

  assert.deepEqual(await threadsFor(sam), []);
  assert.deepEqual((await contentsOf(sam)).received, {});
});

test("nobody is written to without keys, and nothing goes out then", async () => {
  await gather();
  village.logs.delete(joost.person);
  await assert.rejects(asks([sam, joost]), { why: "keys" });
  assert.deepEqual(await threadsFor(sam), []);
});

test("nothing is sent that says nothing, or to nobody", async () => {
  await gather();
  await assert.rejects(asks([sam], { text: " " }), { why: "content" });
  await assert.rejects(asks([]), { why: "content" });
});
