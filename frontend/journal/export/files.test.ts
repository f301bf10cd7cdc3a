/** The files in the ZIP: harmless to read, and read back strictly. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Content } from "../content.ts";
import { full, HOSTILE } from "../samples.ts";
import { frontMatter, paragraphs } from "./markdown.ts";
import { svgOf } from "./svg.ts";
import { filesOf, type WholeLine } from "./whole.ts";
import { crc32, readList, unpack, ZipError, zipped } from "./zip.ts";

const DAY = "2026-11-24";
const EMPTY: WholeLine = {
  $schema: "line.schema.json",
  v: 1,
  exported: DAY,
  letters: [],
  received: [],
  answers: [],
  missing: [],
};
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const problem = (why: string) => (error: unknown) =>
  error instanceof ZipError && error.problem === why;

test("front matter stays one line for each key, and reads back as it was", () => {
  for (const text of HOSTILE) {
    const lines = frontMatter({ kind: text, themes: [text], none: undefined }).split(
      /[\n\r\u0085\u2028\u2029]/,
    );
    assert.deepEqual(lines.length, 5, text);
    assert.equal(JSON.parse((lines[1] as string).slice("kind: ".length)), text);
  }
});

test("a text does nothing in Markdown: each sign that could is set apart", () => {
  for (const text of HOSTILE) {
    for (const line of paragraphs(text).split("\n")) {
      const bare = line.replace(/\\[\\`*_[\]<>&~|$^{}@#:.+=)-]/g, "x");
      assert.equal(
        /[`*_[\]<>&~|$^{}@#]|^[-+=]|^\d+[.)]|^\s|https?:|www\./.test(bare.replace(/ {2}$/, "")),
        false,
        line,
      );
      assert.equal(/[\p{Cc}\u2028-\u202e\ufeff]/u.test(line), false, line);
    }
  }
  assert.equal(paragraphs("een\ntwee\n\ndrie"), "een  \ntwee\n\ndrie");
  assert.equal(paragraphs("Het was goed. 3-2!"), "Het was goed. 3-2!");
});

test("a dot in a drawing is seen, and a line is a line", () => {
  const strokes = [
    { points: [1, 2], width: 3 },
    { points: [0, 0, 9, 9], width: 1 },
  ];
  const svg = svgOf({ width: 9, height: 9, strokes });
  assert(svg.includes('points="1,2 1,2" stroke-width="3"') && svg.includes('points="0,0 9,9"'));
});

test("names never leave the folder and never clash", () => {
  const id = "12345678-0000-4000-8000-00000000000";
  const about = { day: DAY, time: `${DAY}T00:00:00Z`, given: [] };
  const letters = full().flatMap(([kind, content]) =>
    [1, 2].map((last) => ({ id: id + last, kind, content, ...about })),
  );
  const missing: WholeLine["missing"] = [{ id, where: "own", why: "older" }];
  const whole = { ...EMPTY, letters, missing };
  const names = [...filesOf(whole, new Map())].map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert(/^([a-z]+\/)?[\w.-]+$/.test(name) && !name.includes(".."), name);
  assert(names.includes("entries/2026-11-24-with-others-12345678.md"));
});

test("the question and the names of the steps go along, as words and nothing more", () => {
  const [kind, content] = full()[0] as [string, Content];
  const letter = { id: "1", kind, day: DAY, time: `${DAY}T00:00:00Z`, given: [] };
  const textOf = (content: Content): string => {
    const whole = { ...EMPTY, letters: [{ ...letter, content }] };
    const file = [...filesOf(whole, new Map())].find(({ name }) => name.endsWith(".md"));
    return String(file?.content);
  };
  const text = textOf(content);
  const asked = ["> Wat lukte er vandaag, \\*toch\\*?", "**Terug en weer vooruit**"];
  for (const line of [...asked, "## Wat er gebeurde", "## Zien wat het was"]) {
    assert(text.split("\n").includes(line), line);
  }
  const before = { ...content, model: { key: "a", hash: "", answers: [{ step: 2, text: "Ja" }] } };
  assert(textOf(before).includes("\n## 3\n\nJa"), "a letter of before has numbers");
});

const FILES = [
  { name: "a.txt", content: "aap ".repeat(1_000) },
  { name: "b.age", content: new Uint8Array([1, 2]) },
];

test("what goes in comes out, and the check is the one everybody uses", async () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  const zip = await bytesOf(zipped(FILES, DAY));
  const list = readList(zip);
  assert.deepEqual([...list.keys()], ["a.txt", "b.age"]);
  assert.equal(
    new TextDecoder().decode(unpack(zip, list.get("a.txt") as never, 1e6)),
    FILES[0]?.content,
  );
  assert.throws(() => unpack(zip, list.get("a.txt") as never, 1000), problem("too-large"));
});

test("a ZIP that says less than is in it, or is cut or changed anywhere, gives nothing", async () => {
  const zip = await bytesOf(zipped(FILES, DAY));
  const list = readList(zip);
  const a = list.get("a.txt") as { size: number };
  assert.throws(() => unpack(zip, { ...a, size: 100 } as never, 1e6), problem("damaged"));
  assert.throws(() => unpack(zip, { ...a, size: a.size + 1 } as never, 1e6), problem("damaged"));
  assert.throws(() => readList(zip.subarray(0, zip.length - 3)), problem("no-zip"));
  for (let at = 0; at < zip.length; at += 1) {
    const changed = zip.slice();
    changed[at] = (changed[at] as number) ^ 0x55;
    try {
      const entry = readList(changed).get("a.txt");
      const text = entry
        ? new TextDecoder().decode(unpack(changed, entry, 1e6))
        : FILES[0]?.content;
      assert.equal(text, FILES[0]?.content, `changed at ${at}`);
    } catch (error) {
      assert(error instanceof ZipError, `changed at ${at}: ${error}`);
    }
  }
});

test("no name twice, nothing closed with a password", async () => {
  const twice = await bytesOf(zipped([...FILES, { name: "a.txt", content: "x" }], DAY));
  assert.throws(() => readList(twice), problem("damaged"));
  const closed = await bytesOf(zipped(FILES, DAY));
  const central = new TextDecoder("latin1").decode(closed).indexOf("PK\u0001\u0002");
  closed[central + 8] = 1;
  assert.throws(() => readList(closed), problem("no-zip"));
});
