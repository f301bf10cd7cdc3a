/** What the tests share: three people with keys, and what a refusal looks like. */
import assert from "node:assert/strict";
import { close } from "./envelope.ts";
import { SealError } from "./errors.ts";
import { makeKeyring, openKeys, publicKeys } from "./keyring.ts";
import type { Draft, Keyring, OpenKeys, PublicKeys } from "./types.ts";

export interface Somebody {
  keyring: Keyring;
  keys: OpenKeys;
  known: PublicKeys;
}

/** Somebody with new keys. */
export async function somebody(): Promise<Somebody> {
  return withKeyring(await makeKeyring(crypto.randomUUID()));
}

export async function withKeyring(keyring: Keyring): Promise<Somebody> {
  const keys = await openKeys(keyring);
  return { keyring, keys, known: publicKeys(keys) };
}

export const noor = await somebody();
export const sam = await somebody();
export const mallory = await somebody();

/** Something to seal. */
export function draft(object: string = crypto.randomUUID()): Draft & { content: { text: string } } {
  return { kind: "entry", object, version: 3, content: { text: "Vandaag ging het beter." } };
}

/** It refuses, and says exactly as little as it always says. */
export async function refuses(promise: Promise<unknown>, why: string): Promise<void> {
  const told = (error: unknown) =>
    error instanceof SealError && error.message === new SealError().message && !error.cause;
  await assert.rejects(promise, told, `not refused: ${why}`);
}

/** An envelope around any plaintext, for somebody's private or sharing recipient. */
export const enclose = (plaintext: Uint8Array, ...recipients: string[]): Promise<Uint8Array> =>
  close(plaintext, recipients);

/** A copy with one bit changed. */
export function flipped(bytes: Uint8Array, at: number, bit = at % 8): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] as number) ^ (1 << bit);
  return changed;
}
