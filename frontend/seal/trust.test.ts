import assert from "node:assert/strict";
import { test } from "node:test";
import { b64 } from "./bytes.ts";
import { enclose, flipped, noor, refuses } from "./testing.ts";
import {
  drawSplit,
  halfIn,
  joinHalves,
  makeOneTime,
  openHalf,
  sealHalf,
  wordsOfAsking,
} from "./trust.ts";
import { unwrapWithContact, wrapWithContact } from "./wraps.ts";

const asking = {
  request: "5f0bd6a4-9d0c-4b77-8e5a-0c7f5e3a1b2c",
  person: "018f3a5e-7c1b-7d42-9a60-3b5c1d2e4f60",
  recipient: `age1${"q".repeat(58)}`,
};
const filled = (byte: number) => b64(new Uint8Array(32).fill(byte));
const padded = (json: string) => new TextEncoder().encode(json.padEnd(1024));

test("the vector of docs/seal.md", async () => {
  assert.equal(await wordsOfAsking(asking), "circus mondig theater lol rebus compote");
  assert.equal(joinHalves(filled(0x55), filled(0xff)), `${"q".repeat(42)}o`);
});

test("two halves make the secret, and each draw is another", () => {
  const { secret, contact, server } = drawSplit();
  assert.equal(joinHalves(contact, server), secret);
  assert.equal(new Set([secret, contact, server, drawSplit().secret]).size, 4);
});

test("a half of another length, or that is none, joins nothing", async () => {
  for (const half of ["", "AAAA", "!", b64(new Uint8Array(33))]) {
    await refuses((async () => joinHalves(half, filled(1)))(), half);
    await refuses((async () => joinHalves(filled(1), half))(), half);
  }
});

test("what the contact got is a half and nothing else", async () => {
  assert.equal(halfIn({ v: 1, half: filled(1) }), filled(1));
  for (const content of [{}, { v: 2, half: filled(1) }, { v: 1, half: "" }, { v: 1, half: 1 }]) {
    await refuses((async () => halfIn(content))(), JSON.stringify(content));
  }
  await refuses((async () => halfIn({ v: 1, half: filled(1), more: 1 }))(), "more");
});

test("a wrap opens with the secret, and not with another", async () => {
  const { secret } = drawSplit();
  const expected = { person: noor.keyring.person };
  const wrap = await wrapWithContact(noor.keyring, secret);
  assert.deepEqual(await unwrapWithContact(wrap, secret, expected), noor.keyring);
  await refuses(unwrapWithContact(wrap, drawSplit().secret, expected), "another secret");
  await refuses(unwrapWithContact(wrap, secret, { person: asking.person }), "another person");
  await assert.rejects(wrapWithContact(noor.keyring, "six words"), /drawn/);
});

test("an answer opens for this request, this person and this key alone", async () => {
  const { key, recipient } = await makeOneTime();
  const { contact } = drawSplit();
  const answer = await sealHalf(contact, { ...asking, recipient });
  assert.equal(await openHalf(answer, key, asking), contact);
  assert.equal(key.extractable, false);

  const request = crypto.randomUUID();
  await refuses(openHalf(answer, key, { ...asking, request }), "another request");
  await refuses(openHalf(answer, key, { ...asking, person: request }), "another person");
  await refuses(openHalf(answer, (await makeOneTime()).key, asking), "another key");
  await refuses(openHalf(flipped(answer, answer.length - 1), key, asking), "changed");
});

test("an answer of another shape is refused", async () => {
  const { key, recipient } = await makeOneTime();
  const { request, person } = asking;
  const good = { v: 1, request, person, half: filled(1) };
  for (const said of [
    { ...good, v: 2 },
    { ...good, more: 1 },
    { ...good, half: "short" },
  ]) {
    const file = await enclose(padded(JSON.stringify(said)), recipient);
    await refuses(openHalf(file, key, asking), JSON.stringify(said));
  }
  const short = await enclose(new TextEncoder().encode(JSON.stringify(good)), recipient);
  await refuses(openHalf(short, key, asking), "not filled");
});
