// Keeping a line: six words, a recovery code, passkeys; new keys; and starting over.
import {
  cleanWords,
  drawCode,
  drawWords,
  type Evaluate,
  type ExpectedKeyring,
  type Keyring,
  logLine,
  openKeys,
  readCode,
  renewKeys,
  SealError,
  showCode,
  unwrapForDevice,
  unwrapWithCode,
  unwrapWithPasskey,
  unwrapWithWords,
  wrapWithCode,
  wrapWithPasskey,
  wrapWithWords,
} from "../seal/index.ts";
import { syncLog } from "./directory.ts";
import type { Here } from "./here.ts";
import { hold, OPEN, status, waysOf } from "./keys.ts";
import { change } from "./ledger.ts";
import { type Answer, type Ask, type Status, WAYS, type Way } from "./protocol.ts";
import { noteLogInContents, publishWaiting } from "./publishing.ts";
import { Refusal } from "./refusal.ts";
import type { Wrap } from "./server.ts";
import { putForGood } from "./store.ts";

/** Draw six words for a line that is not kept yet. */
export async function drawForKeeping(here: Here): Promise<Answer<"drawWords">> {
  const device = await here.store.get("device", here.person);
  if (!device) {
    throw new Refusal("locked");
  }
  here.keyring = await unwrapForDevice(device, { person: here.person });
  if (!here.drawn) {
    here.drawn = drawWords();
    here.wrapped = null;
  }
  return { words: here.drawn.split(" ") };
}

/** The words came back: keep the line and publish its keys. */
export async function keep(here: Here, typed: Record<number, string>): Promise<Status> {
  const keyring = drawnFor(here, typed);
  await change(here, () => ({}));
  await addWay(here, "words", "", () => wrapWithWords(keyring, here.drawn), ["words"]);
  await settle(here, keyring);
  await hold(here, false);
  await here.store.delete("device", here.person);
  here.done();
  return status(here);
}

/**
 * Store a way to open in place of others of these kinds. Asked again after a lost answer, the same
 * bytes go under the same id, so that it is stored once and what was drawn is what opens.
 */
export async function addWay(
  here: Here,
  way: Way,
  label: string,
  wrap: () => Promise<Uint8Array>,
  instead: Way[],
): Promise<void> {
  here.wrapped ??= { id: crypto.randomUUID(), content: await wrap() };
  const { ways } = await here.serverState();
  const former = ways.filter((one) => instead.includes(one.way) && one.id !== here.wrapped?.id);
  await here.server.addWrap(
    { ...here.wrapped, way, label },
    former.map(({ id }) => id),
  );
}

/** The keyring in hand, when the words that were asked back are the ones that were shown. */
export function drawnFor(here: Here, typed: Record<number, string>): Keyring {
  const words = here.drawn.split(" ");
  const asked = Object.entries(typed);
  const right = asked.every(([place, word]) => cleanWords(word) === words[Number(place)]);
  if (!here.keyring || asked.length < 2 || !right) {
    throw new Refusal("typed");
  }
  return here.keyring;
}

/** Make public what the keyring says: its first line in the key log, or the next one. */
export async function settle(here: Here, keyring: Keyring): Promise<void> {
  await take(here, keyring, await lineFor(here, keyring));
  if (!(await publishWaiting(here))) {
    await noteLogInContents(here);
  }
}

/** Use these keys from now on. `line` makes them public, and waits until the server has it. */
async function take(here: Here, keyring: Keyring, line: string | null): Promise<void> {
  here.keys = await openKeys(keyring);
  const { keyring: id, counter, log } = keyring;
  const before = await here.store.get("known", here.person);
  const same = before?.keyring === id ? before : { version: 0, hash: "" };
  const known = { ...same, keyring: id, counter, log, kept: true, ...(line ? { line } : {}) };
  await putForGood(here.store, "known", known, here.person);
}

/** The line for the log, when these keys are not the newest in it. */
async function lineFor(here: Here, keyring: Keyring): Promise<string | null> {
  const log = await syncLog(here);
  const { signingPublic } = await openKeys(keyring);
  const isThere = (await log.keysOf(keyring.log))?.signing === signingPublic;
  return isThere ? null : nextLine(keyring, await log.lineOf(keyring.log));
}

/** The line to publish. Only keys of this keyring can be the ones before it. */
async function nextLine(keyring: Keyring, former: string | null): Promise<string> {
  try {
    return await logLine(keyring, former);
  } catch {
    // H3: the log holds keys under my id that were never mine.
    throw new Refusal("own-keys");
  }
}

/** Waits until no other window of this browser is at it. */
export type Turn = <T>(doing: () => Promise<T>) => Promise<T>;

/**
 * Open with six words, the code or a passkey; then everything is checked before it is used. Other
 * windows go on while somebody looks for a passkey: what is written comes after, in turn.
 */
export async function open(
  here: Here,
  ask: Ask<"open">,
  evaluate: Evaluate,
  turn: Turn = (doing) => doing(),
): Promise<Status> {
  const wraps = (await waysOf(here)).filter(
    ({ way, id }) => way === ask.way && (ask.id === undefined || id === ask.id),
  );
  const keyring = await firstThatOpens(here, wraps, ask.secret ?? "", evaluate);
  return turn(async () => {
    here.forget();
    await settle(here, keyring);
    await hold(here, ask.remember ?? false);
    await here.store.delete("device", here.person);
    return status(here);
  });
}

async function firstThatOpens(
  here: Here,
  wraps: Wrap[],
  secret: string,
  evaluate: Evaluate,
): Promise<Keyring> {
  const expected = await expectedKeyring(here);
  for (const wrap of wraps) {
    try {
      return await checkedKeyring(here, await unwrap(expected, wrap, secret, evaluate));
    } catch (error) {
      if (!(error instanceof SealError)) {
        throw error;
      }
    }
  }
  throw new Refusal("secret");
}

/** Whose it is, and which: of a line begun anew elsewhere, this device cannot know which. */
export async function expectedKeyring(here: Here): Promise<ExpectedKeyring> {
  const known = await here.store.get("known", here.person);
  const { log } = await here.recentState();
  const same = known?.kept && known.log === log;
  // Its counter is looked at after opening: an older one gets a sentence of its own.
  return { person: here.person, ...(same ? { keyring: known.keyring } : {}) };
}

async function unwrap(
  expected: ExpectedKeyring,
  { way, content }: Wrap,
  secret: string,
  evaluate: Evaluate,
): Promise<Keyring> {
  if (way === "words") {
    return unwrapWithWords(content, cleanWords(secret), expected);
  }
  if (way === "contact") {
    throw new SealError(); // two people open it, one step at a time (trust.ts)
  }
  if (way === "code") {
    return unwrapWithCode(content, readCode(secret) ?? "", expected);
  }
  return unwrapByPasskey(content, evaluate, expected);
}

/** Why the passkey gave nothing is said; that what it gave does not fit, as well. */
async function unwrapByPasskey(
  content: Uint8Array,
  evaluate: Evaluate,
  expected: ExpectedKeyring,
): Promise<Keyring> {
  let why: unknown = new Refusal("passkey");
  const asked: Evaluate = (nonce) =>
    evaluate(nonce).catch((error: unknown) => {
      why = error;
      throw error;
    });
  return unwrapWithPasskey(content, asked, expected).catch(() => {
    throw why;
  });
}

/** An older keyring than this device knew is refused; another one is a line begun anew. */
export async function checkedKeyring(here: Here, keyring: Keyring): Promise<Keyring> {
  const known = await here.store.get("known", here.person);
  // H4: not an earlier state of the same keyring.
  if (known?.keyring === keyring.keyring && keyring.counter < known.counter)
    throw new Refusal("older");
  return keyring;
}

/** Open afresh with the words: each new way to open begins with that. */
export async function keyringBy(here: Here, words: string): Promise<Keyring> {
  const wraps = (await waysOf(here)).filter(({ way }) => way === "words");
  const never: Evaluate = () => Promise.reject(new SealError());
  return firstThatOpens(here, wraps, words, never);
}

/** Draw a recovery code. */
export async function drawRecoveryCode(here: Here, words: string): Promise<Answer<"drawCode">> {
  here.keyring = await keyringBy(here, words);
  here.drawn = drawCode();
  here.wrapped = null;
  return { code: showCode(here.drawn) };
}

/** The code came back as it was shown: from now on it opens the line. */
export async function keepRecoveryCode(here: Here, typed: string): Promise<Status> {
  const { keyring, drawn } = here;
  if (!keyring || readCode(typed) !== drawn) {
    throw new Refusal("typed");
  }
  await addWay(here, "code", "", () => wrapWithCode(keyring, drawn), ["code"]);
  here.done();
  return status(here);
}

/** The words are right: a passkey may be made. */
export async function freshWords(here: Here, words: string): Promise<void> {
  here.keyring = await keyringBy(here, words);
  here.wrapped = null;
}

/** Let a passkey open the line as well. */
export async function addPasskey(
  here: Here,
  { label }: Ask<"addPasskey">,
  evaluate: Evaluate,
  turn: Turn = (doing) => doing(),
): Promise<Status> {
  const { keyring } = here;
  if (!keyring) {
    throw new Refusal("locked");
  }
  here.wrapped ??= { id: crypto.randomUUID(), content: await wrapWithPasskey(keyring, evaluate) };
  const { content } = here.wrapped;
  return turn(async () => {
    await addWay(here, "passkey", label, async () => content, []);
    here.done();
    return status(here);
  });
}

/** Take a way to open away. */
export async function removeWay(here: Here, id: string): Promise<Status> {
  await here.server.removeWrap(id);
  return status(here);
}

/** Make new keys beside the former ones, and draw new words for them. */
export async function changeKeys(here: Here, words: string): Promise<Answer<"changeKeys">> {
  const keyring = await keyringBy(here, words);
  here.keyring = await renewKeys(keyring);
  here.drawn = drawWords();
  here.wrapped = null;
  return { words: here.drawn.split(" ") };
}

/**
 * The new words came back: the new keys take over. The words hold once they are stored, so nothing
 * after that refuses: what is left is published and sealed anew at this look or a next one.
 */
export async function keepChangedKeys(here: Here, typed: Record<number, string>): Promise<Status> {
  const keyring = drawnFor(here, typed);
  const line = await lineFor(here, keyring);
  const remembered = (await here.store.get("open", here.person))?.remembered ?? false;
  // In one go with all former ways: none of them opens the new keys.
  const all: Way[] = [...WAYS];
  await addWay(here, "words", "", () => wrapWithWords(keyring, here.drawn), all);
  await take(here, keyring, line);
  await hold(here, remembered);
  here.done();
  await publishWaiting(here).catch(() => {});
  return status(here).catch(() => ({ ...OPEN, remembered }));
}

/** Begin a new line. What was sealed stays closed for ever, or goes. */
export async function startOver(here: Here, removeSealed: boolean): Promise<Status> {
  await here.server.startOver(removeSealed);
  await here.store.delete("device", here.person);
  await here.store.delete("open", here.person);
  const blank = { keyring: "", counter: 0, version: 0, hash: "", kept: false };
  await putForGood(here.store, "known", blank, here.person);
  here.forget();
  return status(here);
}
