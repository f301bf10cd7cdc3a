/** Everything is lost, and a trusted contact helps; also when the server, or somebody, cheats. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  drawSplit,
  makeKeyring,
  makeOneTime,
  sealHalf,
  wordsOfAsking,
  wrapWithContact,
} from "../seal/index.ts";
import { compare } from "./directory.ts";
import { confirmCompared } from "./giving.ts";
import type { Here } from "./here.ts";
import { changeKeys, drawForKeeping, keep, keepChangedKeys, open } from "./keeping.ts";
import { status } from "./keys.ts";
import { read, save } from "./line.ts";
import type { Known } from "./store.ts";
import { typed } from "./testing.ts";
import {
  askContact,
  chooseContact,
  helping,
  helpOpen,
  keepWithContact,
  openWithContact,
  stopAsking,
  trust,
} from "./trust.ts";
import { Office } from "./trust-testing.ts";

const never = () => Promise.reject(new Error("no passkey"));

interface Scene {
  office: Office;
  noor: Here;
  sam: Here;
  words: string;
  object: string;
}
let scene: Scene;

/** Noor keeps her line; she and Sam compared words; she wrote one text. */
async function scenery(): Promise<Scene> {
  const office = new Office();
  office.owner = crypto.randomUUID();
  const noor = await office.device(office.owner);
  await noor.store.clear("log");
  Object.assign(noor.server, office.ownersCalls());
  const content = { v: 1, text: "Het ging." };
  const { object } = await save(noor, { kind: "free", content });
  const { words } = await drawForKeeping(noor);
  await keep(noor, typed(words));
  const sam = await office.village.comes("Sam");
  Object.assign(sam.server, office.helpersCalls());
  office.village.names.set(noor.person, "Noor");
  await eachOther(noor, sam);
  return { office, noor, sam, words: words.join(" "), object };
}

async function eachOther(one: Here, other: Here): Promise<void> {
  for (const [here, { person }] of [
    [one, other],
    [other, one],
  ] as const) {
    Object.assign(here, { seen: null, log: null });
    await compare(here, person);
    await confirmCompared(here, person);
  }
}

/** Another device of Noor: it knows nothing. */
async function lost(): Promise<Here> {
  const { noor, sam, office } = scene;
  // One browser in memory stands for all devices: what Sam's knows stays.
  const known = (await sam.store.get("known", sam.person)) as Known;
  for (const table of ["device", "open", "known", "drafts", "log"] as const) {
    await noor.store.clear(table);
  }
  await sam.store.put("known", known, sam.person);
  return office.page(noor);
}

const chosen = () =>
  chooseContact(scene.noor, { words: scene.words, person: scene.sam.person, days: 3 });

/** She asks, on a device that knows nothing; gives the words she reads aloud. */
async function asks(): Promise<{ here: Here; aloud: string; request: string }> {
  await chosen();
  const here = await lost();
  const { trust: now } = await askContact(here);
  return { here, aloud: now?.asked?.words?.join(" ") ?? "", request: now?.asked?.id ?? "" };
}

/** Each story begins with a scene of its own. */
function story(name: string, doing: () => Promise<void>): void {
  test(name, async () => {
    scene = await scenery();
    await doing();
  });
}

story(
  "the contact and the server open it together, and only the new words open it after",
  async () => {
    const { here, aloud, request } = await asks();
    const { words: back } = await helpOpen(scene.sam, {
      request,
      words: ` ${aloud.toUpperCase()} `,
    });
    scene.office.waited = true;

    const { words } = await openWithContact(here, back.join(" "));
    assert.equal((await keepWithContact(here, typed(words))).state, "open");

    assert.equal((await read(here, scene.object)).content.text, "Het ging.");
    assert.deepEqual(
      scene.office.wraps.map(({ way }) => way),
      ["words"],
    );
    assert.equal(await here.store.get("asking", here.person), undefined);
    const next = await scene.office.page(here);
    const secret = words.join(" ");
    await assert.rejects(open(next, { way: "words", secret: scene.words }, never), {
      why: "secret",
    });
    assert.equal((await open(next, { way: "words", secret }, never)).state, "open");
  },
);

story("the contact sees who asks, and nothing is asked once it is stopped", async () => {
  const { here, request } = await asks();
  const { people } = await helping(scene.sam);
  assert.deepEqual(
    people.map(({ name, asked }) => [name, asked?.id]),
    [["Noor", request]],
  );

  assert.equal((await stopAsking(here)).trust?.asked, null);
  assert.equal((await helping(scene.sam)).people[0]?.asked, null);
  assert.equal(await here.store.get("asking", here.person), undefined);
});

story("asked again after a lost answer it is the same question", async () => {
  const { here, aloud } = await asks();
  const { trust: again } = await askContact(here);
  assert.equal(again?.asked?.words?.join(" "), aloud);
});

story("another device sees that it was asked, and no words to read aloud", async () => {
  const { here } = await asks();
  await here.store.clear("asking");
  assert.equal((await trust(here)).trust?.asked?.words, null);
  await assert.rejects(openWithContact(here, ""), { why: "elsewhere" });
});

story("a server that puts its own key in the place of hers gets nothing", async () => {
  const { aloud, request } = await asks();
  const { recipient } = await makeOneTime();
  Object.assign(scene.office.asked as object, { recipient });

  await assert.rejects(helpOpen(scene.sam, { request, words: aloud }), { why: "heard" });
  assert.equal(scene.office.asked?.answer, null);
});

story("the words hold for this request and this person alone", async () => {
  const { recipient } = await makeOneTime();
  const asking = { request: crypto.randomUUID(), person: crypto.randomUUID(), recipient };
  const words = await wordsOfAsking(asking);
  for (const other of [{ request: crypto.randomUUID() }, { person: crypto.randomUUID() }]) {
    assert.notEqual(await wordsOfAsking({ ...asking, ...other }), words);
  }
});

story("with another half nothing opens, and no words are shown", async () => {
  const { here, aloud, request } = await asks();
  const { words: back } = await helpOpen(scene.sam, { request, words: aloud });
  scene.office.waited = true;
  Object.assign(scene.office.held as object, { half: drawSplit().server });

  await assert.rejects(openWithContact(here, back.join(" ")), { why: "sealed" });
  assert.equal(here.keyring, null);
  assert.equal(here.drawn, "");
});

story("an answer to another request does not open", async () => {
  const { here } = await asks();
  const asked = scene.office.asked as { recipient: string; answer: Uint8Array };
  const other = { request: crypto.randomUUID(), person: here.person, recipient: asked.recipient };
  asked.answer = await sealHalf(drawSplit().contact, other);
  scene.office.waited = true;

  await assert.rejects(openWithContact(here, ""), { why: "sealed" });
});

story(
  "a keyring that the server made itself is found out by the words the contact reads",
  async () => {
    const { here, aloud, request } = await asks();
    const { words: back } = await helpOpen(scene.sam, { request, words: aloud });
    const { office } = scene;
    const { secret, contact, server } = drawSplit();
    const asked = office.asked as { recipient: string; answer: Uint8Array };
    const { recipient } = asked;
    asked.answer = await sealHalf(contact, { request, person: here.person, recipient });
    Object.assign(office.held as object, { half: server });
    const content = await wrapWithContact(await makeKeyring(here.person), secret);
    office.wraps = office.wraps.map((wrap) =>
      wrap.way === "contact" ? { ...wrap, content } : wrap,
    );
    office.waited = true;

    await assert.rejects(openWithContact(here, back.join(" ")), { why: "heard" });
    assert.equal(here.keyring, null);
  },
);

story("a half that somebody else sealed is refused by the contact", async () => {
  const { aloud, request } = await asks();
  const mallory = await scene.office.village.comes("Mallory");
  Object.assign(mallory.server, scene.office.helpersCalls());
  await assert.rejects(helpOpen(mallory, { request, words: aloud }), { why: "sealed" });
  assert.equal(scene.office.asked?.answer, null);
});

story("only somebody with whom words were compared can be chosen", async () => {
  const piet = await scene.office.village.comes("Piet");
  Object.assign(scene.noor, { seen: null, log: null });
  const asked = { words: scene.words, person: piet.person, days: 3 };
  await assert.rejects(chooseContact(scene.noor, asked), { why: "keys" });
  assert.equal(scene.office.held, null);
});

story("another contact takes the place of the first, and new keys end it", async () => {
  await chosen();
  await chosen();
  assert.deepEqual(
    scene.office.wraps.map(({ way }) => way),
    ["words", "contact"],
  );

  const { words } = await changeKeys(scene.noor, scene.words);
  await keepChangedKeys(scene.noor, typed(words));

  assert.deepEqual(
    scene.office.wraps.map(({ way }) => way),
    ["words"],
  );
  assert.equal((await trust(scene.noor)).trust, null);
  assert.equal((await status(scene.noor)).state, "open");
});
