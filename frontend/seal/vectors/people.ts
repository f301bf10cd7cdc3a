/** Noor, Sam and Mallory with keys that are the same each time. Never use them for anything. */
import { bech32 } from "@scure/base";
import { b64, sha256b64, unb64, utf8 } from "../bytes.ts";
import { fingerprint } from "../fingerprint.ts";
import { openKeys, publicKeys } from "../keyring.ts";
import type { Keyring, OpenKeys } from "../types.ts";
import { wordsOf } from "../words.ts";
import type { Person } from "./shape.ts";

const bytesOf = async (name: string) => unb64(await sha256b64(utf8(`hartlijn vectors ${name}`)));

/** An id that looks random, for a name. */
export async function idOf(name: string): Promise<string> {
  const hex = Array.from((await bytesOf(name)).subarray(0, 16), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  const parts = [8, 12, 16, 20, 32].map((end, at) => hex.slice([0, 8, 12, 16, 20][at], end));
  return [parts[0], parts[1], `4${parts[2]?.slice(1)}`, `8${parts[3]?.slice(1)}`, parts[4]].join(
    "-",
  );
}

const identity = async (name: string) =>
  bech32.encodeFromBytes("AGE-SECRET-KEY-", await bytesOf(name)).toUpperCase();

export interface Invented extends Person {
  keys: OpenKeys;
}

/** Somebody with as many generations of keys. */
export async function invented(name: string, generations = 1): Promise<Invented> {
  const numbers = Array.from({ length: generations }, (_, at) => generations - at);
  const each = (use: string) => Promise.all(numbers.map((at) => identity(`${name} ${use} ${at}`)));
  const keyring: Keyring = {
    v: 1,
    keyring: await idOf(`${name} keyring`),
    person: await idOf(`${name} person`),
    counter: generations,
    private: await each("private"),
    sharing: await each("sharing"),
    signing: await Promise.all(
      numbers.map(async (at) => b64(await bytesOf(`${name} signing ${at}`))),
    ),
    contents: await idOf(`${name} contents`),
    log: await idOf(`${name} log`),
  };
  const keys = await openKeys(keyring);
  const known = publicKeys(keys);
  const print = await fingerprint(known);
  return {
    keyring,
    public: known,
    private: keys.privateRecipient,
    fingerprint: print,
    words: wordsOf(print),
    keys,
  };
}
