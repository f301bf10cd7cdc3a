// What stays in this browser (IndexedDB), by person. Nothing here can be read without a key that
// the browser does not give out, but for what the server knows anyway.
import { type DBSchema, type IDBPDatabase, openDB, type StoreValue } from "idb";
import type { OpenKeys } from "../seal/index.ts";

/** A keyring closed with a key of this device only: the line before it is kept. */
export interface OnDevice {
  key: CryptoKey;
  nonce: Uint8Array;
  content: Uint8Array;
  /** The day it was last used here (YYYY-MM-DD). */
  usedOn: string;
}

/** Keys that are open, waiting for the next page. They can be used and not taken out. */
export interface AtHand {
  keys: OpenKeys;
  /** When they are dropped (milliseconds since 1970). */
  until: number;
  remembered: boolean;
}

/** What this device knows of the line, open or closed: the ground to refuse something older on. */
export interface Known {
  keyring: string;
  counter: number;
  /** Its id in the key log, which a line begun anew does not have. */
  log?: string;
  /** Of the contents: version, and digest of the envelope. */
  version: number;
  hash: string;
  /** Whether the line is kept, so that keys are published. */
  kept: boolean;
  /** The newest keys (a counter) under which contents were seen: none of former keys come after. */
  sealed?: number;
  /** Of new keys: the line for the key log, while the server does not have it. */
  line?: string;
}

/** What was being typed, sealed to oneself or closed with a key of this device. */
export interface Draft {
  sealed: Uint8Array;
  nonce?: Uint8Array;
  key?: CryptoKey;
  /** When it was kept last (milliseconds since 1970). */
  at?: number;
}

/** A key for one request to a trusted contact; it can be used and not taken out. */
export interface OneTime {
  key: CryptoKey;
  recipient: string;
  request: string;
}

interface Tables extends DBSchema {
  device: { key: string; value: OnDevice };
  open: { key: string; value: AtHand };
  known: { key: string; value: Known };
  log: { key: string; value: string[] };
  drafts: { key: string; value: Draft };
  /** The one-time key of a request to a trusted contact. */
  asking: { key: string; value: OneTime };
  /** person/shard → words to search in, sealed to oneself. */
  index: { key: string; value: Uint8Array };
}

export type Store = IDBPDatabase<Tables>;

export const TABLES = ["device", "open", "known", "log", "drafts", "index", "asking"] as const;

/** On disk before it counts: without such a row a line opens nowhere, or an older one is taken. */
export async function putForGood<T extends "device" | "known">(
  store: Store,
  table: T,
  value: StoreValue<Tables, T>,
  person: string,
): Promise<void> {
  const writing = store.transaction(table, "readwrite", { durability: "strict" });
  await Promise.all([writing.store.put(value, person), writing.done]);
}

/** Open this browser's store. The page and the worker share it. */
export function openStore(): Promise<Store> {
  return openDB<Tables>("hartlijn", 3, {
    upgrade(store) {
      for (const table of TABLES) {
        if (!store.objectStoreNames.contains(table)) {
          store.createObjectStore(table);
        }
      }
    },
    // A page with a newer version of this waits for nobody; this one opens anew when it is loaded.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
}
