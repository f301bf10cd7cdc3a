// After new keys: what the former ones sealed is sealed anew, some at a time, until nothing is left.
// It can stop anywhere: what is left stands in the contents, so any device goes on from there.
import { isKind } from "../journal/content.ts";
import { noteSaved } from "../journal/worker/memory.ts";
import { type OpenKeys, openPrivate, sealPrivate, sha256b64 } from "../seal/index.ts";
import { type Contents, type GivenTo, isOfFormerKeys, sealedBy } from "./contents.ts";
import { giveAgain, stillGiven } from "./giving.ts";
import type { Here } from "./here.ts";
import { change, contentsOf, refresh, sealed } from "./ledger.ts";
import { openSome } from "./line.ts";
import type { Answer, Opened, Stuck } from "./protocol.ts";
import { publishWaiting } from "./publishing.ts";
import { Refusal } from "./refusal.ts";
import type { ToStore } from "./server.ts";

/** Letters at once, and bytes of them: the server takes 50 and 2 MiB, the contents among them. */
const LETTERS = 20;
const BYTES = 512 * 1024;
const GIFTS = 3;

/** How many letters, copies and gifts are sealed with former keys. */
export async function leftToRenew(here: Here): Promise<number> {
  const { letters, copies, gifts } = leftIn(await contentsOf(here), here);
  return letters.length + copies.length + gifts.length;
}

function leftIn(contents: Contents, { keys, stuck }: Here) {
  const left = ([id, one]: [string, { by?: number }]) =>
    keys !== null && isOfFormerKeys(one, keys) && !stuck.has(id);
  const copies = contents.waiting.flatMap(({ copy }) => copy ?? []);
  return {
    letters: Object.entries(contents.objects).filter(left),
    copies: copies.filter((copy) => left([copy.id, copy])),
    gifts: Object.entries(contents.given).filter(
      ([id, gift]) => left([id, gift]) || (!stuck.has(id) && isToFormerKeys(contents, gift)),
    ),
  };
}

/** The two compared words since, and then it broke off. */
function isToFormerKeys({ pins }: Contents, { to, keys }: GivenTo): boolean {
  const pin = pins[to];
  return pin !== undefined && keys !== undefined && keys !== pin.keys;
}

/** Seal some more anew. What cannot be is named, and stays as it was. */
export async function renew(here: Here): Promise<Answer<"renew">> {
  await publishWaiting(here);
  const { contents } = await refresh(here);
  const { letters, copies, gifts } = leftIn(contents, here);
  if (gifts.length > 0) {
    await renewGifts(here, gifts.slice(0, GIFTS));
  } else if (copies.length > 0) {
    await renewCopies(here);
  } else if (letters.length > 0) {
    await renewLetters(
      here,
      letters.slice(0, LETTERS).map(([object]) => object),
    );
  }
  const stuck = [...here.stuck.values()].filter((one) => one !== null);
  return { left: await leftToRenew(here), stuck };
}

async function renewGifts(here: Here, gifts: [string, GivenTo][]): Promise<void> {
  const contents = await contentsOf(here);
  const open = new Set((await stillGiven(here)).map(([id]) => id));
  for (const [id, gift] of gifts) {
    if (!open.has(id)) {
      here.stuck.set(id, null); // it ended
      continue;
    }
    await giveAgain(here, id, gift).catch((error: unknown) => {
      const about = { object: gift.of, day: contents.objects[gift.of]?.day ?? "" };
      // Whoever has other keys now gets it when the two compared words.
      const later = error instanceof Refusal && error.why === "keys";
      leave(here, id, error, later ? null : { ...about, name: contents.pins[gift.to]?.name ?? "" });
    });
  }
}

/** Not this one: the others go on. Without the server or the session none does. */
function leave(here: Here, id: string, error: unknown, stuck: Stuck | null): void {
  const whole = !(error instanceof Refusal) || WHOLE.has(error.why);
  if (whole && !(error instanceof Refusal && error.sentence)) {
    throw error;
  }
  here.stuck.set(id, stuck);
}

const WHOLE = new Set(["server", "signed-out", "locked", "log", "own-keys"]);

async function renewLetters(here: Here, wanted: string[]): Promise<void> {
  const { objects } = await contentsOf(here);
  const { letters, closed } = await openSome(here, objects, wanted);
  for (const object of closed) {
    here.stuck.set(object, { object, day: objects[object]?.day ?? "", name: "" });
  }
  const some = fitting(letters);
  await change(here, async (contents) => {
    const envelopes: ToStore[] = [];
    for (const { object, kind, version, time, content } of some) {
      const listed = contents.objects[object];
      // Changed or removed elsewhere meanwhile: then there is nothing of the former keys left.
      if (listed && listed.hash === objects[object]?.hash) {
        const what = { kind, object, version, content, time: new Date(time) };
        const envelope = await sealPrivate(what, here.needKeys());
        const hash = await sha256b64(envelope);
        contents.objects[object] = { ...listed, hash, ...sealedBy(here.needKeys()) };
        envelopes.push({ id: object, was: listed.hash, content: envelope });
      }
    }
    return { envelopes };
  });
  for (const { object, kind, content } of some) {
    if (isKind(kind)) await noteSaved(here, object, { kind, content });
  }
}

/** As many as go along in one request; at least one. */
function fitting(letters: Opened[]): Opened[] {
  let room = BYTES;
  const end = letters.findIndex(({ content }) => {
    room -= JSON.stringify(content).length;
    return room < 0;
  });
  return end < 0 ? letters : letters.slice(0, Math.max(1, end));
}

/** Copies of what waits for somebody without keys. */
async function renewCopies(here: Here): Promise<void> {
  const { waiting, objects } = await contentsOf(here);
  const keys = here.needKeys();
  const fresh = new Map<string, { envelope: Uint8Array; was: string }>();
  for (const { of, copy } of waiting) {
    if (copy && isOfFormerKeys(copy, keys) && !here.stuck.has(copy.id)) {
      const sealedAnew = await copied(here, copy, keys).catch((error: unknown) => {
        leave(here, copy.id, error, { object: of, day: objects[of]?.day ?? "", name: "" });
        return null;
      });
      if (sealedAnew) fresh.set(copy.id, { envelope: sealedAnew, was: copy.hash });
    }
  }
  await change(here, async (contents) => {
    const envelopes: ToStore[] = [];
    for (const { copy } of contents.waiting) {
      const one = copy && fresh.get(copy.id);
      if (one && copy.hash === one.was) {
        envelopes.push({ id: copy.id, was: copy.hash, content: one.envelope });
        Object.assign(copy, { hash: await sha256b64(one.envelope), ...sealedBy(keys) });
      }
    }
    return { envelopes };
  });
}

async function copied(
  here: Here,
  { id, hash }: { id: string; hash: string },
  keys: OpenKeys,
): Promise<Uint8Array> {
  const envelope = (await here.server.fetch([id])).get(id)?.content;
  if (!envelope || (await sha256b64(envelope)) !== hash) throw new Refusal("older");
  const { kind, version, time, content } = await openPrivate(envelope, { object: id }, keys).catch(
    sealed,
  );
  return sealPrivate({ kind, object: id, version, content, time: new Date(time) }, keys);
}
