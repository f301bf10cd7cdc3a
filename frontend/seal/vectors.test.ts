/** What both implementations must agree on; `vectors/README.md` says what is in the files. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { unb64 } from "./bytes.ts";
import { fingerprint } from "./fingerprint.ts";
import { KeyLog } from "./key-log.ts";
import { openKeys, publicKeys } from "./keyring.ts";
import { openPrivate } from "./private.ts";
import { isCode, readCode, showCode } from "./recovery-code.ts";
import { openShared } from "./shared.ts";
import { refuses } from "./testing.ts";
import type { ExpectedKeyring, ExpectedPrivate } from "./types.ts";
import type { Person, Refused, Vectors } from "./vectors/shape.ts";
import { wordsOf } from "./words.ts";
import { unwrapWithCode, unwrapWithPasskey, unwrapWithWords } from "./wraps.ts";

const folder = new URL("vectors/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const read = (name: string): Vectors => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const ours = read("from-typescript.json");

test("the vectors are there", () => {
  assert(files.includes("from-typescript.json"));
});

for (const file of files) {
  const vectors = read(file);
  const person = (name: string): Person => {
    const found = vectors.people?.[name] ?? ours.people?.[name];
    assert(found, name);
    return found;
  };
  const keysOf = (name: string) => openKeys(person(name).keyring);

  test(`${file}: people's public keys, fingerprints and words`, async () => {
    for (const [name, known] of Object.entries(vectors.people ?? {})) {
      const keys = await keysOf(name);
      assert.deepEqual(publicKeys(keys), known.public);
      assert.equal(keys.privateRecipient, known.private);
      assert.equal(await fingerprint(known.public), known.fingerprint);
      assert.equal(wordsOf(known.fingerprint), known.words);
    }
  });

  test(`${file}: wraps open`, async () => {
    for (const { way, of, secret = "", first = "", second = "", wrap } of vectors.wraps ?? []) {
      const { keyring } = person(of);
      const prf = async () => ({ first: unb64(first), second: unb64(second) });
      const ways = {
        words: () => unwrapWithWords(unb64(wrap), secret, keyring),
        code: () => unwrapWithCode(unb64(wrap), secret, keyring),
        passkey: () => unwrapWithPasskey(unb64(wrap), prf, keyring),
      };
      assert.deepEqual(await ways[way](), keyring, way);
    }
  });

  test(`${file}: recovery codes`, () => {
    for (const { code, shown } of vectors.codes ?? []) {
      assert(isCode(code));
      assert.equal(showCode(code), shown);
      assert.equal(readCode(shown), code);
    }
  });

  test(`${file}: private letters open`, async () => {
    for (const { name, of, envelope, letter } of vectors.private ?? []) {
      const { kind, object, version } = letter;
      const expected = { kind, object, version };
      const opened = await openPrivate(unb64(envelope), expected, await keysOf(of));
      assert.deepEqual(opened, letter, name);
    }
  });

  test(`${file}: shared letters open for the author and every reader`, async () => {
    for (const { name, author, readers, envelope, letter } of vectors.shared ?? []) {
      const { kind, object, version, recipients } = letter;
      const expected = { kind, object, version, recipients, author: person(author).public };
      for (const reader of [author, ...readers]) {
        const opened = await openShared(unb64(envelope), expected, await keysOf(reader));
        assert.deepEqual(opened, letter, `${name}, ${reader}`);
      }
    }
  });

  test(`${file}: the key log`, async () => {
    if (!vectors.log) return;
    const { lines, heads, keys } = vectors.log;
    const log = await KeyLog.from({ lines });
    assert.deepEqual(
      heads.map((_, size) => log.headAt(size)),
      heads,
    );
    for (const [id, known] of Object.entries(keys)) assert.deepEqual(await log.keysOf(id), known);
  });

  const open = async ({ way, by, author = "", expected, secret = "", envelope }: Refused) => {
    const bytes = unb64(envelope);
    if (way === "words")
      return unwrapWithWords(bytes, secret, expected as unknown as ExpectedKeyring);
    const what = expected as unknown as ExpectedPrivate;
    const keys = await keysOf(by);
    if (way === "private") return openPrivate(bytes, what, keys);
    const giver = person(author).public;
    const recipients = [giver.id, keys.log];
    return openShared(bytes, { recipients, ...what, author: giver }, keys);
  };

  for (const refused of vectors.refused ?? []) {
    test(`${file}: refused, ${refused.way}: ${refused.name}`, () =>
      refuses(open(refused), refused.name));
  }
}
