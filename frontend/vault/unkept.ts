// For ordinary pages: what lies on this device, and what goes when somebody signs out.
import { openStore, type Store } from "./store.ts";

/** By whom this device was called not their own; gone after signing out. */
const BORROWED = "vault-borrowed";

/** Somebody said that this device is, or is not, their own. */
export function borrow(person: string, yes: boolean): void {
  if (yes) {
    localStorage.setItem(BORROWED, person);
  } else if (isBorrowed(person)) {
    localStorage.removeItem(BORROWED);
  }
}

/** Whether they said it is not. */
export function isBorrowed(person: string): boolean {
  return localStorage.getItem(BORROWED) === person;
}

/** Whether a line lies here that opens nowhere else. */
export async function isUnkeptHere(): Promise<boolean> {
  return within(async (store) => (await store.count("device")) > 0);
}

/** Drop keys that are open, in every window, but for those this device was asked to remember. */
export async function forgetOpenKeys(): Promise<void> {
  await within(async (store) => {
    let remembered = false;
    for (const person of await store.getAllKeys("open")) {
      if ((await store.get("open", person))?.remembered) {
        remembered = true;
      } else {
        await store.delete("open", person);
      }
    }
    if (!remembered) {
      closeWindows();
    }
  });
}

/** What other windows opened leaves their screens, and the keys their workers. */
function closeWindows(): void {
  const windows = new BroadcastChannel("hartlijn-vault");
  windows.postMessage("locked");
  windows.close();
}

/** Of whoever borrowed this device nothing stays, but for a line that opens nowhere else. */
export async function leaveNothing(): Promise<void> {
  const person = localStorage.getItem(BORROWED);
  if (!person) {
    return;
  }
  await within(async (store) => {
    if (await store.get("device", person)) {
      return;
    }
    await store.delete("open", person);
    await store.delete("known", person);
    await store.delete("asking", person);
    const mine = IDBKeyRange.bound(`${person}/`, `${person}0`); // "0" comes after "/"
    await store.delete("drafts", mine);
    await store.delete("index", mine);
    if ((await store.count("known")) === 0) {
      await store.clear("log");
    }
    localStorage.removeItem(BORROWED);
    closeWindows();
  });
}

async function within<T>(doing: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore();
  try {
    return await doing(store);
  } finally {
    store.close();
  }
}
