// Own letters that stand on no line, each with what it holds.
import { isPreparation, KEPT_PREPARATION } from "../paths/preparation.ts";
import { isTicks, TICKS } from "../paths/ticks.ts";
import { AFTERCARE, isAftercare } from "../together/aftercare.ts";

const APART: Record<string, (content: Record<string, unknown>) => boolean> = {
  [AFTERCARE]: isAftercare,
  [TICKS]: isTicks,
  [KEPT_PREPARATION]: isPreparation,
};

/** Whether letters of this kind stand on no line. */
export function isApart(kind: string): boolean {
  return Object.hasOwn(APART, kind);
}

/** Whether this is exactly what a letter of this kind holds. */
export function isOfApart(kind: string, content: unknown): content is Record<string, unknown> {
  const plain = typeof content === "object" && content !== null && !Array.isArray(content);
  return isApart(kind) && plain && (APART[kind]?.(content as Record<string, unknown>) ?? false);
}
