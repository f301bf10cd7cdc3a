// What can be searched, by object, and how it is cut into shards: letters to oneself that stay on
// this device. No keys and no storage here.
import { type Content, firstLine, partsOf } from "./content.ts";
import { Plain, plainOf, type Searchable } from "./search.ts";

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
  /** Counted when something may be put in it: `null` until then. */
  bytes: number | null;
}

class Kept extends Plain implements Indexed {
  readonly hash: string;
  readonly first: string;
  readonly shard: string;

  constructor([hash, first, plain]: Row, shard: string) {
    super(plain);
    this.hash = hash;
    this.first = first;
    this.shard = shard;
  }

  get row(): Row {
    return [this.hash, this.first, this.plain];
  }
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
    const row: Row = [hash, firstLine(content), plainOf(partsOf(content).join(" · "))];
    this.#settle(object, row, this.#roomFor(sizeOf(row), before));
  }

  drop(object: string): void {
    const before = this.#found.get(object);
    const shard = this.#shards.get(before?.shard ?? "");
    if (before && shard) {
      this.#found.delete(object);
      shard.objects.delete(object);
      if (shard.bytes !== null) shard.bytes -= sizeOf(before.row);
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
    this.#shards.set(shard, { objects: new Set(), bytes: null });
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
    const rows = objects.map((object) => [object, this.#found.get(object)?.row as Row] as const);
    return { v: VERSION, rows: Object.fromEntries(rows) };
  }

  #settle(object: string, row: Row, name: string): void {
    const shard = this.#shards.get(name) as Shard;
    shard.objects.add(object);
    if (shard.bytes !== null) shard.bytes += sizeOf(row);
    this.#found.set(object, new Kept(row, name));
    this.#changed.add(name);
  }

  #bytesOf(shard: Shard): number {
    shard.bytes ??= [...shard.objects].reduce(
      (sum, object) => sum + sizeOf(this.#found.get(object)?.row as Row),
      0,
    );
    return shard.bytes;
  }

  /** A shard with room, the former one first; else a new one. */
  #roomFor(bytes: number, before = ""): string {
    for (const name of [before, ...this.#shards.keys()]) {
      const shard = this.#shards.get(name);
      const room = shard && shard.objects.size < SHARD.objects;
      if (room && this.#bytesOf(shard) + bytes <= SHARD.bytes) {
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
