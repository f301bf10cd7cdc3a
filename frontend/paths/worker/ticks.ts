// The own letter with ticks that were not sent. It stands on no line.
import type { Here } from "../../vault/here.ts";
import { contentsOf } from "../../vault/ledger.ts";
import { openSome } from "../../vault/line.ts";
import type { Answer } from "../../vault/protocol.ts";
import { TICKS, type Ticks } from "../ticks.ts";

/** What was kept, if anything. Of two that two devices wrote at once: the last one. */
export async function ticks(here: Here): Promise<Answer<"ticks">> {
  const { objects } = await contentsOf(here);
  const wanted = Object.entries(objects).flatMap(([object, { kind }]) =>
    kind === TICKS ? [object] : [],
  );
  const { letters, closed } = await openSome(here, objects, wanted);
  letters.sort((one, other) => other.time.localeCompare(one.time));
  const [newest] = letters;
  const kept = newest && {
    object: newest.object,
    version: newest.version,
    content: newest.content as unknown as Ticks,
  };
  return { kept: kept ?? null, refused: closed.length };
}
