// What is being written, put aside for the page on which one writes to others.
import type { Subject } from "../together/message.ts";
import { addressOf } from "./journal-dom.ts";
import type { Page } from "./vault-page.ts";

/** Under which name a draft about this is kept. */
export const draftOf = (about: Subject): string => `together-${about}`;

/** What is being written, as it is kept until it is sent. */
export interface Written {
  object: string;
  thread: string;
  about: Subject;
  to: string[];
  words: string[];
  rehearsal: string[];
  offer: string;
}

/** What is being written, for the page on which one writes. */
export async function putAside(
  page: Page,
  about: Subject,
  words: string[],
  to: string[],
): Promise<void> {
  const written: Written = {
    object: crypto.randomUUID(),
    thread: crypto.randomUUID(),
    about,
    to,
    words,
    rehearsal: [],
    offer: words[0] ?? "",
  };
  const name = `${draftOf(about)}/${crypto.randomUUID()}`;
  await page.vault.ask("keepDraft", { name, text: JSON.stringify(written) });
}

export function goWrite(page: Page, wish: string[][]): void {
  location.assign(`${addressOf(page, "write")}#${new URLSearchParams(wish)}`);
}
