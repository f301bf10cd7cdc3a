/** Two people and a stranger: giving, answering, taking back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { publicKeys, sealShared, sha256b64 } from "../../seal/index.ts";
import { compare } from "../../vault/directory.ts";
import { confirmCompared, give, giveAgain, takeBack } from "../../vault/giving.ts";
import type { Here } from "../../vault/here.ts";
import { contentsOf } from "../../vault/ledger.ts";
import { list, read, remove, save } from "../../vault/line.ts";
import { readReceived, received } from "../../vault/receiving.ts";
import { Village } from "../testing.ts";
import { answer, answers, answersTo } from "./answers.ts";
import { line } from "./line.ts";

const village = new Village();
const noor = await village.comes("Noor");
const sam = await village.comes("Sam");
const mallory = await village.comes("Mallory");

/** Each looks anew, as a next page does. */
const next = (...all: Here[]) => {
  for (const here of all) Object.assign(here, { seen: null, log: null });
};
const write = async (text: string) =>
  (await save(noor, { kind: "mistake", content: { v: 1, text } })).object;
const texts = async (object: string) =>
  (await answers(noor, { object })).answers.map(({ text, name }) => [name, text]);
const giftOf = async (object: string) =>
  (await list(noor)).lines.find((one) => one.object === object)?.given[0]?.id as string;

const object = await write("Ik vergat te bellen.");
await give(noor, { object, person: sam.person, until: null });
const gift = await giftOf(object);

test("who received something answers, and who gave it reads the answer", async () => {
  next(sam);
  const [got] = (await received(sam)).received;
  assert.deepEqual([got?.id, got?.kind, got?.answers, got?.name], [gift, "given", null, "Noor"]);
  const { object: own } = await answer(sam, { id: gift, text: "Wat had je nodig?" });

  next(noor, sam);
  assert.deepEqual(await texts(object), [["Sam", "Wat had je nodig?"]]);
  const [came] = (await received(noor)).received;
  assert.deepEqual([came?.kind, came?.answers], ["answer", gift]);
  const read_ = await readReceived(noor, came?.id as string);
  assert.deepEqual([read_.kind, read_.content.text], ["answer", "Wat had je nodig?"]);
  const [mine] = (await answersTo(sam, { id: gift })).answers;
  assert.deepEqual([mine?.mine, mine?.id, mine?.name], [true, own, "Noor"]);
  assert.deepEqual((await line(sam)).lines, [], "an answer is no letter on the line");
});

test("a giver whose words nobody compared is shown as that", async () => {
  next(sam);
  assert.equal((await received(sam)).received[0]?.trust, "pinned");
  await compare(sam, noor.person);
  await confirmCompared(sam, noor.person);
  assert.equal((await received(sam)).received[0]?.trust, "compared");
});

test("asked again after a lost answer it is one answer", async () => {
  const id = crypto.randomUUID();
  await answer(sam, { id: gift, text: "En nu?", object: id });
  await answer(sam, { id: gift, text: "En nu?", object: id });
  assert.equal((await answersTo(sam, { id: gift })).answers.length, 2);
  next(noor);
  assert.equal((await texts(object)).length, 2);
});

test("reading tells nobody: the server and the other see nothing change", async () => {
  next(noor);
  const before = new Map(village.envelopes);
  await texts(object);
  await received(noor);
  const others = [...village.envelopes].filter(([, one]) => one.author !== noor.person);
  assert.deepEqual(
    others,
    [...before].filter(([, one]) => one.author !== noor.person),
  );
  assert.deepEqual([...village.envelopes.keys()], [...before.keys()]);
});

test("an answer is not answered, nor something that is not mine to read", async () => {
  const [came] = (await received(noor)).received;
  await assert.rejects(answer(noor, { id: came?.id as string, text: "Dank je" }));
  await assert.rejects(answer(mallory, { id: gift, text: "Ha" }));
  await assert.rejects(answer(sam, { id: gift, text: "  " }));
});

/** Seal and store a letter in the name of somebody, to Noor. */
async function forged(by: Here, kind: string, content: Record<string, unknown>): Promise<string> {
  const id = crypto.randomUUID();
  const to = publicKeys(noor.needKeys());
  const envelope = await sealShared({ kind, object: id, version: 1, content }, [to], by.needKeys());
  village.envelopes.set(id, {
    id,
    author: by.person,
    content: envelope,
    to: noor.person,
    until: null,
  });
  return id;
}

test("an answer to a gift of another, or to none, is not shown with mine", async () => {
  next(noor);
  const before = await texts(object);
  await forged(mallory, "answer", { v: 1, to: gift, text: "Ik las het" });
  await forged(mallory, "answer", { v: 1, to: crypto.randomUUID(), text: "Waarop?" });
  assert.deepEqual(await texts(object), before);
});

test("what has another shape or kind inside is not opened, and said to be so", async () => {
  const wrong = [
    await forged(mallory, "answer", { text: "Zonder waarop" }),
    await forged(mallory, "contents", { objects: {} }),
    await forged(mallory, "given", { kind: "moment", day: "2026-11-24", content: { text: 1 } }),
    await forged(mallory, "given", { kind: "answer", day: "2026-11-24", content: { text: "x" } }),
  ];
  next(noor);
  const all = (await received(noor)).received;
  for (const id of wrong) {
    assert.equal(all.find((one) => one.id === id)?.kind, null);
    await assert.rejects(readReceived(noor, id));
    village.envelopes.delete(id);
  }
});

test("after taking back, the answer stays with both; the new gift has its own", async () => {
  next(noor, sam);
  await takeBack(noor, gift);
  next(noor, sam);
  assert.equal((await texts(object)).length, 2);
  assert.equal((await answersTo(sam, { id: gift })).answers.length, 2);
  await assert.rejects(answer(sam, { id: gift, text: "Te laat" }));
  await give(noor, { object, person: sam.person, until: null });
  const again = await giftOf(object);
  next(sam);
  await answer(sam, { id: again, text: "Opnieuw gelezen" });
  next(noor);
  assert.equal((await texts(object)).length, 3);
});

test("with new keys an answer is given again as an answer", async () => {
  next(sam);
  const before = (await contentsOf(sam)).given;
  for (const [id, gift] of Object.entries(before)) await giveAgain(sam, id, gift);
  next(sam, noor);
  const after = (await contentsOf(sam)).given;
  assert.equal(Object.keys(after).length, Object.keys(before).length);
  assert.equal((await texts(object)).length, 3);
  for (const [id, { hash }] of Object.entries(after)) {
    assert.equal(id in before, false);
    assert.equal(hash, await sha256b64(village.envelopes.get(id)?.content as Uint8Array));
  }
});

test("who takes an answer off their line takes it back", async () => {
  next(sam, noor);
  const [first] = (await answersTo(sam, { id: gift })).answers;
  await remove(sam, first?.id as string);
  next(noor);
  assert.equal((await texts(object)).length, 2);
});

test("a letter that is removed takes its gifts along, and no answer is shown any more", async () => {
  next(noor);
  await remove(noor, object);
  next(noor);
  assert.deepEqual(await texts(object), []);
  assert.equal(Object.keys((await contentsOf(noor)).former ?? {}).length, 0);
  await assert.rejects(read(noor, object));
});
