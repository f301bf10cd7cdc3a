// All that somebody wrote in one entry, to read: no themes and no names of who it is for.
import type { Content } from "../journal/content.ts";

export function ownWords({ text, words, model }: Content): string {
  const answers = model?.answers.map((one) => one.text) ?? [];
  return [text, words?.join(" · ") ?? "", ...answers].filter((part) => part.trim()).join("\n\n");
}
