import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "./bytes.ts";
import { openKeys, readKeyring, renewKeys, writeKeyring } from "./keyring.ts";
import { missing } from "./missing.ts";
import { openPrivate, sealPrivate } from "./private.ts";
import { draft, mallory, noor, refuses, withKeyring } from "./testing.ts";
import type { Keyring } from "./types.ts";

const { person, keyring, counter } = noor.keyring;
const expected = { person, keyring, counter };
const read = async (change: object, expects: object = {}) =>
  readKeyring(utf8(JSON.stringify({ ...noor.keyring, ...change })), { ...expected, ...expects });

const refusal = { name: "SealError" };

test("a keyring is read as it was written", async () => {
  assert.deepEqual(readKeyring(writeKeyring(noor.keyring), expected), noor.keyring);
  assert.deepEqual(readKeyring(writeKeyring(noor.keyring), { person }), noor.keyring);
  assert.equal((await read({ counter: 7 })).counter, 7);
});

test("the keyring of somebody else, another one, and an older one are refused", async () => {
  await assert.rejects(read({}, { person: mallory.keyring.person }), refusal);
  await assert.rejects(read({}, { keyring: mallory.keyring.keyring }), refusal);
  await assert.rejects(read({}, { counter: 2 }), refusal);
});

test("a keyring that is not in order is refused", async () => {
  const wrong: Record<string, unknown[]> = {
    v: [0, 2, "1"],
    keyring: ["", null, keyring.toUpperCase()],
    person: ["", null],
    counter: [0, -1, 0.5, "1", null],
    private: [[], null, "", ["age1"], [noor.keys.privateRecipient], [1]],
    sharing: [[], null, [`${noor.keyring.sharing[0]}Q`], [noor.keyring.sharing[0]?.toLowerCase()]],
    signing: [[], null, [""], ["x".repeat(42)], ["=".repeat(43)]],
    contents: ["", null, 1],
    log: ["", null, 1],
    more: [1],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      await assert.rejects(read({ [name]: value }), refusal, `${name}: ${JSON.stringify(value)}`);
    }
    if (name !== "more") await assert.rejects(read({ [name]: undefined }), refusal, `no ${name}`);
  }
});

test("no key of an open keyring can be exported, by any road", async () => {
  const { privateKeys, sharingKeys, signingKey } = structuredClone(noor.keys);
  for (const key of [...privateKeys, ...sharingKeys, signingKey]) {
    assert.equal(key.extractable, false);
    for (const format of ["raw", "pkcs8", "jwk", "spki"] as KeyFormat[]) {
      await assert.rejects(crypto.subtle.exportKey(format as "jwk", key), `${format}`);
      const wrapping = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, [
        "wrapKey",
      ]);
      const how = { name: "AES-GCM", iv: new Uint8Array(12) };
      await assert.rejects(crypto.subtle.wrapKey(format, key, wrapping, how), `wrapped ${format}`);
    }
  }
  const told = JSON.stringify(noor.keys);
  for (const secret of ["private", "sharing", "signing"] as const) {
    assert(!told.includes(noor.keyring[secret][0] as string), secret);
  }
});

test("a clone of open keys, as storage gives it back, opens and seals", async () => {
  const keys = structuredClone(noor.keys);
  const what = draft();
  const envelope = await sealPrivate(what, keys);
  await openPrivate(envelope, { object: what.object }, structuredClone(noor.keys));
});

test("new keys open what was sealed to any former ones", async () => {
  let ring: Keyring = noor.keyring;
  const sealed: [string, Uint8Array][] = [];
  for (let round = 1; round <= 3; round++) {
    const what = draft();
    sealed.push([what.object, await sealPrivate(what, await openKeys(ring))]);
    ring = await renewKeys(ring);
    assert.equal(ring.counter, counter + round);
    const { keys } = await withKeyring(readKeyring(writeKeyring(ring), expected));
    for (const [object, envelope] of sealed) await openPrivate(envelope, { object }, keys);
    const fresh = await sealPrivate(what, keys);
    await refuses(openPrivate(fresh, { object: what.object }, noor.keys), "former keys");
  }
});

test("this browser lacks nothing", async () => {
  assert.deepEqual(await missing(), []);
});
