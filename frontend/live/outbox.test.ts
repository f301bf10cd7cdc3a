/** Kept until the server has it; sent in order, never twice in effect, never lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Memory } from "./memory.ts";
import { type Item, meaning, Outbox, type Outcome, Shelf, type Store } from "./outbox.ts";

let made = 0;

function item(words: string, space = "dialogue:1"): Item {
  made += 1;
  const fields: [string, string][] = [["text", words]];
  return {
    token: `t${made}`,
    space,
    action: "/say/",
    page: "/room/",
    fields,
    shown: words,
    at: made,
  };
}

/** A server that takes each token once, behind a network that does what it is told. */
class Network {
  taken: string[] = [];
  private readonly tokens = new Set<string>();
  private readonly weather: string[];
  told: string[] = [];
  timers: (() => void)[] = [];

  constructor(...weather: string[]) {
    this.weather = weather;
  }

  async send(one: Item): Promise<Outcome> {
    const now = this.weather.shift() ?? "fine";
    if (now === "request lost") {
      return { kind: "later" };
    }
    if (now === "refused") {
      return { kind: "refused", why: "Schrijf iets op." };
    }
    if (!this.tokens.has(one.token)) {
      this.tokens.add(one.token);
      this.taken.push(one.shown);
    }
    return now === "answer lost" ? { kind: "later" } : { kind: "received" };
  }

  after(_milliseconds: number, act: () => void): () => void {
    this.timers.push(act);
    return () => {
      this.timers = this.timers.filter((one) => one !== act);
    };
  }

  luck(): number {
    return 0.5;
  }

  tell(one: Item, outcome: Outcome): void {
    this.told.push(`${one.shown}: ${outcome.kind}`);
  }

  async passes(): Promise<void> {
    while (this.timers.length) {
      this.timers.splice(0).forEach((act) => {
        act();
      });
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}

function outbox(store: Store, network: Network, space = "dialogue:1"): Outbox {
  return new Outbox(space, new Shelf(store), {
    send: (one) => network.send(one),
    told: (one, outcome) => network.tell(one, outcome),
    after: (milliseconds, act) => network.after(milliseconds, act),
    luck: () => network.luck(),
  });
}

test("what arrives leaves the device", async () => {
  const [store, network] = [new Memory(), new Network()];
  await outbox(store, network).add(item("herkenbaar"));
  assert.deepEqual(network.taken, ["herkenbaar"]);
  assert.equal(store.length, 0);
});

test("a request and an answer that get lost cost nothing and double nothing", async () => {
  const network = new Network("request lost", "answer lost", "request lost", "answer lost");
  const store = new Memory();
  const box = outbox(store, network);
  await box.add(item("een"));
  await box.add(item("twee"));
  await network.passes();
  assert.deepEqual(network.taken, ["een", "twee"]);
  assert.equal(store.length, 0);
});

test("a thousand bad days: all arrives, once, in order", async () => {
  let seed = 7;
  const luck = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let day = 0; day < 1000; day += 1) {
    const weather = Array.from({ length: 12 }, () =>
      luck() < 0.35 ? "request lost" : luck() < 0.5 ? "answer lost" : "fine",
    );
    const [store, network] = [new Memory(), new Network(...weather)];
    let box = outbox(store, network);
    const words = ["a", "b", "c", "d"];
    for (const word of words) {
      const adding = box.add(item(word));
      if (luck() < 0.3) {
        box = outbox(store, network); // the page is loaded anew, or a second tab opens
        void box.flush();
      }
      await adding;
    }
    await box.flush();
    await network.passes();
    assert.deepEqual(network.taken, words, `day ${day}: ${weather}`);
    assert.equal(store.length, 0);
  }
});

test("after a reload it is still there and goes", async () => {
  const store = new Memory();
  await outbox(store, new Network("request lost")).add(item("bewaard"));
  assert.equal(store.length, 1);
  const later = new Network();
  await outbox(store, later).flush();
  assert.deepEqual(later.taken, ["bewaard"]);
});

test("what another dialogue keeps stays there, unseen", async () => {
  const [store, network] = [new Memory(), new Network()];
  new Shelf(store).put(item("van de vorige", "dialogue:2"));
  await outbox(store, network).add(item("van mij"));
  assert.deepEqual(network.taken, ["van mij"]);
  assert.deepEqual(new Shelf(store).of("dialogue:1"), []);
  assert.equal(new Shelf(store).of("dialogue:2").length, 1);
});

test("what is refused stays with its reason, and holds up nothing", async () => {
  const [store, network] = [new Memory(), new Network("refused")];
  const box = outbox(store, network);
  await box.add(item("leeg"));
  await box.add(item("vol"));
  assert.deepEqual(network.taken, ["vol"]);
  assert.equal(new Shelf(store).of("dialogue:1")[0]?.refused, "Schrijf iets op.");
  await box.flush();
  assert.deepEqual(network.told, ["leeg: refused", "vol: received"]);
});

test("a device that keeps nothing says so before anything is sent", async () => {
  const [store, network] = [new Memory(), new Network()];
  store.full = true;
  await assert.rejects(outbox(store, network).add(item("zomaar")));
  assert.deepEqual(network.taken, []);
});

test("what is damaged in the store is passed over; what is a month old goes", () => {
  const store = new Memory();
  store.setItem("outbox:x", "{");
  store.setItem("outbox:y", JSON.stringify({ token: 1 }));
  store.setItem("outbox:z", "null");
  store.setItem("theme", "dark");
  const shelf = new Shelf(store);
  shelf.put({ ...item("oud"), at: 0 });
  shelf.put({ ...item("nieuw"), at: 31 * 24 * 3600 * 1000 });
  shelf.tidy(32 * 24 * 3600 * 1000);
  assert.deepEqual(
    shelf.of("dialogue:1").map((one) => one.shown),
    ["nieuw"],
  );
  assert.equal(store.getItem("theme"), "dark");
});

test("only what the server says it has counts as received", () => {
  const one = item("woorden");
  const answer = { status: 200, token: null, landed: "/elsewhere/", said: "" };
  const kind = (changes: object): string => meaning(one, { ...answer, ...changes }).kind;
  assert.equal(kind({ token: one.token, status: 204 }), "received");
  assert.equal(kind({ landed: "/room/" }), "received");
  assert.equal(kind({}), "signed out", "it led to the page to sign in, or to come in");
  assert.equal(kind({ token: "of another" }), "signed out");
  assert.equal(kind({ status: 403 }), "signed out");
  for (const status of [0, 408, 429, 500, 502, 503]) {
    assert.equal(kind({ status }), "later");
  }
  for (const status of [400, 404, 409, 410, 413, 422]) {
    assert.equal(kind({ status }), "refused");
  }
});
