// What the contents of the line repeat of a letter (docs/seal.md, 4), so that filters and what comes
// back today need no opening. It is taken out of the content itself, so the two never differ.
import { isKind } from "./content.ts";
import { ContentError, readContent } from "./reading.ts";

/** Beside kind, version, hash and day. Absent where there is nothing to say. */
export interface Repeated {
  themes?: string[];
  /** What it is taken to, without the sentences. */
  take?: { for: string; with?: string }[];
  /** The day it comes back; not of what is done. */
  due?: string;
  done?: true;
  /** Key of the question it was written to, so that none comes back too soon. */
  prompt?: string;
}

/** What of this content is repeated. Content of other kinds, or that is not right, says nothing. */
export function repeatedOf(kind: string, value: unknown): Repeated {
  if (!isKind(kind)) {
    return {};
  }
  try {
    const { themes, take, due, done, prompt } = readContent(kind, value);
    return {
      ...(themes?.length ? { themes } : {}),
      ...(take?.length ? { take: take.map(({ part: _, ...about }) => about) } : {}),
      ...(due && !done ? { due } : {}),
      ...(done ? { done } : {}),
      ...(prompt ? { prompt: prompt.key } : {}),
    };
  } catch (error) {
    if (error instanceof ContentError) {
      return {};
    }
    throw error;
  }
}
