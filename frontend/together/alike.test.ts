/** Whoever runs the server cannot tell a cry for help from a thank-you: docs/seal.md, 10. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import type { Here } from "../vault/here.ts";
import type { ToStore } from "../vault/server.ts";
import {
  type Answered,
  filled,
  isMessage,
  type Message,
  SAYS,
  SUBJECTS,
  type Subject,
  unfilled,
} from "./message.ts";
import { send, threads } from "./worker/messages.ts";

const village = new Village();
const ASKED = [
  "Wat is jouw vraag?",
  "Wat deed het met jou?",
  "Wat heb je al geprobeerd?",
  "Waar ben je bang voor?",
];

/** The same number of letters, as this subject has them: in one field or in four. */
function typed(about: Subject, letters: number): { text: string; parts?: Answered[] } {
  if (about !== "consult") {
    return { text: "a".repeat(letters) };
  }
  const each = Math.floor(letters / ASKED.length);
  const first = letters - each * (ASKED.length - 1);
  const lengths = ASKED.map((_, at) => (at === 0 ? first : each));
  return {
    text: "",
    parts: ASKED.map((asked, at) => ({ asked, text: "a".repeat(lengths[at] ?? 0) })),
  };
}

/** What the server is told when this is done: everything, but what is sealed only by its size. */
async function wireOf(here: Here, act: () => Promise<unknown>): Promise<unknown[]> {
  const told: unknown[] = [];
  const { server } = here;
  const store = server.store.bind(server);
  server.store = async (envelopes: ToStore[], remove: string[] = []) => {
    told.push({
      remove: remove.length,
      envelopes: envelopes.map(({ id, content, was, ...rest }) => ({
        own: id === here.needKeys().contents,
        size: content.length,
        isNew: was === null,
        ...rest,
      })),
    });
    await store(envelopes, remove);
  };
  await act();
  server.store = store;
  return told;
}

test("every subject with as many letters is told to the server in the same way", async () => {
  const sam = await village.comes("Sam");
  const wires: unknown[] = [];
  for (const letters of [4, 1_600, 4_000]) {
    const found: unknown[][] = [];
    for (const about of SUBJECTS) {
      const noor = await village.comes("Noor"); // each has sent nothing before
      const to = [sam.person];
      found.push(await wireOf(noor, () => send(noor, { about, to, ...typed(about, letters) })));
    }
    for (const [at, wire] of found.entries()) {
      assert.deepEqual(wire, found[0], `${SUBJECTS[at]}, ${letters} letters`);
    }
    wires.push(found[0]);
  }
  const told = new Set(wires.map((wire) => JSON.stringify(wire).replace(/"to":"[^"]*"/g, "")));
  assert.equal(told.size, 2, "the size does tell whether it was a note or a long story");
});

test("a yes, a later and a no are told in the same way as any other answer", async () => {
  const found: unknown[][] = [];
  for (const says of [undefined, ...SAYS]) {
    const noor = await village.comes("Noor");
    const sam = await village.comes("Sam");
    const { thread } = await send(noor, { about: "help", to: [sam.person], text: "Kom je?" });
    await threads(sam);
    const answer = { about: "help" as const, thread, to: [noor.person], text: "Ja." };
    const told = await wireOf(sam, () => send(sam, says ? { ...answer, says } : answer));
    found.push(told.map((one) => JSON.parse(JSON.stringify(one).replaceAll(noor.person, "Noor"))));
  }
  for (const wire of found) {
    assert.deepEqual(wire, found[0]);
  }
});

test("to the byte, with any number of people, until names are very long", () => {
  const sizeOf = (message: Message) =>
    new TextEncoder().encode(JSON.stringify(filled(message))).length;
  const sizes = [1, 2, 12].flatMap((people) =>
    SUBJECTS.map((about) => sizeOf(messageWith(about, people))),
  );
  assert.equal(new Set(sizes).size, 1);
});

test("only spaces fill, and whoever takes a message along takes none of them", () => {
  const message = messageWith("help", 2);
  assert.equal(isMessage({ ...filled(message) }), true);
  assert.equal(isMessage({ ...message }), true, "what was written earlier");
  assert.equal(isMessage({ ...message, fill: " een woord " }), false);
  assert.equal(isMessage({ ...message, fill: " ".repeat(3_000) }), false);
  assert.deepEqual(unfilled(filled(message)), message);
});

function messageWith(about: Subject, people: number): Message {
  const members = Array.from({ length: people }, () => ({
    person: crypto.randomUUID(),
    name: "Somebody with a name",
  }));
  const id = crypto.randomUUID();
  return { v: 1, id, thread: id, n: 1, about, members, ...typed(about, 100) };
}
