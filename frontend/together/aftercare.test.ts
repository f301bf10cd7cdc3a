/** Four moments, each asked once and on a day that says little. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayToAsk, isAftercare, momentNext, momentNow } from "./aftercare.ts";

const MOMENTS = [
  { day: 28, until: 34 },
  { day: 0, until: 2 },
  { day: 90, until: 96 },
  { day: 3, until: 7 },
];

test("each moment is asked from its day on, until it was answered or the next began", () => {
  const asked = (passed: number, ...answered: number[]) =>
    momentNow(MOMENTS, answered, passed)?.day;
  assert.equal(asked(0), 0);
  assert.equal(asked(2, 0), undefined);
  assert.equal(asked(5, 0), 3);
  assert.equal(asked(30), 28, "an earlier one that was missed is not asked any more");
  assert.equal(asked(200, 90), undefined);
});

test("the next moment is the first one ahead, and after the last there is none", () => {
  assert.equal(momentNext(MOMENTS, 0)?.day, 3);
  assert.equal(momentNext(MOMENTS, 27)?.day, 28);
  assert.equal(momentNext(MOMENTS, 90), undefined);
});

test("it comes back on any day of its stretch", () => {
  const week = { day: 3, until: 7 };
  assert.equal(
    dayToAsk(week, () => 0),
    3,
  );
  assert.equal(
    dayToAsk(week, () => 0.999),
    7,
  );
});

test("nothing else passes for an aftercare letter", () => {
  const right = {
    v: 1,
    began: "2026-11-27",
    why: "event",
    text: "",
    moments: [{ day: 0, what: ["Naar buiten"], people: [] }],
  };
  assert.equal(isAftercare(right), true);
  for (const wrong of [
    { ...right, began: "gisteren" },
    { ...right, why: "score" },
    { ...right, moments: [{ day: -1, what: [], people: [] }] },
    { ...right, moments: [{ day: 0, what: [""], people: [] }] },
    { ...right, more: 1 },
  ]) {
    assert.equal(isAftercare(wrong), false);
  }
});
