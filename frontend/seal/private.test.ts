import assert from "node:assert/strict";
import { test } from "node:test";
import { TooLongError } from "./errors.ts";
import { openPrivate, sealPrivate } from "./private.ts";
import { openShared } from "./shared.ts";
import { draft, flipped, mallory, noor, refuses, sam } from "./testing.ts";

const open = (envelope: Uint8Array, object: string) => openPrivate(envelope, { object }, noor.keys);

test("what noor seals for herself she reads back", async () => {
  const what = { ...draft(), time: new Date("2026-11-24T08:30:59.999Z") };
  const envelope = await sealPrivate(what, noor.keys);
  const expected = { kind: "entry", object: what.object, version: 3 };
  assert.deepEqual(await openPrivate(envelope, expected, noor.keys), {
    v: 1,
    ...what,
    author: noor.keys.keyring,
    recipients: [],
    time: "2026-11-24T08:30:59Z",
  });
});

test("any text comes back as it was, at every length around a bucket", async () => {
  const texts = ["", "é", "👩🏽‍🔧", "\u0000\ud800", '"\\\n', "__proto__", "\ufeff"];
  for (const length of [700, 760, 761, 762, 763, 764, 765, 766, 767, 768, 1900, 70_000]) {
    texts.push("x".repeat(length));
  }
  for (const text of texts) {
    const what = { ...draft(), content: { text, [text]: [text, { text: null }] } };
    const letter = await open(await sealPrivate(what, noor.keys), what.object);
    assert.deepEqual(letter.content, what.content);
  }
});

test("a length tells only a power of two", async () => {
  const lengths = new Set<number>();
  for (let size = 0; size < 3500; size += 97) {
    const content = { text: "x".repeat(size) };
    lengths.add((await sealPrivate({ ...draft(), content }, noor.keys)).length);
  }
  assert.deepEqual([...lengths], [1024 + 200, 2048 + 200, 4096 + 200]);
});

test("the largest letter fits, one byte more is refused before it is sealed", async () => {
  const sealed = (length: number) =>
    sealPrivate({ ...draft(), content: { text: "x".repeat(length) } }, noor.keys);
  let [fits, not] = [1_000_000, 1_100_000];
  while (not - fits > 1) {
    const middle = (fits + not) >> 1;
    await sealed(middle).then(
      () => {
        fits = middle;
      },
      () => {
        not = middle;
      },
    );
  }
  const largest = await sealed(fits);
  assert.equal(largest.length, 1024 * 1024 + 184 + 16 * 16);
  await assert.rejects(sealed(not), TooLongError);
});

test("what could not be opened again is not sealed", async () => {
  const wrong = [{ object: "1" }, { version: 0 }, { kind: "" }, { content: [] }] as object[];
  for (const change of wrong) {
    await assert.rejects(sealPrivate({ ...draft(), ...change }, noor.keys), Error);
  }
});

test("nobody else opens it, and it does not pass for something given", async () => {
  const what = draft();
  const envelope = await sealPrivate(what, noor.keys);
  const { object } = what;
  await refuses(openPrivate(envelope, { object }, sam.keys), "other keys");
  const shared = { object, author: noor.known, recipients: [noor.known.id] };
  await refuses(openShared(envelope, shared, noor.keys), "as shared");
  const mixed = { ...noor.keys, privateKeys: mallory.keys.privateKeys };
  await refuses(openPrivate(envelope, { object }, mixed), "sealed to another recipient");
});

test("another kind, object, version or keyring than expected is refused", async () => {
  const what = draft();
  const { object } = what;
  const envelope = await sealPrivate(what, noor.keys);
  await refuses(open(envelope, crypto.randomUUID()), "object");
  await refuses(openPrivate(envelope, { object, kind: "contents" }, noor.keys), "kind");
  await refuses(openPrivate(envelope, { object, version: 2 }, noor.keys), "older version");
  await refuses(openPrivate(envelope, { object, version: 4 }, noor.keys), "newer version");
  const other = { ...noor.keys, keyring: crypto.randomUUID() };
  await refuses(openPrivate(envelope, { object }, other), "keyring");
});

test("two swapped envelopes are both refused", async () => {
  const [one, two] = [draft(), draft()];
  const [first, second] = [await sealPrivate(one, noor.keys), await sealPrivate(two, noor.keys)];
  await refuses(open(first, two.object), "first for second");
  await refuses(open(second, one.object), "second for first");
});

test("a damaged envelope is refused wherever the damage is", async () => {
  const what = draft();
  const envelope = await sealPrivate(what, noor.keys);
  for (let at = 0; at < envelope.length; at += 37) {
    await refuses(open(envelope.subarray(0, at), what.object), `cut at ${at}`);
  }
  for (let at = 0; at < envelope.length; at += 1) {
    await refuses(open(flipped(envelope, at), what.object), `a bit changed at ${at}`);
  }
  const longer = new Uint8Array([...envelope, 0]);
  await refuses(open(longer, what.object), "a byte after it");
  await refuses(open(new Uint8Array([...envelope, ...envelope]), what.object), "twice");
  await refuses(open(new Uint8Array(2_000_000), what.object), "too large");
  await refuses(
    open(new TextEncoder().encode("age-encryption.org/v1\n"), what.object),
    "hand-made",
  );
});
