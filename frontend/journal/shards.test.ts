/** Shards: small enough to be sealed anew for one word, and never in doubt about what is in them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Index, ROOM } from "./line-index.ts";
import { Shards } from "./shards.ts";

const sizes = (shards: Shards) =>
  shards.changes().map(([, content]) => JSON.stringify(content).length);

test("shards hold two hundred letters, or half a megabyte; one long letter has its own", () => {
  const index = new Index();
  for (let place = 0; place < 450; place += 1) index.put(`a${place}`, "h", { v: 1, text: "kort" });
  assert.deepEqual(
    index.texts.changes().map(([, shard]) => Object.keys(shard?.rows ?? {}).length),
    [200, 200, 50],
  );
  assert.equal(index.firsts.changes().length, 1);
  for (let place = 0; place < 6; place += 1) {
    index.put(`b${place}`, "h", { v: 1, text: '"\\'.repeat(50_000) });
  }
  assert(sizes(index.texts).every((size) => size < ROOM.texts.bytes + 1000));
  const huge = {
    v: 1,
    text: "",
    model: { key: "a", hash: "", answers: [] as { step: number; text: string }[] },
  };
  for (let step = 0; step < 40; step += 1)
    huge.model.answers.push({ step, text: "ab".repeat(10_000) });
  index.put("a3", "h", huge as never);
  const found = sizes(index.texts);
  assert(
    found.every((size) => size < 1024 * 1024 - 1000),
    String(found),
  );
});

test("what is loaded twice or of another version goes, the rest stays", () => {
  const shards = new Shards(ROOM.texts);
  shards.load("s1", { v: 2, rows: { a: ["h", "A a"], b: ["h", "B"] } });
  assert.deepEqual(shards.changes(), []);
  shards.load("s2", { v: 2, rows: { a: ["h", "A a"] } });
  shards.load("s3", { v: 1, rows: { c: ["h", "C", "C"] } });
  shards.load("s4", {});
  assert.deepEqual(shards.changes(), [
    ["s2", null],
    ["s3", null],
    ["s4", null],
  ]);
  shards.drop("b");
  assert.deepEqual(shards.changes(), [["s1", { v: 2, rows: { a: ["h", "A a"] } }]]);
});

test("what was loaded takes more only while there is room", () => {
  const shards = new Shards({ objects: 10, bytes: 300 });
  shards.load("s1", { v: 2, rows: { a: ["h", "x".repeat(100)] } });
  shards.put("b", ["h", "kort"]);
  assert.deepEqual(shards.changes().length, 1, "beside the first");
  shards.put("c", ["h", "x".repeat(150)]);
  const [[other] = ["s1"]] = shards.changes();
  assert.notEqual(other, "s1");
});

test("another envelope is another text: it is dropped, and asked for again", () => {
  const index = new Index();
  index.put("a", "h", { v: 1, text: "Eén" });
  index.put("b", "h", { v: 1, text: "Twee" });
  assert.deepEqual(index.fit({ a: { hash: "h" }, b: { hash: "new" } }), ["b"]);
  assert.equal(index.text("b")?.plain, "Twee", "its words are fitted once they are there");
  assert.deepEqual(index.fitTexts({ a: { hash: "h" }, b: { hash: "new" } }), ["b"]);
  assert.equal(index.text("b"), null);
  assert.equal(index.first("a"), "Eén");
});

test("a shard that is loaded twice leaves nothing that cannot be dropped", () => {
  const shards = new Shards(ROOM.texts);
  shards.load("s1", { v: 2, rows: { a: ["h", "A"] } });
  shards.load("s1", { v: 2, rows: { a: ["h", "A"] } });
  shards.changes();
  shards.drop("a");
  assert.equal(shards.get("a"), undefined);
});
