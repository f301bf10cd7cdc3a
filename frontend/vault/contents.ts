// The contents of a line (docs/seal.md, 4): what there is, given, received, and whose keys are known.
import type { Repeated } from "../journal/listing.ts";
import type { OpenKeys } from "../seal/index.ts";

/** With which keys of the line something is sealed: the counter of the keyring; absent: the first. */
export interface SealedBy {
  by?: number;
}

export interface Listed extends Repeated, SealedBy {
  kind: string;
  version: number;
  hash: string;
  day: string;
  /** Of an answer: the gift it answers. */
  to?: string;
}

export interface GivenTo extends SealedBy {
  of: string;
  version: number;
  to: string;
  log: string;
  until: string | null;
  hash: string;
  /** The fingerprint it is sealed to; of what was given before this was written down: absent. */
  keys?: string;
  /** Of a gift of one sentence: how that begins. A letter can be given whole and by sentence. */
  part?: string;
}

/** A gift of mine that is no more: answers to it are still answers to what I wrote. */
export interface Former {
  of: string;
  to: string;
}

/** Something of somebody else that was opened here. `answers`: the gift that it answers. */
export interface SeenOfOthers {
  author: string;
  /** The person it came from; of what was read before this was written down it is absent. */
  from?: string;
  version: number;
  hash: string;
  answers?: string;
  /** It is a message of a thread. */
  message?: true;
}

export interface Pin {
  name: string;
  log: string;
  keys: string;
  compared: string | null;
}

/** A gift that waits until the other has keys, and then for a press. */
export interface WaitingFor {
  of: string;
  to: string;
  until: string | null;
  /** What was chosen, sealed to oneself; of a gift that waited before there were copies: absent. */
  copy?: { id: string; version: number; hash: string } & SealedBy;
  part?: string;
}

export interface Contents {
  objects: Record<string, Listed>;
  given: Record<string, GivenTo>;
  waiting: WaitingFor[];
  received: Record<string, SeenOfOthers>;
  pins: Record<string, Pin>;
  log: { size: number; head: string };
  former?: Record<string, Former>;
}

/** The contents of a line on which nothing was written. */
export function empty(): Contents {
  return {
    objects: {},
    given: {},
    waiting: [],
    received: {},
    pins: {},
    log: { size: 0, head: "" },
  };
}

/** What the contents say of something sealed now. */
export const sealedBy = ({ counter }: OpenKeys): SealedBy => (counter > 1 ? { by: counter } : {});

/** Whether it is sealed with keys that were replaced since. */
export const isOfFormerKeys = ({ by = 1 }: SealedBy, { counter }: OpenKeys) => by < counter;

/** The gifts of one object, and those that wait. */
export function giftsOf(contents: Contents, object: string): [string, GivenTo][] {
  return Object.entries(contents.given).filter(([, gift]) => gift.of === object);
}

/** These do not wait any more. Gives the copies that can go. */
export function stopWaiting(contents: Contents, which: (one: WaitingFor) => boolean): string[] {
  const copies = contents.waiting.filter(which).flatMap(({ copy }) => copy?.id ?? []);
  contents.waiting = contents.waiting.filter((one) => !which(one));
  return copies;
}

/** A gift ends; what was answered to it keeps its place. */
export function endGift(contents: Contents, id: string): void {
  const gift = contents.given[id];
  if (gift) {
    contents.former = { ...contents.former, [id]: { of: gift.of, to: gift.to } };
    delete contents.given[id];
  }
}
