// A thread: messages of a few people put in order, and what may be seen in it. Only what each
// browser opened itself counts; nobody keeps the thread for the others.
import type { Member, Message, Subject } from "./message.ts";

/** A message as this person has it. */
export interface Told {
  message: Message;
  /** Who wrote it, as the keys say; the own person for what one wrote oneself. */
  from: string;
  mine: boolean;
  /** When it came, or when it was written here: a day. */
  day: string;
  /** Of what others wrote: the ids under which it was received. */
  received: string[];
  /** Of what one wrote: does it still wait for somebody's working time? */
  held: boolean;
  /** Of what one wrote: with whom it did not arrive, and will not any more. */
  missed: string[];
}

/** One message in its place, with who came or went since the one before. */
export interface Step extends Told {
  /** Who is in it from here on: whoever left stays out, also when a writer did not know it yet. */
  members: Member[];
  came: Member[];
  went: Member[];
}

export interface Thread {
  id: string;
  about: Subject;
  steps: Step[];
  /** Who is in it now. */
  members: Member[];
  /** Whether I am still in it. */
  isIn: boolean;
  /** The last word is of somebody else, and it asks for one. */
  asksMe: boolean;
  /** I asked for help, it came, and nobody said anything. */
  unanswered: boolean;
  /** The newest day on which something came or was written. */
  day: string;
}

const ASKING = new Set<Subject>(["consult", "help"]);

/** All threads of ``me``: what asks for an answer first, then the newest. */
export function threadsOf(told: Told[], me: string): Thread[] {
  const byThread = new Map<string, Told[]>();
  for (const one of told) {
    const { thread } = one.message;
    byThread.set(thread, [...(byThread.get(thread) ?? []), one]);
  }
  return [...byThread]
    .map(([id, some]) => threadOf(id, some, me))
    .sort(
      (one, other) => Number(other.asksMe) - Number(one.asksMe) || other.day.localeCompare(one.day),
    );
}

function threadOf(id: string, told: Told[], me: string): Thread {
  const steps = untilILeft(inOrder(once(told)), me);
  const [first] = steps;
  const last = steps.at(-1);
  const spoken = steps.filter(({ message }) => message.says !== "left");
  const mineOnly = spoken.every(({ mine }) => mine);
  const about = (first as Step).message.about;
  const { members } = last as Step;
  const isIn = members.some(({ person }) => person === me);
  return {
    id,
    about,
    steps,
    members,
    isIn,
    asksMe: isIn && ASKING.has(about) && asks(spoken),
    unanswered: about === "help" && isIn && mineOnly && spoken.every(({ held }) => !held),
    day: steps.map(({ day }) => day).reduce((one, other) => (one > other ? one : other), ""),
  };
}

/** The last word is of somebody else; a yes or no to my own request asks for nothing. */
function asks(spoken: Step[]): boolean {
  const [first] = spoken;
  const last = spoken.at(-1);
  return last?.mine === false && !(first?.mine && last.message.says !== undefined);
}

/** What came twice, because it was sealed anew, is one message. */
function once(told: Told[]): Told[] {
  const found = new Map<string, Told>();
  for (const one of told) {
    const key = `${one.from}/${one.message.id}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, received: [...before.received, ...one.received] } : one);
  }
  return [...found.values()];
}

/** By place; written at the same time: by id, so that everybody sees the same order. */
function inOrder(told: Told[]): Step[] {
  const sorted = told.sort(
    (one, other) =>
      one.message.n - other.message.n || one.message.id.localeCompare(other.message.id),
  );
  const left = new Set<string>();
  let before = sorted[0]?.message.members ?? [];
  return sorted.map((one) => {
    if (one.message.says === "left") left.add(one.from);
    const members = one.message.members.filter(({ person }) => !left.has(person));
    const step = {
      ...one,
      members,
      came: without(members, before),
      went: without(before, members),
    };
    before = members;
    return step;
  });
}

/** Nothing after that: whoever wrote on did not know it yet. */
function untilILeft(steps: Step[], me: string): Step[] {
  const left = steps.findIndex(({ from, message }) => from === me && message.says === "left");
  return left < 0 ? steps : steps.slice(0, left + 1);
}

function without(some: Member[], others: Member[]): Member[] {
  const known = new Set(others.map(({ person }) => person));
  return some.filter(({ person }) => !known.has(person));
}
