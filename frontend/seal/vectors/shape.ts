/** What is in a file of vectors: see README.md. */
import type { Keyring, Letter, PublicKeys } from "../types.ts";

export interface Person {
  keyring: Keyring;
  public: PublicKeys;
  private: string;
  fingerprint: string;
  words: string;
}

export interface Wrap {
  way: "words" | "code" | "passkey";
  of: string;
  secret?: string;
  first?: string;
  second?: string;
  wrap: string;
}

export interface Refused {
  name: string;
  way: "private" | "shared" | "words";
  by: string;
  author?: string;
  expected: Record<string, unknown>;
  secret?: string;
  envelope: string;
}

export interface Vectors {
  people?: Record<string, Person>;
  wraps?: Wrap[];
  codes?: { bytes: string; code: string; shown: string }[];
  private?: { name: string; of: string; envelope: string; letter: Letter }[];
  shared?: { name: string; author: string; readers: string[]; envelope: string; letter: Letter }[];
  log?: { lines: string[]; heads: string[]; keys: Record<string, PublicKeys | null> };
  refused?: Refused[];
}
