// The own preparation of a meeting, and what the three gave each other for it.
import { type Message, PREPARATION } from "../../together/message.ts";
import { threads } from "../../together/worker/messages.ts";
import type { Here } from "../../vault/here.ts";
import { contentsOf } from "../../vault/ledger.ts";
import { openSome } from "../../vault/line.ts";
import type { Answer, Ask } from "../../vault/protocol.ts";
import { KEPT_PREPARATION, type Preparation } from "../preparation.ts";

type Prepared = Answer<"preparation">;

export async function preparation(
  here: Here,
  { meeting, others }: Ask<"preparation">,
): Promise<Prepared> {
  const { kept, closed } = await keptFor(here, meeting);
  if (!here.keys) return { kept, given: [], refused: closed };
  const { threads: all, refused } = await threads(here);
  const atTable = new Set([here.person, ...others]);
  const given = all
    .flatMap(({ steps, names }) => steps.map((step) => ({ ...step, name: names[step.from] ?? "" })))
    .filter(({ from, message }) => isFor(meeting, message) && atTable.has(from))
    .map(({ message, from, name, mine, held, day }) => {
      return { from, name, mine, held, day, parts: message.parts ?? [] };
    })
    .sort((one, other) => other.day.localeCompare(one.day));
  return { kept, given, refused: refused + closed };
}

/** What is said back in its thread names no meeting. */
const isFor = (meeting: string, message: Message): boolean =>
  message.about === PREPARATION && message.meeting === meeting;

/** Of two that two devices wrote at once: the last one. */
async function keptFor(
  here: Here,
  meeting: string,
): Promise<{ kept: Prepared["kept"]; closed: number }> {
  const { objects } = await contentsOf(here);
  const wanted = Object.entries(objects).flatMap(([object, { kind }]) =>
    kind === KEPT_PREPARATION ? [object] : [],
  );
  const { letters, closed } = await openSome(here, objects, wanted);
  const [newest] = letters
    .filter(({ content }) => (content as unknown as Preparation).meeting === meeting)
    .sort((one, other) => other.time.localeCompare(one.time));
  const content = newest?.content as unknown as Preparation;
  return {
    kept: newest ? { object: newest.object, version: newest.version, content } : null,
    closed: closed.length,
  };
}
