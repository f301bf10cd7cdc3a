// JSON Schema of line.json, for other programs. What this house itself reads is checked more
// strictly, by reading.ts.
import { KEPT_PREPARATION } from "../../paths/preparation.ts";
import { TICKS } from "../../paths/ticks.ts";
import { AFTERCARE } from "../../together/aftercare.ts";
import { MOST_MEMBERS, SAYS, SUBJECTS } from "../../together/message.ts";
import { FIRST, KINDS, LIMITS, OCCASIONS, VOICE_TYPES } from "../content.ts";

const text = { type: "string" };
const object = { type: "object" };
const day = { type: "string", format: "date" };
const dayOrNull = { type: ["string", "null"], format: "date" };
const id = { type: "string", format: "uuid" };
const time = { type: "string", format: "date-time" };
const kind = { enum: [...KINDS, FIRST] };
const list = (items: object, maxItems?: number) => ({
  type: "array",
  items,
  ...(maxItems === undefined ? {} : { maxItems }),
});
const whole = (minimum: number, maximum: number) => ({ type: "integer", minimum, maximum });

function exactly(needed: Record<string, object>, optional: Record<string, object> = {}): object {
  return {
    type: "object",
    properties: { ...needed, ...optional },
    required: Object.keys(needed),
    additionalProperties: false,
  };
}

const definition = { key: text, hash: { type: "string", pattern: "^[0-9a-f]{64}$" } };
const asked = { type: "string", maxLength: LIMITS.asked };
const answer = exactly({ step: whole(0, LIMITS.answers - 1), text });
const stroke = exactly({ points: list(whole(0, LIMITS.side)), width: whole(1, 100) });
const side = whole(1, LIMITS.side);
const content = exactly(
  { v: { const: 1 }, text: { type: "string", maxLength: LIMITS.text } },
  {
    words: list(text, LIMITS.words),
    drawing: exactly({ width: side, height: side, strokes: list(stroke, LIMITS.strokes) }),
    voice: exactly({
      type: { enum: Object.keys(VOICE_TYPES) },
      seconds: whole(1, LIMITS.seconds),
      data: { type: "string", contentEncoding: "base64url" },
    }),
    prompt: exactly(definition, { text: asked }),
    model: exactly(
      { ...definition, answers: list(answer, LIMITS.answers) },
      { title: asked, steps: list(asked, LIMITS.answers) },
    ),
    themes: list(text, LIMITS.themes),
    take: list(
      exactly(
        { for: { enum: [...OCCASIONS] }, part: { type: ["string", "null"] } },
        { with: text },
      ),
      LIMITS.takes,
    ),
    met: exactly({ date: day, minutes: whole(1, 24 * 60), form: text, guide: text }),
    due: dayOrNull,
    done: { type: "boolean" },
  },
);
const member = exactly({ person: id, name: text });
const message = exactly(
  { v: { const: 1 }, id, thread: id, n: whole(1, 100_000), about: { enum: [...SUBJECTS] } },
  {
    members: list(member, MOST_MEMBERS),
    text,
    parts: list(exactly({ asked: text, text })),
    says: { enum: [...SAYS] },
    reason: text,
    meeting: id,
  },
);
const letter = { id, kind, day, time, content: { $ref: "#/$defs/content" } };
const until = { until: dayOrNull };

export const SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A line of Hartlijn, taken along by its owner",
  $defs: { content },
  ...exactly(
    {
      $schema: { const: "line.schema.json" },
      v: { const: 1 },
      exported: day,
      letters: list(
        exactly({ ...letter, given: list(exactly({ name: text, ...until }, { part: text })) }),
      ),
      received: list(exactly({ ...letter, from: text, givenOn: day, ...until })),
      answers: list(exactly({ id, to: id, from: { type: ["string", "null"] }, day, time, text })),
      missing: list(exactly({ id, where: { enum: ["own", "received"] }, why: text })),
    },
    {
      messages: list(exactly({ id, from: { type: ["string", "null"] }, day, message })),
      apart: list(
        exactly({
          id,
          kind: { enum: [AFTERCARE, TICKS, KEPT_PREPARATION] },
          day,
          time,
          content: object,
        }),
      ),
    },
  ),
};
