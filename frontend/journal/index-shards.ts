// What can be searched, by object, and how it is cut into shards: letters to oneself that stay on
// this device. No keys and no storage here.
import { type Content, firstLine, partsOf } from "./content.ts";
import { type Searchable, searchable } from "./search.ts";

/** What is in one shard, at most: more would be sealed anew for one changed word. */
export const SHARD = { objects: 200, bytes: 512 * 1024 };
/** Another number: written by another version of this file, and made anew. */
const VERSION = 1;

/** One letter as it can be found. `hash` is of its envelope: another one is another text. */
export interface Indexed extends Searchable {
  hash: string;
  first: string;
}

/** As it stands in a shard: hash, first line, text. */
type Row = [string, string, string];

interface Shard {
  objects: Set<string>;
  bytes: number;
}

interface Kept extends Indexed {
  shard: string;
  bytes: number;
}

export class Index {
  readonly #found = new Map<string, Kept>();
  readonly #shards = new Map<string, Shard>();
  readonly #changed = new Set<string>();

  get(object: string): Indexed | undefined {
    return this.#found.get(object);
  }

  /** The newest of one letter; replaces what was there. */
  put(object: string, hash: string, content: Content): void {
    const before = this.#found.get(object)?.shard;
    this.drop(object);
    const row: Row = [hash, firstLine(content), searchable(partsOf(content).join(" · ")).plain];
    this.#settle(object, row, this.#roomFor(sizeOf(row), before));
  }

  drop(object: string): void {
    const before = this.#found.get(object);
    const shard = this.#shards.get(before?.shard ?? "");
    if (before && shard) {
      this.#found.delete(object);
      shard.objects.delete(object);
      shard.bytes -= before.bytes;
      this.#changed.add(before.shard);
    }
  }

  /** Drop what is not listed, or listed with another hash; says what is listed and not here. */
  fit(listed: Record<string, { hash: string }>): string[] {
    for (const [object, { hash }] of [...this.#found]) {
      if (!Object.hasOwn(listed, object) || listed[object]?.hash !== hash) {
        this.drop(object);
      }
    }
    return Object.keys(listed).filter((object) => !this.#found.has(object));
  }

  /** Take up a shard that was kept. One that is not right is empty, and goes. */
  load(shard: string, content: Record<string, unknown>): void {
    const rows = content.v === VERSION ? rowsOf(content.rows) : [];
    this.#shards.set(shard, { objects: new Set(), bytes: 0 });
    // Two windows may each have kept it: one is enough.
    const fresh = rows.filter(([object]) => !this.#found.has(object));
    for (const [object, row] of fresh) {
      this.#settle(object, row, shard);
    }
    if (fresh.length > 0 && fresh.length === rows.length) {
      this.#changed.delete(shard);
    } else {
      this.#changed.add(shard);
    }
  }

  /** Shards to keep anew: what is in them, or `null` for one that is empty by now. */
  changes(): [string, { v: number; rows: Record<string, Row> } | null][] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed.map((shard) => [shard, this.#rows(shard)]);
  }

  #rows(shard: string): { v: number; rows: Record<string, Row> } | null {
    const objects = [...(this.#shards.get(shard)?.objects ?? [])];
    if (objects.length === 0) {
      this.#shards.delete(shard);
      return null;
    }
    const rows = objects.map((object): [string, Row] => {
      const { hash, first, plain } = this.#found.get(object) as Kept;
      return [object, [hash, first, plain]];
    });
    return { v: VERSION, rows: Object.fromEntries(rows) };
  }

  #settle(object: string, row: Row, name: string): void {
    const [hash, first, plain] = row;
    const bytes = sizeOf(row);
    const shard = this.#shards.get(name) as Shard;
    shard.objects.add(object);
    shard.bytes += bytes;
    this.#found.set(object, { hash, first, ...searchable(plain), shard: name, bytes });
    this.#changed.add(name);
  }

  /** A shard with room, the former one first; else a new one. */
  #roomFor(bytes: number, before = ""): string {
    for (const name of [before, ...this.#shards.keys()]) {
      const shard = this.#shards.get(name);
      if (shard && shard.objects.size < SHARD.objects && shard.bytes + bytes <= SHARD.bytes) {
        return name;
      }
    }
    const fresh = crypto.randomUUID();
    this.#shards.set(fresh, { objects: new Set(), bytes: 0 });
    return fresh;
  }
}

/** Bytes in the shard, its id and commas with it. */
function sizeOf(row: Row): number {
  return new TextEncoder().encode(JSON.stringify(row)).length + 40;
}

function rowsOf(value: unknown): [string, Row][] {
  return typeof value === "object" && value ? Object.entries(value as Record<string, Row>) : [];
}
