/** The public keys of everybody who kept their line, in the order of publishing. */
import { sha256 } from "@noble/hashes/sha2.js";
import { identityToRecipient } from "age-encryption";
import { type Bytes, b64, join, own, unb64, utf8 } from "./bytes.ts";
import { signingKey, signingPublic, verifies } from "./keyring.ts";
import { like, one, parse, uuid } from "./shape.ts";
import type { Keyring, PublicKeys } from "./types.ts";

interface Line {
  text: string;
  keys: PublicKeys;
  follows: string | null;
  hash: string;
  signed: Bytes;
  signature: Bytes;
}

const KEY = /^[\w-]{43}$/; // 32 bytes in base64url
const SHAPE = {
  v: one,
  id: uuid,
  sharing: like(/^age1[02-9ac-hj-np-z]{58}$/),
  signing: like(KEY),
  follows: (value: unknown) => value === null || like(KEY)(value),
};

const toSign = (entry: Uint8Array): Bytes => join(utf8("hartlijn key log v1\n"), entry);

/**
 * A line for the log with the current public keys of a keyring. `follows` is the former line with
 * the same id, as it stands in the log: the key in it signs the new one.
 */
export async function logLine(keyring: Keyring, follows: string | null): Promise<string> {
  const seed = keyring.signing[0] as string;
  const entry = utf8(
    JSON.stringify({
      v: 1,
      id: keyring.log,
      sharing: await identityToRecipient(keyring.sharing[0] as string),
      signing: await signingPublic(seed),
      follows: follows === null ? null : hashOf(follows),
    }),
  );
  const signer = await signingKey(follows === null ? seed : await formerSeed(keyring, follows));
  const signature = await crypto.subtle.sign("Ed25519", signer, toSign(entry));
  return `${b64(entry)}.${b64(new Uint8Array(signature))}`;
}

/** The log as one browser holds it. It only grows. */
export class KeyLog {
  readonly lines: string[] = [];
  private readonly heads: Uint8Array[] = [new Uint8Array(32)];
  private readonly byId = new Map<string, Line[]>();
  private readonly chains = new Map<string, Promise<Line[]>>();

  static empty(): KeyLog {
    return new KeyLog();
  }

  static async from(saved: { lines: string[] }): Promise<KeyLog> {
    const log = new KeyLog();
    await log.append(saved.lines);
    return log;
  }

  get size(): number {
    return this.lines.length;
  }

  get head(): string {
    return this.headAt(this.size);
  }

  /** The head after so many lines; throws where the log is shorter. */
  headAt(size: number): string {
    const head = this.heads[size];
    if (!head) throw new RangeError("The log is shorter.");
    return b64(head);
  }

  /** Whether this log goes on from what somebody knew of it. */
  continues(known: { size: number; head: string }): boolean {
    return known.size <= this.size && this.headAt(known.size) === known.head;
  }

  async append(lines: string[]): Promise<void> {
    for (const line of lines) {
      const before = this.heads[this.size] as Uint8Array;
      this.heads.push(sha256(join(before, sha256(utf8(line)))));
      this.lines.push(line);
      const read = readLine(line);
      if (!read) continue;
      const { id } = read.keys;
      if (!this.byId.get(id)?.push(read)) this.byId.set(id, [read]);
      this.chains.delete(id);
    }
  }

  /**
   * The newest keys under an id, or nothing.
   *
   * Signatures are checked here and not when lines come in. That is sound because whether a line
   * counts depends on the lines with the same id and on nothing else, and no line is believed
   * before it went through here; the heads cover every line, also those that do not count.
   */
  async keysOf(id: string): Promise<PublicKeys | null> {
    return (await this.newestOf(id))?.keys ?? null;
  }

  /** The newest line under an id, which the next line of its owner follows. */
  async lineOf(id: string): Promise<string | null> {
    return (await this.newestOf(id))?.text ?? null;
  }

  /** Whether these keys were the ones under their id, and signed the others that are there now. */
  async replaced({ id, sharing, signing }: PublicKeys): Promise<boolean> {
    const former = (await this.chainOf(id)).slice(0, -1);
    return former.some(({ keys }) => keys.sharing === sharing && keys.signing === signing);
  }

  private async newestOf(id: string): Promise<Line | null> {
    return (await this.chainOf(id)).at(-1) ?? null;
  }

  private chainOf(id: string): Promise<Line[]> {
    const known = this.chains.get(id) ?? chainOf(this.byId.get(id) ?? []);
    this.chains.set(id, known);
    return known;
  }
}

/** The lines that count, each signed by the one before it. */
async function chainOf(lines: Line[]): Promise<Line[]> {
  const chain: Line[] = [];
  for (const line of lines) {
    const newest = chain.at(-1);
    if (line.follows !== (newest?.hash ?? null)) continue;
    const signer = newest?.keys.signing ?? line.keys.signing;
    if (await verifies(signer, line.signature, line.signed).catch(() => false)) chain.push(line);
  }
  return chain;
}

function readLine(line: string): Line | null {
  try {
    const [entry = "", signature = "", ...more] = line.split(".");
    if (more.length > 0) return null;
    const bytes = unb64(entry);
    const { id, sharing, signing, follows } = parse(bytes, SHAPE) as unknown as PublicKeys & Line;
    return {
      text: line,
      keys: { id, sharing, signing },
      follows,
      hash: hashOf(line),
      signed: toSign(bytes),
      signature: unb64(signature),
    };
  } catch {
    return null;
  }
}

const hashOf = (line: string): string => b64(own(sha256(utf8(line))));

async function formerSeed(keyring: Keyring, follows: string): Promise<string> {
  const signer = readLine(follows)?.keys.signing;
  for (const seed of keyring.signing) if ((await signingPublic(seed)) === signer) return seed;
  throw new Error("The former line is not of this keyring.");
}
