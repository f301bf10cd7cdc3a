/** What the tests of keeping share: a server that also holds closed keyrings, and loses answers. */
import { Village } from "../journal/testing.ts";
import { makeKeyring, unb64 } from "../seal/index.ts";
import { Here } from "./here.ts";
import { Refusal } from "./refusal.ts";
import type { Server, Wrap } from "./server.ts";

type Call = "addWrap" | "publish" | "store" | "removeWrap";

/** A village in which somebody keeps a line, with answers that get lost on the way. */
export class Registry {
  readonly village = new Village();
  wraps: Wrap[] = [];
  kept = false;
  log: string | null = null;
  /** The next such call does its work and its answer is lost. */
  lost: Call | null = null;
  /** Such calls are refused before anything is done. */
  broken: Call | null = null;

  /** A device of this person, who wrote nothing yet. */
  async device(person: string): Promise<Here> {
    const here = await Here.begin(person, "", () => {});
    this.village.names.set(person, "Noor");
    Object.assign(here, { server: await this.#serverOf(person) });
    return here;
  }

  /** A next page on the same device. */
  async page(before: Here): Promise<Here> {
    const here = await Here.begin(before.person, "", () => {});
    Object.assign(here, { server: before.server });
    return here;
  }

  async #serverOf(person: string): Promise<Server> {
    const model = await this.village.device(person, await makeKeyring(person));
    await model.store.delete("known", person);
    this.village.envelopes.clear();
    const plain = model.server;
    const { state, store } = plain;
    return Object.assign(plain, {
      state: async () => ({
        ...(await state()),
        kept: this.kept,
        log: this.log,
        ways: this.wraps.map(({ id, way, label, madeOn }) => ({ id, way, label, made_on: madeOn })),
      }),
      store: (...what: Parameters<Server["store"]>) => this.#call("store", () => store(...what)),
      wraps: async () => this.wraps,
      addWrap: (wrap: Omit<Wrap, "madeOn">, replaces: string[]) =>
        this.#call("addWrap", () => this.#add(wrap, replaces)),
      publish: (line: string) => this.#call("publish", () => this.#publish(person, line)),
      startOver: async () => {
        this.wraps = [];
        this.kept = false;
        this.log = null;
      },
    });
  }

  async #call(name: Call, doing: () => void | Promise<void>): Promise<void> {
    if (this.broken === name) throw new Refusal("server");
    await doing();
    if (this.lost === name) {
      this.lost = null;
      throw new Refusal("server");
    }
  }

  /** As hartlijn/vault/actions/wraps.py: twice is once, and there is one set of words. */
  #add(wrap: Omit<Wrap, "madeOn">, replaces: string[]): void {
    const same = this.wraps.find(({ id }) => id === wrap.id);
    if (same) {
      if (same.content === wrap.content) return;
      throw new Refusal("server", "changed");
    }
    const others = this.wraps.filter(({ id }) => !replaces.includes(id));
    const words = [...others, wrap].filter(({ way }) => way === "words").length;
    if (words !== 1) throw new Refusal("server", "changed");
    this.wraps = [...others, { ...wrap, madeOn: "2026-11-27" }];
    this.kept = true;
  }

  #publish(person: string, line: string): void {
    const { lines, logs } = this.village;
    if (!lines.includes(line)) lines.push(line);
    const { id } = JSON.parse(new TextDecoder().decode(unb64(line.split(".")[0] ?? "")));
    this.log = id;
    logs.set(person, id);
  }
}

/** The six words by place, as somebody types them back. */
export const typed = (words: string[]): Record<number, string> => ({
  0: words[0] ?? "",
  3: words[3] ?? "",
});
