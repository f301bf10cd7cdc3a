/** Two open pages do not eat each other's text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Village } from "../journal/testing.ts";
import { claimDraft, draft, drafts, keepDraft, releaseDraft } from "./drafts.ts";

const here = await new Village().comes("Noor");
const names = async () => (await drafts(here)).drafts.map(({ name, held }) => [name, held]);

test("each page has a draft of its own; what nobody is at can be taken up", async () => {
  await keepDraft(here, "write/one", "Eerste");
  await keepDraft(here, "write/two", "Tweede");
  assert.deepEqual(await claimDraft(here, "write/one"), { claimed: true });
  assert.deepEqual(
    new Map((await names()) as [string, boolean][]),
    new Map([
      ["write/one", true],
      ["write/two", false],
    ]),
  );
  assert.equal((await draft(here, "write/two")).text, "Tweede");
  assert.deepEqual(
    await claimDraft(here, "write/one"),
    { claimed: true },
    "asked again by the same page",
  );

  releaseDraft(here, "write/one");
  await keepDraft(here, "write/one", "");
  assert.deepEqual(await names(), [["write/two", false]]);
});

test("what another page is at cannot be claimed", async () => {
  let done = () => {};
  const other = new Promise<void>((release) => {
    done = release;
  });
  const lock = `hartlijn-draft/${here.person}/write/two`;
  await new Promise<void>((held) => {
    void navigator.locks.request(lock, () => {
      held();
      return other;
    });
  });
  assert.deepEqual(await claimDraft(here, "write/two"), { claimed: false });
  assert.deepEqual(await names(), [["write/two", true]]);
  done();
});

test("what is typed while the line closes opens only with its keys", async () => {
  const { keys } = here;
  here.forget();
  await keepDraft(here, "write/closing", "Net voor het sluiten");

  const kept = await here.store.get("drafts", `${here.person}/write/closing`);
  assert.equal(kept?.key, undefined, "no key lies beside it");
  assert.equal((await draft(here, "write/closing")).text, "");
  here.keys = keys;
  assert.equal((await draft(here, "write/closing")).text, "Net voor het sluiten");
  await keepDraft(here, "write/closing", "");
});

test("drafts of somebody else on this device are not named", async () => {
  const sam = await new Village().comes("Sam");
  assert.deepEqual((await drafts(sam)).drafts, []);
});
