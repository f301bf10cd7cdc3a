// What one of three prepares for their meeting: an own letter of its own kind, for oneself. Giving it
// to the two others at that table is a message of its own subject, which says for which meeting.
import { isText } from "../journal/reading.ts";
import type { Answered } from "../together/message.ts";

export const KEPT_PREPARATION = "preparation";

export interface Preparation {
  v: 1;
  meeting: string;
  /** Under each question as it was read; without words the question still waits. */
  parts: Answered[];
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST = 8;
const LIMITS = { asked: 400, text: 20_000 };

/** Whether this is what such a letter holds. */
export function isPreparation(value: Record<string, unknown>): boolean {
  const { v, meeting, parts, ...more } = value;
  const isMeeting = typeof meeting === "string" && ID.test(meeting);
  const right = Array.isArray(parts) && parts.length <= MOST && parts.every(isPart);
  return v === 1 && isMeeting && right && Object.keys(more).length === 0;
}

function isPart(value: unknown): boolean {
  const { asked, text, ...more } = (value ?? {}) as Record<string, unknown>;
  const holds = isText(LIMITS.asked)(asked) && isText(LIMITS.text)(text);
  return holds && Object.keys(more).length === 0;
}

/** What is given: the answers there are. */
export function answered(parts: Answered[]): Answered[] {
  return parts
    .map(({ asked, text }) => ({ asked, text: text.trim() }))
    .filter(({ text }) => text !== "");
}

/** Kept words back under their questions; what the card does not ask any more stays, at the end. */
export function laidOut(questions: string[], kept: Answered[]): Answered[] {
  const left = new Map(kept.map(({ asked, text }) => [asked, text]));
  const now = questions.map((asked) => ({ asked, text: left.get(asked) ?? "" }));
  const former = kept.filter(({ asked, text }) => !questions.includes(asked) && text.trim());
  return [...now, ...former];
}
