/** Giving to somebody who has no keys yet: it waits, and goes only when somebody presses. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import { compare } from "./directory.ts";
import { dropWaiting, give, giveWaiting, takeBack } from "./giving.ts";
import type { Here } from "./here.ts";
import { contentsOf } from "./ledger.ts";
import { list, remove, save } from "./line.ts";
import { readReceived, received } from "./receiving.ts";

const village = new Village();
let noor: Here;
let sam: Here;
let mallory: Here;
let keysOfSam = "";
let object = "";
let waits = "";

const write = async (text: string, more = {}) =>
  (await save(noor, { kind: "free", content: { v: 1, text }, ...more })).object;
const readersOf = async () =>
  (await list(noor)).lines.flatMap(({ given }) => given.map(({ id, ready }) => ({ id, ready })));
const keys = (log: string | null) =>
  log ? village.logs.set(sam.person, log) : village.logs.delete(sam.person);
const texts = async (here: Here) => {
  Object.assign(here, { seen: null, log: null });
  const all = (await received(here)).received;
  return Promise.all(
    all.map(async ({ id }) => (await readReceived(here, id)).content as { text?: string }),
  ).then((found) => found.map(({ text }) => text));
};

/** Noor wrote something and chose Sam, who has no keys yet. */
async function itWaits(): Promise<void> {
  village.envelopes.clear();
  village.names.clear();
  noor = await village.comes("Noor");
  sam = await village.comes("Sam");
  mallory = await village.comes("Mallory");
  keysOfSam = village.logs.get(sam.person) as string;
  keys(null);
  object = await write("Ik vergat te bellen.");
  assert.deepEqual(await give(noor, { object, person: sam.person, until: null }), {
    waiting: true,
  });
  waits = (await readersOf())[0]?.id as string;
}

test("keys that the server names now get nothing without a look and a press", async () => {
  await itWaits();
  const before = new Set(village.envelopes.keys());
  keys(village.logs.get(mallory.person) as string); // the server puts its own in the place of Sam's
  await dropWaiting(noor);
  assert.deepEqual(new Set(village.envelopes.keys()), before);
  assert.deepEqual(await readersOf(), [{ id: waits, ready: true }]);

  await assert.rejects(giveWaiting(noor, waits), { why: "keys" });
  await compare(noor, sam.person);
  keys(keysOfSam); // and others after the look
  await assert.rejects(giveWaiting(noor, waits), { why: "keys" });
  assert.deepEqual(new Set(village.envelopes.keys()), before);
});

test("after a look and a press it is given as it was then", async () => {
  await itWaits();
  await write("Ik vergat te bellen, en meer.", { object, base: 1 });
  keys(keysOfSam);
  await compare(noor, sam.person);
  assert.deepEqual(await giveWaiting(noor, waits), { given: true });

  assert.deepEqual(await texts(sam), ["Ik vergat te bellen."]);
  assert.equal((await list(noor)).lines[0]?.given[0]?.version, 1);
  assert.deepEqual((await contentsOf(noor)).waiting, []);
  assert.equal(village.envelopes.size, 5, "the copy that waited is gone");
  assert.deepEqual(await giveWaiting(noor, waits), { given: false });
});

test("what goes wrong while giving stays beside the gift, which waits on", async () => {
  await itWaits();
  keys(keysOfSam);
  await compare(noor, sam.person);
  village.before = () => {
    throw new Error("429");
  };
  await dropWaiting(noor);
  await assert.rejects(giveWaiting(noor, waits));
  village.before = () => {};
  assert.deepEqual(await readersOf(), [{ id: waits, ready: true }]);
});

for (const [why, end] of Object.entries({
  "its day came": async () => {
    for (const one of (await contentsOf(noor)).waiting) one.until = "2020-01-01";
  },
  "the two do not walk along any more": async () => village.names.delete(sam.person),
})) {
  test(`nothing waits on when ${why}`, async () => {
    await itWaits();
    await end();
    await dropWaiting(noor);
    assert.deepEqual((await contentsOf(noor)).waiting, []);
    assert.equal(village.envelopes.size, 4, "nor does the copy stay");
  });
}

test("what was taken back or removed leaves no copy", async () => {
  await itWaits();
  await takeBack(noor, waits);
  assert.deepEqual((await contentsOf(noor)).waiting, []);
  await give(noor, { object, person: sam.person, until: null });
  await give(noor, { object, person: sam.person, until: "2099-01-01" });
  assert.equal((await contentsOf(noor)).waiting.length, 1);
  await remove(noor, object);
  assert.equal(village.envelopes.size, 3, "only the three contents");
});
