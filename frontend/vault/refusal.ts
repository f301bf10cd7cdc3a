// What the worker answers instead, with one of the reasons a page has a sentence for.
import type { Why } from "./protocol.ts";

/** Nothing was done. `sentence` is what the server said, if it was the server. */
export class Refusal extends Error {
  readonly why: Why;
  readonly sentence: string;

  constructor(why: Why, sentence = "") {
    super(why);
    this.why = why;
    this.sentence = sentence;
  }
}
