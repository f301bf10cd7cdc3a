/** What the tests of the worker share: a server in memory that holds envelopes, and devices. */
import "fake-indexeddb/auto";
import { logLine, makeKeyring, openKeys, sha256b64 } from "../seal/index.ts";
import { Here, today } from "../vault/here.ts";
import { change } from "../vault/ledger.ts";
import { Changed, type Server, type ServerState, type ToStore } from "../vault/server.ts";
import type { Known } from "../vault/store.ts";

export interface Kept {
  id: string;
  author: string;
  content: Uint8Array;
  to?: string;
  until: string | null;
  lasts?: number | undefined;
}

/** As much of the server as the worker can tell: who holds what, and nothing inside it. */
export class Village {
  readonly names = new Map<string, string>();
  readonly logs = new Map<string, string>();
  readonly lines: string[] = [];
  envelopes = new Map<string, Kept>();
  /** What has not reached its reader. */
  readonly held = new Set<string>();
  /** Gifts that ended before they arrived. */
  readonly missed = new Set<string>();
  /** Who is out of reach of everybody. */
  readonly away = new Set<string>();
  /** How often something was stored or fetched. */
  stored = 0;
  fetched = 0;
  /** Called before each store: to be first, or to break. */
  before: () => void | Promise<void> = () => {};

  async comes(name: string): Promise<Here> {
    const person = crypto.randomUUID();
    const keyring = await makeKeyring(person);
    this.names.set(person, name);
    this.logs.set(person, keyring.log);
    this.lines.push(await logLine(keyring, null));
    return this.device(person, keyring);
  }

  async device(person: string, keyring: Awaited<ReturnType<typeof makeKeyring>>): Promise<Here> {
    const here = await Here.begin(person, "", () => {});
    Object.assign(here, { server: this.#for(person) });
    here.keys = await openKeys(keyring);
    // The first contents are written before a line is kept, as in the browser.
    await change(here, () => ({}));
    const known = (await here.store.get("known", person)) as Known;
    await here.store.put("known", { ...known, kept: true }, person);
    return here;
  }

  #for(person: string): Server {
    const part: Partial<Server> = {
      state: async () => this.#state(person),
      people: async () =>
        [...this.names]
          .filter(([other]) => other !== person && !this.away.has(other))
          .map(([other, name]) => ({
            person: other,
            name,
            as: "",
            walks: true,
            log: this.logs.get(other) ?? null,
          })),
      fetch: async (ids: string[]) => this.#fetch(person, ids),
      store: async (envelopes: ToStore[], remove: string[] = []) =>
        this.#store(person, envelopes, remove),
      logChunk: async () => this.lines,
      wraps: async () => [],
    };
    return part as Server;
  }

  #state(person: string): ServerState {
    const all = [...this.envelopes.values()];
    const nameOf = (id = "") => this.names.get(id) ?? "";
    return {
      person,
      kept: true,
      log: this.logs.get(person) ?? null,
      own: all
        .filter(({ id, author, to }) => author === person && (!to || this.missed.has(id)))
        .map(({ id }) => id),
      received: all
        .filter(({ id, to }) => to === person && !this.held.has(id) && !this.missed.has(id))
        .map(({ id, author, until }) => ({
          id,
          from: author,
          name: nameOf(author),
          until,
          given_on: today(),
        })),
      given: all
        .filter(({ id, author, to }) => author === person && to && !this.missed.has(id))
        .map(({ id, to, until }) => ({
          id,
          to: to as string,
          name: nameOf(to),
          until,
          held: this.held.has(id),
        })),
      ways: [],
    };
  }

  #fetch(person: string, ids: string[]): Map<string, { from: string; content: Uint8Array }> {
    this.fetched += 1;
    const found = ids
      .map((id) => this.envelopes.get(id))
      .filter((one) => one && (one.author === person || one.to === person)) as Kept[];
    return new Map(found.map(({ id, author, content }) => [id, { from: author, content }]));
  }

  async #store(person: string, envelopes: ToStore[], remove: string[]): Promise<void> {
    await this.before();
    const changed: string[] = [];
    for (const { id, was } of envelopes) {
      const there = this.envelopes.get(id);
      const digest = there ? await sha256b64(there.content) : null;
      if (digest !== was || (there && there.author !== person)) changed.push(id);
    }
    if (changed.length > 0) throw new Changed(changed);
    const size = envelopes.reduce((sum, { content }) => sum + content.length, 0);
    if (envelopes.length > 50 || size > 2 * 1024 * 1024) throw new Error("too large");
    this.stored += 1;
    for (const { id, content, to, until = null, lasts, replaces } of envelopes) {
      const given = { ...(to ? { to } : {}), ...(lasts ? { lasts } : {}) };
      const former = this.envelopes.get(replaces ?? "");
      if (replaces && former?.to !== to) throw new Changed([id]);
      const ends = former ? { until: former.until, lasts: former.lasts } : { until };
      this.envelopes.set(id, { id, author: person, content, ...given, ...ends });
      if (replaces && this.held.delete(replaces)) this.held.add(id);
    }
    for (const id of remove) {
      if (this.envelopes.get(id)?.author === person) this.envelopes.delete(id);
    }
  }
}

/** Everything the browser of this device stored, as text: to look for words in. */
export async function onDisk(here: Here): Promise<string> {
  const places = await here.store.getAll("index");
  return places.map((bytes) => new TextDecoder("latin1").decode(bytes)).join("\n");
}
