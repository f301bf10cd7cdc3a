// Rows of the index, cut into shards: letters to oneself that stay on this device. No keys and no
// storage here, and no knowledge of what stands in a row.

/** The digest of the envelope that it was made of, and what is kept of it. */
export type Row = [hash: string, text: string];

export interface Room {
  objects: number;
  bytes: number;
}

/** Another number: written by another version of these files, and made anew. */
const VERSION = 2;

interface Shard {
  objects: Set<string>;
  /** Counted when something may be put in it: `null` until then. */
  bytes: number | null;
}

export type ShardContent = { v: number; rows: Record<string, Row> };

export class Shards {
  readonly #room: Room;
  readonly #rows = new Map<string, { row: Row; shard: string }>();
  readonly #shards = new Map<string, Shard>();
  readonly #changed = new Set<string>();

  constructor(room: Room) {
    this.#room = room;
  }

  get(object: string): Row | undefined {
    return this.#rows.get(object)?.row;
  }

  /** Whether something is to be kept anew. */
  get isChanged(): boolean {
    return this.#changed.size > 0;
  }

  objects(): string[] {
    return [...this.#rows.keys()];
  }

  /** Replaces what was there. */
  put(object: string, row: Row): void {
    const before = this.#rows.get(object)?.shard;
    this.drop(object);
    this.#settle(object, row, this.#roomFor(sizeOf(row), before));
  }

  drop(object: string): void {
    const before = this.#rows.get(object);
    this.#rows.delete(object);
    const shard = this.#shards.get(before?.shard ?? "");
    if (before && shard) {
      shard.objects.delete(object);
      if (shard.bytes !== null) shard.bytes -= sizeOf(before.row);
      this.#changed.add(before.shard);
    }
  }

  /** Take up a shard that was kept. One that is not right is empty, and goes. */
  load(shard: string, content: Record<string, unknown>): void {
    const rows = content.v === VERSION ? rowsOf(content.rows) : [];
    this.#shards.set(shard, { objects: new Set(), bytes: null });
    // Two windows may each have kept it: one is enough.
    const fresh = rows.filter(([object]) => !this.#rows.has(object));
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
  changes(): [string, ShardContent | null][] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed.map((shard) => [shard, this.#contentOf(shard)]);
  }

  #contentOf(shard: string): ShardContent | null {
    const objects = [...(this.#shards.get(shard)?.objects ?? [])];
    if (objects.length === 0) {
      this.#shards.delete(shard);
      return null;
    }
    const rows = objects.map((object) => [object, this.get(object) as Row] as const);
    return { v: VERSION, rows: Object.fromEntries(rows) };
  }

  #settle(object: string, row: Row, name: string): void {
    const shard = this.#shards.get(name) as Shard;
    shard.objects.add(object);
    if (shard.bytes !== null) shard.bytes += sizeOf(row);
    this.#rows.set(object, { row, shard: name });
    this.#changed.add(name);
  }

  /** A shard with room, the former one first; else a new one. */
  #roomFor(bytes: number, before = ""): string {
    for (const name of [before, ...this.#shards.keys()]) {
      const shard = this.#shards.get(name);
      const room = shard && shard.objects.size < this.#room.objects;
      if (room && this.#bytesOf(shard) + bytes <= this.#room.bytes) {
        return name;
      }
    }
    const fresh = crypto.randomUUID();
    this.#shards.set(fresh, { objects: new Set(), bytes: 0 });
    return fresh;
  }

  #bytesOf(shard: Shard): number {
    shard.bytes ??= [...shard.objects].reduce(
      (sum, object) => sum + sizeOf(this.get(object) as Row),
      0,
    );
    return shard.bytes;
  }
}

/** Bytes in the shard, its id and commas with it. */
function sizeOf(row: Row): number {
  return new TextEncoder().encode(JSON.stringify(row)).length + 40;
}

function rowsOf(value: unknown): [string, Row][] {
  return typeof value === "object" && value ? Object.entries(value as Record<string, Row>) : [];
}
