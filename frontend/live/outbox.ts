// What was sent and has not arrived yet: kept on the device, in order, until the server has it.
import { Gathered, wait } from "./pace.ts";

/** One form that was sent. Its token makes sending it twice the same as once. */
export interface Item {
  token: string;
  space: string;
  action: string;
  /** The page it was typed on; an answer that leads there again means that it was taken. */
  page: string;
  fields: [string, string][];
  /** A few words to know it by. */
  shown: string;
  at: number;
  /** Why the server did not take it. It stays until somebody took it back or away. */
  refused?: string;
}

/** What became of one sending. `signed out`: the page has to be refreshed first. */
export type Outcome =
  | { kind: "received" }
  | { kind: "refused"; why: string }
  | { kind: "later" }
  | { kind: "signed out" };

/** The part of the browser's storage that we use. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export const MONTH = 30 * 24 * 3600 * 1000;
const MARK = "outbox:";

function isItem(found: unknown): found is Item {
  const item = found as Item | null;
  return (
    typeof item === "object" &&
    item !== null &&
    [item.token, item.space, item.action, item.page, item.shown].every(
      (text) => typeof text === "string",
    ) &&
    Array.isArray(item.fields) &&
    typeof item.at === "number"
  );
}

/** The items on this device. Each has a key of its own, so that two tabs never overwrite. */
export class Shelf {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  /** Those of one space, the first first. */
  of(space: string): Item[] {
    return this.all()
      .filter((item) => item.space === space)
      .sort((one, other) => one.at - other.at);
  }

  /** Keep it; throws when this device keeps nothing (a full store, or a private window). */
  put(item: Item): void {
    this.store.setItem(`${MARK}${item.token}`, JSON.stringify(item));
  }

  has(token: string): boolean {
    return this.store.getItem(`${MARK}${token}`) !== null;
  }

  remove(token: string): void {
    this.store.removeItem(`${MARK}${token}`);
  }

  /** Throw away what lay here for a month, whatever it belongs to. */
  tidy(now: number): void {
    for (const item of this.all()) {
      if (item.at < now - MONTH) {
        this.remove(item.token);
      }
    }
  }

  private all(): Item[] {
    const keys = Array.from({ length: this.store.length }, (_, at) => this.store.key(at));
    return keys.filter((key) => key?.startsWith(MARK)).flatMap((key) => this.read(key ?? ""));
  }

  private read(key: string): Item[] {
    try {
      const found: unknown = JSON.parse(this.store.getItem(key) ?? "null");
      return isItem(found) ? [found] : [];
    } catch {
      return [];
    }
  }
}

/** The world around: the network, the page, and time. */
export interface Around {
  send(item: Item): Promise<Outcome>;
  /** Something arrived, was refused, or waits. */
  told(item: Item, outcome: Outcome): void;
  after(milliseconds: number, act: () => void): () => void;
  luck(): number;
}

/** Sends what waits in one space, in order, and again until each has an answer. */
export class Outbox {
  private readonly space: string;
  private readonly shelf: Shelf;
  private readonly around: Around;
  private readonly sending: Gathered;
  private failures = 0;
  private cancel: (() => void) | null = null;

  constructor(space: string, shelf: Shelf, around: Around) {
    this.space = space;
    this.shelf = shelf;
    this.around = around;
    this.sending = new Gathered(() => this.all());
  }

  /** Keep it on the device first, then send. Throws when it cannot be kept. */
  async add(item: Item): Promise<void> {
    this.shelf.put(item);
    await this.flush();
  }

  /** Send what waits; call it whenever there may be a network again. */
  async flush(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    await this.sending.ask();
  }

  private async all(): Promise<void> {
    for (const item of this.shelf.of(this.space)) {
      // Another tab may have sent it meanwhile.
      if (item.refused === undefined && this.shelf.has(item.token) && !(await this.one(item))) {
        this.retry();
        return;
      }
    }
    this.failures = 0;
  }

  /** Whether to go on with the next. */
  private async one(item: Item): Promise<boolean> {
    const outcome = await this.around.send(item);
    if (outcome.kind === "received") {
      this.shelf.remove(item.token);
    } else if (outcome.kind === "refused") {
      this.shelf.put({ ...item, refused: outcome.why });
    }
    this.around.told(item, outcome);
    return outcome.kind === "received" || outcome.kind === "refused";
  }

  private retry(): void {
    this.failures += 1;
    this.cancel?.();
    this.cancel = this.around.after(wait(this.failures, this.around.luck()), () => {
      void this.flush();
    });
  }
}

/** What an answer means. `token` is what the server says it has; `landed` where it led to. */
export function meaning(
  item: Item,
  answer: { status: number; token: string | null; landed: string; said: string },
): Outcome {
  const { status } = answer;
  if (status === 0 || status === 408 || status === 425 || status === 429 || status >= 500) {
    return { kind: "later" };
  }
  if (status >= 200 && status < 300) {
    const taken = answer.token === item.token || answer.landed === item.page;
    return { kind: taken ? "received" : "signed out" };
  }
  return status === 401 || status === 403
    ? { kind: "signed out" }
    : { kind: "refused", why: answer.said };
}
