/** New keys, and everything that was sealed with the former ones; also when it breaks halfway. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import { answer } from "../journal/worker/answers.ts";
import { exportLine } from "../journal/worker/exporting.ts";
import { importLine } from "../journal/worker/importing.ts";
import {
  type Keyring,
  logLine,
  makeKeyring,
  openKeys,
  renewKeys,
  sealPrivate,
} from "../seal/index.ts";
import { compare } from "./directory.ts";
import { confirmCompared, give } from "./giving.ts";
import type { Here } from "./here.ts";
import { change, contentsOf, refresh } from "./ledger.ts";
import { list, read, save } from "./line.ts";
import { readReceived, received } from "./receiving.ts";
import { leftToRenew, renew } from "./renewing.ts";
import type { Known } from "./store.ts";

const village = new Village();
const look = (...all: Here[]) => {
  for (const here of all) Object.assign(here, { seen: null, log: null });
};
const write = async (here: Here, text: string) =>
  (await save(here, { kind: "free", content: { v: 1, text } })).object;

async function comes(name: string): Promise<{ here: Here; keyring: Keyring }> {
  const keyring = await makeKeyring(crypto.randomUUID());
  village.names.set(keyring.person, name);
  village.logs.set(keyring.person, keyring.log);
  village.lines.push(await logLine(keyring, null));
  return { here: await village.device(keyring.person, keyring), keyring };
}

/** What keepChangedKeys leaves: other keys at hand, published, and all else still to do. */
async function newKeys(here: Here, keyring: Keyring): Promise<Keyring> {
  const next = await renewKeys(keyring);
  village.lines.push(await logLine(next, village.lines.find((line) => isOf(line, next)) ?? null));
  here.keys = await openKeys(next);
  look(here);
  return next;
}

const isOf = (line: string, { log }: Keyring) =>
  atob((line.split(".")[0] ?? "").replaceAll("-", "+").replaceAll("_", "/")).includes(log);
const all = async (here: Here) => {
  for (let left = 1; left > 0; ) ({ left } = await renew(here));
};

test("letters and gifts open with the new keys alone, and stay what they were", async () => {
  const { here: noor, keyring } = await comes("Noor");
  const { here: sam } = await comes("Sam");
  const objects = [];
  for (let one = 0; one < 25; one += 1) objects.push(await write(noor, `Tekst ${one}`));
  await give(noor, { object: objects[3] as string, person: sam.person, until: null });
  const before = await read(noor, objects[3] as string);
  await newKeys(noor, keyring);
  assert.equal(await leftToRenew(noor), 26);

  const first = await renew(noor); // the gift
  assert.deepEqual(first, { left: 25, stuck: [] });
  const then = await renew(noor); // and a portion of letters: here it may stop
  assert.equal(then.left, 5);
  look(noor);
  assert.deepEqual(await renew(noor), { left: 0, stuck: [] });

  const { keys } = noor;
  assert(keys);
  noor.keys = { ...keys, privateKeys: keys.privateKeys.slice(0, 1) };
  look(noor, sam);
  for (const [place, object] of objects.entries()) {
    assert.equal((await read(noor, object)).content.text, `Tekst ${place}`);
  }
  const after = await read(noor, objects[3] as string);
  assert.deepEqual(after, before, "time and version are those of then");
  await compare(sam, noor.person);
  await confirmCompared(sam, noor.person);
  const [gift] = (await received(sam)).received;
  assert.equal((await readReceived(sam, gift?.id as string)).content.text, "Tekst 3");
});

test("what is sealed anew waits as it waited, and what came does not come again", async () => {
  const { here: noor, keyring } = await comes("Noor");
  const { here: sam } = await comes("Sam");
  const [waits, came] = [await write(noor, "Wacht"), await write(noor, "Kwam")];
  await give(noor, { object: waits, person: sam.person, until: "2999-01-01" });
  await give(noor, { object: came, person: sam.person, until: null });
  const idOf = async (of: string) => {
    const given = Object.entries((await contentsOf(noor)).given);
    return given.find(([, gift]) => gift.of === of)?.[0] as string;
  };
  const before = [await idOf(waits), await idOf(came)];
  village.held.add(before[0] as string);
  await newKeys(noor, keyring);
  await all(noor);

  const after = [await idOf(waits), await idOf(came)];
  assert(after.every((id) => !before.includes(id)));
  assert.deepEqual(
    after.map((id) => village.held.has(id)),
    [true, false],
  );
  assert.equal(village.envelopes.get(after[0] as string)?.until, "2999-01-01");
  assert(before.every((id) => !village.envelopes.has(id)));
});

test("what does not open is named, and keeps nothing else back", async () => {
  const { here: noor, keyring } = await comes("Noor");
  const { here: sam } = await comes("Sam");
  const [bad, good] = [await write(noor, "Stuk"), await write(noor, "Heel")] as [string, string];
  await give(noor, { object: bad, person: sam.person, until: null });
  await give(noor, { object: good, person: sam.person, until: null });
  const given = Object.entries((await contentsOf(noor)).given);
  const gift = given.find(([, { of }]) => of === bad)?.[0] as string;
  for (const id of [bad, gift]) {
    const kept = village.envelopes.get(id);
    village.envelopes.set(id, { ...kept, content: new Uint8Array(9) } as never);
  }
  await newKeys(noor, keyring);
  await all(noor);

  const { left, stuck } = await renew(noor);
  assert.equal(left, 0);
  assert.deepEqual(
    stuck.map(({ object, name }) => [object, name]),
    [
      [bad, "Sam"],
      [bad, ""],
    ],
  );
  const now = Object.values((await contentsOf(noor)).given);
  assert.deepEqual(now.map(({ of, by }) => [of === bad, by]).sort(), [
    [false, 2],
    [true, undefined],
  ]);
});

test("what broke off after comparing is given again by pressing once more, or by itself", async () => {
  for (const goOn of ["press", "look"]) {
    const { here: noor } = await comes("Noor");
    const { here: sam, keyring } = await comes("Sam");
    const objects = [await write(noor, "Een"), await write(noor, "Twee")];
    for (const object of objects) await give(noor, { object, person: sam.person, until: null });
    await newKeys(sam, keyring);
    look(noor);
    await compare(noor, sam.person);
    const { stored } = village;
    village.before = () => {
      if (village.stored > stored) throw new Error("gone"); // after the pin
    };
    await assert.rejects(confirmCompared(noor, sam.person));
    village.before = () => {};
    look(noor);
    assert.equal(await leftToRenew(noor), 2);

    if (goOn === "press") {
      await compare(noor, sam.person);
      await confirmCompared(noor, sam.person);
    } else {
      await all(noor);
    }
    assert.equal(await leftToRenew(noor), 0);
    const lines = (await list(noor)).lines.flatMap(({ given }) => given);
    assert.equal(lines.length, 2);
    look(sam);
    const got = (await received(sam)).received.filter(({ from }) => from === noor.person);
    assert.equal(got.length, 2);
    const { keys } = sam;
    assert(keys);
    sam.keys = { ...keys, sharingKeys: keys.sharingKeys.slice(0, 1) };
    for (const { id } of got) assert((await readReceived(sam, id)).content.text);
  }
});

test("contents under former keys are taken until new ones were seen, and never after", async () => {
  const { here: noor, keyring } = await comes("Noor");
  await newKeys(noor, keyring);
  await refresh(noor); // still those of the former keys: it broke off before they were written
  await change(noor, () => ({}));

  const was = (await noor.store.get("known", noor.person)) as Known;
  const old = await openKeys(keyring);
  const what = { kind: "contents", object: keyring.contents, version: was.version + 1 };
  const content = await sealPrivate({ ...what, content: { ...(await contentsOf(noor)) } }, old);
  const kept = village.envelopes.get(keyring.contents);
  village.envelopes.set(keyring.contents, { ...kept, content } as never);
  await assert.rejects(refresh(noor), { why: "sealed" });
});

test("what is sealed under new keys is not sealed once more: brought in, and answered", async () => {
  const { here: ada, keyring } = await comes("Ada");
  const { here: bo } = await comes("Bo");
  for (const [one, other] of [
    [ada, bo],
    [bo, ada],
  ] as const) {
    await compare(one, other.person);
    await confirmCompared(one, other.person);
  }
  await newKeys(ada, keyring);
  await all(ada);
  await compare(bo, ada.person);
  await confirmCompared(bo, ada.person);
  await give(bo, { object: await write(bo, "Over de nacht"), person: ada.person, until: null });
  look(ada, bo);
  const [gift] = (await received(ada)).received;
  await answer(ada, { id: gift?.id as string, text: "Wie was er nog meer?" });
  const elsewhere = await village.comes("Elders");
  await write(elsewhere, "Van een ander huis");
  const { file } = await exportLine(elsewhere, { anyway: false });
  assert.equal((await importLine(ada, { file: file as Blob })).added, 1);

  look(ada);
  assert.equal(await leftToRenew(ada), 0);
});
