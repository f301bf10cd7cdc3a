/** One sentence of a letter is given, and nothing else of it; the whole is given apart from it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import { compare } from "./directory.ts";
import { give, giveAgain, giveWaiting, takeBack } from "./giving.ts";
import type { Here } from "./here.ts";
import { contentsOf } from "./ledger.ts";
import { list, read, save } from "./line.ts";
import { readReceived, received } from "./receiving.ts";

const village = new Village();
const noor = await village.comes("Noor");
const sam = await village.comes("Sam");
const PART = "Ik zei nee.";
const TEXT = `Het was druk met het gezin. ${PART} Daarna was het stil.`;
const marked = { v: 1, text: TEXT, themes: ["grenzen"], take: [{ for: "talk", part: PART }] };

const { object } = await save(noor, { kind: "vulnerability", content: { ...marked } });
const toSam = (part?: string) =>
  give(noor, { object, person: sam.person, until: null, ...(part && { part }) });
const readers = async () =>
  (await list(noor)).lines.flatMap(({ given }) => given.map(({ id, part }) => ({ id, part })));
const readBySam = async (here: Here = sam) => {
  Object.assign(here, { seen: null, log: null });
  const all = (await received(here)).received;
  const opened = await Promise.all(all.map(({ id }) => readReceived(here, id)));
  return opened.map(({ kind, content }) => ({ kind, content }));
};
const SENTENCE = { kind: "vulnerability", content: { v: 1, text: PART } };

test("who gets a sentence gets that sentence, and no theme or other word", async () => {
  await toSam(PART);
  assert.deepEqual(await readBySam(), [SENTENCE]);
  assert.deepEqual(
    (await readers()).map(({ part }) => part),
    [PART],
  );
});

test("what was not marked is not given", async () => {
  await assert.rejects(toSam("Daarna was het stil."), { why: "content" });
  assert.equal((await readers()).length, 1);
});

test("the whole comes beside the sentence; each has its own way back", async () => {
  await toSam();
  await toSam(PART); // twice is once
  const both = await readers();
  assert.deepEqual(both.map(({ part }) => part ?? "").sort(), ["", PART]);
  const read_ = await readBySam();
  assert.equal(read_.length, 2);
  assert(!JSON.stringify(read_).includes("take"), "what it is taken to stays with the writer");

  const whole = both.find(({ part }) => part === undefined);
  await takeBack(noor, whole?.id as string);
  assert.deepEqual(await readBySam(), [SENTENCE]);
});

test("with new keys the same sentence is given again, whatever became of the letter", async () => {
  await toSam();
  const { version } = await read(noor, object);
  await save(noor, { kind: "free", object, base: version, content: { v: 1, text: "Anders." } });
  for (const [id, gift] of Object.entries((await contentsOf(noor)).given)) {
    await giveAgain(noor, id, gift);
  }
  const found = await readBySam();
  assert.deepEqual(found.map(({ content }) => content.text).sort(), [TEXT, PART].sort());
  assert.deepEqual((await readers()).map(({ part }) => part ?? "").sort(), ["", PART]);
});

test("a sentence waits for who has no keys yet, beside the whole", async () => {
  const mila = await village.comes("Mila");
  const log = village.logs.get(mila.person) as string;
  village.logs.delete(mila.person);
  const { object: other } = await save(noor, { kind: "moment", content: { ...marked } });
  await give(noor, { object: other, person: mila.person, until: null });
  await give(noor, { object: other, person: mila.person, until: null, part: PART });
  village.logs.set(mila.person, log);
  Object.assign(noor, { seen: null, log: null });
  const waits = (await list(noor)).lines.find((one) => one.object === other)?.given ?? [];
  assert.deepEqual(waits.map(({ part }) => part ?? "").sort(), ["", PART]);
  await compare(noor, mila.person);
  const sentence = waits.find(({ part }) => part)?.id as string;
  assert.deepEqual(await giveWaiting(noor, sentence), { given: true });
  const [only, ...more] = await readBySam(mila);
  assert.deepEqual([only?.content, more], [{ v: 1, text: PART }, []]);
});
