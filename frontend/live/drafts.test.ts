/** Words that were not sent come back, and go when they were sent, left behind, or grew old. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "./drafts.ts";
import { Memory } from "./memory.ts";
import { MONTH } from "./outbox.ts";

test("what was typed comes back under its own name", () => {
  const drafts = new Drafts(new Memory());
  drafts.put("dialogue:1:a", [["text", "Half een"]], 1);

  assert.deepEqual(drafts.of("dialogue:1:a"), [["text", "Half een"]]);
  assert.deepEqual(drafts.of("dialogue:1:b"), []);
});

test("who leaves a room leaves nothing of it, and all of another", () => {
  const store = new Memory();
  const drafts = new Drafts(store);
  store.setItem("outbox:1", "waits");
  for (const name of ["dialogue:1:a", "dialogue:1:b", "dialogue:2:a"]) {
    drafts.put(name, [["text", name]], 1);
  }

  drafts.forget("dialogue:1");

  assert.deepEqual([...store.kept.keys()], ["outbox:1", "draft:dialogue:2:a"]);
});

test("a month old, or nonsense, is thrown away", () => {
  const store = new Memory();
  const drafts = new Drafts(store);
  drafts.put("old", [["text", "a"]], 1);
  drafts.put("new", [["text", "b"]], 3);
  store.setItem("draft:broken", "{");
  store.setItem("draft:other", '{"fields": 3}');

  drafts.tidy(2 + MONTH);

  assert.deepEqual([...store.kept.keys()], ["draft:new"]);
});

test("a device that is full keeps no old words for new ones", () => {
  const store = new Memory();
  const drafts = new Drafts(store);
  drafts.put("a", [["text", "oud"]], 1);
  store.full = true;

  drafts.put("a", [["text", "nieuw"]], 2);

  assert.deepEqual(drafts.of("a"), []);
});
