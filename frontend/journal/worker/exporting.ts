// Taking the whole line along: one ZIP, made here, of what opens and of what was sealed.

import { MESSAGE, type Message, unfilled } from "../../together/message.ts";
import { isApart, isOfApart } from "../../vault/apart.ts";
import { type Here, today } from "../../vault/here.ts";
import { contentsOf } from "../../vault/ledger.ts";
import { list, onLine, openListed } from "../../vault/line.ts";
import type { Answer, Ask, Line, Missing, Opened } from "../../vault/protocol.ts";
import { ANSWER, insideOf, openAll } from "../../vault/receiving.ts";
import { Refusal } from "../../vault/refusal.ts";
import type { ServerState } from "../../vault/server.ts";
import { filesOf, type OwnLetter, type Sealed, type WholeLine } from "../export/whole.ts";
import { zipped } from "../export/zip.ts";
import { ContentError, readContent } from "../reading.ts";
import { readersOf } from "./answers.ts";

/** One ZIP of everything. Without `anyway`, nothing is made while something does not open. */
export async function exportLine(
  here: Here,
  { anyway = false }: Ask<"exportLine">,
): Promise<Answer<"exportLine">> {
  const { lines } = await list(here);
  const state = await here.serverState();
  const sealed: Sealed = new Map();
  const exported = today();
  const whole: WholeLine = {
    $schema: "line.schema.json",
    v: 1,
    exported,
    letters: [],
    received: [],
    answers: [],
    messages: [],
    apart: [],
    missing: [],
  };
  await addOwn(here, state, lines, whole, sealed);
  await addReceived(here, state, whole, sealed);
  whole.answers.sort((one, other) => (one.time + one.id < other.time + other.id ? -1 : 1));
  const about = { letters: whole.letters.length, missing: whole.missing };
  const name = `hartlijn-${exported}.zip`;
  if (whole.missing.length > 0 && !anyway) {
    return { file: null, name, ...about };
  }
  await addKeys(here, state, sealed);
  return { file: zipped(filesOf(whole, sealed), exported), name, ...about };
}

/** The own letters, oldest first; and everything of mine that the server holds, sealed. */
async function addOwn(
  here: Here,
  state: ServerState,
  lines: Line[],
  whole: WholeLine,
  sealed: Sealed,
): Promise<void> {
  const contents = await contentsOf(here);
  const found = await here.server.fetch([
    ...new Set([...state.own, ...Object.keys(contents.objects)]),
  ]);
  for (const [id, { content }] of found) {
    sealed.set(`originals/${id}.age`, content);
  }
  const readers = new Map(lines.map((line) => [line.object, line.given]));
  const wanted = [...onLine(contents)].sort(([, one], [, other]) => order(one.day, other.day));
  for (const [id, { day }] of wanted) {
    const letter = await tried(
      whole.missing,
      { id, where: "own" },
      async (): Promise<OwnLetter> => {
        const opened = await own(id);
        const content = readContent(opened.kind, opened.content);
        const given = (readers.get(id) ?? []).filter(({ waiting }) => !waiting);
        const names = given.map(({ name, until, part }) => ({
          name,
          until,
          ...(part && { part }),
        }));
        return { id, kind: opened.kind, day, time: opened.time, content, given: names };
      },
    );
    whole.letters.push(...letter);
  }
  for (const [id, { day, to = "" }] of ofKind(ANSWER)) {
    const answer = await tried(whole.missing, { id, where: "own" }, async () => {
      const { time, content } = await own(id);
      return { id, to, from: null, day, time, text: String(content.text) };
    });
    whole.answers.push(...answer);
  }
  for (const [id, { day }] of ofKind(MESSAGE)) {
    const message = await tried(whole.missing, { id, where: "own" }, async () => {
      const { content } = await own(id);
      return { id, from: null, day, message: unfilled(content as unknown as Message) };
    });
    whole.messages?.push(...message);
  }
  for (const [id, { day, kind }] of Object.entries(contents.objects)) {
    if (!isApart(kind)) continue;
    const letter = await tried(whole.missing, { id, where: "own" }, async () => {
      const { time, content } = await own(id);
      if (!isOfApart(kind, content)) throw new ContentError();
      return { id, kind, day, time, content };
    });
    whole.apart?.push(...letter);
  }

  function own(id: string): Promise<Opened> {
    return openListed(here, id, contents.objects[id], found.get(id)?.content);
  }

  function ofKind(kind: string) {
    return Object.entries(contents.objects).filter(([, one]) => one.kind === kind);
  }
}

/** What others gave and answered: a copy. */
async function addReceived(
  here: Here,
  state: ServerState,
  whole: WholeLine,
  sealed: Sealed,
): Promise<void> {
  const gifts = [...state.received].sort((one, other) =>
    order(one.given_on + one.id, other.given_on + other.id),
  );
  const readers = readersOf(await contentsOf(here));
  for (const { gift, seen, why, envelope } of await openAll(here, gifts)) {
    const { id, from: person, given_on: givenOn, until } = gift;
    if (envelope) {
      sealed.set(`received/${id}.age`, envelope);
    }
    if (!seen) {
      whole.missing.push({ id, where: "received", why: why?.why ?? "sealed" });
      continue;
    }
    const { kind, day, content } = insideOf(seen.letter);
    // What is shared carries no hour: it is of the day on which it came.
    const time = `${givenOn}T00:00:00Z`;
    const from = seen.found.pin?.name ?? gift.name;
    if (kind === MESSAGE) {
      const message = unfilled(content as unknown as Message);
      whole.messages?.push({ id, from, day: givenOn, message });
    } else if (kind !== ANSWER) {
      const read = readContent(kind, content);
      whole.received.push({ id, from, givenOn, until, kind, day, time, content: read });
    } else if (readers.get(String(content.to)) === person) {
      const { to, text } = content as { to: string; text: string };
      whole.answers.push({ id, to, from, day: givenOn, time, text });
    }
  }
}

/** What opens the originals, as far as others hold it: closed. */
async function addKeys(here: Here, state: ServerState, sealed: Sealed): Promise<void> {
  const wraps = state.kept ? await here.server.wraps() : [];
  for (const { way, id, content } of wraps) {
    sealed.set(`wraps/${way}-${id}.age`, content);
  }
  const lines = (await here.store.get("log", "all")) ?? [];
  const log = lines.map((line) => `${line}\n`).join("");
  sealed.set("key-log.txt", new TextEncoder().encode(log));
}

/** What it gives, or nothing and a line in the list of what is missing. */
async function tried<T>(
  missing: Missing[],
  about: Omit<Missing, "why">,
  open: () => Promise<T>,
): Promise<T[]> {
  try {
    return [await open()];
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof ContentError)) throw error;
    missing.push({ ...about, why: error instanceof Refusal ? error.why : "content" });
    return [];
  }
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
