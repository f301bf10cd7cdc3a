/** The age community's test vectors (CCTV), through the bundle as it is built for the browser. */
import assert from "node:assert/strict";
import { env } from "node:process";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import * as cctv from "cctv-age";

const { SEAL_BUNDLE } = env;
assert(SEAL_BUNDLE, "Run `python -m setup.frontend test`: it builds the bundle for this test.");
const { age, seal }: typeof import("./bundle.ts") = await import(SEAL_BUNDLE);
assert(age.Decrypter && seal.openPrivate, "The bundle is empty.");

interface Vector {
  name: string;
  expect: string;
  payload: string;
  identities: string[];
  passphrases: string[];
  armored: boolean;
  hybrid: boolean;
  file: Uint8Array;
}

const FIELDS = ["expect", "payload", "identity", "passphrase", "armored", "compressed"];

function read(name: string, bytes: Uint8Array): Vector {
  const end = bytes.findIndex((byte, at) => byte === 10 && bytes[at + 1] === 10);
  const header = new TextDecoder().decode(bytes.subarray(0, end)).split("\n");
  const pairs = header.map((line) => line.split(/: (.*)/, 2) as [string, string]);
  for (const [key] of pairs) assert([...FIELDS, "file key", "comment"].includes(key), key);
  const all = (key: string) => pairs.filter(([one]) => one === key).map(([, value]) => value);
  const body = bytes.subarray(end + 2);
  return {
    name,
    expect: all("expect")[0] as string,
    payload: all("payload")[0] ?? "",
    identities: all("identity"),
    passphrases: all("passphrase"),
    armored: all("armored")[0] === "yes",
    hybrid: all("identity").some((identity) => identity.startsWith("AGE-SECRET-KEY-PQ-")),
    file: all("compressed")[0] === "zlib" ? inflateSync(body) : body,
  };
}

const REASONS: Record<string, RegExp> = {
  "no match": /no identity matched/,
  "HMAC failure": /invalid header HMAC/,
};

/** An error of age or of what it builds on, for the reason that is given; not a slip of ours. */
const refusal = ({ expect, hybrid }: Vector) => {
  return (error: Error) =>
    hybrid || (!(error instanceof TypeError) && (REASONS[expect] ?? /./).test(error.message));
};

const hex = async (bytes: Uint8Array) => {
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

function decrypterFor(vector: Vector) {
  const decrypter = new age.Decrypter();
  for (const identity of vector.identities) decrypter.addIdentity(identity);
  for (const passphrase of vector.passphrases) decrypter.addPassphrase(passphrase);
  return decrypter;
}

const dearmored = ({ armored, file }: Vector): Uint8Array =>
  armored ? age.armor.decode(new TextDecoder().decode(file)) : file;

async function check(vector: Vector): Promise<void> {
  const { expect, payload, hybrid } = vector;
  const decrypt = async () => decrypterFor(vector).decrypt(dearmored(vector));
  if (expect === "success" && !hybrid) {
    assert.equal(await hex(await decrypt()), payload);
  } else {
    // As in age-encryption's own tests: a file is opened whole, so of one with a broken payload
    // nothing is given out. Every file for a hybrid identity is refused too: the bundle has none.
    await assert.rejects(decrypt(), refusal(vector));
  }
}

const modules = cctv as unknown as { default?: Record<string, Uint8Array> };
const vectors = Object.entries(modules.default ?? (cctv as Record<string, Uint8Array>)).map(
  ([name, bytes]) => read(name, bytes),
);

for (const vector of vectors) {
  test(`age vector ${vector.name}: ${vector.expect}`, () => check(vector));
}

test("all 143 vectors of the community were tried, none left out", () => {
  const count = (which: (vector: Vector) => boolean) => vectors.filter(which).length;
  const told = {
    all: vectors.length,
    opened: count(({ expect, hybrid }) => expect === "success" && !hybrid),
    refused: count(({ expect, hybrid }) => expect !== "success" && !hybrid),
    "hybrid, all refused": count(({ hybrid }) => hybrid),
  };
  assert.deepEqual(told, { all: 143, opened: 21, refused: 103, "hybrid, all refused": 19 });
});

test("what the sources seal the bundle opens, and the other way round", async () => {
  const sources = await import("./index.ts");
  const keyring = await sources.makeKeyring(crypto.randomUUID());
  const keys = await seal.openKeys(keyring);
  const what = { kind: "entry", object: crypto.randomUUID(), version: 1, content: { a: 1 } };
  for (const [here, there] of [
    [seal, sources],
    [sources, seal],
  ] as const) {
    const closed = await here.sealPrivate(what, keys);
    assert.deepEqual((await there.openPrivate(closed, what, keys)).content, what.content);
    const given = await here.sealShared(what, [], keys);
    const author = seal.publicKeys(keys);
    const expected = { ...what, author, recipients: [author.id] };
    assert.deepEqual((await there.openShared(given, expected, keys)).content, { a: 1 });
  }
});

test("the bundle seals nothing to a recipient of a kind that nobody has here", () => {
  for (const recipient of ["age1pq1qqqq", "age1tag1qqqq", "age1tagpq1qqqq"]) {
    assert.throws(() => new age.Encrypter().addRecipient(recipient), Error);
  }
});
