import assert from "node:assert/strict";
import { test } from "node:test";
import { b64 } from "./bytes.ts";
import { fingerprint } from "./fingerprint.ts";
import { mallory, noor } from "./testing.ts";
import list from "./words.json" with { type: "json" };
import { cleanWords, drawWords, isSixWords, unknownWords, wordsOf } from "./words.ts";

test("the list holds 2,048 different words that survive cleaning", () => {
  assert.equal(new Set(list).size, 2048);
  for (const word of list) assert.equal(cleanWords(word), word);
});

test("six words are drawn from the whole list", () => {
  const seen = new Set<string>();
  for (let round = 0; round < 4000; round++) {
    const words = drawWords();
    assert(isSixWords(words), words);
    for (const word of words.split(" ")) seen.add(word);
  }
  assert(seen.size > 2030, `${seen.size}`);
});

test("typed words are read through capitals, commas and spaces", () => {
  const words = drawWords();
  const [first = "", ...rest] = words.split(" ");
  const typed = ` ${first.toUpperCase()},\n${rest.join("  - ")}. `;
  assert.equal(cleanWords(typed), words);
  assert.deepEqual(unknownWords(typed), []);
  assert.deepEqual(unknownWords(`${words} Xqz 1234 xyq`), ["xqz", "xyq"]);
  assert(!isSixWords(`${words} ${first}`) && !isSixWords(rest.join(" ")) && !isSixWords(""));
});

test("a fingerprint is read aloud as its first 66 bits", () => {
  const at = (bytes: number[]) => wordsOf(b64(new Uint8Array(32).map((_, i) => bytes[i] ?? 0)));
  const six = (...numbers: number[]) => numbers.map((number) => list[number]).join(" ");
  assert.equal(at([]), six(0, 0, 0, 0, 0, 0));
  assert.equal(at(new Array(32).fill(255)), six(2047, 2047, 2047, 2047, 2047, 2047));
  assert.equal(at([0, 32]), six(1, 0, 0, 0, 0, 0));
  assert.equal(at([0, 0, 0, 0, 0, 0, 0, 0, 0b01000000]), six(0, 0, 0, 0, 0, 1));
  assert.equal(at([0, 0, 0, 0, 0, 0, 0, 0, 0b00111111, 255]), six(0, 0, 0, 0, 0, 0));
});

test("a fingerprint depends on everything that is known of somebody", async () => {
  const same = await fingerprint({ ...noor.known });
  assert.equal(same, await fingerprint(noor.known));
  assert.equal(same.length, 43);
  for (const name of ["id", "sharing", "signing"] as const) {
    const other = await fingerprint({ ...noor.known, [name]: mallory.known[name] });
    assert.notEqual(wordsOf(other), wordsOf(same), name);
  }
});
