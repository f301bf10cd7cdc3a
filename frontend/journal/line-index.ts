// What this device knows of a line without opening its letters: how each begins, which is little
// and is there first, and all its words, to search in.
import { type Content, firstLine, partsOf } from "./content.ts";
import { Plain, plainOf, type Searchable } from "./search.ts";
import { Shards } from "./shards.ts";

/** What is in one shard, at most: more would be sealed anew for one changed word. */
export const ROOM = {
  firsts: { objects: 2000, bytes: 512 * 1024 },
  texts: { objects: 200, bytes: 512 * 1024 },
};

/** Letters made ready before others go first. */
const AT_ONCE = 50;

export class Index {
  firsts = new Shards(ROOM.firsts);
  /** Empty until they were asked for. */
  texts = new Shards(ROOM.texts);
  /** What did not open when it was tried last: nothing waits for it. */
  closed = new Set<string>();
  readonly #searchable = new Map<string, Plain>();

  /** How a letter begins; empty when it has no words, nothing when it is not known. */
  first(object: string): string | null {
    return this.firsts.get(object)?.[1] ?? null;
  }

  /** The words of a letter, once the texts are there. */
  text(object: string): Searchable | null {
    const [, plain = null] = this.texts.get(object) ?? [];
    if (plain === null) {
      return null;
    }
    const known = this.#searchable.get(object) ?? new Plain(plain);
    this.#searchable.set(object, known);
    return known;
  }

  /** Make the words ready to be looked through, a few at a time: `rest` lets others go first, `goesOn` says when it is over. */
  async makeReady(rest: () => Promise<void>, goesOn: () => boolean): Promise<void> {
    for (const [count, object] of this.texts.objects().entries()) {
      if (count % AT_ONCE === 0) await rest();
      if (!goesOn()) return;
      void this.text(object)?.words;
    }
  }

  /** Whether something is to be kept anew. */
  get isChanged(): boolean {
    return this.firsts.isChanged || this.texts.isChanged;
  }

  /** The newest of one letter; replaces what was there. `hash` is of its envelope. */
  put(object: string, hash: string, content: Content): void {
    this.#searchable.delete(object);
    this.firsts.put(object, [hash, firstLine(content)]);
    this.texts.put(object, [hash, plainOf(partsOf(content).join(" · "))]);
  }

  /** Drop what is not listed, or listed with another hash; says whose beginning is not known. */
  fit(listed: Record<string, { hash: string }>): string[] {
    return this.#fit(this.firsts, listed);
  }

  /** The same for the words, once they are there. */
  fitTexts(listed: Record<string, { hash: string }>): string[] {
    return this.#fit(this.texts, listed);
  }

  #fit(rows: Shards, listed: Record<string, { hash: string }>): string[] {
    for (const object of rows.objects()) {
      if (!Object.hasOwn(listed, object) || listed[object]?.hash !== rows.get(object)?.[0]) {
        rows.drop(object);
        this.#searchable.delete(object);
      }
    }
    return Object.keys(listed).filter((object) => !rows.get(object));
  }
}
