// The trusted contact: choosing one, asking for help when everything is lost, and helping.
import {
  type Asking,
  drawSplit,
  drawWords,
  fingerprint,
  halfIn,
  joinHalves,
  type Keyring,
  makeOneTime,
  openHalf,
  openKeys,
  openShared,
  type PublicKeys,
  publicKeys,
  SealError,
  sealHalf,
  sealShared,
  unb64,
  unwrapWithContact,
  wordsOf,
  wordsOfAsking,
  wrapWithContact,
  wrapWithWords,
} from "../seal/index.ts";
import { cleanWords } from "../seal/words.ts";
import { type Found, find } from "./directory.ts";
import type { Here } from "./here.ts";
import { addWay, checkedKeyring, drawnFor, expectedKeyring, keyringBy, settle } from "./keeping.ts";
import { hold, status, waysOf } from "./keys.ts";
import { sealed } from "./ledger.ts";
import {
  type Answer,
  type Ask,
  type AskedContact,
  type Status,
  type Trusted,
  WAYS,
} from "./protocol.ts";
import { Refusal } from "./refusal.ts";
import type { ServerAsked } from "./server.ts";

const KIND = "half";

/** The own trusted contact, and how far a request is. */
export async function trust(here: Here): Promise<{ trust: Trusted | null }> {
  const said = await here.server.trust();
  if (!said) {
    return { trust: null };
  }
  const { wrap, name, days, made_on: madeOn, stopped } = said;
  const asked = said.asked && { ...askedOf(said.asked), words: await ownWords(here, said.asked) };
  return { trust: { wrap, name, days, madeOn, stopped, asked } };
}

function askedOf(asked: ServerAsked): AskedContact {
  const { id, is_open: isOpen, answered } = asked;
  const [askedAt = 0, opensAt = 0, closesAt = 0] = [
    asked.asked_at,
    asked.opens_at,
    asked.closes_at,
  ].map((at) => Date.parse(at));
  return { id, askedAt, opensAt, closesAt, isOpen, answered };
}

/** The words to read aloud: of the key that lies here, and not of what the server says it is. */
async function ownWords(here: Here, asked: ServerAsked): Promise<string[] | null> {
  const mine = await here.store.get("asking", here.person);
  if (mine?.request !== asked.id) {
    return null;
  }
  const { request, recipient } = mine;
  return (await wordsOfAsking({ request, person: here.person, recipient })).split(" ");
}

/** Close the keyring with a secret, and give its two halves to two who have to work together. */
export async function chooseContact(here: Here, ask: Ask<"chooseContact">): Promise<void> {
  await here.needKept();
  const keyring = await keyringBy(here, ask.words);
  const found = await find(here, ask.person);
  // The half is for the person, so for keys that the two once read to each other.
  if (!found.keys || found.trust !== "compared") throw new Refusal("keys");
  const { secret, contact, server } = drawSplit();
  const id = crypto.randomUUID();
  const what = { kind: KIND, object: id, version: 1, content: { v: 1, half: contact } };
  const letter = await sealShared(what, [found.keys], here.needKeys());
  const content = await wrapWithContact(keyring, secret);
  const { ways } = await here.serverState();
  const former = ways.filter(({ way }) => way === "contact").map((one) => one.id);
  const { person: to, days } = ask;
  await here.server.chooseContact({ id, content, to, days, letter, half: server }, former);
  here.changed();
}

/** Ask with a key of this device alone; asked again after a lost answer it is the same one. */
export async function askContact(here: Here): Promise<{ trust: Trusted | null }> {
  const running = (await here.server.trust())?.asked;
  const before = await here.store.get("asking", here.person);
  const again = before && (!running || running.id === before.request);
  const mine = again ? before : { ...(await makeOneTime()), request: crypto.randomUUID() };
  // First here: a request whose key is nowhere can only run out.
  await here.store.put("asking", mine, here.person);
  await here.server.askContact(mine.request, mine.recipient);
  return trust(here);
}

export async function stopAsking(here: Here): Promise<{ trust: Trusted | null }> {
  await here.server.stopAsking();
  await here.store.delete("asking", here.person);
  return trust(here);
}

/**
 * The two halves came: open, look whether it are the keys that the contact knows, and only then draw
 * new words. Whatever does not fit, nothing of it is shown or kept.
 */
export async function openWithContact(
  here: Here,
  heard: string,
): Promise<Answer<"openWithContact">> {
  const mine = await here.store.get("asking", here.person);
  if (!mine) throw new Refusal("elsewhere");
  const keyring = await openedBoth(here, mine);
  // The server can make a keyring that opens with a secret of its own: the contact knows better.
  if (cleanWords(heard) !== (await wordsOfKeyring(keyring))) throw new Refusal("heard");
  here.keyring = keyring;
  here.drawn = drawWords();
  here.wrapped = null;
  return { words: here.drawn.split(" ") };
}

async function openedBoth(
  here: Here,
  { key, request }: { key: CryptoKey; request: string },
): Promise<Keyring> {
  const { half, answer } = await here.server.openWithContact();
  const expected = await expectedKeyring(here);
  const person = here.person;
  try {
    const secret = joinHalves(await openHalf(answer, key, { request, person }), half);
    const wraps = (await waysOf(here)).filter(({ way }) => way === "contact");
    const [wrap] = wraps;
    if (!wrap || wraps.length > 1) throw new SealError();
    return await checkedKeyring(here, await unwrapWithContact(wrap.content, secret, expected));
  } catch (error) {
    throw error instanceof SealError ? new Refusal("sealed") : error;
  }
}

const wordsOfKeyring = async (keyring: Keyring): Promise<string> =>
  wordsOf(await fingerprint(publicKeys(await openKeys(keyring))));

/** The new words hold, and nothing that was lost opens any more: somebody may find it. */
export async function keepWithContact(here: Here, typed: Record<number, string>): Promise<Status> {
  const keyring = drawnFor(here, typed);
  const words = here.drawn;
  await addWay(here, "words", "", () => wrapWithWords(keyring, words), [...WAYS]);
  await settle(here, keyring);
  await hold(here, false);
  await here.store.delete("asking", here.person);
  await here.store.delete("device", here.person);
  here.done();
  return status(here);
}

/** Whose contact one is, and who asks. */
export async function helping(here: Here): Promise<Answer<"helping">> {
  const found = await here.server.helping();
  const people = found.map(({ person, name, days, asked }) => ({
    person,
    name,
    days,
    asked: asked && askedOf(asked),
  }));
  return { people };
}

/** The half goes to the key whose words were heard, and to no other that the server names. */
export async function helpOpen(here: Here, ask: Ask<"helpOpen">): Promise<Answer<"helpOpen">> {
  const all = await here.server.helping();
  const one = all.find(({ asked }) => asked?.id === ask.request);
  if (!one?.asked || !one.letter) throw new Refusal("older");
  const { person, wrap } = one;
  const { recipient } = one.asked;
  const asking: Asking = { request: ask.request, person, recipient };
  if (cleanWords(ask.words) !== (await wordsOfAsking(asking))) throw new Refusal("heard");
  const owner = await known(here, person);
  const author = owner.keys as PublicKeys;
  const recipients = [author.id, here.needKeys().log];
  const expected = { kind: KIND, object: wrap, version: 1, author, recipients };
  const letter = await openShared(unb64(one.letter), expected, here.needKeys()).catch(sealed);
  await here.server.helpOpen(ask.request, await sealHalf(halfIn(letter.content), asking));
  return toReadBack(owner);
}

/** The words of the other's keys, to read back to them. */
export async function readBack(here: Here, person: string): Promise<Answer<"readBack">> {
  return toReadBack(await known(here, person));
}

async function known(here: Here, person: string): Promise<Found> {
  const found = await find(here, person);
  if (!found.keys) throw new Refusal("keys");
  return found;
}

const toReadBack = ({ fingerprint: print, trust: known }: Found): Answer<"readBack"> => ({
  words: wordsOf(print).split(" "),
  compared: known === "compared",
});
