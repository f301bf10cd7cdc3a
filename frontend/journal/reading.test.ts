/** What counts as the content of a letter, and what does not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  emptyContent,
  firstLine,
  KINDS,
  keptLine,
  LIMITS,
  plainText,
  wholeText,
} from "./content.ts";
import { repeatedOf } from "./listing.ts";
import { ContentError, readContent } from "./reading.ts";
import { full, HOSTILE } from "./samples.ts";

const base = { v: 1, text: "x" };
const refuses = (kind: string, value: unknown, why = JSON.stringify(value)) =>
  assert.throws(
    () => readContent(kind, value),
    (error: unknown) => error instanceof ContentError && why !== "",
  );
const word = (length: number) => "a".repeat(length);
const hash = "0".repeat(64);

test("every kind is read as it was written", () => {
  assert.deepEqual(new Set(full().map(([kind]) => kind)), new Set([...KINDS, "entry"]));
  for (const [kind, content] of full()) {
    const copy = readContent(kind, content);
    assert.deepEqual(copy, content);
    assert.notEqual(copy, content);
  }
  for (const text of HOSTILE) assert.equal(readContent("free", { v: 1, text }).text, text);
  assert.deepEqual(readContent("free", emptyContent()), { v: 1, text: "" });
});

test("what the first version wrote is read as a text", () => {
  assert.deepEqual(readContent("entry", { text: "Oud" }), { v: 1, text: "Oud" });
  refuses("moment", { text: "Oud" });
});

test("limits hold to the last one, and no further", () => {
  const themes = (count: number) => Array.from({ length: count }, (_, place) => `thema ${place}`);
  const good = [
    { text: word(LIMITS.text) },
    { words: ["a", "b", word(LIMITS.word)] },
    { themes: themes(LIMITS.themes) },
  ];
  for (const more of good) readContent("free", { ...base, ...more });
  const wrong = [
    { text: word(LIMITS.text + 1) },
    { words: ["a", "b", "c", "d"] },
    { words: [word(LIMITS.word + 1)] },
    { themes: themes(LIMITS.themes + 1) },
    { voice: { type: "audio/webm", seconds: 9, data: "A".repeat(LIMITS.bytes) } },
    { model: { key: "a", hash, answers: new Array(51).fill({ step: 0, text: "" }) } },
    {
      drawing: { width: 9, height: 9, strokes: [{ points: new Array(60_002).fill(1), width: 1 }] },
    },
  ];
  for (const more of wrong) refuses("free", { ...base, ...more }, Object.keys(more)[0]);
});

const line = { points: [1, 2], width: 2 };
const sheet = { width: 10, height: 20, strokes: [line] };
const voice = { type: "audio/webm", seconds: 2, data: "AAAA" };
const WRONG: [string, unknown[]][] = [
  ["v", [0, 2, "1", null]],
  ["text", [null, 1, ["x"], "\ud800", "x\udc00"]],
  ["words", [null, "rust", [1], [""], [" rust"], ["a\nb"], ["\u0000"], new Array(2)]],
  ["themes", [["Rust", "rust"], ["é", "e\u0301"], [{}]]],
  ["score", [8]],
  ["__proto__x", [1]],
  [
    "prompt",
    [
      {},
      { key: "A", hash },
      { key: "a", hash: "0" },
      { key: "a", hash, more: 1 },
      { key: "a", hash, text: "" },
      "a",
    ],
  ],
  [
    "model",
    [
      { key: "a", hash },
      { key: "a", hash, answers: [{ step: "1", text: "" }] },
    ],
  ],
  [
    "take",
    [[{ for: "work", part: null }], [{ for: "talk" }], [{ for: "talk", part: null, with: "" }]],
  ],
  [
    "voice",
    [
      { ...voice, type: "audio/wav" },
      { ...voice, type: "toString" },
      { ...voice, seconds: 0 },
      { ...voice, seconds: 1.5 },
      { ...voice, data: "A" },
      { ...voice, data: "A=" },
      { ...voice, data: "" },
    ],
  ],
  [
    "drawing",
    [
      { ...sheet, strokes: [] },
      { ...sheet, width: 0 },
      { ...sheet, width: 5000 },
      ...[
        [1],
        [11, 2],
        [1, 21],
        [-1, 2],
        [Number.NaN, 2],
        [1.5, 2],
        ["1", 2],
        [-0, 2],
        [Infinity, 2],
        [],
      ].map((points) => ({ ...sheet, strokes: [{ ...line, points }] })),
      { ...sheet, strokes: [{ ...line, width: 0 }] },
      { ...sheet, strokes: [{ ...line, color: "red" }] },
    ],
  ],
];

for (const [name, values] of WRONG) {
  test(`refused: ${name} that is not right`, () => {
    for (const value of values) refuses("free", { ...base, [name]: value });
  });
}

test("what belongs to one kind is refused in another", () => {
  const met = { date: "2026-11-20", minutes: 90, form: "", guide: "" };
  refuses("free", { ...base, met });
  refuses("moment", { ...base, due: "2026-11-20" });
  refuses("parked", { ...base, due: "2026-02-29" });
  refuses("with_others", { ...base, met: { ...met, minutes: 0 } });
  for (const kind of ["contents", "given", "answer", "", "toString"]) refuses(kind, base);
  for (const value of [null, [], "x", 1, undefined, new Map()]) refuses("free", value, "no object");
});

test("the first line is short, and made of what there is", () => {
  assert.equal(firstLine({ v: 1, text: "\n \n Dit dus. \nEn dit" }), "Dit dus.");
  assert.equal(firstLine({ v: 1, text: "", words: ["rust", "tijd"] }), "rust · tijd");
  assert.equal(firstLine({ v: 1, text: "" }), "");
  const long = firstLine({ v: 1, text: "woord ".repeat(100) });
  assert(long.length <= LIMITS.first && long.endsWith("woord…"));
  assert.equal([...firstLine({ v: 1, text: "𝄞".repeat(500) })].length, LIMITS.first);
});

test("all words are searched, keys and bytes are not", () => {
  const text = plainText(full()[0]?.[1] as never);
  for (const word of ["eindelijk", "ruimte", "Ik keek", "Grenzen", "Sam"])
    assert(text.includes(word));
  for (const word of ["alact", "audio", hash]) assert(!text.includes(word));
  assert.equal(wholeText("a\ud800b𝄞"), "a\ufffdb𝄞");
});

test("words of the library are kept as one line, and letters of before have none", () => {
  assert.equal(keptLine("  Wat\n lukte er?\u0000 "), "Wat lukte er?");
  for (const text of [
    ...HOSTILE,
    `a${"𝄞".repeat(LIMITS.asked)}`,
    `${"a".repeat(LIMITS.asked - 1)} b`,
  ]) {
    const model = { key: "a", hash, title: keptLine(text), steps: [keptLine(text)], answers: [] };
    readContent("free", { ...base, prompt: { key: "a", hash, text: keptLine(text) }, model });
  }
  readContent("free", {
    ...base,
    prompt: { key: "a", hash },
    model: { key: "a", hash, answers: [] },
  });
});

test("the contents repeat what filters need, and nothing of the text", () => {
  const found = Object.fromEntries(
    full().map(([kind, content]) => [kind, repeatedOf(kind, content)]),
  );
  assert.deepEqual(found.moment, {
    themes: ["Grenzen", "samen – werken"],
    take: [{ for: "talk", with: "Sam" }, { for: "supervision" }],
    prompt: "a-small-thing",
  });
  assert.deepEqual([found.parked, found.intention], [{ due: "2026-11-30" }, { done: true }]);
  assert.deepEqual(repeatedOf("parked", { ...base, due: "2026-11-30", done: true }), {
    done: true,
  });
  assert.deepEqual(
    [found.entry, repeatedOf("free", 1), repeatedOf("contents", base)],
    [{}, {}, {}],
  );
});
