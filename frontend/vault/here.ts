// What the worker holds while a page is open: whose line it is, and the keys while they are open.
import type { Index } from "../journal/line-index.ts";
import type { KeyLog, Keyring, OpenKeys } from "../seal/index.ts";
import type { Contents } from "./contents.ts";
import type { Stuck, ToPage } from "./protocol.ts";
import { Refusal } from "./refusal.ts";
import { Server, type ServerState, type Wrap } from "./server.ts";
import { openStore, type Store } from "./store.ts";

/** What sealing to oneself needs of keys that are gone. */
export type SealsTo = Pick<OpenKeys, "keyring" | "contents" | "privateRecipient">;

/** The contents as last seen, with the digest of their envelope (`null`: not on the server). */
export interface Seen {
  contents: Contents;
  version: number;
  hash: string | null;
}

/** Milliseconds for which what the server said still holds while a page opens. */
const MOMENT = 3000;

export class Here {
  #looked: { at: number; state: ServerState } | null = null;
  readonly person: string;
  readonly server: Server;
  readonly store: Store;
  readonly tell: (message: ToPage) => void;

  keys: OpenKeys | null = null;
  /** Whose line was open on this page, enough to seal to it: never stored, and opens nothing. */
  closed: SealsTo | null = null;
  seen: Seen | null = null;
  log: KeyLog | null = null;
  /** Whether the own keys were found unchanged in the key log since opening. */
  checked = false;
  /** Open in full only between a secret that was typed and the step that needed it. */
  keyring: Keyring | null = null;
  /** How each letter begins, and then its words, once they were asked for: one and the same index. */
  index: Promise<Index> | null = null;
  texts: Promise<Index> | null = null;
  /** What this page could not seal anew, by id; `null`: it is not its turn, and nobody is told. */
  readonly stuck = new Map<string, Stuck | null>();
  /** By person: the fingerprint whose words this page showed, to compare. */
  readonly shown = new Map<string, string>();
  /** What was drawn and is to be typed back. */
  drawn = "";
  /** The keyring as it is closed with that, under its id: sent again after a lost answer. */
  wrapped: Pick<Wrap, "id" | "content"> | null = null;

  private constructor(
    person: string,
    server: Server,
    store: Store,
    tell: (message: ToPage) => void,
  ) {
    this.person = person;
    this.server = server;
    this.store = store;
    this.tell = tell;
  }

  static async begin(person: string, csrf: string, tell: (message: ToPage) => void): Promise<Here> {
    return new Here(person, new Server(csrf), await openStore(), tell);
  }

  /** The open keys; refuses when the line is closed. */
  needKeys(): OpenKeys {
    if (!this.keys) {
      throw new Refusal("locked");
    }
    return this.keys;
  }

  /** The server's state, for this account and no other. */
  async serverState(): Promise<ServerState> {
    const state = await this.server.state();
    if (state.person !== this.person) {
      throw new Refusal("signed-out");
    }
    this.#looked = { at: performance.now(), state };
    return state;
  }

  /** The same as looked at a moment ago: a page asks for several things as it opens. */
  async recentState(): Promise<ServerState> {
    return this.#looked && this.lookedJustNow ? this.#looked.state : this.serverState();
  }

  /** Whether the server was looked at a moment ago, and nothing was changed since. */
  get lookedJustNow(): boolean {
    return this.#looked !== null && performance.now() - this.#looked.at < MOMENT;
  }

  /** After a change of our own, what was looked at is old. */
  changed(): void {
    this.#looked = null;
  }

  /** Whether the line is kept, as far as this device knows: then keys may be shown to others. */
  async needKept(): Promise<void> {
    if (!(await this.store.get("known", this.person))?.kept) {
      throw new Refusal("unkept");
    }
  }

  /** A new way to open is made: the keyring is closed again. */
  done(): void {
    this.keyring = null;
    this.drawn = "";
    this.wrapped = null;
  }

  /** Forget everything that was open. */
  forget(): void {
    if (this.keys) {
      const { keyring, contents, privateRecipient } = this.keys;
      this.closed = { keyring, contents, privateRecipient };
    }
    this.keys = null;
    this.changed();
    this.seen = null;
    this.checked = false;
    this.index = null;
    this.texts = null;
    this.shown.clear();
    this.stuck.clear();
    this.done();
  }
}

/** Whether something given until this day has ended. */
export function isOver(until: string | null): boolean {
  return until !== null && until <= today();
}

/** Today where this device is, or so many days later (YYYY-MM-DD). */
export function today(later = 0): string {
  const now = new Date();
  now.setDate(now.getDate() + later);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
