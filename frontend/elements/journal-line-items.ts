// What stands on the line, as the page knows it, and which of it is asked for.
import { isKind } from "../journal/content.ts";
import type { Snippet } from "../journal/search.ts";
import type { First, Given } from "../vault/protocol.ts";
import { showFormer } from "./journal-former.ts";
import type { Page } from "./vault-page.ts";

const SCREEN = 30; // entries that are opened first

export interface Entry {
  object: string;
  kind: string;
  day: string;
  given: Given[];
  themes: string[];
  /** What stands in the list; nothing while it is not opened, empty when it has no words. */
  first: string | null;
  refused: boolean;
  /** Where the words stand that were looked for. */
  snippet?: Snippet;
}

export interface Wish {
  text: string;
  kind: string;
  theme: string;
  from: string;
  to: string;
}

/** Tell what there is, newest first: at once what is known, then as it is opened. */
export async function entriesOf(
  page: Page,
  tell: (entries: Entry[], more: boolean) => void,
): Promise<void> {
  const { lines, former, complete } = await page.vault.ask("line", {});
  showFormer(page, former);
  const entries = lines
    .filter(({ kind }) => isKind(kind))
    .map(({ object, kind, day, given, themes = [], first }): Entry => {
      const shown = kind === "entry" ? "moment" : kind;
      return { object, kind: shown, day, given, themes, first, refused: false };
    });
  tell(entries, !complete);
  if (complete) {
    return;
  }
  const byId = new Map(entries.map((entry) => [entry.object, entry]));
  const onScreen = entries.slice(0, SCREEN).map(({ object }) => object);
  const { refused } = await page.vault.ask("fill", { first: onScreen }, (firsts: First[]) => {
    for (const { object, first } of firsts) {
      const entry = byId.get(object);
      if (entry) {
        entry.first = first;
      }
    }
    tell(entries, true);
  });
  for (const object of refused) {
    const entry = byId.get(object);
    if (entry) {
      entry.refused = true;
    }
  }
  tell(entries, false);
}

/** `complete`: every letter was looked through. */
export interface Found {
  found: Entry[];
  complete: boolean;
}

/** Those that are asked for, with a piece of text around the words that were looked for. */
export async function searching(page: Page, entries: Entry[], wish: Wish): Promise<Found> {
  const { text, kind, theme, from, to } = wish;
  const fits = entries.filter(
    (one) =>
      (!kind || one.kind === kind) &&
      (!theme || one.themes.includes(theme)) &&
      (!from || one.day >= from) &&
      (!to || one.day <= to),
  );
  if (!text) {
    return { found: fits, complete: true };
  }
  const { found, complete } = await page.vault.ask("search", { text });
  const snippets = new Map(found.map(({ object, snippet }) => [object, snippet]));
  const entriesFound = fits.flatMap((one) => {
    const snippet = snippets.get(one.object);
    return snippet ? [{ ...one, snippet }] : [];
  });
  return { found: entriesFound, complete };
}
