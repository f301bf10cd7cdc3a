// What a device remembers of its sign, for the worker that shows it: no name, nothing of anybody.

const CACHE = "hartlijn-push";
const PLACE = "/static/ui/dist/push-memory";

export interface Memory {
  /** With which this device tells that its push service gave it another address. */
  readonly renewal: string;
  readonly renewAt: string;
  /** Of the installation, for a new subscription. */
  readonly key: string;
  readonly sentence: string;
  readonly language: string;
}

export async function remember(memory: Memory): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(PLACE, new Response(JSON.stringify(memory)));
}

export async function recall(): Promise<Memory | null> {
  const cache = await caches.open(CACHE);
  const found = await cache.match(PLACE);
  return found ? ((await found.json()) as Memory) : null;
}

/** Tell where signs go from now on; whether the server knows this device. */
export async function tellAddress(memory: Memory, endpoint: string): Promise<boolean> {
  const body = new URLSearchParams({ renewal: memory.renewal, endpoint });
  const answer = await fetch(memory.renewAt, { method: "POST", body, credentials: "omit" });
  return answer.ok;
}
