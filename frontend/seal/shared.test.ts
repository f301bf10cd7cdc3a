import assert from "node:assert/strict";
import { test } from "node:test";
import { Decrypter } from "age-encryption";
import { renewKeys } from "./keyring.ts";
import { openPrivate } from "./private.ts";
import { openOwnGift, openShared, sealShared } from "./shared.ts";
import { draft, enclose, flipped, mallory, noor, refuses, sam, withKeyring } from "./testing.ts";

const author = noor.known;
const recipients = [sam.known.id, author.id];

test("what noor gives sam they both read, and nobody else", async () => {
  const what = { ...draft(), time: new Date(0) };
  const { object } = what;
  const envelope = await sealShared(what, [sam.known], noor.keys);
  for (const { keys } of [noor, sam]) {
    const letter = await openShared(envelope, { object, author, recipients }, keys);
    const expected = { v: 1, ...what, author: author.id, time: "1970-01-01T00:00:00Z" };
    assert.deepEqual(letter, { ...expected, recipients: recipients.sort() });
  }
  await refuses(openShared(envelope, { object, author, recipients }, mallory.keys), "mallory");
  await refuses(openPrivate(envelope, { object }, noor.keys), "as private");
});

test("another author, kind, object, version or circle than expected is refused", async () => {
  const what = draft();
  const { object } = what;
  const envelope = await sealShared(what, [sam.known], noor.keys);
  const open = (change: object) =>
    openShared(envelope, { object, author, recipients, ...change }, sam.keys);
  await open({});
  await refuses(open({ author: mallory.known }), "author");
  await refuses(open({ author: { ...mallory.known, id: author.id } }), "keys of another");
  await refuses(open({ author: { ...author, id: mallory.known.id } }), "id of another");
  await refuses(open({ author: { ...author, signing: "" } }), "no key");
  await refuses(open({ kind: "given" }), "kind");
  await refuses(open({ object: crypto.randomUUID() }), "object");
  await refuses(open({ version: 2 }), "version");
  await refuses(open({ recipients: [sam.known.id] }), "fewer recipients");
  const more = [author.id, sam.known.id, mallory.known.id];
  await refuses(open({ recipients: more }), "more recipients");
});

test("sam can pass on neither the letter nor the authorship", async () => {
  const what = draft();
  const { object } = what;
  const envelope = await sealShared(what, [sam.known], noor.keys);
  const decrypter = new Decrypter();
  for (const key of sam.keys.sharingKeys) decrypter.addIdentity(key);
  const plaintext = await decrypter.decrypt(envelope);
  const passedOn = await enclose(plaintext, mallory.keys.sharingRecipient);
  const toMallory = [author.id, mallory.known.id];
  const passed = openShared(passedOn, { object, author, recipients: toMallory }, mallory.keys);
  await refuses(passed, "passed on");
  const again = await sealShared(what, [noor.known], sam.keys);
  await refuses(
    openShared(again, { object, author, recipients }, noor.keys),
    "signed again by sam",
  );
});

test("a damaged envelope is refused wherever the damage is", async () => {
  const what = draft();
  const expected = { object: what.object, author, recipients };
  const envelope = await sealShared(what, [sam.known], noor.keys);
  for (let at = 0; at < envelope.length; at += 37) {
    await refuses(openShared(envelope.subarray(0, at), expected, sam.keys), `cut at ${at}`);
  }
  for (let at = 0; at < envelope.length; at += 3) {
    await refuses(openShared(flipped(envelope, at), expected, sam.keys), `changed at ${at}`);
  }
});

test("after new keys the old letters still open and new ones go to the new keys only", async () => {
  const renewed = await withKeyring(await renewKeys(sam.keyring));
  const [before, after] = [draft(), draft()];
  const old = await sealShared(before, [sam.known], noor.keys);
  const fresh = await sealShared(after, [renewed.known], noor.keys);
  await openShared(old, { object: before.object, author, recipients }, renewed.keys);
  const expected = { object: after.object, author, recipients };
  await openShared(fresh, expected, renewed.keys);
  await refuses(openShared(fresh, expected, sam.keys), "old keys");
});

test("nobody is named twice, and a key that is none seals nothing", async () => {
  await assert.rejects(sealShared(draft(), [sam.known, sam.known], noor.keys), Error);
  await assert.rejects(sealShared(draft(), [noor.known], noor.keys), Error);
  const { sharing } = sam.known;
  const none = {
    ...sam.known,
    sharing: sharing.slice(0, -1) + (sharing.endsWith("q") ? "p" : "q"),
  };
  await assert.rejects(sealShared(draft(), [none], noor.keys), Error);
});

test("what noor gave opens for her to be given again, also after new keys", async () => {
  const what = draft();
  const { kind, object, content } = what;
  const envelope = await sealShared(what, [sam.known], noor.keys);
  const later = await withKeyring(await renewKeys(noor.keyring));
  for (const { keys } of [noor, later]) {
    assert.deepEqual((await openOwnGift(envelope, { kind, object }, keys)).content, content);
  }
  await refuses(openOwnGift(envelope, { object: crypto.randomUUID() }, noor.keys), "object");
  await refuses(openOwnGift(envelope, { kind: "entry?", object }, noor.keys), "kind");
  await refuses(openOwnGift(envelope, { object }, sam.keys), "given by another");
  await refuses(openOwnGift(envelope, { object }, mallory.keys), "of others");
});
