// A whole line as it goes into the ZIP: what line.json holds, and the files around it.
import { unb64 } from "../../seal/index.ts";
import type { Message } from "../../together/message.ts";
import type { Missing } from "../../vault/protocol.ts";
import { type Content, type Model, VOICE_TYPES } from "../content.ts";
import { escaped, type Front, frontMatter, paragraphs } from "./markdown.ts";
import { missingText, README } from "./readme.ts";
import { SCHEMA } from "./schema.ts";
import { svgOf } from "./svg.ts";
import type { ZipFile } from "./zip.ts";

export interface OwnLetter {
  id: string;
  kind: string;
  day: string;
  /** When it was sealed, there where it was written. */
  time: string;
  content: Content;
  /** `part`: not all of it, only a sentence that begins like this. */
  given: { name: string; until: string | null; part?: string }[];
}

export interface ReceivedLetter extends Omit<OwnLetter, "given"> {
  from: string;
  givenOn: string;
  until: string | null;
}

export interface WrittenAnswer {
  id: string;
  to: string;
  /** `null`: written by the owner of this line. */
  from: string | null;
  day: string;
  time: string;
  text: string;
}

export interface WrittenMessage {
  id: string;
  /** `null`: written by the owner of this line. */
  from: string | null;
  day: string;
  message: Message;
}

/** An own letter that stands on no line: aftercare, ticks of promises that were not sent. */
export interface ApartLetter {
  id: string;
  kind: string;
  day: string;
  time: string;
  content: Record<string, unknown>;
}

/** What line.json holds. */
export interface WholeLine {
  $schema: "line.schema.json";
  v: 1;
  exported: string;
  letters: OwnLetter[];
  received: ReceivedLetter[];
  answers: WrittenAnswer[];
  /** Of threads; in files of before there were none. */
  messages?: WrittenMessage[];
  /** In files of before there were none. */
  apart?: ApartLetter[];
  missing: Missing[];
}

/** Sealed files, by name in the ZIP. */
export type Sealed = Map<string, Uint8Array>;

/** Every file, in an order that depends on what is in them only. */
export function* filesOf(whole: WholeLine, sealed: Sealed): Generator<ZipFile> {
  yield { name: "README.txt", content: README };
  if (whole.missing.length > 0) {
    yield { name: "MISSING.txt", content: missingText(whole.missing) };
  }
  yield { name: "line.json", content: `${JSON.stringify(whole, null, 1)}\n` };
  yield { name: "line.schema.json", content: `${JSON.stringify(SCHEMA, null, 1)}\n` };
  const names = new Set<string>();
  for (const { content, ...about } of whole.letters) {
    yield* readable(nameFor("entries", about, names), frontOf(about, content), content);
  }
  for (const { content, ...about } of whole.received) {
    yield* readable(nameFor("received", about, names), frontOf(about, content), content);
  }
  for (const { text, ...about } of whole.answers) {
    const name = nameFor("answers", { ...about, kind: "answer" }, names);
    yield { name: `${name}.md`, content: `${frontMatter(about)}\n${paragraphs(text)}\n` };
  }
  for (const { message, ...about } of whole.messages ?? []) {
    const { about: kind, thread, text, parts = [] } = message;
    const name = nameFor("messages", { ...about, kind }, names);
    const asked = parts.map((part) => `## ${escaped(part.asked)}\n\n${paragraphs(part.text)}`);
    const body = [...asked, paragraphs(text)].filter((part) => part !== "").join("\n\n");
    yield { name: `${name}.md`, content: `${frontMatter({ ...about, kind, thread })}\n${body}\n` };
  }
  for (const { content, ...about } of whole.apart ?? []) {
    const name = nameFor("apart", about, names);
    yield { name: `${name}.json`, content: `${JSON.stringify({ ...about, content }, null, 1)}\n` };
  }
  for (const name of [...sealed.keys()].sort()) {
    yield { name, content: sealed.get(name) as Uint8Array };
  }
}

interface Named {
  id: string;
  kind: string;
  day: string;
}

function nameFor(folder: string, { id, kind, day }: Named, names: Set<string>): string {
  const short = `${folder}/${day}-${kind.replace("_", "-")}-${id.slice(0, 8)}`;
  const name = names.has(short) ? short + id.slice(8) : short;
  names.add(name);
  return name;
}

function frontOf(about: Front, content: Content): Front {
  const { prompt, model, themes, take, met, due, done } = content;
  const keys = { prompt: prompt?.key, model: model?.key };
  return { ...about, ...keys, themes, take, met, due: due ?? undefined, done };
}

/** The title of the model, and each answer under the name of its step. */
function alongModel(model: Model | undefined): string[] {
  const { title = "", steps = [], answers = [] } = model ?? {};
  return [
    title && `**${escaped(title)}**`,
    ...answers.map(({ step, text }) => {
      return `## ${escaped(steps[step] ?? String(step + 1))}\n\n${paragraphs(text)}`;
    }),
  ];
}

/** The letter to read, and what belongs to it as files of the same name. */
function* readable(name: string, front: Front, content: Content): Generator<ZipFile> {
  const { text, words, prompt, model, drawing, voice } = content;
  const short = name.slice(name.indexOf("/") + 1);
  const parts = [prompt?.text ? `> ${escaped(prompt.text)}` : "", paragraphs(text)];
  if (words?.length) {
    parts.push(words.map(escaped).join(" · "));
  }
  parts.push(...alongModel(model));
  if (drawing) {
    parts.push(`![](${short}.svg)`);
  }
  const recorded = voice && `${VOICE_TYPES[voice.type]}`;
  if (recorded) {
    parts.push(`[${short}.${recorded}](${short}.${recorded})`);
  }
  const body = parts.filter((part) => part !== "").join("\n\n");
  yield { name: `${name}.md`, content: `${frontMatter(front)}\n${body}\n` };
  if (drawing) {
    yield { name: `${name}.svg`, content: svgOf(drawing) };
  }
  if (voice) {
    yield { name: `${name}.${recorded}`, content: unb64(voice.data) };
  }
}
