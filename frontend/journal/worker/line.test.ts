/** The list, the index behind it and searching, on a server in memory. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { remove, save } from "../../vault/line.ts";
import type { First } from "../../vault/protocol.ts";
import { onDisk, Village } from "../testing.ts";
import { fill, line, search } from "./line.ts";
import { keepIndex, textsOf } from "./memory.ts";

const village = new Village();
const noor = await village.comes("Noor");

const write = (text: string, more: object = {}, kind = "moment") =>
  save(noor, { kind, content: { v: 1, text, ...more } });
/** Another page: what was in memory is gone. */
const next = () => {
  noor.index = null;
  noor.texts = null;
};
const find = async (text: string, more: object = {}) => {
  const { found, complete } = await search(noor, { text, ...more });
  return { complete, texts: found.map(({ snippet }) => snippet.text) };
};

test("a line is listed at once and filled in after", async () => {
  await write("Over de Bêta-groep", { themes: ["Grenzen"] });
  await write("Nog eens proberen", { due: "2026-12-01" }, "intention");
  const before = await line(noor);
  assert.deepEqual(
    before.lines.map(({ kind, themes, due, first }) => [kind, themes, due, first]),
    [
      ["intention", undefined, "2026-12-01", null],
      ["moment", ["Grenzen"], undefined, null],
    ],
  );
  assert.equal(before.complete, false);

  const portions: First[][] = [];
  assert.deepEqual(await fill(noor, {}, (some) => portions.push(some)), { opened: 2, refused: [] });
  assert.deepEqual(
    portions.flat().map(({ first }) => first),
    ["Nog eens proberen", "Over de Bêta-groep"],
  );
  const after = await line(noor);
  assert.deepEqual([after.complete, after.lines[1]?.first], [true, "Over de Bêta-groep"]);
});

test("words are found without marks and capitals, by how they begin", async () => {
  assert.deepEqual(await find("beta gro"), {
    complete: true,
    texts: ["Over de Bêta-groep · Grenzen"],
  });
  assert.deepEqual((await find("roep eens")).texts, []);
  assert.deepEqual((await find("roep")).texts.length, 1, "four letters are found inside a word");
  assert.deepEqual((await find("oep")).texts, []);
  assert.deepEqual((await find("", { themes: ["grenzen"] })).texts.length, 1);
  assert.deepEqual((await find("over", { kinds: ["intention"] })).texts, []);
  assert.deepEqual((await find("over", { to: "2000-01-01" })).texts, []);
});

test("what is saved is found at once, and what is removed no more", async () => {
  const { object } = await write("Een vlinder op het raam");
  assert.deepEqual((await find("vlinder")).texts, ["Een vlinder op het raam"]);
  await save(noor, { kind: "moment", object, content: { v: 1, text: "Een kever op het raam" } });
  assert.deepEqual((await find("vlinder")).texts, []);
  assert.deepEqual((await find("kever")).texts.length, 1);
  await remove(noor, object);
  assert.deepEqual(await find("kever"), { complete: true, texts: [] });
});

test("on disk nothing can be read, and a next page opens one shard", async () => {
  await keepIndex(noor, await textsOf(noor));
  const disk = await onDisk(noor);
  assert(disk.length > 1000);
  for (const word of ["Bêta", "beta", "proberen", "Nog"]) {
    assert.equal(disk.includes(word), false, word);
  }
  next();
  const fetched = village.fetched;
  assert.equal((await search(noor, { text: "beta" })).complete, true);
  assert.equal(village.fetched, fetched);
});

test("a letter that changed elsewhere is opened again, and a damaged shard is made anew", async () => {
  const { object } = await write("Oude woorden");
  await keepIndex(noor, await textsOf(noor));
  next();
  await save(noor, { kind: "moment", object, content: { v: 1, text: "Nieuwe woorden" } });
  assert.equal((await search(noor, { text: "oude" })).complete, false);
  assert.deepEqual((await fill(noor, { first: [object] }, () => {})).opened, 1);
  assert.deepEqual((await find("nieuwe woorden")).texts, ["Nieuwe woorden"]);

  next();
  for (const place of await noor.store.getAllKeys("index")) {
    await noor.store.put("index", new Uint8Array([1, 2, 3]), place);
  }
  assert.equal((await fill(noor, {}, () => {})).opened, 3);
  assert.deepEqual((await find("nieuwe")).texts.length, 1);
});

test("words that are gone from the device are opened again when they are looked for", async () => {
  await keepIndex(noor, await textsOf(noor));
  next();
  for (const place of await noor.store.getAllKeys("index")) {
    if (!place.includes("/first/")) await noor.store.delete("index", place);
  }
  assert.equal((await line(noor)).complete, true, "how they begin is still known");
  assert.deepEqual(await find("nieuwe"), { complete: true, texts: ["Nieuwe woorden"] });
});

test("two searches at once in such a line both wait until it is opened", async () => {
  await keepIndex(noor, await textsOf(noor));
  next();
  for (const place of await noor.store.getAllKeys("index")) {
    if (!place.includes("/first/")) await noor.store.delete("index", place);
  }
  const [one, other] = await Promise.all([find("nieuwe"), find("woorden")]);
  assert.deepEqual([one.complete, one.texts.length], [true, 1]);
  assert.deepEqual([other.complete, other.texts.length], [true, 1]);
});

test("what was removed elsewhere goes from this device too", async () => {
  const { object } = await write("Een geheim dat weg moet");
  await keepIndex(noor, await textsOf(noor));
  const before = (await noor.store.getAllKeys("index")).length;
  assert(before > 0);
  noor.texts = null;
  noor.index = null;
  await remove(noor, object);
  await line(noor);
  const index = await textsOf(noor);
  await new Promise((done) => setTimeout(done));
  assert.equal(index.first(object), null);
  assert.equal(index.text(object), null);
  assert.equal(index.isChanged, true, "to be kept anew, in a moment");
});

test("locking drops what was in memory", async () => {
  const keys = noor.keys;
  noor.forget();
  assert.deepEqual([noor.index, noor.texts], [null, null]);
  await assert.rejects(search(noor, { text: "woorden" }));
  noor.keys = keys;
});

test("what no letter holds is not sealed", async () => {
  const stored = village.stored;
  await assert.rejects(
    write("x", { score: 8 }),
    (error: { why: string }) => error.why === "content",
  );
  await assert.rejects(write("x", { due: "2026-12-01" }), "only what comes back has a day");
  assert.equal(village.stored, stored);
});
