import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Choice,
  choose,
  DAYS_APART,
  hash,
  type Kind,
  type Prompt,
  type Written,
  weightOf,
} from "./choosing.ts";

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
    check(one, choose(one.prompts, one.history, one.today, one.seed));
  }
}

const inOrder = (history: readonly Written[]): Written[] =>
  [...history].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
const lastWeights = (history: readonly Written[]): string =>
  inOrder(history)
    .slice(-2)
    .map((one) => weightOf(one.kind))
    .join(" ");
const usedOn = (key: string, history: readonly Written[]): string =>
  inOrder(history)
    .filter((one) => one.prompt === key)
    .at(-1)?.day ?? "";
const isRecent = (key: string, { history, today }: Story): boolean =>
  Date.parse(today) - Date.parse(usedOn(key, history)) <= DAYS_APART * 86_400_000;

test("a question does not come back within two weeks while there is another", () => {
  let repeated = 0;
  stories((one, choice) => {
    if (choice.offer !== "prompt" || !isRecent(choice.prompt.key, one)) return;
    repeated++;
    const heavy = lastWeights(one.history).endsWith("heavy");
    const open = one.prompts.filter((other) => !heavy || other.weight === "light");
    for (const other of open) assert(isRecent(other.key, one), `${other.key} was free`);
    const rivals = open.filter((other) => other.weight === choice.prompt.weight);
    const chosen = usedOn(choice.prompt.key, one.history);
    for (const other of rivals) assert(usedOn(other.key, one.history) >= chosen);
  });
  assert(repeated > 20, `only ${repeated} poor sets: the stories prove too little`);
});

test("after something heavy never something heavy, after something light heavy when there is", () => {
  stories((one, choice) => {
    if (choice.offer !== "prompt") return;
    const last = lastWeights(one.history).split(" ").at(-1);
    if (last !== "light") {
      const forced = last === "" && one.prompts.every((other) => other.weight === "heavy");
      assert(choice.prompt.weight === "light" || forced);
    } else if (choice.prompt.weight === "light") {
      const heavy = one.prompts.filter((other) => other.weight === "heavy");
      for (const other of heavy) assert(isRecent(other.key, one), `${other.key} was free`);
    }
  });
});

test("after two heavy entries in a row a person, and only then", () => {
  let people = 0;
  stories((one, choice) => {
    const two = lastWeights(one.history) === "heavy heavy";
    assert.equal(choice.offer === "person", two);
    if (!two) return;
    people++;
    const instead = choose(one.prompts, one.history, one.today, one.seed, { ratherNot: true });
    assert.notEqual(instead.offer, "person");
    if (instead.offer === "prompt") assert.equal(instead.prompt.weight, "light");
  });
  assert(people > 50);
});

test("there is nothing to offer only when there is nothing that fits", () => {
  stories((one, choice) => {
    const heavy = lastWeights(one.history).endsWith("heavy");
    const fitting = one.prompts.some((other) => !heavy || other.weight === "light");
    if (choice.offer !== "person") assert.equal(choice.offer === "prompt", fitting);
  });
  assert.deepEqual(choose([], [], day(0), ""), { offer: "nothing" });
});

test("the same line, day and seed choose the same, whatever the order, and change nothing", () => {
  stories((one, choice) => {
    const before = JSON.stringify(one);
    const backwards = [...one.prompts].reverse();
    assert.deepEqual(choose(backwards, inOrder(one.history), one.today, one.seed), choice);
    assert.equal(JSON.stringify(one), before);
  });
});

test("another day or another seed gives other questions", () => {
  const prompts = some(8);
  const on = (today: string, seed: string) => JSON.stringify(choose(prompts, [], today, seed));
  assert(new Set(Array.from({ length: 60 }, (_, n) => on(day(n), "noor"))).size > 15);
  assert(new Set(Array.from({ length: 60 }, (_, n) => on(day(0), `${n}`))).size > 15);
});

test("a question that is added takes only its own days", () => {
  const prompts = some(5);
  const more = [...prompts, prompt("moment", 99)];
  let taken = 0;
  for (let number = 0; number < 300; number++) {
    const was = choose(prompts, [], day(number), "noor");
    const now = choose(more, [], day(number), "noor");
    if (now.offer === "prompt" && now.prompt.key === "moment-99") taken++;
    else assert.deepEqual(now, was);
  }
  assert(taken > 0 && taken < 60, `${taken}`);
});

test("who follows the questions for years alternates, and gives both sides equal room", () => {
  for (let round = 0; round < 12; round++) {
    const roll = dice(round);
    const prompts = some(7);
    const history: Written[] = [];
    const count = new Map<string, number>();
    for (let at = 0; at < 900; at += 1 + roll(6)) {
      const choice = choose(prompts, history, day(at), `${round}`);
      assert(choice.offer === "prompt");
      const { key, kind, weight } = choice.prompt;
      const last = history.at(-1);
      if (last) assert.notEqual(weightOf(last.kind), weight);
      assert(!isRecent(key, { prompts, history, today: day(at), seed: "" }));
      history.push({ day: day(at), kind: kind as Kind, prompt: key });
      count.set(kind, (count.get(kind) ?? 0) + 1);
    }
    const apart = (count.get("vulnerability") ?? 0) - (count.get("success") ?? 0);
    assert(apart === 0 || apart === 1, JSON.stringify([...count]));
    for (const kind of KINDS) assert((count.get(kind) ?? 0) > 0, kind);
  }
});

test("the hash is the same everywhere", () => {
  // Worked out apart from this program.
  assert.equal(hash(""), 0xab3e7c0b);
  assert.equal(hash("noor\n2026-10-31\nfree-now"), 0xffee6b6a);
});
