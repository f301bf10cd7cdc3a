// The questions and models of the library: the same for everybody, so asking for them says nothing.
import type { Prompt } from "../journal/choosing.ts";
import type { Question as Asked } from "../journal/content.ts";
import { language } from "./journal-dom.ts";

interface Text {
  nl: string;
  en: string;
}

export interface Version<B> {
  key: string;
  hash: string;
  current: boolean;
  body: B;
}

export interface PromptBody {
  kind: string;
  weight: Prompt["weight"];
  text: Text;
  hint?: Text | null;
  form: string;
  model?: string | null;
}

export interface Question extends Prompt {
  hash: string;
  text: string;
  hint: string;
  form: string;
}

export interface ModelBody {
  title: Text;
  about: Text;
  source: string;
  minutes: number;
  steps: { name: Text; questions: Text[]; hint?: Text | null }[];
}

/** Everything of one kind that can be chosen now; with `former` also what was replaced since. */
export async function library<B>(
  root: HTMLElement,
  kind: string,
  former = false,
): Promise<Version<B>[]> {
  const address = root
    .querySelector(`[data-library-${kind}]`)
    ?.getAttribute(`data-library-${kind}`);
  if (!address) {
    return [];
  }
  const answer = await fetch(former ? `${address}?versions=all` : address, {
    headers: { Accept: "application/json" },
  });
  if (!answer.ok) {
    throw new Error(`library: ${answer.status}`);
  }
  const said = (await answer.json()) as { versions: Version<B>[] };
  return said.versions;
}

/** In the language of the page. */
export function said(text: Text | null | undefined): string {
  return text?.[language()] ?? "";
}

/** All questions, as they can be asked now. */
export async function questions(root: HTMLElement): Promise<Question[]> {
  const all = await library<PromptBody>(root, "prompt");
  return all
    .filter(({ current }) => current)
    .map(({ key, hash, body }) => ({
      key,
      hash,
      kind: body.kind,
      weight: body.weight,
      text: said(body.text),
      hint: said(body.hint),
      form: body.form,
    }));
}

/** The question as it was read; of letters of before, as it was, undefined when that is gone. */
export async function questionOf(root: HTMLElement, asked: Asked): Promise<string | undefined> {
  if (asked.text) {
    return asked.text;
  }
  const found = await versionOf<PromptBody>(root, "prompt", asked);
  return found && said(found.body.text);
}

/** The one version that was used, and no other: words of a later one were never read there. */
export async function versionOf<B>(
  root: HTMLElement,
  kind: string,
  { key, hash }: { key: string; hash: string },
): Promise<Version<B> | undefined> {
  const now = await library<B>(root, kind);
  const same = (one: Version<B>): boolean => one.key === key && one.hash === hash;
  return now.find(same) ?? (await library<B>(root, kind, true)).find(same);
}
