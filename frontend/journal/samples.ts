/** What the tests write: a letter of each kind with everything it can hold, and hostile words. */
import { b64 } from "../seal/index.ts";
import type { Content } from "./content.ts";

const hash = "0".repeat(64);

/** One of each kind. */
export function full(): [string, Content][] {
  const everything: Content = {
    v: 1,
    text: "Vandaag\nlukte het — eindelijk.",
    words: ["rust", "ruimte", "rommel"],
    drawing: { width: 300, height: 200, strokes: [{ points: [1, 2, 300, 200], width: 3 }] },
    voice: { type: "audio/webm;codecs=opus", seconds: 3, data: b64(new Uint8Array(100).fill(7)) },
    prompt: { key: "a-small-thing", hash, text: "Wat lukte er vandaag, *toch*?" },
    model: {
      key: "alact",
      hash,
      title: "Terug en weer vooruit",
      steps: ["Wat er gebeurde", "Terugkijken", "Zien wat het was"],
      answers: [
        { step: 0, text: "Ik keek." },
        { step: 2, text: "" },
      ],
    },
    themes: ["Grenzen", "samen – werken"],
    take: [
      { for: "talk", with: "Sam", part: "Vandaag" },
      { for: "supervision", part: null },
    ],
  };
  const text = "Kort.";
  return [
    ["moment", everything],
    ["success", { v: 1, text, words: [] }],
    ["vulnerability", { v: 1, text }],
    ["mistake", { v: 1, text }],
    ["drive", { v: 1, text }],
    [
      "with_others",
      { v: 1, text, met: { date: "2026-11-20", minutes: 90, form: "intervisie", guide: "" } },
    ],
    ["free", { v: 1, text: "" }],
    ["parked", { v: 1, text, due: "2026-11-30", done: false }],
    ["intention", { v: 1, text, due: null, done: true }],
    ["lookback", { v: 1, text }],
    ["entry", { v: 1, text }],
  ];
}

/** Texts that try to be more than text. */
export const HOSTILE = [
  "---\nid: x\n---\n# kop",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "[klik](javascript:alert(1)) ![](http://x/y.png) <http://x> http://x www.x.nl a@b.nl",
  "```\ncode\n```\n    code\n\tcode\n> citaat\n- lijst\n1. een\n2) twee\n=== \n+++\n***\n___",
  "a | b\n--|--\n$x$ ~~weg~~ &amp; {{ x }} {% y %}",
  "null\u0000teken \u2028 regel \u202e omgekeerd \ufeff \u0085",
  "'\"\\ \\n %s {0}",
  "é e\u0301 👩‍👩‍👧 𝄞 ﷽ İ ß",
];
