/** A stream that breaks is opened again, ever more slowly; meanwhile the page looks by itself. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Around, Listening, LOOK, SILENCE, type Source } from "./listening.ts";

class Stream implements Source {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  private readonly heard: Record<string, () => void> = {};

  addEventListener(kind: string, heard: () => void): void {
    this.heard[kind] = heard;
  }

  say(kind: string): void {
    this.heard[kind]?.();
  }

  close(): void {
    this.closed = true;
  }
}

class House implements Around {
  streams: Stream[] = [];
  tickets: string[] = [];
  looks = 0;
  up: boolean | null = null;
  next: string | null = "second";
  private now = 0;
  private timers: { at: number; act: () => void }[] = [];

  open(ticket: string): Source {
    this.tickets.push(ticket);
    this.streams.push(new Stream());
    return this.last;
  }

  changed(): void {
    this.looks += 1;
  }

  async renew(): Promise<string | null> {
    return this.next;
  }

  told(up: boolean): void {
    this.up = up;
  }

  after(milliseconds: number, act: () => void): () => void {
    const timer = { at: this.now + milliseconds, act };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  }

  luck(): number {
    return 1;
  }

  get last(): Stream {
    return this.streams.at(-1) as Stream;
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      const due = this.timers.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) {
        break;
      }
      this.timers = this.timers.filter((one) => one !== due);
      this.now = due.at;
      due.act();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    this.now = until;
  }
}

function listening(): { house: House; line: Listening } {
  const house = new House();
  const line = new Listening("first", house);
  line.start();
  return { house, line };
}

test("every ring is a look", () => {
  const { house } = listening();
  house.last.onopen?.();
  house.last.say("changed");
  house.last.say("here");
  house.last.say("changed");
  assert.equal(house.looks, 2);
  assert.equal(house.up, true);
});

test("a stream that broke is opened again with the same ticket", async () => {
  const { house } = listening();
  house.last.onopen?.();
  house.last.onerror?.();
  assert.equal(house.up, false);
  assert.equal(house.streams[0]?.closed, true);
  await house.pass(1000);
  assert.deepEqual(house.tickets, ["first", "first"]);
});

test("one that never opened gets a new ticket from the page", async () => {
  const { house } = listening();
  house.last.onerror?.();
  await house.pass(1000);
  assert.deepEqual(house.tickets, ["first", "second"]);
  house.next = null;
  house.last.onerror?.();
  await house.pass(2000);
  assert.deepEqual(house.tickets, ["first", "second", "second"]);
});

test("it is tried ever more slowly, and the page looks every 15 seconds", async () => {
  const { house } = listening();
  house.open = (ticket) => {
    house.tickets.push(ticket);
    const stream = new Stream();
    setTimeout(() => stream.onerror?.(), 0);
    return stream;
  };
  house.last.onerror?.();
  await house.pass(4 * LOOK);
  assert.equal(house.looks, 4);
  assert.equal(house.tickets.length <= 7, true, `${house.tickets.length} tries in a minute`);
});

test("when the stream is back the page looks no more by itself", async () => {
  const { house } = listening();
  house.last.onerror?.();
  await house.pass(1000);
  house.last.onopen?.();
  house.last.say("changed");
  await house.pass(SILENCE - 1);
  assert.equal(house.looks, 1);
});

test("a line without a sign of life is dead", async () => {
  const { house } = listening();
  house.last.onopen?.();
  await house.pass(SILENCE - 1);
  house.last.say("here");
  await house.pass(SILENCE - 1);
  assert.equal(house.streams.length, 1);
  await house.pass(1001);
  assert.equal(house.streams.length, 2);
});

test("what an old stream still says counts for nothing", async () => {
  const { house } = listening();
  const old = house.last;
  old.onopen?.();
  old.onerror?.();
  await house.pass(1000);
  old.onerror?.();
  await house.pass(LOOK - 2000);
  assert.equal(house.streams.length, 2);
});

test("a network that is back is tried at once; a page that is left asks nothing", async () => {
  const { house, line } = listening();
  house.last.onopen?.();
  house.last.onerror?.();
  line.start();
  assert.equal(house.streams.length, 2);
  line.start();
  assert.equal(house.streams.length, 2);
  line.stop();
  await house.pass(10 * LOOK);
  assert.equal(house.streams.length, 2);
  assert.equal(house.looks, 0);
});
