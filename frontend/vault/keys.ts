// Keys on this device: made at the first save, at hand while open, gone when locked.
import {
  makeKeyring,
  missing,
  openKeys,
  publicKeys,
  SealError,
  unwrapForDevice,
  wrapForDevice,
} from "../seal/index.ts";
import { checkOwnKeys, syncLog } from "./directory.ts";
import { type Here, today } from "./here.ts";
import type { State, Status } from "./protocol.ts";
import { Refusal } from "./refusal.ts";
import type { ServerState } from "./server.ts";
import { putForGood } from "./store.ts";

/** Without anybody at the keys, they are dropped after a quarter of an hour. */
const IDLE = 15 * 60 * 1000;
/** A remembered device is asked again when nobody came for a month. */
const REMEMBERED = 30 * 24 * 3600 * 1000;
/** Safari clears what a site stored after seven days without a visit (ITP, 2020). */
const CLEARED_AFTER = 7;

/** Make the keyring silently, closed with a key that this device does not give out. */
export async function makeKeys(here: Here): Promise<void> {
  const { state } = await status(here);
  if (state === "locked" || state === "elsewhere") {
    throw new Refusal(state);
  }
  if (state !== "none") {
    return;
  }
  const keyring = await makeKeyring(here.person);
  const wrap = await wrapForDevice(keyring);
  await here.store.delete("known", here.person);
  await putForGood(here.store, "device", { ...wrap, usedOn: today() }, here.person);
  here.keys = await openKeys(keyring);
}

/** Where the line stands on this device; opens it when the keys are at hand. */
export async function status(here: Here): Promise<Status> {
  const lacks = await missing();
  if (lacks.length > 0) {
    return { ...CLOSED, state: "none", lacks };
  }
  const server = await here.serverState();
  const known = await here.store.get("known", here.person);
  // H3: once kept, a line stays kept; a server that forgets it would have keys made anew.
  if (known?.kept && !server.kept) throw new Refusal("own-keys");
  const toKeep = !server.kept || (await brokeOff(here, server));
  const state = toKeep ? await unkept(here, server) : await kept(here, server);
  return { ...CLOSED, state, ...(await details(here, state, server)) };
}

const CLOSED = {
  lacks: [],
  ways: [],
  left: 0,
  full: false,
  remembered: false,
  locksAt: null,
  clearsOn: null,
};
/** The line is open, and nothing more is known just now. */
export const OPEN: Status = { ...CLOSED, state: "open" };

/**
 * Whether keeping broke off after the words were stored: whoever was told that it failed may have
 * thrown them away. While the keyring lies here it opens without them, and new ones are offered.
 */
async function brokeOff(here: Here, server: ServerState): Promise<boolean> {
  const device = await here.store.get("device", here.person);
  if (!device) {
    return false;
  }
  if (await here.store.get("open", here.person)) {
    await here.store.delete("device", here.person); // it only broke off after the last step
    return false;
  }
  const keys = await openKeys(await unwrapForDevice(device, { person: here.person }));
  // Not a line begun anew elsewhere, nor one with newer keys: its words stay what they are.
  return (
    server.log === null ||
    (server.log === keys.log && !(await (await syncLog(here)).replaced(publicKeys(keys))))
  );
}

async function kept(here: Here, server: ServerState): Promise<State> {
  const atHand = await here.store.get("open", here.person);
  if (!atHand || atHand.until <= Date.now()) {
    await here.store.delete("open", here.person);
    here.forget();
    return "locked";
  }
  here.keys ??= atHand.keys;
  if (!(await checkOwnKeys(here, server))) {
    await lock(here);
    return "locked";
  }
  await touch(here);
  return "open";
}

async function unkept(here: Here, server: ServerState): Promise<State> {
  const device = await here.store.get("device", here.person);
  if (device) {
    here.keys ??= await openKeys(await unwrapForDevice(device, { person: here.person }));
    await here.store.put("device", { ...device, usedOn: today() }, here.person);
    return "unkept";
  }
  const startedOver = (await here.store.get("known", here.person))?.keyring === "";
  return server.own.length > 0 && !startedOver ? "elsewhere" : "none";
}

async function details(here: Here, state: State, server: ServerState): Promise<Partial<Status>> {
  const ways = server.ways.map(({ made_on, ...way }) => ({ ...way, madeOn: made_on }));
  if (state === "unkept") {
    return { ways, clearsOn: today(CLEARED_AFTER) };
  }
  if (state !== "open" && state !== "locked") {
    return {};
  }
  const atHand = await here.store.get("open", here.person);
  const remembered = atHand?.remembered ?? false;
  return { ways, remembered, locksAt: remembered ? null : (atHand?.until ?? null) };
}

/** The ways to open that the server holds. */
export async function waysOf(here: Here): ReturnType<Here["server"]["wraps"]> {
  try {
    return await here.server.wraps();
  } catch (error) {
    throw error instanceof SealError ? new Refusal("sealed") : error;
  }
}

/** Keep open keys at hand for the next page, until nobody came for a while. */
export async function touch(here: Here): Promise<{ locksAt: number | null }> {
  // In one go: the press that closes the line is also a sign that somebody is here.
  const { store, done } = here.store.transaction("open", "readwrite");
  const atHand = await store.get(here.person);
  if (!atHand || !here.keys) {
    return { locksAt: null };
  }
  const until = Date.now() + (atHand.remembered ? REMEMBERED : IDLE);
  await store.put({ ...atHand, until }, here.person);
  await done;
  return { locksAt: atHand.remembered ? null : until };
}

/** Put the open keys at hand. */
export async function hold(here: Here, remembered: boolean): Promise<void> {
  const until = Date.now() + (remembered ? REMEMBERED : IDLE);
  await here.store.put("open", { keys: here.needKeys(), until, remembered }, here.person);
}

/** Remember this device, or stop doing so. */
export async function remember(here: Here, yes: boolean): Promise<Status> {
  await here.needKept();
  await hold(here, yes);
  return status(here);
}

/** Drop the keys here and in every window of this browser. */
export async function lock(here: Here): Promise<void> {
  await here.store.delete("open", here.person);
  here.forget();
}
