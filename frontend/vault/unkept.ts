// For ordinary pages: is there something on this device that signing out would put at risk?
import { openStore } from "./store.ts";

/** Whether a line lies here that opens nowhere else. */
export async function isUnkeptHere(): Promise<boolean> {
  const store = await openStore();
  try {
    return (await store.count("device")) > 0;
  } finally {
    store.close();
  }
}

/** Drop keys that are open, but for those somebody asked this device to remember. */
export async function forgetOpenKeys(): Promise<void> {
  const store = await openStore();
  try {
    for (const person of await store.getAllKeys("open")) {
      if (!(await store.get("open", person))?.remembered) {
        await store.delete("open", person);
      }
    }
  } finally {
    store.close();
  }
}
