// What the tests of the trusted contact share: the part of the server that holds the halves.
import { Refusal } from "./refusal.ts";
import type { Server, ServerTrust } from "./server.ts";
import { Registry } from "./testing.ts";

interface Held {
  id: string;
  to: string;
  days: number;
  letter: Uint8Array;
  half: string;
}

interface Asked {
  id: string;
  recipient: string;
  answer: Uint8Array | null;
}

/** As hartlijn/vault/actions/trust.py, with a clock that somebody turns. */
export class Office extends Registry {
  held: Held | null = null;
  asked: Asked | null = null;
  /** Whether the waiting time is over. */
  waited = false;
  owner = "";

  /** The calls of who lost everything. */
  ownersCalls(): Partial<Server> {
    return {
      trust: async () => this.#shown(),
      chooseContact: async ({ content, ...held }, replaces) => {
        const others = this.wraps.filter(({ id }) => !replaces.includes(id));
        const wrap = {
          id: held.id,
          way: "contact" as const,
          label: "",
          madeOn: "2026-11-27",
          content,
        };
        this.wraps = [...others, wrap];
        this.held = held;
      },
      askContact: async (id, recipient) => {
        if (!this.held || (this.asked && this.asked.id !== id)) throw new Refusal("server", "no");
        this.asked ??= { id, recipient, answer: null };
      },
      stopAsking: async () => {
        this.asked = null;
      },
      openWithContact: async () => {
        const answer = this.asked?.answer;
        if (!this.held || !answer || !this.waited) throw new Refusal("server", "not yet");
        return { half: this.held.half, answer };
      },
    };
  }

  /** The calls of who helps. */
  helpersCalls(): Partial<Server> {
    return {
      helping: async () =>
        this.held
          ? [
              {
                wrap: this.held.id,
                person: this.owner,
                name: "Noor",
                days: this.held.days,
                asked: this.#asked(),
                letter: btoa(String.fromCharCode(...this.held.letter))
                  .replaceAll("+", "-")
                  .replaceAll("/", "_")
                  .replaceAll("=", ""),
              },
            ]
          : [],
      helpOpen: async (request, answer) => {
        if (this.asked?.id !== request) throw new Refusal("server", "gone");
        this.asked.answer = answer;
      },
    };
  }

  #shown(): ServerTrust | null {
    if (!this.held || !this.wraps.some(({ id }) => id === this.held?.id)) return null;
    const { id, to, days } = this.held;
    const asked = this.#asked();
    return { wrap: id, person: to, name: "Sam", days, made_on: "2026-11-27", stopped: null, asked };
  }

  #asked() {
    if (!this.asked) return null;
    const { id, recipient, answer } = this.asked;
    const [asked_at, opens_at, closes_at] = ["27", "28", "29"].map(
      (day) => `2026-11-${day}T12:00Z`,
    ) as [string, string, string];
    const answered = answer !== null;
    return { id, recipient, asked_at, opens_at, closes_at, is_open: this.waited, answered };
  }
}
