/** Letters made by hand by somebody who knows every key: only the form is wrong. */
import { test } from "node:test";
import { utf8 } from "./bytes.ts";
import { frame, PRIVATE, SHARED, toSign } from "./letter.ts";
import { openPrivate } from "./private.ts";
import { openShared } from "./shared.ts";
import { enclose, mallory, noor, refuses, sam } from "./testing.ts";

const object = "5f0b1c9e-7a34-4d52-9a55-0d1c5b7f3a10";
const base = {
  v: 1,
  kind: "entry",
  object,
  version: 1,
  time: "2026-11-24T08:30:00Z",
  content: {},
};
const privately: Record<string, unknown> = {
  ...base,
  author: noor.keys.keyring,
  recipients: [],
};
const ids = [noor.known.id, sam.known.id].sort();
const given: Record<string, unknown> = { ...base, author: sam.known.id, recipients: ids };
const none = new Uint8Array();

async function openPlaintext(plaintext: Uint8Array) {
  const envelope = await enclose(plaintext, noor.keys.privateRecipient);
  return openPrivate(envelope, { object }, noor.keys);
}

async function openGiven(letter: Uint8Array, how = toSign, signer = sam) {
  const signature = await crypto.subtle.sign(
    "Ed25519",
    signer.keys.signingKey,
    how(letter) as never,
  );
  const plaintext = frame(SHARED, letter, new Uint8Array(signature));
  const envelope = await enclose(plaintext, noor.keys.sharingRecipient);
  return openShared(envelope, { object, author: sam.known, recipients: ids }, noor.keys);
}

const json = (value: unknown) => utf8(JSON.stringify(value));
const framed = (letter: Uint8Array) => frame(PRIVATE, letter, none);
const without = (name: string, from: object) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));

/** A copy of a good plaintext with some bytes changed. */
function changed(at: number, ...bytes: number[]) {
  const plaintext = framed(json(privately));
  plaintext.set(bytes, at);
  return plaintext;
}

const length = json(privately).length;

test("the hand-made letters are right when nothing is changed", async () => {
  await openPlaintext(framed(json(privately)));
  await openGiven(json(given));
});

const PLAINTEXTS: [string, Uint8Array][] = [
  ["nothing", none],
  ["no frame", json(privately)],
  ["version 0", changed(0, 0)],
  ["version 2", changed(0, 2)],
  ["version 255", changed(0, 255)],
  ["form of a shared letter", changed(1, SHARED)],
  ["form 2", changed(1, 2)],
  ["a length of nothing", changed(2, 0, 0, 0, 0)],
  ["a length of one less", changed(4, (length - 1) >> 8, (length - 1) & 255)],
  ["a length of one more", changed(4, (length + 1) >> 8, (length + 1) & 255)],
  ["a length beyond the end", changed(4, 4, 0)],
  ["the longest length", changed(2, 255, 255, 255, 255)],
  ["a fill that does not begin with zero", changed(6 + length, 1)],
  ["a fill that does not end with zero", changed(1023, 1)],
  [
    "a fill that is too long",
    new Uint8Array([...framed(json(privately)), ...new Array(1024).fill(0)]),
  ],
  ["a fill that is cut", framed(json(privately)).subarray(0, 1000)],
  ["no fill", framed(json(privately)).subarray(0, 6 + length)],
];

for (const [name, plaintext] of PLAINTEXTS) {
  test(`refused: ${name}`, () => refuses(openPlaintext(plaintext), name));
}

const LETTERS: [string, Uint8Array][] = [
  ["not JSON", utf8("Beste Noor")],
  ["a list", json([privately])],
  ["null", json(null)],
  ["a text", json("letter")],
  ["a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf, ...json(privately)])],
  ["bytes that are no text", new Uint8Array([...json(privately), 0xff])],
  ["something after the object", utf8(`${JSON.stringify(privately)}{}`)],
  ["a zero after the object", new Uint8Array([...json(privately), 0])],
  ["very deep", utf8(`${"[".repeat(400_000)}`)],
];

for (const [name, letter] of LETTERS) {
  test(`refused: ${name}`, () => refuses(openPlaintext(framed(letter)), name));
}

const id = "5F0B1C9E-7A34-4D52-9A55-0D1C5B7F3A10";
const WRONG: Record<string, unknown[]> = {
  v: [0, 2, "1", true, null, [1]],
  kind: ["", 1, null, ["entry"]],
  object: [id, "", object.replace("-4d", "-1d"), `${object}\n`, ` ${object}`, 1, null],
  version: [0, -1, 1.5, "1", 2 ** 53, null, true],
  author: [id, "", null, mallory.keys.keyring, mallory.known.id],
  recipients: [null, {}, "", [1], [null], [mallory.known.id], [id]],
  time: [
    "2026-11-24",
    "2026-11-24T08:30:00",
    "2026-11-24T08:30:00.5Z",
    "2026-11-24T08:30:00+00:00",
    "2026-02-30T08:30:00Z",
    "2026-11-24T24:00:00Z",
    "2026-13-01T00:00:00Z",
    " 2026-11-24T08:30:00Z",
    1,
    null,
  ],
  content: [null, [], "", 1],
};

for (const name of Object.keys(WRONG)) {
  test(`refused, private and shared: no ${name}, or a wrong one`, async () => {
    await refuses(openPlaintext(framed(json(without(name, privately)))), "private, without");
    await refuses(openGiven(json(without(name, given))), "shared, without");
    for (const value of WRONG[name] as unknown[]) {
      const why = `${name}: ${JSON.stringify(value)}`;
      await refuses(
        openPlaintext(framed(json({ ...privately, [name]: value }))),
        `private, ${why}`,
      );
      await refuses(openGiven(json({ ...given, [name]: value })), `shared, ${why}`);
    }
  });
}

test("refused, private and shared: one key too many", async () => {
  await refuses(openPlaintext(framed(json({ ...privately, more: 1 }))), "private");
  await refuses(openGiven(json({ ...given, more: 1 })), "shared");
  const renamed = { ...without("time", privately), Time: base.time };
  await refuses(openPlaintext(framed(json(renamed))), "another name");
});

test("refused: recipients that are not sorted, come twice, or lack author or reader", async () => {
  const lists = [[...ids].reverse(), [...ids, ids[1]], [noor.known.id], [sam.known.id], []];
  for (const recipients of lists) {
    await refuses(openGiven(json({ ...given, recipients })), JSON.stringify(recipients));
  }
});

test("refused: a signature by another, or over other words", async () => {
  await refuses(openGiven(json(given), toSign, mallory), "signed by mallory");
  await refuses(
    openGiven(json(given), (letter) => new Uint8Array(letter)),
    "the letter alone",
  );
  const log = (letter: Uint8Array) => new Uint8Array([...utf8("hartlijn key log v1\n"), ...letter]);
  await refuses(openGiven(json(given), log as typeof toSign), "a line of the key log");
  const plaintext = frame(SHARED, json(given), new Uint8Array(64));
  const zeros = await enclose(plaintext, noor.keys.sharingRecipient);
  await refuses(
    openShared(zeros, { object, author: sam.known, recipients: ids }, noor.keys),
    "zeros",
  );
});

test("refused: an envelope longer than any of ours, though the letter in it is right", async () => {
  const letter = json({ ...privately, content: { text: "x".repeat(1024 * 1024 - 400) } });
  const own = noor.keys.privateRecipient;
  const few = await enclose(framed(letter), own, own);
  await openPrivate(few, { object }, noor.keys);
  const many = await enclose(framed(letter), ...new Array(50).fill(own));
  await refuses(openPrivate(many, { object }, noor.keys), "50 recipients");
});

test("refused: a private letter sealed to the recipient that everybody knows", async () => {
  const envelope = await enclose(framed(json(privately)), noor.keys.sharingRecipient);
  await refuses(openPrivate(envelope, { object }, noor.keys), "H9");
});
