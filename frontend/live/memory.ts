// What a browser keeps, for tests: it can be full.
import type { Store } from "./outbox.ts";

export class Memory implements Store {
  kept = new Map<string, string>();
  full = false;

  get length(): number {
    return this.kept.size;
  }

  key(at: number): string | null {
    return [...this.kept.keys()][at] ?? null;
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.full) {
      throw new Error("QuotaExceededError");
    }
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }
}
