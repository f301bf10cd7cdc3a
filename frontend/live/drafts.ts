// What somebody typed and did not send yet: kept on the device, until it is sent or emptied.
import { MONTH, type Store } from "./outbox.ts";

export type Fields = [string, string][];

const MARK = "draft:";

interface Draft {
  at: number;
  fields: Fields;
}

/** The drafts on this device, each under the name of what it is about. */
export class Drafts {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  of(name: string): Fields {
    return this.read(MARK + name)?.fields ?? [];
  }

  /** Keep it; a device that keeps nothing goes without. */
  put(name: string, fields: Fields, at: number): void {
    try {
      this.store.setItem(MARK + name, JSON.stringify({ at, fields }));
    } catch {
      this.remove(name);
    }
  }

  remove(name: string): void {
    this.store.removeItem(MARK + name);
  }

  /** Forget all whose name begins so. */
  forget(beginning: string): void {
    for (const key of this.keys()) {
      if (key.startsWith(MARK + beginning)) {
        this.store.removeItem(key);
      }
    }
  }

  /** Throw away what lay here for a month, and what is none. */
  tidy(now: number): void {
    for (const key of this.keys()) {
      if (!(Number(this.read(key)?.at) >= now - MONTH)) {
        this.store.removeItem(key);
      }
    }
  }

  private keys(): string[] {
    const keys = Array.from({ length: this.store.length }, (_, at) => this.store.key(at));
    return keys.filter((key): key is string => !!key?.startsWith(MARK));
  }

  private read(key: string): Draft | null {
    try {
      const found = JSON.parse(this.store.getItem(key) ?? "null") as Draft | null;
      return Array.isArray(found?.fields) ? found : null;
    } catch {
      return null;
    }
  }
}
