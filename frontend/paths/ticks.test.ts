/** Ticks for oneself: what was kept waits until something is sent in its place. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import { list, save } from "../vault/line.ts";
import { Refusal } from "../vault/refusal.ts";
import { isTicks, TICKS, type Ticks, toKeep, told, waiting } from "./ticks.ts";
import { ticks } from "./worker/ticks.ts";

const MONTH = "5f0bd6a4-9d0c-4b77-8e5a-0c7f5e3a1b2c";
const OTHER = "018f3a5e-7c1b-7d42-9a60-3b5c1d2e4f60";

const village = new Village();
const noor = await village.comes("Noor");

test("only what was chosen and differs from what was sent is kept", () => {
  const page = [
    { month: MONTH, word: "late", sent: "" },
    { month: OTHER, word: "kept", sent: "kept" },
  ] as const;

  assert.deepEqual(toKeep([...page]), { v: 1, months: { [MONTH]: { word: "late", over: "" } } });
});

test("what was kept waits until something was sent of that month", () => {
  const kept: Ticks = { v: 1, months: { [MONTH]: { word: "late", over: "" } } };

  assert.equal(waiting(kept, MONTH, ""), "late");
  assert.equal(waiting(kept, MONTH, "late"), null);
  assert.equal(waiting(kept, MONTH, "kept"), null);
  assert.equal(waiting(kept, "constructor", ""), null);
});

test("a letter with ticks holds words and months, and nothing else", () => {
  const held = (months: unknown, more: object = {}) => isTicks({ v: 1, months, ...more });

  assert.equal(held({}), true);
  assert.equal(held({ [MONTH]: { word: "not_kept", over: "late" } }), true);
  assert.equal(held({ [MONTH]: { word: "fine", over: "" } }), false);
  assert.equal(held({ [MONTH]: { word: "kept", over: "", why: "x" } }), false);
  assert.equal(held({ [MONTH]: null }), false);
  assert.equal(held({ month: { word: "kept", over: "" } }), false);
  assert.equal(held([]), false);
  assert.equal(held(null), false);
  assert.equal(held({}, { text: "x" }), false);
  assert.equal(isTicks({ v: 2, months: {} }), false);
});

test("there is one letter, which is replaced and stands on no line", async () => {
  const first: Ticks = { v: 1, months: { [MONTH]: { word: "late", over: "" } } };
  const { object, version } = await save(noor, { kind: TICKS, content: { ...first } });
  const second: Ticks = { v: 1, months: { [OTHER]: { word: "kept", over: "" } } };
  await save(noor, { kind: TICKS, content: { ...second }, object, base: version });

  const { kept } = await ticks(noor);

  assert.deepEqual([kept?.object, kept?.content], [object, second]);
  assert.deepEqual((await list(noor)).lines, []);
});

test("something else is not kept under this name", async () => {
  const wrong = { kind: TICKS, content: { v: 1, text: "x" } };

  await assert.rejects(
    save(noor, wrong),
    (error: unknown) => error instanceof Refusal && error.why === "content",
  );
});

test("what is given to somebody is a line for each month, and nothing without one", () => {
  const month = { promise: "Elke week een gesprek", month: "1 – 30 november", word: "Later" };

  assert.equal(
    told("Voor mezelf:", [month]),
    "Voor mezelf:\nElke week een gesprek (1 – 30 november): Later.",
  );
  assert.equal(told("Voor mezelf:", []), "");
});
