// What the worker asks of the server: bytes, and who may fetch them. Its answers are not trusted.
import { b64, unb64 } from "../seal/index.ts";
import { uuid } from "../seal/shape.ts";
import { type Item, pack, unpack } from "./parcel.ts";
import { WAYS, type Way } from "./protocol.ts";
import { Refusal } from "./refusal.ts";

const API = "/vault/api/";

/** What the server says there is. */
export interface ServerState {
  person: string;
  kept: boolean;
  log: string | null;
  /** Made for nobody else; also what was given and never arrived, whatever the reason. */
  own: string[];
  received: { id: string; from: string; name: string; until: string | null; given_on: string }[];
  /** `held`: it has not reached its reader yet, and can be changed or taken back unseen. */
  given: { id: string; to: string; name: string; until: string | null; held: boolean }[];
  ways: { id: string; way: Way; label: string; made_on: string }[];
}

/** A keyring as the server keeps it: closed. */
export interface Wrap {
  id: string;
  way: Way;
  label: string;
  madeOn: string;
  content: Uint8Array;
}

/** An envelope to store; `was` is the digest of the one it replaces, `null` when it is new. */
export interface ToStore extends Item {
  was: string | null;
  /** The person it is for, when it is given to somebody. */
  to?: string;
  until?: string | null;
  /** Instead of a last day: so many days from the day on which it arrives. */
  lasts?: number;
  /** The gift whose place it takes: it waits, came and ends as that one. */
  replaces?: string;
  /** It cannot wait: for somebody on duty now. */
  urgent?: boolean;
}

/** Somebody one may write to; `log` is their id in the key log, `null` while they have no keys. */
export interface Relation {
  person: string;
  name: string;
  as: string;
  /** Whether the two walk along: only then a letter of the own line is given. */
  walks: boolean;
  log: string | null;
}

export interface ServerAsked {
  id: string;
  recipient: string;
  asked_at: string;
  opens_at: string;
  closes_at: string;
  is_open: boolean;
  answered: boolean;
}

/** The own trusted contact. */
export interface ServerTrust {
  wrap: string;
  person: string | null;
  name: string;
  days: number;
  made_on: string;
  stopped: "gone" | "apart" | "keys" | null;
  asked: ServerAsked | null;
}

/** Somebody whose contact one is; `letter` only while they ask. */
export interface ServerHelped {
  wrap: string;
  person: string;
  name: string;
  days: number;
  asked: ServerAsked | null;
  letter: string | null;
}

/** Another device was first: these have changed meanwhile. */
export class Changed extends Error {
  readonly ids: string[];

  constructor(ids: string[]) {
    super("changed");
    this.ids = ids;
  }
}

export class Server {
  readonly #csrf: string;

  constructor(csrf: string) {
    this.#csrf = csrf;
  }

  async state(): Promise<ServerState> {
    const said = (await (await this.#get("state/")).json()) as ServerState;
    const all = [...said.received, ...said.given, ...said.ways];
    named([...said.own, ...all.map(({ id }) => id)]);
    return said;
  }

  async people(): Promise<Relation[]> {
    const { people } = (await (await this.#get("people/")).json()) as { people: Relation[] };
    return people;
  }

  async store(envelopes: ToStore[], remove: string[] = []): Promise<void> {
    const header = {
      envelopes: envelopes.map(({ content, ...about }) => ({ ...about, size: content.length })),
      remove,
    };
    await this.#post(
      "store/",
      pack(
        header,
        envelopes.map(({ content }) => content),
      ),
    );
  }

  /** What can be fetched of ``ids``; what the server leaves out is simply not in it. */
  async fetch(ids: string[]): Promise<Map<string, { from: string; content: Uint8Array }>> {
    const found = new Map<string, { from: string; content: Uint8Array }>();
    for (let left = ids; left.length > 0; ) {
      const answer = await this.#post("fetch/", JSON.stringify({ ids: left.slice(0, 200) }));
      const { items, later } = unpack(new Uint8Array(await answer.arrayBuffer()));
      for (const { id, from, content } of items.filter(({ id }) => left.includes(id))) {
        found.set(id, { from, content });
      }
      if (later.length >= Math.min(left.length, 200)) {
        throw new Refusal("server");
      }
      left = [...later, ...left.slice(200)];
    }
    return found;
  }

  async wraps(): Promise<Wrap[]> {
    const { wraps } = (await (await this.#get("wraps/")).json()) as {
      wraps: { id: string; way: Way; label: string; made_on: string; content: string }[];
    };
    named(wraps.map(({ id }) => id));
    if (!wraps.every(({ way }) => WAYS.includes(way))) throw new Refusal("server");
    return wraps.map(({ made_on, content, ...wrap }) => ({
      ...wrap,
      madeOn: made_on,
      content: unb64(content),
    }));
  }

  /** The same wrap under the same id a second time is the same one. */
  async addWrap(
    { id, way, label, content }: Omit<Wrap, "madeOn">,
    replaces: string[],
  ): Promise<void> {
    const wrap = { id, way, label, content: b64(content), replaces };
    await this.#post("wraps/add/", JSON.stringify(wrap));
  }

  async removeWrap(id: string): Promise<void> {
    await this.#post(`wraps/${id}/remove/`, "{}");
  }

  async trust(): Promise<ServerTrust | null> {
    return ((await (await this.#get("trust/")).json()) as { trust: ServerTrust | null }).trust;
  }

  async chooseContact(
    contact: Pick<Wrap, "id" | "content"> & {
      to: string;
      days: number;
      letter: Uint8Array;
      half: string;
    },
    replaces: string[],
  ): Promise<void> {
    const { content, letter } = contact;
    const said = { ...contact, content: b64(content), letter: b64(letter), replaces };
    await this.#post("trust/choose/", JSON.stringify(said));
  }

  async askContact(id: string, recipient: string): Promise<void> {
    await this.#post("trust/ask/", JSON.stringify({ id, recipient }));
  }

  /** Both halves; the server gives them after the waiting time. */
  async openWithContact(): Promise<{ half: string; answer: Uint8Array }> {
    const said = (await (await this.#post("trust/open/", "{}")).json()) as {
      half: string;
      answer: string;
    };
    return { half: said.half, answer: unb64(said.answer) };
  }

  async stopAsking(): Promise<void> {
    await this.#post("trust/stop/", "{}");
  }

  async helping(): Promise<ServerHelped[]> {
    return ((await (await this.#get("trust/helping/")).json()) as { for: ServerHelped[] }).for;
  }

  async helpOpen(request: string, answer: Uint8Array): Promise<void> {
    await this.#post(`trust/${request}/help/`, JSON.stringify({ answer: b64(answer) }));
  }

  async publish(line: string): Promise<void> {
    await this.#post("keys/publish/", JSON.stringify({ line }));
  }

  async startOver(removeEnvelopes: boolean): Promise<void> {
    const wish = { start_over: true, remove_envelopes: removeEnvelopes };
    await this.#post("keys/publish/", JSON.stringify(wish));
  }

  /** The lines of one chunk of the key log. */
  async logChunk(chunk: number): Promise<string[]> {
    const text = await (await this.#get(`log/${chunk}/`)).text();
    return text.split("\n").filter((line) => line !== "");
  }

  #get(path: string): Promise<Response> {
    return this.#ask(path, { headers: { Accept: "application/json" } });
  }

  #post(path: string, body: Uint8Array<ArrayBuffer> | string): Promise<Response> {
    const type = typeof body === "string" ? "application/json" : "application/octet-stream";
    const headers = {
      Accept: "application/json",
      "Content-Type": type,
      "X-CSRFToken": this.#csrf,
    };
    return this.#ask(path, { method: "POST", body, headers });
  }

  async #ask(path: string, how: RequestInit): Promise<Response> {
    const rules: RequestInit = { credentials: "same-origin", cache: "no-store", redirect: "error" };
    let answer: Response;
    try {
      answer = await fetch(API + path, { ...rules, ...how });
    } catch {
      throw new Refusal("server");
    }
    if (!answer.ok) {
      await refuse(answer);
    }
    return answer;
  }
}

/** Ids become names of files in what is taken along: they are ids, and lead nowhere else. */
function named(ids: unknown[]): void {
  if (!ids.every(uuid)) throw new Refusal("server");
}

async function refuse(answer: Response): Promise<never> {
  if (answer.status === 401) {
    throw new Refusal("signed-out");
  }
  let said: { sentence?: string; changed?: string[] } = {};
  try {
    said = (await answer.json()) as typeof said;
  } catch {
    // Something between us and the server answered; there are no words of ours in it.
  }
  if (answer.status === 409 && said.changed) {
    throw new Changed(said.changed);
  }
  throw new Refusal("server", said.sentence ?? "");
}
