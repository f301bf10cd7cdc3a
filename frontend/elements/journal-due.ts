// When something comes back: the server keeps the day, and not what it is.
import type { Content } from "../journal/content.ts";
import { addressOf } from "./journal-dom.ts";
import type { Page } from "./vault-page.ts";

/** A day, and when it is known the moment, in words. */
export interface When {
  on: string;
  in_words: string;
}

export interface Due {
  due: (When & { object: string; back: boolean })[];
  working: boolean;
  next_working_moment: When;
}

export const NEXT = "next_working_moment";

export async function dueDays(page: Page): Promise<Due> {
  const answer = await fetch(addressOf(page, "due"), { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`due: ${answer.status}`);
  }
  return (await answer.json()) as Due;
}

/** Let a letter come back: at the next working moment, on a day, or never. */
export async function comeBack(page: Page, object: string, when: string | null): Promise<When> {
  const answer = await fetch(addressOf(page, "due"), {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json",
      "X-CSRFToken": page.root.dataset.csrf ?? "",
    },
    body: JSON.stringify({ object, when }),
  });
  if (!answer.ok) {
    throw new Error(`due: ${answer.status}`);
  }
  return (await answer.json()) as When;
}

/** Whether something was to come back and the server keeps no day for it. */
export function lacksDay(kind: string, { due, done }: Content): boolean {
  return !done && (kind === "parked" || (kind === "intention" && Boolean(due)));
}
