import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Choice,
  choose,
  DAYS_APART,
  hash,
  heavyBeside,
  type Kind,
  ofThisWeek,
  type Prompt,
  type Written,
  weightOf,
} from "./choosing.ts";
import { mondayOf } from "./days.ts";

const KINDS: Kind[] = [
  "moment",
  "success",
  "vulnerability",
  "mistake",
  "drive",
  "with_others",
  "parked",
  "free",
];
const ROUNDS = 4000;

/** mulberry32: small, seeded, good enough for making stories. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}

function prompt(kind: Kind, number: number): Prompt {
  return { key: `${kind}-${number}`, kind, weight: weightOf(kind) };
}

function some(count: number, kinds: readonly Kind[] = KINDS): Prompt[] {
  return kinds.flatMap((kind) => Array.from({ length: count }, (_, place) => prompt(kind, place)));
}

interface Story {
  prompts: Prompt[];
  history: Written[];
  today: string;
  seed: string;
}

/** Any set of questions, also a poor one, and any line: gaps, several a day, questions gone. */
function story(number: number): Story {
  const roll = dice(number);
  const prompts = some(1 + roll(1 + roll(4))).filter(() => roll(5) > 1);
  const now = 200;
  const history = Array.from({ length: roll(30) }, (): Written => {
    const on = day(now + 3 - roll(roll(2) ? 40 : 200));
    const from = prompts.length && roll(4) ? prompts[roll(prompts.length)] : undefined;
    const kind = from && roll(5) ? (from.kind as Kind) : (KINDS[roll(KINDS.length)] ?? "free");
    return from ? { day: on, kind, prompt: from.key } : { day: on, kind };
  });
  return { prompts, history, today: day(now), seed: `${roll(1000)}` };
}

function stories(check: (one: Story, choice: Choice<Prompt>) => void): void {
  for (let number = 0; number < ROUNDS; number++) {
    const one = story(number);
    check(one, choose(one.prompts, one.history, one));
  }
}

const inOrder = (history: readonly Written[]): Written[] =>
  [...history].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
const isHeavy = (one: Written | undefined): boolean =>
  one !== undefined && weightOf(one.kind) === "heavy";
const isTwoHeavy = (history: readonly Written[]): boolean =>
  history.length > 1 && inOrder(history).slice(-2).every(isHeavy);
const usedOn = (key: string, history: readonly Written[]): string =>
  inOrder(history)
    .filter((one) => one.prompt === key)
    .at(-1)?.day ?? "";
const isRecent = (key: string, { history, today }: Story): boolean =>
  Date.parse(mondayOf(today)) - Date.parse(usedOn(key, history)) <= DAYS_APART * 86_400_000;
/** As if something was put aside just now: no longer the first thing of the day. */
const later = (one: Story): Choice<Prompt> =>
  choose(one.prompts, one.history, { ...one, seen: new Set(["put aside"]) });

test("an answered question does not come back within two weeks while there is another", () => {
  let repeated = 0;
  stories((one) => {
    const choice = later(one);
    if (choice.offer !== "prompt" || !isRecent(choice.prompt.key, one)) return;
    repeated++;
    const { key, weight } = choice.prompt;
    const rivals = one.prompts.filter((other) => other.weight === weight && other.key !== key);
    // What was not answered lately had its turn last week: the same week after week is no better.
    for (const other of rivals) {
      if (!isRecent(other.key, one)) assert(!hasTurn(other, one), `${other.key} was free`);
    }
  });
  assert(repeated > 20, `only ${repeated} poor sets: the stories prove too little`);
});

/** Whether it is the turn of a question in this week. */
function hasTurn({ key }: Prompt, { prompts, today, seed }: Story): boolean {
  return ofThisWeek(prompts, today, seed).has(key);
}

test("half of each kind has its turn, the other half in the week after", () => {
  const prompts = some(5);
  for (let week = 0; week < 60; week++) {
    const [now, next] = [week, week + 1].map((n) => ofThisWeek(prompts, day(4 + 7 * n), "noor"));
    for (const { key } of prompts) assert.notEqual(now?.has(key), next?.has(key), key);
    for (const kind of KINDS) {
      const many = prompts.filter((one) => one.kind === kind && now?.has(one.key)).length;
      assert(many === 2 || many === 3, `${kind}: ${many}`);
    }
  }
});

test("what stood there last week, answered or not, does not stand there again", () => {
  const prompts = some(3);
  for (let round = 0; round < 40; round++) {
    const roll = dice(round);
    const history: Written[] = [];
    let before = new Set<string>();
    for (let week = 0; week < 40; week++) {
      const monday = 4 + 7 * week; // 5 January
      const shown = new Set<string>();
      for (let at = monday; at < monday + 7; at++) {
        const choice = choose(prompts, history, { today: day(at), seed: `${round}` });
        if (choice.offer !== "prompt") continue;
        shown.add(choice.prompt.key);
        const what = roll(9);
        if (what === 0) history.push(answered(choice.prompt, at));
        else if (what === 1)
          history.push({ day: day(at), kind: KINDS[roll(KINDS.length)] ?? "free" });
      }
      for (const key of shown) assert(!before.has(key), `${key} in ${day(monday)}, round ${round}`);
      before = shown;
    }
  }
});

function answered({ key, kind }: Prompt, at: number): Written {
  return { day: day(at), kind: kind as Kind, prompt: key };
}

test("the first thing of a day is never heavy", () => {
  let first = 0;
  stories((one, choice) => {
    if (inOrder(one.history).at(-1)?.day === one.today) return;
    first++;
    if (choice.offer === "prompt") assert.equal(choice.prompt.weight, "light");
    const poor = one.prompts.filter(({ weight }) => weight === "heavy");
    assert.notEqual(choose(poor, one.history, one).offer, "prompt");
  });
  assert(first > ROUNDS / 2);
});

test("later that day heavy comes after light when there is, and light after heavy", () => {
  stories((one) => {
    const choice = later(one);
    if (choice.offer !== "prompt") return;
    if (isHeavy(inOrder(one.history).at(-1))) assert.equal(choice.prompt.weight, "light");
    else if (choice.prompt.weight === "light") {
      const heavy = one.prompts.filter((other) => other.weight === "heavy" && hasTurn(other, one));
      for (const { key } of heavy) assert(isRecent(key, one), `${key} was free`);
    }
  });
});

test("after two heavy entries in a row a person, and only then", () => {
  let people = 0;
  stories((one, choice) => {
    const two = isTwoHeavy(one.history);
    assert.equal(choice.offer === "person", two);
    if (!two) return;
    people++;
    const instead = choose(one.prompts, one.history, { ...one, ratherNot: true });
    assert.notEqual(instead.offer, "person");
    if (instead.offer === "prompt") assert.equal(instead.prompt.weight, "light");
  });
  assert(people > 50);
});

test("who chooses a kind gets a question of that kind, and no other one twice", () => {
  stories((one) => {
    const all = one.prompts.filter(({ kind }) => kind === "mistake");
    const seen = new Set<string>();
    for (const _ of all) {
      const choice = choose(one.prompts, one.history, { ...one, kind: "mistake", seen });
      assert(choice.offer === "prompt" && choice.prompt.kind === "mistake");
      assert(!seen.has(choice.prompt.key));
      seen.add(choice.prompt.key);
    }
    const none = choose(one.prompts, one.history, { ...one, kind: "mistake", seen });
    assert.equal(none.offer, "nothing");
  });
});

test("there is nothing to offer only when there is nothing that fits", () => {
  stories((one) => {
    const choice = later(one);
    const heavy = isHeavy(inOrder(one.history).at(-1));
    const fitting = one.prompts.some((other) => !heavy || other.weight === "light");
    if (choice.offer !== "person") assert.equal(choice.offer === "prompt", fitting);
  });
  assert.deepEqual(choose([], [], { today: day(0), seed: "" }), { offer: "nothing" });
});

test("the same line, day and seed choose the same, whatever the order, and change nothing", () => {
  stories((one, choice) => {
    const before = JSON.stringify(one);
    const backwards = [...one.prompts].reverse();
    assert.deepEqual(choose(backwards, inOrder(one.history), one), choice);
    assert.equal(JSON.stringify(one), before);
  });
});

test("a week keeps its question, another week or another seed gives other ones", () => {
  const prompts = some(8);
  const on = (today: string, seed: string) => JSON.stringify(choose(prompts, [], { today, seed }));
  for (let at = 4; at < 11; at++) assert.equal(on(day(at), "noor"), on(day(4), "noor"));
  assert(new Set(Array.from({ length: 60 }, (_, n) => on(day(7 * n), "noor"))).size > 15);
  assert(new Set(Array.from({ length: 60 }, (_, n) => on(day(0), `${n}`))).size > 15);
});

test("a question that is added moves only questions of its own kind", () => {
  const prompts = some(5);
  const more = [...prompts, prompt("moment", 99)];
  let taken = 0;
  for (let week = 0; week < 200; week++) {
    const asked = { today: day(7 * week), seed: "noor" };
    const [was, now] = [choose(prompts, [], asked), choose(more, [], asked)];
    assert(was.offer === "prompt" && now.offer === "prompt");
    if (now.prompt.key === "moment-99") taken++;
    else if (now.prompt.key !== was.prompt.key)
      assert([was.prompt.kind, now.prompt.kind].includes("moment"));
  }
  assert(taken > 0 && taken < 30, `${taken}`);
});

test("who follows the questions for years alternates, and gives both sides equal room", () => {
  for (let round = 0; round < 12; round++) {
    const roll = dice(round);
    const prompts = some(9);
    const history: Written[] = [];
    const count = new Map<string, number>();
    for (let at = 4; at < 900; at += 1 + roll(6)) {
      // The first of a day is light; whoever is due for something heavy asks for another one.
      const due = history.length > 0 && !isHeavy(history.at(-1));
      const aside = due && roll(3) > 0;
      const seen = new Set(aside ? ["put aside"] : []);
      const choice = choose(prompts, history, { today: day(at), seed: `${round}`, seen });
      assert(choice.offer === "prompt");
      const { key, kind, weight } = choice.prompt;
      assert.equal(weight, aside ? "heavy" : "light");
      assert(!isRecent(key, { prompts, history, today: day(at), seed: "" }));
      history.push(answered(choice.prompt, at));
      count.set(kind, (count.get(kind) ?? 0) + 1);
    }
    const apart = (count.get("vulnerability") ?? 0) - (count.get("success") ?? 0);
    assert(Math.abs(apart) <= 8, JSON.stringify([...count]));
    for (const kind of KINDS) assert((count.get(kind) ?? 0) > 0, kind);
  }
});

test("who only takes the first question of a day is asked about success too", () => {
  const prompts = some(6);
  const history: Written[] = [];
  for (let at = 4; at < 700; at += 7) {
    const choice = choose(prompts, history, { today: day(at), seed: "noor" });
    assert(choice.offer === "prompt");
    history.push(answered(choice.prompt, at));
  }
  assert(history.filter(({ kind }) => kind === "success").length > 5);
});

test("who writes once a day is offered what scraped, each time that it is due", () => {
  for (let round = 0; round < 12; round++) {
    const roll = dice(round);
    const prompts = some(9);
    const history: Written[] = [];
    const count = new Map<string, number>();
    for (let at = 4; at < 900; at += 1 + roll(6)) {
      const asked = { today: day(at), seed: `${round}` };
      const [choice, heavy] = [
        choose(prompts, history, asked),
        heavyBeside(prompts, history, asked),
      ];
      assert(choice.offer === "prompt" && choice.prompt.weight === "light");
      const due = history.length > 0 && !isHeavy(history.at(-1));
      assert.equal(heavy?.weight, due ? "heavy" : undefined);
      const taken = heavy && roll(3) > 0 ? heavy : choice.prompt;
      assert(!isRecent(taken.key, { prompts, history, ...asked }));
      history.push(answered(taken, at));
      count.set(taken.kind, (count.get(taken.kind) ?? 0) + 1);
    }
    const apart = (count.get("vulnerability") ?? 0) - (count.get("success") ?? 0);
    assert(Math.abs(apart) <= 8, JSON.stringify([...count]));
    for (const kind of KINDS) assert((count.get(kind) ?? 0) > 0, kind);
  }
});

test("what scraped is offered only beside a question that was not chosen by hand", () => {
  stories((one) => {
    assert.equal(heavyBeside(one.prompts, one.history, { ...one, kind: "success" }), undefined);
    assert.equal(heavyBeside(one.prompts, [], one), undefined);
    const heavy = heavyBeside(one.prompts, one.history, one);
    if (isHeavy(inOrder(one.history).at(-1))) assert.equal(heavy, undefined);
    if (!heavy) return;
    assert.equal(heavy.weight, "heavy");
    const seen = new Set([heavy.key]);
    assert.notEqual(heavyBeside(one.prompts, one.history, { ...one, seen })?.key, heavy.key);
  });
});

test("the hash is the same everywhere", () => {
  // Worked out apart from this program.
  assert.equal(hash(""), 0xab3e7c0b);
  assert.equal(hash("noor\n2026-10-31\nfree-now"), 0xffee6b6a);
});
