// The line as one list, filled in with what each letter begins with; and searching in it.
import type { Contents } from "../../vault/contents.ts";
import type { Here } from "../../vault/here.ts";
import { contentsOf } from "../../vault/ledger.ts";
import { list, onLine, openSome } from "../../vault/line.ts";
import type { Answer, Ask, First } from "../../vault/protocol.ts";
import type { Index } from "../line-index.ts";
import { ContentError, readContent } from "../reading.ts";
import { isFound, normalised, snippetOf, wordsOf } from "../search.ts";
import { firstsOf, keepIndex, keepLater, makeReady, textsOf } from "./memory.ts";

/** What a first screen shows, and then so many at a time. */
const SCREEN = 30;
const PORTION = 50;

/** Everything on the line, newest first; waits for no letter to be opened, nor for all words. */
export async function line(here: Here): Promise<Answer<"line">> {
  const [{ lines, former }, index] = await Promise.all([list(here), firstsOf(here)]);
  const now = listed(await contentsOf(here));
  const missing = index.fit(now);
  // To search in, soon; what goes wrong with it is said then. What was removed goes from here too.
  textsOf(here).then(
    () => {
      index.fitTexts(now);
      if (index.isChanged) keepLater(here, index);
    },
    () => {},
  );
  return {
    lines: lines.map((one) => ({ ...one, first: index.first(one.object) })),
    former,
    complete: missing.length === 0,
  };
}

const filling = new WeakMap<Here, Promise<unknown>>();

/** Open what the index does not know yet: first what a page asks first, then the newest. */
export async function fill(
  here: Here,
  ask: Ask<"fill">,
  portion: (firsts: First[]) => void,
): Promise<Answer<"fill">> {
  const doing = opened(here, ask, portion);
  filling.set(here, doing);
  try {
    return await doing;
  } finally {
    if (filling.get(here) === doing) filling.delete(here);
  }
}

async function opened(
  here: Here,
  { first = [] }: Ask<"fill">,
  portion: (firsts: First[]) => void,
): Promise<Answer<"fill">> {
  const index = await textsOf(here);
  const contents = here.seen?.contents ?? (await contentsOf(here));
  const wanted = inOrder(contents, missingIn(index, contents), first);
  const refused: string[] = [];
  let opened = 0;
  for (let at = 0; at < wanted.length; ) {
    const some = wanted.slice(at, at + (at === 0 ? SCREEN : PORTION));
    at += some.length;
    const { firsts, closed } = await take(here, index, contents, some);
    refused.push(...closed);
    opened += firsts.length;
    here.needKeys(); // closed meanwhile: then nothing that was opened leaves here
    portion(firsts);
  }
  // Storage may be full: then it is opened again next time, and works as well.
  await keepIndex(here, index).catch(() => {});
  index.closed = new Set(refused);
  makeReady(here, index);
  return { opened, refused };
}

async function take(
  here: Here,
  index: Index,
  contents: Contents,
  some: string[],
): Promise<{ firsts: First[]; closed: string[] }> {
  const { letters, closed } = await openSome(here, contents.objects, some);
  const firsts: First[] = [];
  for (const { object, kind, content } of letters) {
    const hash = contents.objects[object]?.hash ?? "";
    // Saved anew or removed while this was opened: the index has the newer one already.
    const newer = (here.seen?.contents ?? contents).objects[object]?.hash !== hash;
    if (!newer && !put(index, object, hash, kind, content)) {
      closed.push(object);
    }
    const first = index.first(object);
    if (first !== null) {
      firsts.push({ object, first });
    }
  }
  return { firsts, closed: closed.filter((object) => index.first(object) === null) };
}

function put(index: Index, object: string, hash: string, kind: string, content: unknown): boolean {
  try {
    index.put(object, hash, readContent(kind, content));
    return true;
  } catch (error) {
    if (error instanceof ContentError) return false;
    throw error;
  }
}

/** Look for all these words, in what is left by the filters. Newest first. */
export async function search(here: Here, ask: Ask<"search">): Promise<Answer<"search">> {
  const index = await textsOf(here);
  const contents = here.seen?.contents ?? (await contentsOf(here));
  let missing = missingIn(index, contents);
  // A page that knew how each begins did not ask for their words, which are gone from this device.
  if (missing.some((object) => index.first(object) !== null)) {
    // Without the server it is looked for in what there is.
    await (filling.get(here) ?? fill(here, {}, () => {})).catch(() => {});
    missing = missingIn(index, contents);
  }
  const complete = missing.every((object) => index.closed.has(object));
  return { found: searched(index, contents, ask), complete };
}

/** The search itself, on what is in memory. */
export function searched(
  index: Index,
  contents: Contents,
  { text, kinds = [], themes = [], from = "", to = "9999-12-31" }: Ask<"search">,
): Answer<"search">["found"] {
  const sought = wordsOf(text);
  const wanted = new Set(themes.map(normalised));
  const found = onLine(contents).flatMap(([object, { kind, day, themes: own = [] }]) => {
    const one = index.text(object);
    const fits =
      (kinds.length === 0 || kinds.some((one) => one === kind)) &&
      (wanted.size === 0 || own.some((theme) => wanted.has(normalised(theme)))) &&
      day >= from &&
      day <= to &&
      (sought.length === 0 || (one && isFound(one, sought)));
    const snippet = fits && one ? snippetOf(one, sought) : { text: "", hits: [] };
    return fits ? [{ object, kind, day, snippet }] : [];
  });
  return found
    .reverse()
    .sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
}

/** Bring the index in line with the contents; what it does not know yet. */
function missingIn(index: Index, contents: Contents): string[] {
  const now = listed(contents);
  return [...new Set([...index.fit(now), ...index.fitTexts(now)])];
}

const listed = (contents: Contents) => Object.fromEntries(onLine(contents));

function inOrder({ objects }: Contents, missing: string[], first: string[]): string[] {
  const asked = new Set(first);
  const rank = (object: string) => (asked.has(object) ? "9" : "0") + (objects[object]?.day ?? "");
  return missing.reverse().sort((one, other) => rank(other).localeCompare(rank(one)));
}
