// The page's side: starts the worker, asks, and answers when it wants a passkey.
import { makePasskey, NoSecret, secretOfPasskey } from "./passkey-page.ts";
import type { Answer, Ask, Name, Portion, ToPage, ToWorker, Why } from "./protocol.ts";
import { isBorrowed } from "./unkept.ts";

const WORKER = "/static/ui/dist/vault-worker.js";

/** A refusal as the page gets it: which sentence to show, and the server's own words if any. */
export class Refused extends Error {
  readonly why: Why;
  readonly sentence: string;

  constructor(why: Why, sentence: string) {
    super(why);
    this.why = why;
    this.sentence = sentence;
  }
}

interface Waiting {
  done: (answer: unknown) => void;
  failed: (error: Refused) => void;
  portion: ((portion: unknown) => void) | undefined;
}

/** The address of the worker is the only thing on the page that needs a Trusted Types policy. */
function workerAddress(): string {
  const { trustedTypes } = window as unknown as {
    trustedTypes?: {
      createPolicy: (
        name: string,
        rules: { createScriptURL: (address: string) => string },
      ) => { createScriptURL: (address: string) => string };
    };
  };
  const policy = trustedTypes?.createPolicy("hartlijn-worker", {
    createScriptURL: (address) => {
      if (address !== WORKER) {
        throw new TypeError("not the worker");
      }
      return address;
    },
  });
  return policy ? policy.createScriptURL(WORKER) : WORKER;
}

/**
 * Ask the browser not to clear what lies here. Some ask the person, so not before there is something
 * to keep, not after a no, and never on a device of somebody else.
 */
async function stayStored(person: string): Promise<void> {
  try {
    const { state } = await navigator.permissions.query({ name: "persistent-storage" });
    if (state !== "denied" && !isBorrowed(person) && !(await navigator.storage.persisted())) {
      await navigator.storage.persist();
    }
  } catch {
    // A browser that does not know the question keeps what it keeps.
  }
}

/** The vault as a page sees it. One per page. */
export class Vault {
  /** Called when the keys are gone, here or in another window. */
  onLocked: () => void = () => {};

  readonly #worker = new Worker(workerAddress(), { type: "module" });
  readonly #waiting = new Map<number, Waiting>();
  readonly #person: string;
  #last = 0;
  /** Made on this page, and not a way to open yet: asking again makes no second one. */
  #made: ArrayBuffer | null = null;

  constructor(person: string, csrf: string) {
    this.#person = person;
    this.#worker.addEventListener("message", ({ data }: MessageEvent<ToPage>) => this.#hear(data));
    this.#worker.addEventListener("error", () => this.#fail("lacking"));
    this.#send({ begin: { person, csrf } });
  }

  /** Ask the worker; refuses with `Refused`. `portion` hears what there is so far. */
  ask<N extends Name>(
    name: N,
    ask: Ask<N>,
    portion?: (portion: Portion<N>) => void,
  ): Promise<Answer<N>> {
    if (name === "save") {
      void stayStored(this.#person);
    }
    return new Promise((done, failed) => {
      this.#last += 1;
      this.#waiting.set(this.#last, {
        done: done as (answer: unknown) => void,
        failed,
        portion: portion as ((portion: unknown) => void) | undefined,
      });
      this.#send({ id: this.#last, name, ask });
    });
  }

  /**
   * Make a passkey on this device that can open the vault, then use it for a new way to open.
   * `title` is what the device shows when it asks which passkey.
   */
  async addPasskey(label: string, title: string): Promise<Answer<"addPasskey">> {
    try {
      this.#made ??= await makePasskey(title);
    } catch (error) {
      throw new Refused(error instanceof NoSecret ? "no-prf" : "passkey", "");
    }
    const status = await this.ask("addPasskey", { label });
    this.#made = null;
    return status;
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(message: ToPage): void {
    if ("locked" in message) {
      this.onLocked();
    } else if ("evaluate" in message) {
      void this.#evaluate(message.evaluate, message.nonce);
    } else {
      this.#settle(message);
    }
  }

  #settle(message: Extract<ToPage, { id: number }>): void {
    const waiting = this.#waiting.get(message.id);
    if ("portion" in message) {
      waiting?.portion?.(message.portion);
      return;
    }
    this.#waiting.delete(message.id);
    if ("refused" in message) {
      waiting?.failed(new Refused(message.refused, message.sentence));
    } else {
      waiting?.done(message.answer);
    }
  }

  async #evaluate(evaluated: number, nonce: Uint8Array): Promise<void> {
    try {
      this.#send({ evaluated, ...(await secretOfPasskey(nonce, this.#made)) });
    } catch (error) {
      // Cancelled, or a device without this: the worker refuses and the page offers other ways.
      this.#send({ evaluated, never: error instanceof NoSecret });
    }
  }

  #fail(why: Why): void {
    for (const waiting of this.#waiting.values()) {
      waiting.failed(new Refused(why, ""));
    }
    this.#waiting.clear();
  }
}
