/** Saving again after a lost answer, and reading while another device writes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import { makeKeyring } from "../seal/index.ts";
import { change, contentsOf, isNearlyFull } from "./ledger.ts";
import { list, read, readAll, save } from "./line.ts";

const village = new Village();
const keyring = await makeKeyring(crypto.randomUUID());
village.names.set(keyring.person, "Noor");
const phone = await village.device(keyring.person, keyring);
const what = (text: string) => ({ kind: "free", content: { v: 1, text } });

test("the same words once more after a lost answer are stored once", async () => {
  const object = crypto.randomUUID();
  for (const base of [undefined, 1]) {
    const ask = { ...what(`Versie na ${base ?? 0}`), object, ...(base ? { base } : {}) };
    const { server } = phone;
    const lost = {
      ...server,
      store: async (...all: Parameters<typeof server.store>) => {
        await server.store(...all);
        throw new Error("lost");
      },
    };
    Object.assign(phone, { server: lost });
    await assert.rejects(save(phone, ask));
    Object.assign(phone, { server });
    const saved = await save(phone, ask);
    assert.deepEqual(saved, { object, version: (base ?? 0) + 1, beside: false });
  }
  assert.equal((await list(phone)).lines.length, 1);
  const other = await save(phone, { ...what("Anders"), object, base: 1 });
  assert.equal(other.beside, true);
});

test("what another device wrote meanwhile is read, and no reason to doubt the server", async () => {
  const { object } = await save(phone, what("Eerst"));
  const mine = structuredClone(phone.seen);
  await save(phone, { ...what("Later"), object, base: 1 });
  const theirs = phone.seen;
  phone.seen = mine; // as a page that looked before
  assert.equal((await read(phone, object)).content.text, "Later");

  phone.seen = structuredClone(mine);
  const found: unknown[] = [];
  const all = await readAll(phone, [object], (some) => found.push(...some));
  assert.deepEqual([all.opened, all.refused], [1, []]);
  phone.seen = theirs;

  const kept = village.envelopes.get(object);
  village.envelopes.set(object, { ...kept, content: new Uint8Array(9) } as never);
  await assert.rejects(read(phone, object), { why: "older" });
});

test("a full line says so itself, after it was said that it would be", async () => {
  assert.equal(isNearlyFull(await contentsOf(phone)), false);
  const name = "n".repeat(950_000);
  const pin = { name, log: "", keys: "", compared: null };
  await change(phone, (contents) => {
    contents.pins.somebody = pin;
    return {};
  });
  assert.equal(isNearlyFull(await contentsOf(phone)), true);
  await assert.rejects(
    change(phone, (contents) => {
      contents.pins.another = pin;
      return {};
    }),
    { why: "full" },
  );
});
