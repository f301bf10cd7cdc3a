// The own letters of aftercare. They stand on no line and come back like any other letter.
import type { Here } from "../../vault/here.ts";
import { contentsOf } from "../../vault/ledger.ts";
import { openSome } from "../../vault/line.ts";
import type { Answer } from "../../vault/protocol.ts";
import { AFTERCARE, type Aftercare } from "../aftercare.ts";

/** All that was begun and not taken away, the newest first. */
export async function aftercare(here: Here): Promise<Answer<"aftercare">> {
  const { objects } = await contentsOf(here);
  const wanted = Object.entries(objects).flatMap(([object, { kind }]) =>
    kind === AFTERCARE ? [object] : [],
  );
  const { letters, closed } = await openSome(here, objects, wanted);
  const begun = letters.map(({ object, version, content }) => ({
    object,
    version,
    content: content as unknown as Aftercare,
  }));
  const newest = (one: { content: Aftercare }) => one.content.began;
  begun.sort((one, other) => newest(other).localeCompare(newest(one)));
  return { begun, refused: closed.length };
}
