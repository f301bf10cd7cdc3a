// Own letters of some kinds, opened: what the small pages of the journal need.
import type { Content } from "../journal/content.ts";
import { readContent } from "../journal/reading.ts";
import type { Line, Opened } from "../vault/protocol.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

export interface Letter {
  line: Line;
  version: number;
  content: Content;
}

/** Whether own letters can be read here; says so on the page when they cannot. */
export function canRead(page: Page): boolean {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
  } else if (state === "elsewhere") {
    page.view("elsewhere", false);
  } else {
    return true;
  }
  return false;
}

/** The letters that fit, newest first; what does not open is left out. */
export async function letters(page: Page, fits: (line: Line) => boolean): Promise<Letter[]> {
  if (page.status?.state === "none") {
    return [];
  }
  const { lines } = await page.vault.ask("list", {});
  const wanted = new Map(lines.filter(fits).map((line) => [line.object, line]));
  const found = new Map<string, Letter>();
  await page.vault.ask("readAll", { objects: [...wanted.keys()] }, (opened: Opened[]) => {
    for (const { object, version, kind, content } of opened) {
      const line = wanted.get(object);
      if (line) {
        found.set(object, { line, version, content: readContent(kind, content) });
      }
    }
  });
  return [...wanted.keys()].flatMap((object) => found.get(object) ?? []);
}

/** Keep a letter with other content; gives its new version. */
export async function keepLetter(
  page: Page,
  { line, version }: Letter,
  content: Content,
): Promise<void> {
  const { object, kind } = line;
  await page.vault.ask("save", { kind, content: { ...content }, object, base: version });
}
