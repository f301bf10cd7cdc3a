/** Keeping a line while answers get lost: what somebody wrote stays open to them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeKeyring, renewKeys, unwrapForDevice, wrapWithWords } from "../seal/index.ts";
import type { Here } from "./here.ts";
import { drawForKeeping, keep, open } from "./keeping.ts";
import { lock, status } from "./keys.ts";
import { read, save } from "./line.ts";
import { Registry, typed } from "./testing.ts";

const never = () => Promise.reject(new Error("no passkey"));
const write = async (here: Here) =>
  (await save(here, { kind: "free", content: { v: 1, text: "Het ging." } })).object;

async function wrote(): Promise<{ registry: Registry; here: Here; object: string }> {
  const registry = new Registry();
  const here = await registry.device(crypto.randomUUID());
  await here.store.clear("log");
  return { registry, here, object: await write(here) };
}

test("asked again after a lost answer, the same words keep the line", async () => {
  const { registry, here, object } = await wrote();
  const { words } = await drawForKeeping(here);
  registry.lost = "addWrap";
  await assert.rejects(keep(here, typed(words)), { why: "server" });
  assert.equal((await keep(here, typed(words))).state, "open");

  assert.equal(registry.wraps.length, 1);
  await lock(here);
  const opened = await open(here, { way: "words", secret: words.join(" ") }, never);
  assert.equal(opened.state, "open");
  assert.equal((await read(here, object)).content.text, "Het ging.");
});

for (const step of ["addWrap", "publish"] as const) {
  test(`a page that is left when ${step} broke opens again, and offers new words`, async () => {
    const { registry, here, object } = await wrote();
    const { words: lost } = await drawForKeeping(here);
    registry[step === "publish" ? "broken" : "lost"] = step;
    await assert.rejects(keep(here, typed(lost)), { why: "server" });
    registry.broken = null;

    const next = await registry.page(here);
    assert.equal((await status(next)).state, "unkept");
    assert.equal((await read(next, object)).content.text, "Het ging.");
    const { words } = await drawForKeeping(next);
    assert.equal(words.join() === lost.join(), false);
    assert.equal((await keep(next, typed(words))).state, "open");
    assert.equal(registry.wraps.length, 1);
    assert.equal(await next.store.get("device", next.person), undefined);
  });
}

test("another keyring, or an older one, is refused by a device that knew the line", async () => {
  const { registry, here } = await wrote();
  const device = await here.store.get("device", here.person);
  assert(device);
  const mine = await unwrapForDevice(device, { person: here.person });
  const { words } = await drawForKeeping(here);
  await keep(here, typed(words));
  await lock(here);
  const asked = { way: "words", secret: words.join(" ") } as const;
  const served = async (keyring: typeof mine) => {
    const content = await wrapWithWords(keyring, asked.secret);
    registry.wraps = registry.wraps.map((wrap) => ({ ...wrap, content }));
  };

  await served({ ...mine, keyring: (await makeKeyring(here.person)).keyring });
  await assert.rejects(open(here, asked, never), { why: "secret" });

  const newer = await renewKeys(mine);
  await served(newer);
  await open(here, asked, never);
  await lock(here);
  await served(mine);
  await assert.rejects(open(here, asked, never), { why: "older" });
});
