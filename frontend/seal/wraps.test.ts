import assert from "node:assert/strict";
import { test } from "node:test";
import { Decrypter, Encrypter, Stanza, webauthn } from "age-encryption";
import { text, utf8 } from "./bytes.ts";
import { renewKeys, writeKeyring } from "./keyring.ts";
import { prfInputs } from "./prf.ts";
import { drawCode } from "./recovery-code.ts";
import { flipped, mallory, noor, refuses } from "./testing.ts";
import type { Evaluate, Keyring } from "./types.ts";
import { drawWords } from "./words.ts";
import {
  unwrapForDevice,
  unwrapWithCode,
  unwrapWithPasskey,
  unwrapWithWords,
  wrapForDevice,
  wrapWithCode,
  wrapWithPasskey,
  wrapWithWords,
} from "./wraps.ts";

const ring = noor.keyring;
const expected = { person: ring.person, keyring: ring.keyring, counter: ring.counter };
const words = drawWords();
const byWords = await wrapWithWords(ring, words);
const QUICK = 500; // ms: scrypt with 18 takes longer than this on any machine we know

/** Refused without scrypt having run. */
async function refusesAtOnce(wrap: Uint8Array, why: string): Promise<void> {
  const start = performance.now();
  await refuses(unwrapWithWords(wrap, words, expected), why);
  assert(performance.now() - start < QUICK, `scrypt ran: ${why}`);
}

/** The wrap with other words in its header. The seal of the header breaks, but that comes later. */
function rewritten(from: string | RegExp, to: string): Uint8Array {
  const header = String.fromCharCode(...byWords.subarray(0, 200));
  const changed = Uint8Array.from(header.replace(from, to), (sign) => sign.charCodeAt(0));
  return new Uint8Array([...changed, ...byWords.subarray(200)]);
}

test("the words open the keyring, typed any way; wrong words do not", async () => {
  assert.deepEqual(await unwrapWithWords(byWords, ` ${words.toUpperCase()}. `, expected), ring);
  await refuses(unwrapWithWords(byWords, drawWords(), expected), "wrong words");
});

test("a wrap is an ordinary age file of JSON and spaces", async () => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(words);
  const plaintext = text(await decrypter.decrypt(byWords));
  assert.equal(plaintext.length % 1024, 0);
  assert.equal(plaintext.trimEnd(), text(writeKeyring(ring)));
});

test("the code opens the keyring; words chosen oneself and half codes wrap nothing", async () => {
  const code = drawCode();
  const wrap = await wrapWithCode(ring, code);
  assert.deepEqual(await unwrapWithCode(wrap, code, expected), ring);
  await assert.rejects(wrapWithWords(ring, "mijn hond heet Bello en blaft"), Error);
  await assert.rejects(wrapWithWords(ring, words.split(" ").slice(1).join(" ")), Error);
  await assert.rejects(wrapWithCode(ring, code.slice(1)), Error);
});

test("another work factor than 18 is refused before the work begins", async () => {
  assert(text(byWords.subarray(0, 80)).includes(" 18\n"));
  const factors = [
    "1",
    "10",
    "17",
    "19",
    "20",
    "30",
    "63",
    "018",
    "+18",
    "18.0",
    "0x12",
    "",
    "18 1",
  ];
  for (const factor of factors) {
    await refusesAtOnce(rewritten(/ 18\n/, ` ${factor}\n`), `factor ${factor}`);
  }
});

test("a lower work factor is refused, though the file is right and opens elsewhere", async () => {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(12);
  encrypter.setPassphrase(words);
  await refusesAtOnce(await encrypter.encrypt(writeKeyring(ring)), "work factor 12");
});

test("a header with other or more stanzas is refused before the work begins", async () => {
  const line = /-> scrypt [^\n]+\n[^\n]+\n/;
  const stanza = line.exec(String.fromCharCode(...byWords.subarray(0, 200)))?.[0] as string;
  await refusesAtOnce(rewritten(line, stanza + stanza), "two stanzas");
  await refusesAtOnce(rewritten(line, stanza.replace("scrypt", "Scrypt")), "another type");
  await refusesAtOnce(rewritten(line, `-> X25519 AAAA\nAAAA\n${stanza}`), "another before it");
  await refusesAtOnce(rewritten(line, `${stanza}-> X25519 AAAA\nAAAA\n`), "another after it");
  await refusesAtOnce(rewritten(line, ""), "none");
  await refusesAtOnce(rewritten("v1", "v2"), "another version of age");
  for (const at of [0, 20, 60, 100, 140]) await refusesAtOnce(byWords.subarray(0, at), `cut ${at}`);
});

test("a file for somebody's recipient is not a wrap", async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(noor.keys.sharingRecipient);
  await refusesAtOnce(await encrypter.encrypt(writeKeyring(ring)), "X25519");
  await refuses(unwrapWithPasskey(byWords, passkey(), expected), "words as a passkey");
});

/** A passkey: HMAC with a secret of its own over each input, as authenticators do. */
function passkey(secret = crypto.getRandomValues(new Uint8Array(32))): Evaluate {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  return async (nonce) => {
    const key = await crypto.subtle.importKey("raw", secret, hmac, false, ["sign"]);
    const sign = async (input: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.sign("HMAC", key, input));
    const { first, second } = prfInputs(nonce);
    return { first: await sign(first), second: await sign(second) };
  };
}

/** age-encryption's own code, asked the same passkey. */
function theirs<T extends object>(made: T, evaluate: Evaluate, asked: Uint8Array[] = []): T {
  const getCredential = (nonce: Uint8Array) => {
    asked.push(nonce);
    return evaluate(nonce);
  };
  return Object.assign(made, { getCredential });
}

test("a passkey opens what it wrapped; another one, or half an answer, does not", async () => {
  const mine = passkey();
  const wrap = await wrapWithPasskey(ring, mine);
  assert.deepEqual(await unwrapWithPasskey(wrap, mine, expected), ring);
  await refuses(unwrapWithPasskey(wrap, passkey(), expected), "another passkey");
  await refuses(unwrapWithPasskey(wrap, mine, { ...expected, counter: 2 }), "older");
  const half: Evaluate = async (nonce) => ({ ...(await mine(nonce)), second: new Uint8Array() });
  await refuses(unwrapWithPasskey(wrap, half, expected), "half an answer");
  await assert.rejects(wrapWithPasskey(ring, half), Error);
  await refuses(
    unwrapWithPasskey(wrap, () => Promise.reject(Error("no")), expected),
    "cancelled",
  );
  for (let at = 0; at < wrap.length; at += 7) {
    await refuses(unwrapWithPasskey(flipped(wrap, at), mine, expected), `changed at ${at}`);
  }
});

test("age-encryption's own passkey code opens our wrap, and we open its file", async () => {
  const mine = passkey();
  const decrypter = new Decrypter();
  decrypter.addIdentity(theirs(new webauthn.WebAuthnIdentity(), mine));
  const opened = await decrypter.decrypt(await wrapWithPasskey(ring, mine), "text");
  assert.deepEqual(JSON.parse(opened), ring);
  const encrypter = new Encrypter();
  const asked: Uint8Array[] = [];
  encrypter.addRecipient(theirs(new webauthn.WebAuthnRecipient(), mine, asked));
  const file = await encrypter.encrypt(writeKeyring(ring));
  assert.deepEqual(await unwrapWithPasskey(file, mine, expected), ring);
  assert.equal(asked[0]?.length, 16);
});

test("a passkey is not asked for a header that is not exactly ours", async () => {
  const label = "age-encryption.org/fido2prf";
  const nonce = "A".repeat(22); // 16 bytes
  const headers: Record<string, string[][]> = {
    "another stanza after it": [
      [label, nonce],
      ["other", "x"],
    ],
    "two of ours": [
      [label, nonce],
      [label, nonce],
    ],
    "another type": [["age-encryption.org/fido3prf", nonce]],
    "one argument more": [[label, nonce, "x"]],
    "no nonce": [[label]],
    "a short nonce": [[label, "AAAA"]],
    none: [],
  };
  let asked = 0;
  const mine = passkey();
  const counting: Evaluate = (nonce) => {
    asked++;
    return mine(nonce);
  };
  const file = async (stanzas: string[][], length = 32) => {
    const encrypter = new Encrypter();
    const made = stanzas.map((args) => new Stanza(args, new Uint8Array(length)));
    encrypter.addRecipient({ wrapFileKey: () => made });
    return encrypter.encrypt(writeKeyring(ring));
  };
  for (const [why, stanzas] of Object.entries(headers)) {
    await refuses(unwrapWithPasskey(await file(stanzas), counting, expected), why);
  }
  const short = await file([[label, nonce]], 16);
  await refuses(unwrapWithPasskey(short, counting, expected), "a short body");
  assert.equal(asked, 0);
  const right = await file([[label, nonce]]);
  await refuses(unwrapWithPasskey(right, counting, expected), "another key");
  assert.equal(asked, 1);
});

test("the inputs of a passkey are those of the plugin", () => {
  const { first, second } = prfInputs(new Uint8Array(16).fill(7));
  const told = (last: string) => utf8(`age-encryption.org/fido2prf${last}${"\u0007".repeat(16)}`);
  assert.deepEqual(first, told("\u0001"));
  assert.deepEqual(second, told("\u0002"));
});

test("a device opens what it wrapped, for that person, with a key it does not give", async () => {
  const wrap = await wrapForDevice(ring);
  assert.deepEqual(await unwrapForDevice(structuredClone(wrap), expected), ring);
  assert.equal(wrap.key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey("raw", wrap.key));
  const told: [string, Keyring | object, object][] = [
    ["person", wrap, { person: mallory.keyring.person }],
    ["counter", wrap, { ...expected, counter: 2 }],
    ["key", { ...wrap, key: (await wrapForDevice(ring)).key }, expected],
    ["nonce", { ...wrap, nonce: new Uint8Array(12) }, expected],
    ["content", { ...wrap, content: flipped(wrap.content, 50) }, expected],
    ["nothing", { ...wrap, content: new Uint8Array() }, expected],
  ];
  for (const [why, changed, person] of told) {
    await refuses(unwrapForDevice(changed as typeof wrap, person as typeof expected), why);
  }
});

test("a keyring with many former keys still fits its wrap", async () => {
  let grown = ring;
  for (let round = 0; round < 12; round++) grown = await renewKeys(grown);
  const mine = passkey();
  const wrap = await wrapWithPasskey(grown, mine);
  assert.deepEqual(await unwrapWithPasskey(wrap, mine, expected), grown);
  assert(wrap.length < 8192);
});
