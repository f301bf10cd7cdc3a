// The contents of a line (docs/seal.md, 4): what there is, given, received, and whose keys are known.

export interface Listed {
  kind: string;
  version: number;
  hash: string;
  day: string;
}

export interface GivenTo {
  of: string;
  version: number;
  to: string;
  log: string;
  until: string | null;
  hash: string;
}

export interface Pin {
  name: string;
  log: string;
  keys: string;
  compared: string | null;
}

/** A gift that waits until the other has keys. */
export interface WaitingFor {
  of: string;
  to: string;
  until: string | null;
}

export interface Contents {
  objects: Record<string, Listed>;
  given: Record<string, GivenTo>;
  waiting: WaitingFor[];
  received: Record<string, { author: string; version: number; hash: string }>;
  pins: Record<string, Pin>;
  log: { size: number; head: string };
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
