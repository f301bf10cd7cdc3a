/** Taking a line along and bringing it in elsewhere. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { TICKS } from "../../paths/ticks.ts";
import { ticks } from "../../paths/worker/ticks.ts";
import { AFTERCARE, BEGUN_BY } from "../../together/aftercare.ts";
import { give } from "../../vault/giving.ts";
import type { Here } from "../../vault/here.ts";
import { contentsOf } from "../../vault/ledger.ts";
import { read, save } from "../../vault/line.ts";
import type { Content } from "../content.ts";
import type { WholeLine } from "../export/whole.ts";
import { readList, unpack, zipped } from "../export/zip.ts";
import { full, HOSTILE } from "../samples.ts";
import { type Kept, Village } from "../testing.ts";
import { answer } from "./answers.ts";
import { exportLine } from "./exporting.ts";
import { importLine } from "./importing.ts";

const village = new Village();
const noor = await village.comes("Noor");
const sam = await village.comes("Sam");
const next = (...all: Here[]) => {
  for (const here of all) Object.assign(here, { seen: null, log: null });
};
const write = (here: Here, kind: string, content: Content) =>
  save(here, { kind, content: { ...content } });

async function taken(here: Here, anyway = false) {
  next(here);
  const { file, missing, name } = await exportLine(here, { anyway });
  assert(file, JSON.stringify(missing));
  const zip = new Uint8Array(await file.arrayBuffer());
  const list = readList(zip);
  const text = (name: string) =>
    new TextDecoder().decode(unpack(zip, list.get(name) as never, 1e9));
  const whole = JSON.parse(text("line.json")) as WholeLine;
  return { file, zip, names: [...list.keys()], text, whole, missing, name };
}
const withoutGifts = ({ letters }: WholeLine) => letters.map(({ given: _, ...letter }) => letter);
const packed = (line: unknown) =>
  zipped([{ name: "line.json", content: JSON.stringify(line) }], "2026-11-24");

for (const [kind, content] of full()) await write(noor, kind, content);
for (const text of HOSTILE) await write(noor, "free", { v: 1, text, themes: ["- x: [y"] });
const first = Object.keys((await contentsOf(noor)).objects)[0] as string;
await give(noor, { object: first, person: sam.person, until: "2999-01-01" });

test("the whole line goes into one file, that says what was given", async () => {
  const { names, whole, text, name } = await taken(noor);
  assert.equal(whole.letters.length, full().length + HOSTILE.length);
  const given = whole.letters.find(({ id }) => id === first)?.given;
  assert.deepEqual(given, [{ name: "Sam", until: "2999-01-01" }]);
  assert(/^hartlijn-\d{4}-\d\d-\d\d\.zip$/.test(name));
  const originals = names.filter((one) => one.startsWith("originals/"));
  // What was given is sealed for its reader; the letter it was made of is here.
  assert.equal(originals.length, whole.letters.length + 1, "and the contents");
  for (const one of ["README.txt", "line.schema.json", "key-log.txt"]) assert(names.includes(one));
  assert(!names.includes("MISSING.txt"));
  for (const ending of [".svg", ".webm"]) assert(names.some((one) => one.endsWith(ending)));
  for (const one of names.filter((one) => one.endsWith(".md"))) {
    assert.equal(text(one).match(/^---$/gm)?.length, 2, one);
  }
});

test("the same line gives the same bytes", async () => {
  const [one, other] = [await taken(noor), await taken(noor)];
  assert.deepEqual(one.zip, other.zip);
});

test("brought in elsewhere it is the same line, twice is once", async () => {
  const before = await taken(noor);
  const elsewhere = await new Village().comes("Noor");
  const came = await importLine(elsewhere, { file: before.file });
  assert.deepEqual(came, {
    added: before.whole.letters.length,
    same: 0,
    wrong: null,
    letter: null,
    sentence: "",
  });
  const after = await taken(elsewhere);
  assert.deepEqual(withoutGifts(after.whole), withoutGifts(before.whole));
  const again = await importLine(elsewhere, { file: before.file });
  assert.deepEqual([again.added, again.same], [0, before.whole.letters.length]);
  const themes = Object.values((await contentsOf(elsewhere)).objects).flatMap(
    (one) => one.themes ?? [],
  );
  assert(themes.length > 0, "filters work at once");
});

test("where the ids are taken, everything comes under new ones, and twice is once", async () => {
  const before = await taken(noor);
  const other = await village.comes("Fatima");
  const came = await importLine(other, { file: before.file });
  assert.deepEqual([came.added, came.wrong], [before.whole.letters.length, null]);
  const ids = new Set(before.whole.letters.map(({ id }) => id));
  assert(Object.keys((await contentsOf(other)).objects).every((id) => !ids.has(id)));
  next(other);
  assert.equal((await importLine(other, { file: before.file })).added, 0);
  assert.equal((await taken(noor)).whole.letters.length, before.whole.letters.length);
});

test("what changed since is not written over", async () => {
  const before = await taken(noor);
  const content = { v: 1, text: "Later herschreven." };
  await save(noor, { kind: "moment", object: first, content });
  next(noor);
  const came = await importLine(noor, { file: before.file });
  assert.deepEqual([came.added, came.same], [1, before.whole.letters.length - 1]);
  assert.equal((await read(noor, first)).content.text, content.text);
});

test("received and answered letters go along as copies, and come in nowhere", async () => {
  next(sam);
  const [gift] = (await taken(sam)).whole.received;
  assert.deepEqual([gift?.from, gift?.until, gift?.kind], ["Noor", "2999-01-01", full()[0]?.[0]]);
  await answer(sam, { id: gift?.id as string, text: "Wat had je nodig? <b>" });
  const mine = await taken(sam);
  assert.deepEqual(
    mine.whole.answers.map(({ from, text }) => [from, text]),
    [[null, "Wat had je nodig? <b>"]],
  );
  assert(mine.names.includes(`received/${gift?.id}.age`));
  const theirs = await taken(noor);
  assert.deepEqual(
    theirs.whole.answers.map(({ from }) => from),
    ["Sam"],
  );
  const elsewhere = await new Village().comes("Sam");
  assert.equal((await importLine(elsewhere, { file: mine.file })).added, 0);
});

test("what stands on no line comes along, and in elsewhere; twice is once", async () => {
  const joost = await village.comes("Joost");
  const months = { [crypto.randomUUID()]: { word: "late", over: "" } };
  const care = { v: 1, began: "2026-11-20", why: BEGUN_BY[0], text: "Zwaar.", moments: [] };
  await save(joost, { kind: TICKS, content: { v: 1, months } });
  await save(joost, { kind: AFTERCARE, content: care });
  const { file, whole, names } = await taken(joost);
  assert.deepEqual(whole.apart?.map(({ kind }) => kind).sort(), [AFTERCARE, TICKS].sort());
  assert.equal(names.filter((one) => /^apart\/.*\.json$/.test(one)).length, 2);
  assert.deepEqual(whole.letters, []);

  const elsewhere = await new Village().comes("Joost");
  assert.equal((await importLine(elsewhere, { file })).added, 2);
  next(elsewhere);
  assert.equal((await importLine(elsewhere, { file })).added, 0);
  assert.deepEqual((await ticks(elsewhere)).kept?.content, { v: 1, months });
});

test("a letter that stands on no line and holds something else is refused", async () => {
  const line = (await taken(noor)).whole;
  const [letter] = line.letters;
  const wrong = { ...letter, given: undefined, kind: TICKS, content: { v: 1, months: "all" } };
  for (const apart of [[wrong], [{ ...letter }], "none"]) {
    const came = await importLine(noor, { file: packed({ ...line, apart }) });
    assert.notEqual(came.wrong, null);
  }
});

test("what does not open is named, and goes along closed only when asked", async () => {
  const lost = await village.comes("Joost");
  const { object } = await write(lost, "free", { v: 1, text: "Weg" });
  await write(lost, "free", { v: 1, text: "Er nog" });
  const envelope = village.envelopes.get(object);
  village.envelopes.set(object, { ...(envelope as Kept), content: new Uint8Array(300) });
  next(lost);
  const refused = await exportLine(lost, {});
  assert.deepEqual(
    [refused.file, refused.missing],
    [null, [{ id: object, where: "own", why: "older" }]],
  );
  const { whole, names, text } = await taken(lost, true);
  assert.deepEqual(
    whole.letters.map(({ content }) => content.text),
    ["Er nog"],
  );
  assert(names.includes(`originals/${object}.age`));
  assert(text("MISSING.txt").includes(object));
});

test("another device in between, and a server that stops halfway", async () => {
  const before = await taken(noor);
  const other = new Village();
  const elsewhere = await other.comes("Noor");
  let turn = 0;
  other.before = async () => {
    turn += 1;
    if (turn === 2) {
      const { Refusal } = await import("../../vault/refusal.ts");
      throw new Refusal("server", "Vol.");
    }
  };
  const many = {
    ...before.whole,
    letters: Array.from({ length: 90 }, (_, place) => ({
      ...before.whole.letters[0],
      id: crypto.randomUUID(),
      content: { v: 1, text: `Nummer ${place}` },
      kind: "free",
    })),
  };
  const file = packed(many);
  const half = await importLine(elsewhere, { file });
  assert.deepEqual([half.added, half.wrong, half.sentence], [40, "server", "Vol."]);
  next(elsewhere);
  const rest = await importLine(elsewhere, { file });
  assert.deepEqual([rest.added, rest.same, rest.wrong], [50, 40, null]);
});

test("a file that is wrong anywhere is refused, and nothing is stored", async () => {
  const { zip, whole } = await taken(noor);
  const stored = village.stored;
  const letter = whole.letters[0];
  const line = (more: object) =>
    packed({ ...whole, letters: [whole.letters[1], { ...letter, ...more }] });
  const flipped = zip.slice();
  const at = new TextDecoder("latin1").decode(zip).indexOf("line.json") + 200;
  flipped[at] = (flipped[at] as number) ^ 1;
  const wrong: [string, Blob, number?][] = [
    ["no-zip", new Blob(["hallo"])],
    ["no-zip", new Blob([])],
    ["no-zip", new Blob([zip.subarray(0, zip.length / 2)])],
    ["no-zip", new Blob([zip.subarray(0, zip.length - 1)])],
    ["damaged", new Blob([zip.subarray(100)])],
    ["damaged", new Blob([flipped])],
    ["no-line", zipped([{ name: "foto.txt", content: "x" }], "2026-11-24")],
    ["no-line", zipped([{ name: "line.json", content: "{" }], "2026-11-24")],
    ["no-line", packed([])],
    ["no-line", packed({ letters: [] })],
    ["newer", packed({ ...whole, v: 2 })],
    ["invalid", packed({ ...whole, letters: [letter, letter] }), 2],
    ["invalid", line({ id: "../../x" }), 2],
    ["invalid", line({ kind: "contents" }), 2],
    ["invalid", line({ day: "2026-02-30" }), 2],
    ["invalid", line({ time: "gisteren" }), 2],
    ["invalid", line({ content: { v: 1, text: "x", score: 8 } }), 2],
    ["invalid", line({ content: null }), 2],
    ["invalid", line({ grade: 8 }), 2],
    ["too-large", packed({ ...whole, letters: new Array(10_001).fill(letter) })],
  ];
  for (const [why, file, letter_ = null] of wrong) {
    const came = await importLine(noor, { file });
    assert.deepEqual([came.wrong, came.letter, came.added], [why, letter_, 0], why);
  }
  assert.equal(village.stored, stored);
});

test("of one sentence that was given it says that it was no more", async () => {
  const ada = await village.comes("Ada");
  const part = "Ik zei nee.";
  const text = `Het was druk. ${part}`;
  const { object } = await write(ada, "free", { v: 1, text, take: [{ for: "talk", part }] });
  await give(ada, { object, person: sam.person, until: null, part });
  const { whole } = await taken(ada);
  const given = [{ name: "Sam", until: null, part }];
  assert.deepEqual(whole.letters[0]?.given, given);
});
