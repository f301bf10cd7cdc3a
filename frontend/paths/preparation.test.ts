/** A preparation of a meeting: for oneself, until it is given to who sits at that table. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import { send, threads } from "../together/worker/messages.ts";
import { list, save } from "../vault/line.ts";
import { Refusal } from "../vault/refusal.ts";
import { answered, isPreparation, KEPT_PREPARATION, laidOut } from "./preparation.ts";
import { preparation } from "./worker/preparation.ts";

const MEETING = "5f0bd6a4-9d0c-4b77-8e5a-0c7f5e3a1b2c";
const OTHER = "018f3a5e-7c1b-4d42-9a60-3b5c1d2e4f60";
const KNOW = { asked: "Wat wil je dat de anderen weten?", text: "Dat ik avonden zwaar vind." };

const village = new Village();
const noor = await village.comes("Noor");
const sam = await village.comes("Sam");
const joost = await village.comes("Joost");
const gijs = await village.comes("Gijs");
const table = [noor, sam, joost].map(({ person }) => person);

const given = async (here: typeof noor, meeting = MEETING) => {
  Object.assign(here, { seen: null, log: null });
  here.changed();
  return (await preparation(here, { meeting, others: table })).given;
};

test("such a letter holds a meeting and answers, and nothing else", () => {
  const held = (more: object) => isPreparation({ v: 1, meeting: MEETING, parts: [KNOW], ...more });

  assert.equal(held({}), true);
  assert.equal(held({ parts: [] }), true);
  assert.equal(held({ meeting: "morgen" }), false);
  assert.equal(held({ parts: [{ ...KNOW, about: "Noor" }] }), false);
  assert.equal(held({ parts: Array(9).fill(KNOW) }), false);
  assert.equal(held({ parts: null }), false);
  assert.equal(held({ text: "x" }), false);
  assert.equal(held({ v: 2 }), false);
});

test("what the card does not ask any more is not lost", () => {
  const kept = [KNOW, { asked: "Iets van vroeger?", text: "Ja." }, { asked: "Leeg?", text: " " }];

  assert.deepEqual(laidOut([KNOW.asked, "Nieuw?"], kept), [
    KNOW,
    { asked: "Nieuw?", text: "" },
    kept[1],
  ]);
  assert.deepEqual(
    answered([
      { ...KNOW, text: " Ja. " },
      { asked: "En?", text: " " },
    ]),
    [{ ...KNOW, text: "Ja." }],
  );
});

test("it stands on no line, is kept apart for each meeting, and nobody else has it", async () => {
  const content = { v: 1, meeting: MEETING, parts: [KNOW] };
  const { object } = await save(noor, { kind: KEPT_PREPARATION, content });
  await save(noor, { kind: KEPT_PREPARATION, content: { ...content, meeting: OTHER, parts: [] } });

  const { kept } = await preparation(noor, { meeting: MEETING, others: table });

  assert.deepEqual([kept?.object, kept?.content], [object, content]);
  assert.deepEqual((await list(noor)).lines, []);
  assert.deepEqual(await given(sam), []);
  const forOthers = [...village.envelopes.values()].filter(({ to }) => to !== undefined);
  assert.deepEqual(forOthers, []);
});

test("given, it is at that table with the two others, and at no other", async () => {
  const to = [sam.person, joost.person];
  await send(noor, { about: "preparation", meeting: MEETING, to, text: "", parts: [KNOW] });

  for (const here of [sam, joost]) {
    assert.deepEqual(
      (await given(here)).map(({ from, mine, parts }) => [from, mine, parts]),
      [[noor.person, false, [KNOW]]],
    );
    assert.deepEqual(await given(here, OTHER), []);
  }
  assert.deepEqual(
    (await given(noor)).map(({ mine }) => mine),
    [true],
  );
});

test("what is said back in its thread is no preparation", async () => {
  const [thread] = (await threads(sam)).threads;
  const back = { about: "preparation" as const, thread: thread?.id ?? "", text: "Dank je." };
  await send(sam, { ...back, to: [noor.person] });

  assert.equal((await given(noor)).length, 1);
});

test("who does not sit at that table puts nothing on it, and nobody speaks as another", async () => {
  const said = { about: "preparation" as const, meeting: MEETING, text: "" };
  const parts = [{ ...KNOW, text: "Noor kan het niet aan." }];
  const { thread } = await send(gijs, { ...said, to: [sam.person, noor.person], parts });
  await given(sam);
  await send(sam, { about: "preparation", thread, to: [noor.person], text: "Wie ben jij?" });

  for (const here of [noor, sam]) {
    const shown = await given(here);
    assert.deepEqual(
      shown.map(({ from, name }) => [from, name === "" || name === "Noor"]),
      [[noor.person, true]],
    );
  }
});

test("only a preparation names a meeting", async () => {
  const said = { about: "consult" as const, meeting: MEETING, to: [sam.person], text: "Kijk." };

  await assert.rejects(
    send(noor, said),
    (error: unknown) => error instanceof Refusal && error.why === "content",
  );
});
