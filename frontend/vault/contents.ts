// The contents of a line (docs/seal.md, 4): what there is, given, received, and whose keys are known.
import type { Repeated } from "../journal/listing.ts";

export interface Listed extends Repeated {
  kind: string;
  version: number;
  hash: string;
  day: string;
  /** Of an answer: the gift it answers. */
  to?: string;
}

export interface GivenTo {
  of: string;
  version: number;
  to: string;
  log: string;
  until: string | null;
  hash: string;
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
  copy?: { id: string; version: number; hash: string };
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
