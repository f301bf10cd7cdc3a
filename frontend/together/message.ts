// What a message holds. Which subject it has, who is in it and what it answers stands inside the
// seal: for the server a cry for help, a thank-you and a shared text are all the same.
import { isText } from "../journal/reading.ts";

export const MESSAGE = "message";

/** What one chooses from on the page of writing. */
export const WRITTEN = ["consult", "help", "boundary", "appreciation", "aftercare"] as const;
/** A preparation is written on the page of its meeting. */
export const PREPARATION = "preparation";
export const SUBJECTS = [...WRITTEN, PREPARATION] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What somebody says to a request, or that they leave the thread. */
export const SAYS = ["yes", "later", "other", "left"] as const;
export type Says = (typeof SAYS)[number];

/** Days for which a message is there from its arrival on, of whatever subject. Whoever wants to keep it, copies it. */
export const LIFETIME = 90;

/** The server ends it on a Monday: so many days after it arrived, and the rest of that week. */
export const A_WEEK = 7;

/** A thread is a small circle. */
export const MOST_MEMBERS = 12;

/** `name`: what the writer calls them; who knows their keys calls them as they know them. */
export interface Member {
  person: string;
  name: string;
}

/** An answer to one question of a structured start; `asked` as it was read. */
export interface Answered {
  asked: string;
  text: string;
}

export interface Message {
  v: 1;
  /** The own letter of the writer: a message that is sealed anew is still the same message. */
  id: string;
  thread: string;
  /** Its place in the thread: one more than the highest the writer knew. No hour, no day. */
  n: number;
  about: Subject;
  /** Of a preparation that is given: the meeting it is for. */
  meeting?: string;
  /** Everybody who is in the thread from this message on. */
  members: Member[];
  text: string;
  parts?: Answered[];
  says?: Says;
  /** Why it cannot wait: only of what goes to somebody on duty. */
  reason?: string;
  /** Spaces, so that the size tells how much was typed and not for what. */
  fill?: string;
}

/** No thread is that long; a writer who claims more silences nobody. */
export const LAST_PLACE = 100_000;

const LIMITS = { text: 20_000, asked: 400, parts: 8, name: 150, reason: 500 };

/**
 * Bytes that everything besides the typed words takes: room for the longest subject, a structured
 * start of four questions and a full circle. So a cry for help is as large as a thank-you.
 */
const FRAME = 2_048;

/** The same message with its frame filled. What is larger, with very long names, stays as it is. */
export function filled(message: Message): Message {
  const parts = message.parts?.map(({ asked }) => ({ asked, text: "" }));
  const frame = { ...message, text: "", ...(parts ? { parts } : {}), fill: "" };
  const size = new TextEncoder().encode(JSON.stringify(frame)).length;
  return { ...message, fill: " ".repeat(Math.max(0, FRAME - size)) };
}

/** As it was written, for whoever takes it along. */
export function unfilled({ fill: _, ...message }: Message): Message {
  return message;
}

const isFill = (value: unknown) => isText(FRAME)(value) && (value as string).trim() === "";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === "string" && ID.test(value);

/** Whether this is a message as written above, and nothing more. */
export function isMessage(value: Record<string, unknown>): boolean {
  const { v, id, thread, n, about, members, text, ...rest } = value;
  const { meeting, parts, says, reason, fill, ...more } = rest;
  return (
    v === 1 &&
    isId(id) &&
    isId(thread) &&
    isPlace(n) &&
    (SUBJECTS as readonly unknown[]).includes(about) &&
    (meeting === undefined || (isId(meeting) && about === PREPARATION)) &&
    areMembers(members) &&
    isText(LIMITS.text)(text) &&
    (parts === undefined || areParts(parts)) &&
    (says === undefined || (SAYS as readonly unknown[]).includes(says)) &&
    (reason === undefined || (isText(LIMITS.reason)(reason) && reason !== "")) &&
    (fill === undefined || isFill(fill)) &&
    Object.keys(more).length === 0
  );
}

const isPlace = (n: unknown) =>
  Number.isSafeInteger(n) && (n as number) >= 1 && (n as number) <= LAST_PLACE;

function areMembers(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MOST_MEMBERS) {
    return false;
  }
  const people = new Set(value.map((one) => one?.person));
  return people.size === value.length && value.every(isMember);
}

function isMember(value: unknown): boolean {
  const { person, name, ...more } = (value ?? {}) as Record<string, unknown>;
  return isId(person) && isText(LIMITS.name)(name) && Object.keys(more).length === 0;
}

function areParts(value: unknown): boolean {
  return Array.isArray(value) && value.length <= LIMITS.parts && value.every(isPart);
}

function isPart(value: unknown): boolean {
  const { asked, text, ...more } = (value ?? {}) as Record<string, unknown>;
  const asks = isText(LIMITS.asked)(asked) && isText(LIMITS.text)(text);
  return asks && Object.keys(more).length === 0;
}

/** Whether there is nothing in it to send. */
export function isBlank({ text, parts = [] }: Pick<Message, "text" | "parts">): boolean {
  return [text, ...parts.map((part) => part.text)].every((words) => words.trim() === "");
}
