// Ways to begin, as the library words them: what is asked for each subject, and how one may start.
import type { Subject } from "../together/message.ts";
import { library, said } from "./journal-library.ts";

interface Text {
  nl: string;
  en: string;
}

interface StarterBody {
  purpose: string;
  about: Text;
  parts: { name: string; question: Text; hint?: Text | null; starters: Text[] }[];
}

export interface Asked {
  name: string;
  question: string;
  hint: string;
  starters: string[];
}

export interface Words {
  about: string;
  parts: Asked[];
}

/** Everything the library says about writing to each other, in the language of the page. */
export async function wordsFor(root: HTMLElement): Promise<Map<string, Words>> {
  const all = await library<StarterBody>(root, "starter");
  return new Map(
    all
      .filter(({ current }) => current)
      .map(({ body }) => [body.purpose, { about: said(body.about), parts: body.parts.map(asked) }]),
  );
}

function asked({ name, question, hint, starters }: StarterBody["parts"][number]): Asked {
  return { name, question: said(question), hint: said(hint), starters: starters.map(said) };
}

/** Under which words of the library a subject is written. */
export const purposeOf = (about: Subject): string => (about === "aftercare" ? "offer" : about);
