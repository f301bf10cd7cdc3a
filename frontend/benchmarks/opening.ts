// What opening costs, in the worker where it happens: ours beside a bare loop of the library.
import { Decrypter } from "age-encryption";
import {
  b64,
  cleanWords,
  drawWords,
  makeKeyring,
  type OpenKeys,
  openKeys,
  openPrivate,
  sealPrivate,
  sha256b64,
  unwrapWithWords,
  wrapWithWords,
} from "../seal/index.ts";

const LETTERS = 1000;
const TEXT = "Vandaag bleef ik rustig toen het druk werd. ".repeat(38); // about 1.7 KB in a 2 KB letter
const PORTION = 50;

interface Sealed {
  object: string;
  hash: string;
  envelope: Uint8Array;
}

let keys: OpenKeys;
let sealed: Sealed[] = [];
let words = "";
let wrap: Uint8Array;

/** Make what is opened later; the identity and the files are for the ordinary `age` program. */
async function prepare(): Promise<{ identity: string; files: string[] }> {
  const keyring = await makeKeyring(crypto.randomUUID());
  keys = await openKeys(keyring);
  sealed = [];
  for (let number = 0; number < LETTERS; number += 1) {
    const object = crypto.randomUUID();
    const what = { kind: "entry", object, version: 1, content: { text: TEXT, number } };
    const envelope = await sealPrivate(what, keys);
    sealed.push({ object, hash: await sha256b64(envelope), envelope });
  }
  words = drawWords();
  wrap = await wrapWithWords(keyring, words);
  return {
    identity: keyring.private[0] as string,
    files: sealed.map(({ envelope }) => b64(envelope)),
  };
}

/** As a page opens its line: the digest that the contents name, then the letter, 50 at a time. */
async function ours(): Promise<void> {
  for (let at = 0; at < sealed.length; at += PORTION) {
    await Promise.all(
      sealed.slice(at, at + PORTION).map(async ({ object, hash, envelope }) => {
        if ((await sha256b64(envelope)) !== hash) throw new Error("digest");
        await openPrivate(envelope, { kind: "entry", object, version: 1 }, keys);
      }),
    );
  }
}

/** The least that opens them. */
async function bare(): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys.privateKeys[0] as CryptoKey);
  for (const { envelope } of sealed) {
    await decrypter.decrypt(envelope);
  }
}

async function unlock(): Promise<void> {
  await openKeys(await unwrapWithWords(wrap, words, { person: keys.person }));
}

async function bareUnlock(): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(cleanWords(words));
  await decrypter.decrypt(wrap);
}

const DOING: Record<string, () => Promise<unknown>> = { prepare, ours, bare, unlock, bareUnlock };

addEventListener("message", async ({ data }: MessageEvent<string>) => {
  const began = performance.now();
  const answer = await DOING[data]?.();
  postMessage({ milliseconds: performance.now() - began, answer });
});
