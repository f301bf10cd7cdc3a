// Bringing a line in from elsewhere: beside what is here, and over nothing.
import { sealPrivate, sha256b64 } from "../../seal/index.ts";
import { isApart } from "../../vault/apart.ts";
import { type Contents, sealedBy } from "../../vault/contents.ts";
import type { Here } from "../../vault/here.ts";
import { makeKeys } from "../../vault/keys.ts";
import { change, contentsOf, type Plan, refresh } from "../../vault/ledger.ts";
import { onLine, openSome } from "../../vault/line.ts";
import type { Answer, Ask } from "../../vault/protocol.ts";
import { Refusal } from "../../vault/refusal.ts";
import { ArrivalError, type Arriving, lettersIn, readAny, sameness } from "../export/arriving.ts";
import { repeatedOf } from "../listing.ts";
import { ContentError } from "../reading.ts";

/** The server takes 50 envelopes and 2 MiB at once; the contents are among them. */
const AT_ONCE = 40;
const PARCEL = 2 * 1024 * 1024 - 64 * 1024;
/** Bytes of a letter around its content, and of a line in the contents. */
const AROUND = 512;
const OPENED = 50;

/** Bring in what is not here yet. A file with anything wrong in it changes nothing. */
export async function importLine(
  here: Here,
  { file }: Ask<"importLine">,
): Promise<Answer<"importLine">> {
  const nothing = { added: 0, same: 0, wrong: null, letter: null, sentence: "" };
  let letters: Arriving[];
  try {
    letters = await lettersIn(file);
  } catch (error) {
    if (!(error instanceof ArrivalError)) throw error;
    return { ...nothing, wrong: error.wrong, letter: error.letter };
  }
  if (!here.keys) {
    await makeKeys(here);
  }
  const fresh = await notHere(here, letters);
  const done = { ...nothing, same: letters.length - fresh.length };
  while (done.added < fresh.length) {
    const some = portion(fresh.slice(done.added), await contentsOf(here));
    try {
      await store(here, some);
    } catch (error) {
      if (!(error instanceof Refusal) || error.why !== "server") throw error;
      // What was stored is whole and stays; asked again, it counts as the same.
      return { ...done, wrong: "server", sentence: error.sentence };
    }
    done.added += some.length;
  }
  return done;
}

/** The letters whose words are not on the line already, under whatever id. */
async function notHere(here: Here, letters: Arriving[]): Promise<Arriving[]> {
  const { contents } = await refresh(here);
  const there = new Map<string, number>();
  const apart = Object.entries(contents.objects).filter(([, { kind }]) => isApart(kind));
  const objects = [...onLine(contents), ...apart].map(([object]) => object);
  for (let at = 0; at < objects.length; at += OPENED) {
    const opened = await openSome(here, contents.objects, objects.slice(at, at + OPENED));
    for (const { object, kind, content } of opened.letters) {
      const day = contents.objects[object]?.day ?? "";
      const same = read(kind, content, (right) => sameness({ kind, day, content: right }));
      there.set(same, (there.get(same) ?? 0) + 1);
    }
  }
  // The same words twice on one day are two letters.
  return letters.filter((letter) => {
    const same = sameness(letter);
    const left = there.get(same) ?? 0;
    there.set(same, left - 1);
    return left < 1;
  });
}

function read(
  kind: string,
  content: unknown,
  use: (content: Arriving["content"]) => string,
): string {
  try {
    return use(readAny(kind, content));
  } catch (error) {
    if (error instanceof ContentError) return "";
    throw error;
  }
}

/** As many as fit in one request beside the contents. */
function portion(letters: Arriving[], contents: Contents): Arriving[] {
  let room = PARCEL - filled(bytesOf(contents) + AT_ONCE * AROUND);
  const fitting = letters.slice(0, AT_ONCE).findIndex(({ content }) => {
    room -= filled(bytesOf(content) + AROUND) + AROUND;
    return room < 0;
  });
  return letters.slice(0, fitting < 0 ? AT_ONCE : Math.max(1, fitting));
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
/** The size a letter of so many bytes is filled up to, and the tags of its chunks. */
const filled = (bytes: number) => 2 ** Math.max(10, Math.ceil(Math.log2(bytes))) + AROUND;

/** Seal and store some, all or nothing. An id that is in use, here or elsewhere, is left alone. */
async function store(here: Here, letters: Arriving[]): Promise<void> {
  const used = new Set<string>();
  await change(here, async (contents, changed): Promise<Plan> => {
    for (const id of changed) used.add(id);
    const envelopes = [];
    for (const { id, kind, day, time, content } of letters) {
      const taken = used.has(id) || id in contents.objects || id in contents.given;
      const object = taken ? crypto.randomUUID() : id;
      const what = { kind, object, version: 1, content: { ...content }, time: new Date(time) };
      const envelope = await sealPrivate(what, here.needKeys());
      const hash = await sha256b64(envelope);
      const about = { kind, version: 1, hash, day, ...sealedBy(here.needKeys()) };
      contents.objects[object] = { ...about, ...repeatedOf(kind, content) };
      envelopes.push({ id: object, was: null, content: envelope });
    }
    return { envelopes };
  });
}
