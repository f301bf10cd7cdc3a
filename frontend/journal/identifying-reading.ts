/** Words of a text with their places, and where a name among them ends. */
import { isParticle, isPlace, stops } from "./identifying-words.ts";

export interface Word {
  start: number;
  end: number;
  text: string;
  lower: string;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  // A plain loop: this is half of the time that a text without findings takes.
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const word = found[0];
    const start = found.index;
    words.push({ start, end: start + word.length, text: word, lower: word.toLowerCase() });
  }
  return words;
}

const GENITIVE = /['’]s$/;
const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** A word that can be (part of) a name. "ADHD" and "HBO" have no small letter; "Ik" is stopped. */
export function isName(word: string): boolean {
  if (!isCapital(word)) return false;
  const core = word.replace(GENITIVE, "");
  return /\p{Ll}/u.test(core) && !stops(core) && !isPlace(core);
}

const NAME_WORDS = 7;

/** Reading names in one text. */
export class Reader {
  readonly text: string;
  readonly words: readonly Word[];

  constructor(text: string) {
    this.text = text;
    this.words = wordsOf(text);
  }

  lower(at: number): string {
    return this.words[at]?.lower ?? "";
  }

  /** What stands between a word and the next one; a new line parts them. */
  gap(at: number): string {
    const here = this.words[at];
    const next = this.words[at + 1];
    if (!here || !next) return "\n";
    // Longer than this is no gap within a name: also keeps a text of spaces cheap.
    return next.start - here.end > 6 ? "\n" : this.text.slice(here.end, next.start);
  }

  /** Whether only spaces part a word from the next one ("'t" and "’s" bring their own sign). */
  joined(at: number): boolean {
    return /^[ \t\u00a0]+['’]?$/.test(this.gap(at));
  }

  /** A single capital with a full stop, as in "J. de Vries" or "meneer B.". */
  isInitial(at: number): boolean {
    const word = this.words[at];
    return !!word && /^(?:\p{Lu}|IJ|Th|Ch)$/u.test(word.text) && this.text[word.end] === ".";
  }

  /** Whether the name may go on after this word; an initial may stand close ("J.B."). */
  private goesOn(at: number): boolean {
    return this.isInitial(at) ? /^\.[ \t\u00a0]?$/.test(this.gap(at)) : this.joined(at);
  }

  /**
   * The last word of the name that begins here, or -1 when none does.
   *
   * "Fatima el Idrissi", "Van den Berg", "J. de Vries". A lone initial at the end of a sentence
   * ("gezin A.") counts only for a `title`: without one, a letter is how one writes neutrally.
   */
  nameFrom(first: number, title = false): number {
    let last = -1;
    for (let at = first; at < first + NAME_WORDS && at < this.words.length; at++) {
      if (at > first && !this.goesOn(at - 1)) break;
      const word = this.words[at]?.text ?? "";
      if (isName(word) && !isParticle(word)) last = at;
      else if (this.isInitial(at)) last = title || this.meansName(at) || last >= 0 ? at : last;
      else if (!isParticle(word) && !this.inFormula(at)) break;
      if (GENITIVE.test(word)) break;
    }
    return last;
  }

  /** "in 't Veld", "op den Berg": elsewhere "in" and "op" end a name. */
  private inFormula(at: number): boolean {
    return /^(?:in|op)$/.test(this.lower(at)) && /^(?:t|den)$/.test(this.lower(at + 1));
  }

  /** Whether after an initial the sentence or the name goes on. */
  private meansName(at: number): boolean {
    const end = this.words[at]?.end ?? 0;
    return /^\.(?:\p{Lu}\.| ?\p{Ll}|,|:)/u.test(this.text.slice(end, end + 3));
  }

  /** Where a name of which this is the last word ends: with the dot of an initial in mid-sentence. */
  endOf(last: number): number {
    const end = this.words[last]?.end ?? 0;
    if (!this.isInitial(last)) return end - (this.genitive(last) ? 2 : 0);
    return /^\.(?: +\p{Ll}|[,:;)])/u.test(this.text.slice(end, end + 4)) ? end + 1 : end;
  }

  private genitive(at: number): boolean {
    return GENITIVE.test(this.words[at]?.text ?? "");
  }
}
