/** Write from-typescript.json anew: `node frontend/seal/vectors/make.ts`. */
import { writeFileSync } from "node:fs";
import { b64, unb64 } from "../bytes.ts";
import { KeyLog, logLine } from "../key-log.ts";
import { sealPrivate } from "../private.ts";
import { readCode, showCode } from "../recovery-code.ts";
import { sealShared } from "../shared.ts";
import type { Draft, Keyring } from "../types.ts";
import words from "../words.json" with { type: "json" };
import { wrapWithCode, wrapWithPasskey, wrapWithWords } from "../wraps.ts";
import { type Invented, idOf, invented } from "./people.ts";
import { refusals, wrapRefusals } from "./refusals.ts";
import type { Vectors } from "./shape.ts";

const noor = await invented("noor", 2);
const sam = await invented("sam");
const mallory = await invented("mallory");
const people = { noor, sam, mallory };
const time = new Date("2026-11-24T08:30:00Z");

const TEXTS = {
  plain: "Vandaag ging het beter.",
  empty: "",
  signs: '“Zó”, zei ze – 👩🏽‍🔧 \u0000\n\t"\\/\u2028\ud83d\ude00',
  long: "Een lange dag. ".repeat(300),
};

const draft = async (name: string, content: Draft["content"], kind = "entry"): Promise<Draft> => ({
  kind,
  object: await idOf(`object ${name}`),
  version: 3,
  content,
  time,
});

const sealedLetter = ({ kind, object, version, content }: Draft, author: string, to: string[]) => ({
  v: 1 as const,
  kind,
  object,
  version,
  author,
  recipients: [...to].sort(),
  time: "2026-11-24T08:30:00Z",
  content,
});

async function privately(): Promise<Required<Vectors>["private"]> {
  const made = Object.entries(TEXTS).map(async ([name, text]) => {
    const what = await draft(name, {
      text,
      numbers: [0, -1, 2 ** 53 - 1, 1 - 2 ** 53],
      nested: { a: [null, true] },
    });
    const envelope = b64(await sealPrivate(what, noor.keys));
    return { name, of: "noor", envelope, letter: sealedLetter(what, noor.keyring.keyring, []) };
  });
  const what = await draft("former keys", { text: "Van vroeger." });
  const former = await invented("noor");
  const envelope = b64(await sealPrivate(what, former.keys));
  const letter = sealedLetter(what, noor.keyring.keyring, []);
  return [
    ...(await Promise.all(made)),
    { name: "sealed to a former key", of: "noor", envelope, letter },
  ];
}

async function shared(): Promise<Required<Vectors>["shared"]> {
  const circles: Record<string, Invented[]> = {
    sam: [sam],
    "sam and mallory": [sam, mallory],
    nobody: [],
  };
  const made = Object.entries(circles).map(async ([name, readers]) => {
    const copied = { kind: "entry", day: "2026-11-23", content: { text: TEXTS.signs } };
    const what = await draft(`for ${name}`, copied, "given");
    const known = readers.map((reader) => reader.public);
    const envelope = b64(await sealShared(what, known, noor.keys));
    const ids = [noor.public.id, ...known.map((reader) => reader.id)];
    const names = Object.keys(people).filter((one) => readers.includes(people[one as "sam"]));
    const letter = sealedLetter(what, noor.public.id, ids);
    return { name: `for ${name}`, author: "noor", readers: names, envelope, letter };
  });
  return Promise.all(made);
}

async function log(): Promise<Required<Vectors>["log"]> {
  const former: Keyring = (await invented("noor")).keyring;
  const first = await logLine(former, null);
  const lines = [
    first,
    await logLine(sam.keyring, null),
    "no line",
    await logLine(sam.keyring, null), // follows nothing, but the id is taken
    await logLine(noor.keyring, first),
    `${(await logLine(mallory.keyring, null)).slice(0, -4)}AAAA`, // not signed
  ];
  const whole = await KeyLog.from({ lines });
  const heads = Array.from({ length: lines.length + 1 }, (_, size) => whole.headAt(size));
  const keys = Object.fromEntries(
    await Promise.all(
      Object.values(people).map(async ({ public: { id } }) => [id, await whole.keysOf(id)]),
    ),
  );
  return { lines, heads, keys };
}

const CODES = ["0".repeat(26), `7${"Z".repeat(25)}`, "3PA1N4BCDEFGHJKMQRSTVWXYZ0"];
const bits = (code: string) =>
  [...code].reduce(
    (sum, sign) => sum * 32n + BigInt("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(sign)),
    0n,
  );
const bytesOf = (code: string) =>
  Uint8Array.from(bits(code).toString(16).padStart(32, "0").match(/../g) ?? [], (hex) =>
    Number.parseInt(hex, 16),
  );
const codes = CODES.map((code) => ({ bytes: b64(bytesOf(code)), code, shown: showCode(code) }));
for (const { code, shown } of codes) if (readCode(shown) !== code) throw new Error(code);

const secret = [0, 2047, 1024, 77, 300, 1999].map((number) => words[number]).join(" ");
const code = CODES[2] as string;
const prf = { first: unb64(noor.fingerprint), second: unb64(sam.fingerprint) };
const byWords = await wrapWithWords(noor.keyring, secret);

const vectors: Vectors = {
  people: Object.fromEntries(
    Object.entries(people).map(([name, { keys: _, ...person }]) => [name, person]),
  ),
  wraps: [
    { way: "words", of: "noor", secret, wrap: b64(byWords) },
    { way: "code", of: "noor", secret: code, wrap: b64(await wrapWithCode(noor.keyring, code)) },
    {
      way: "passkey",
      of: "noor",
      first: b64(prf.first),
      second: b64(prf.second),
      wrap: b64(await wrapWithPasskey(noor.keyring, async () => prf)),
    },
  ],
  codes,
  private: await privately(),
  shared: await shared(),
  log: await log(),
  refused: [
    ...(await refusals(await draft("refused", { text: TEXTS.plain }), people)),
    ...(await wrapRefusals(noor, secret, byWords)),
  ],
};

const file = new URL("from-typescript.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(vectors, null, 1)}\n`);
