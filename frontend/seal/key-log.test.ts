import assert from "node:assert/strict";
import { test } from "node:test";
import { b64, join, sha256b64, unb64, utf8 } from "./bytes.ts";
import { KeyLog, logLine } from "./key-log.ts";
import { openKeys, publicKeys, renewKeys } from "./keyring.ts";
import { mallory, noor, sam } from "./testing.ts";
import type { Keyring } from "./types.ts";

const known = async (ring: Keyring) => publicKeys(await openKeys(ring));
const first = await logLine(noor.keyring, null);
const renewed = await renewKeys(noor.keyring);
const second = await logLine(renewed, first);
const others = [await logLine(sam.keyring, null), await logLine(mallory.keyring, null)];

/** A line as noor would write it, changed, and signed by somebody. */
async function forged(change: object, signer = noor): Promise<string> {
  const entry = { v: 1, ...noor.known, follows: null, ...change };
  const bytes = utf8(JSON.stringify(entry));
  const signed = join(utf8("hartlijn key log v1\n"), bytes);
  const signature = await crypto.subtle.sign("Ed25519", signer.keys.signingKey, signed);
  return `${b64(bytes)}.${b64(new Uint8Array(signature))}`;
}

const keysAfter = async (...lines: string[]) =>
  (await KeyLog.from({ lines })).keysOf(noor.known.id);

test("everybody's newest keys are found, and nobody else's", async () => {
  const log = await KeyLog.from({ lines: [first, ...others] });
  assert.deepEqual(await log.keysOf(noor.known.id), noor.known);
  assert.equal(await log.lineOf(noor.known.id), first);
  assert.equal(await log.keysOf(crypto.randomUUID()), null);
  await log.append([second]);
  assert.deepEqual(await log.keysOf(noor.known.id), await known(renewed));
  assert.deepEqual(await log.keysOf(sam.known.id), sam.known);
  assert.equal(await log.lineOf(noor.known.id), second);
});

test("only keys that signed the ones there are now were replaced", async () => {
  const log = await KeyLog.from({ lines: [first, ...others] });
  assert.equal(await log.replaced(noor.known), false);
  await log.append([await forged({ follows: await sha256b64(utf8(first)) }, mallory)]);
  assert.equal(await log.replaced(noor.known), false);
  await log.append([second]);
  assert.equal(await log.replaced(noor.known), true);
  assert.equal(await log.replaced(await known(renewed)), false);
  assert.equal(await log.replaced({ ...noor.known, signing: mallory.known.signing }), false);
});

test("a line follows the newest one, signed by the key in it, also when only sharing changed", async () => {
  const sharingOnly = { ...renewed, signing: noor.keyring.signing };
  assert.deepEqual(
    await keysAfter(first, await logLine(sharingOnly, first)),
    await known(sharingOnly),
  );
  const third = await renewKeys(renewed);
  const line = await logLine(third, second);
  assert.deepEqual(await keysAfter(first, second, line), await known(third));
  assert.deepEqual(await keysAfter(first, line), noor.known);
  assert.deepEqual(await keysAfter(first, await logLine(third, first), second), await known(third));
  await assert.rejects(logLine(sam.keyring, first), Error);
});

test("a line that is not signed as it should counts as not there", async () => {
  const hash = await sha256b64(utf8(first));
  const { signing } = mallory.known;
  assert.equal(await keysAfter(await forged({}, mallory)), null);
  assert.equal(await keysAfter(await forged({ follows: hash })), null);
  assert.deepEqual(await keysAfter(first, await forged({ signing }, mallory)), noor.known);
  const taken = await forged({ signing, follows: hash }, mallory);
  assert.deepEqual(await keysAfter(first, taken), noor.known);
  const foreign = await forged({ follows: await sha256b64(utf8(others[0] as string)) });
  assert.deepEqual(await keysAfter(first, ...others, foreign), noor.known);
  assert.deepEqual(await keysAfter(taken, first), noor.known);
  assert.deepEqual(await keysAfter(first, first, second, second), await known(renewed));
});

test("a line that is malformed counts as not there, and still moves the head", async () => {
  const [entry = "", signature = ""] = first.split(".");
  const text = new TextDecoder().decode(unb64(entry));
  const bad = [
    "",
    ".",
    entry,
    `${first}.`,
    `${first}=`,
    `${first}\n`,
    ` ${first}`,
    `${entry}.${signature.slice(1)}`,
    `${b64(utf8(`${text} `))}.${signature}`,
    "é",
    await forged({ v: 2 }),
    await forged({ more: 1 }),
    await forged({ id: noor.known.id.toUpperCase() }),
    await forged({ sharing: "age1pq1xyz" }),
    await forged({ sharing: noor.keyring.sharing[0] }),
    await forged({ signing: "" }),
    await forged({ follows: "" }),
    await forged({ follows: undefined }),
  ];
  for (const line of bad) {
    assert.equal(await keysAfter(line), null, line);
    assert.deepEqual(await keysAfter(line, first, line), noor.known, line);
    assert.notEqual((await KeyLog.from({ lines: [line] })).head, KeyLog.empty().head);
  }
});

test("the head is the chain that the format describes", async () => {
  let head = new Uint8Array(32);
  const log = KeyLog.empty();
  assert.equal(log.head, b64(head));
  for (const line of [first, ...others, second]) {
    await log.append([line]);
    const hash = unb64(await sha256b64(utf8(line)));
    head = unb64(await sha256b64(join(head, hash)));
    assert.equal(log.head, b64(head));
  }
  assert.equal(log.size, 4);
  assert.equal((await KeyLog.from(log)).head, log.head);
  assert.throws(() => log.headAt(5), RangeError);
});

test("a log that does not go on from what was known is seen", async () => {
  const before = await KeyLog.from({ lines: [first, ...others] });
  const knew = { size: before.size, head: before.head };
  const see = async (...lines: string[]) => (await KeyLog.from({ lines })).continues(knew);
  assert(await see(first, ...others));
  assert(await see(first, ...others, second));
  assert(!(await see(first, ...[...others].reverse(), second)));
  assert(!(await see(first, others[0] as string, second)));
  assert(!(await see(first)));
  assert(!(await see(second, first, ...others)));
  assert(KeyLog.empty().continues({ size: 0, head: KeyLog.empty().head }));
});

test("2,000 lines load in well under a second", async () => {
  const lines = Array.from({ length: 2000 }, () => {
    const entry = { v: 1, ...sam.known, id: crypto.randomUUID(), follows: null };
    return `${b64(utf8(JSON.stringify(entry)))}.${b64(new Uint8Array(64))}`;
  });
  const start = performance.now();
  const log = await KeyLog.from({ lines: [...lines, first] });
  assert.deepEqual(await log.keysOf(noor.known.id), noor.known);
  const took = performance.now() - start;
  assert(took < 1000, `${took} ms`);
});
