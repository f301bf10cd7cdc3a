// Whose keys are whose: the key log, the own keys in it, and the pins. The server's word is not enough.
import { fingerprint, KeyLog, type PublicKeys, publicKeys, wordsOf } from "../seal/index.ts";
import type { Contents, Pin } from "./contents.ts";
import type { Here } from "./here.ts";
import { contentsOf, refresh } from "./ledger.ts";
import type { Answer, Companion, Trust } from "./protocol.ts";
import { Refusal } from "./refusal.ts";
import type { Relation, ServerState } from "./server.ts";

const CHUNK = 1024;
const LOG = "all";

/** Somebody's keys as this device sees them now, and how far it knows them. */
export interface Found {
  relation: Relation;
  keys: PublicKeys | null;
  pin: Pin | undefined;
  fingerprint: string;
  trust: Trust;
}

/** Bring the key log up to date; refuse one that does not continue what this device knew. */
export async function syncLog(here: Here): Promise<KeyLog> {
  const lines = (await here.store.get("log", LOG)) ?? [];
  // Another window may have stored more lines than this one read.
  const log = here.log?.size === lines.length ? here.log : await KeyLog.from({ lines });
  here.log = null;
  for (let chunk = Math.floor(log.size / CHUNK); ; chunk += 1) {
    const given = await here.server.logChunk(chunk);
    const known = lines.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    // H11: what was known is still there, line for line.
    if (known.some((line, index) => line !== given[index])) throw new Refusal("log");
    const fresh = given.slice(known.length);
    await log.append(fresh);
    lines.push(...fresh);
    if (given.length < CHUNK) {
      break;
    }
  }
  await here.store.put("log", lines, LOG);
  here.log = log;
  return log;
}

/** The log, as long as and the same as the one the line last saw. */
async function checkedLog(here: Here): Promise<KeyLog> {
  const log = here.log ?? (await syncLog(here));
  goesOn(await contentsOf(here), log);
  return log;
}

function goesOn(contents: Contents, log: KeyLog): void {
  const known = contents.log;
  // H11: another device of mine saw this log; it may have grown, not changed.
  if (known.size > 0 && !log.continues(known)) throw new Refusal("log");
}

/** The keys under an id; they may have been published since this page first looked. */
export async function keysOf(here: Here, id: string): Promise<PublicKeys | null> {
  const known = await (await checkedLog(here)).keysOf(id);
  if (known) {
    return known;
  }
  await syncLog(here);
  return (await checkedLog(here)).keysOf(id);
}

/**
 * At each opening: the keys shown to others under my name are mine.
 *
 * False when another device of mine made new ones: mine signed those, as nobody else can.
 */
export async function checkOwnKeys(here: Here, server: ServerState): Promise<boolean> {
  if (here.checked) {
    return true;
  }
  const keys = here.needKeys();
  const now = await syncLog(here);
  if (server.log === keys.log && (await now.replaced(publicKeys(keys)))) {
    return false;
  }
  await refresh(here);
  const shown = await (await withWaiting(here, await checkedLog(here))).keysOf(keys.log);
  // H3: somebody who is shown other keys under my name would seal to a stranger.
  if (
    server.log !== keys.log ||
    shown?.sharing !== keys.sharingRecipient ||
    shown.signing !== keys.signingPublic
  )
    throw new Refusal("own-keys");
  here.checked = true;
  return true;
}

/** The log as it will be once a line of this device, which waits to be published, is in it. */
async function withWaiting(here: Here, log: KeyLog): Promise<KeyLog> {
  const line = (await here.store.get("known", here.person))?.line;
  return line && !log.lines.includes(line) ? KeyLog.from({ lines: [...log.lines, line] }) : log;
}

/**
 * Everybody one walks along with, and how far their keys are known.
 *
 * Others within reach get messages, never a letter of the line: no team leader stands in this list.
 */
export async function companions(here: Here): Promise<{ companions: Companion[] }> {
  const near = (await here.server.people()).filter(({ walks }) => walks === true);
  return { companions: await asKnown(here, near) };
}

/** Everybody one may write to: companions, the own unit, circles. */
export async function reach(here: Here): Promise<{ people: Companion[] }> {
  return { people: await asKnown(here, await here.server.people()) };
}

/** How far the keys of these are known. */
async function asKnown(here: Here, relations: Relation[]): Promise<Companion[]> {
  const kept = (await here.store.get("known", here.person))?.kept ?? false;
  const found = kept ? await Promise.all(relations.map((one) => look(here, one))) : [];
  return relations.map(({ person, name, as }, index) => ({
    person,
    name: nameOf(found[index]?.pin, name),
    as,
    trust: found[index]?.trust ?? "no-keys",
    comparedOn: found[index]?.pin?.compared ?? null,
  }));
}

async function look(here: Here, relation: Relation): Promise<Found> {
  const { pins } = await contentsOf(here);
  const pin = pins[relation.person];
  if (relation.log === null) {
    return { relation, pin, keys: null, fingerprint: "", trust: pin ? "changed" : "no-keys" };
  }
  const keys = await keysOf(here, relation.log);
  if (!keys || keys.id === here.needKeys().log) {
    return { relation, pin, keys: null, fingerprint: "", trust: "changed" };
  }
  const print = await fingerprint(keys);
  const trust = trustOf(relation.person, pins, keys, print);
  return { relation, keys, pin, fingerprint: print, trust };
}

function trustOf(person: string, pins: Contents["pins"], keys: PublicKeys, print: string): Trust {
  const others = Object.keys(pins).filter((other) => other !== person);
  // H12: keys known as somebody else's are not the ones of this person.
  if (others.some((other) => pins[other]?.log === keys.id)) return "changed";
  const pin = pins[person];
  if (!pin) {
    return "new";
  }
  // H2: other keys than the ones that were pinned stop everything until the two compare.
  if (pin.log !== keys.id || pin.keys !== print) return "changed";
  return pin.compared ? "compared" : "pinned";
}

/** Look one person up. Refuses when the server names more than one, or keys that changed. */
export async function find(here: Here, person: string): Promise<Found> {
  const found = await findAnyway(here, person);
  if (found.trust === "changed") {
    throw new Refusal("keys");
  }
  return found;
}

async function findAnyway(here: Here, person: string): Promise<Found> {
  const matches = (await here.server.people()).filter((one) => one.person === person);
  // H12: the server does not add a reader.
  if (matches.length !== 1) throw new Refusal("keys");
  return look(here, matches[0] as Relation);
}

/** What somebody is called here, given the name the server says. */
export function nameOf(pin: Pin | undefined, name: string): string {
  // H12: known keys keep the name they were first known by, until the two compare again.
  if (pin) return pin.name;
  return name;
}

/** Pin what was found, in the contents that are about to be written. */
export function pin(contents: Contents, found: Found, comparedOn?: string): void {
  const { relation, keys, fingerprint: print } = found;
  if (keys) {
    const before = contents.pins[relation.person];
    const name = comparedOn ? relation.name : nameOf(before, relation.name);
    const compared = comparedOn ?? before?.compared ?? null;
    contents.pins[relation.person] = { name, log: keys.id, keys: print, compared };
  }
}

/** Both sets of six words, to read to each other. */
export async function compare(here: Here, person: string): Promise<Answer<"compare">> {
  await here.needKept();
  const found = await findAnyway(here, person);
  const own = wordsOf(await fingerprint(publicKeys(here.needKeys()))).split(" ");
  here.shown.set(person, found.fingerprint);
  const other = found.keys ? wordsOf(found.fingerprint).split(" ") : [];
  return { own, other, trust: found.trust };
}

/** Somebody heard the other read the same words: from now on these keys are theirs. */
export async function compared(here: Here, person: string): Promise<Found> {
  const found = await findAnyway(here, person);
  // H2: the keys whose words were read aloud, and no others that came since.
  if (found.fingerprint !== here.shown.get(person)) throw new Refusal("keys");
  if (!found.keys) throw new Refusal("keys");
  return found;
}

/** Give to the keys whose words stand on the page, and to no others that came since. */
export async function asShown(here: Here, person: string): Promise<Found> {
  const found = await find(here, person);
  // H2: the keys somebody looked at before pressing.
  if (found.fingerprint !== here.shown.get(person)) throw new Refusal("keys");
  if (!found.keys) throw new Refusal("keys");
  return found;
}

/** Write down how far the log was checked; refuses one that does not go on from what was noted. */
export function noteLog(contents: Contents, log: KeyLog): void {
  goesOn(contents, log);
  contents.log = { size: log.size, head: log.head };
}
