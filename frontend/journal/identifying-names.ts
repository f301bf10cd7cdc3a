/**
 * Names of people a starter writes about, known by the word beside them.
 *
 * A name without such a word ("Sam dacht mee") is left alone: it is most often a colleague, and a
 * check that points at every capital is one nobody looks at. Once a name is known, the same name
 * elsewhere in the text is pointed at too.
 */
import { isName, Reader } from "./identifying-reading.ts";
import { beginsSentence, type Finding, type Language } from "./identifying-text.ts";
import type { Relation } from "./identifying-words.ts";
import * as words from "./identifying-words.ts";

const EN = { nl: "en", en: "and" };
const CALLED = { nl: /^genaamd$/, en: /^(?:named|called)$/ };
const IS_CALLED = /^(?:heet|heten|heette)$/;
const YOUNG =
  /^(?: \((?:1?\d|2[0-3])(?: ?(?:jaar|jr|j|years?))?[),]|, (?:1?\d|2[0-3]) (?:jaar|years))/;
const THEY = /^(?:hij|zij|ze|die|kind|jongen|meisje|jongere|cliënt|moeder|vader)$/;

class Names {
  private readonly reader: Reader;
  private readonly found: Finding[] = [];
  /** Words of names, with what to say instead. */
  private readonly known = new Map<string, string>();
  private readonly taken = new Set<number>();

  private readonly text: string;
  private readonly language: Language;

  constructor(text: string, language: Language) {
    this.text = text;
    this.language = language;
    this.reader = new Reader(text);
  }

  all(): Finding[] {
    const { words: all } = this.reader;
    for (let at = 0; at < all.length; at++) {
      const who = words.relation(this.reader.lower(at), this.language);
      if (who) this.beside(at, who);
      else this.alone(at);
    }
    this.repeated();
    return this.found;
  }

  private start(at: number): number {
    return this.reader.words[at]?.start ?? 0;
  }

  private add(start: number, first: number, last: number, offer: string, again = offer): void {
    this.found.push({ start, end: this.reader.endOf(last), kind: "name", offer });
    for (let at = first; at <= last; at++) {
      this.taken.add(at);
      const word = this.reader.words[at]?.text ?? "";
      const core = this.core(word);
      if (core.length > 2 && isName(word) && !words.isParticle(core)) {
        if (!this.known.has(core)) this.known.set(core, again);
      }
    }
  }

  private core(word: string): string {
    return word.replace(/['’]s$/, "");
  }

  /** A word for somebody: the name after it, before it, or of whom. */
  private beside(at: number, who: Relation): void {
    const { reader } = this;
    const owner = who.title ? -1 : this.ownerBefore(at);
    const next = this.nameAfter(at, who);
    if (owner >= 0 || next >= 0) {
      const first = owner >= 0 ? owner : at;
      const last = next >= 0 ? next : at;
      const offer = this.neutral(first, at, who, owner >= 0);
      this.add(this.start(first), first, last, offer, this.neutral(-1, at, who, owner >= 0));
      if (next >= 0) this.more(last, who.plural);
      return;
    }
    const gap = reader.gap(at);
    const inBrackets = /^ \($/.test(gap);
    const inForm = /^: ?$/.test(gap) && /(?:^|\n)[-* ]{0,3}$/.test(this.lineBefore(at));
    if (inBrackets || inForm) this.nameOnly(at + 1, words.NAMELESS[this.language]);
    else if (CALLED[this.language].test(reader.lower(at + 1)) && this.indefinite(at)) {
      if (reader.joined(at) && reader.joined(at + 1)) this.replaceCalled(at + 1);
    } else if (this.betweenCommas(at)) this.nameOnly(at + 1, words.NAMELESS[this.language]);
    else {
      this.ofWhom(at);
      if (!who.title) this.withTheirs(at);
    }
  }

  /** "Het meisje, Evi, …"; "met moeder, Sam en ik" is a row of people. */
  private betweenCommas(at: number): boolean {
    const { reader } = this;
    if (!/^, $/.test(reader.gap(at)) || !words.DETERMINERS.has(reader.lower(at - 1))) return false;
    const last = reader.nameFrom(at + 1);
    return last >= 0 && /^[,.]/.test(this.text.slice(reader.endOf(last), reader.endOf(last) + 1));
  }

  /** "Milou en haar moeder": whose mother stands two words before. */
  private withTheirs(at: number): void {
    const { reader, language } = this;
    if (!/^(?:zijn|haar|his|her|their)$/.test(reader.lower(at - 1)) || at < 3) return;
    if (reader.lower(at - 2) !== EN[language] || this.taken.has(at - 3)) return;
    if (!isName(reader.words[at - 3]?.text ?? "")) return;
    if ([1, 2, 3].every((back) => reader.joined(at - back))) {
      this.nameOnly(at - 3, words.OF_WHOM[language].child, at - 3);
    }
  }

  /** A word for something that is of somebody, a form, or a name that is said to be one. */
  private alone(at: number): void {
    const { reader, language } = this;
    const word = reader.lower(at);
    if (words.OF[language].has(word)) this.ofWhom(at);
    else if (word === (language === "nl" ? "naam" : "name") && /^: ?$/.test(reader.gap(at))) {
      this.nameOnly(at + 1, words.NAMELESS[language]);
    } else if (IS_CALLED.test(word) && THEY.test(reader.lower(at - 1)) && reader.joined(at)) {
      this.nameOnly(at + 1, words.NAMELESS[language]);
    } else if (isName(reader.words[at]?.text ?? "") && this.agedAfter(at)) {
      this.nameOnly(at, words.OF_WHOM[language].young, at);
    }
  }

  /** "Kevin (15)", "Kevin, 15 jaar": an age makes it somebody the text is about. */
  private agedAfter(at: number): boolean {
    const end = this.reader.words[at]?.end ?? 0;
    return YOUNG.test(this.text.slice(end, end + 10));
  }

  private lineBefore(at: number): string {
    const start = this.start(at);
    return this.text.slice(Math.max(0, start - 4), start).replace(/^[^\n]{4}$/, "x");
  }

  private indefinite(at: number): boolean {
    return /^(?:een|a)$/.test(this.reader.lower(at - 1));
  }

  private nameAfter(at: number, who: Relation): number {
    const { reader } = this;
    const word = reader.words[at];
    if (!word) return -1;
    const dotted = words.DOTTED.has(reader.lower(at)) && /^\. ?$/.test(reader.gap(at));
    if (!dotted && !reader.joined(at)) return -1;
    const first = reader.words[at + 1]?.text ?? "";
    const small = first === first.toLowerCase();
    const family = who.title || /(?:gezin|familie)$/i.test(word.text);
    if (small && !words.LEADING.has(first) && !(first === "van" && family)) {
      // "moeder van den Berg" is a family name, "moeder van Jayden" says whose mother.
      const composed = first === "van" && /^(?:den|der)$/.test(reader.lower(at + 2));
      if (!composed) return -1;
    }
    return reader.nameFrom(at + 1, who.title);
  }

  /** "Jayden's moeder", "Jaydens moeder", "Lucas' moeder", "Jayden zijn moeder", "the Smith family". */
  private ownerBefore(at: number): number {
    const { reader, language } = this;
    const before = reader.words[at - 1]?.text ?? "";
    if (isName(before)) {
      if (/^['’] $/.test(reader.gap(at - 1)) && /[szx]$/.test(before)) return at - 1;
      if (!reader.joined(at - 1)) return -1;
      if (/['’]s$/.test(before)) return at - 1;
      if (language === "nl" && /\p{Ll}{3}s$/u.test(before)) return at - 1;
      const the = language === "en" && reader.lower(at) === "family" && at > 1;
      return the && reader.lower(at - 2) === "the" ? at - 1 : -1;
    }
    const name = reader.words[at - 2];
    const his = language === "nl" && /^(?:zijn|haar|z'n|d'r)$/.test(before);
    if (!his || !name || !isName(name.text) || beginsSentence(this.text, name.start)) return -1;
    return reader.joined(at - 1) && reader.joined(at - 2) ? at - 2 : -1;
  }

  /** The neutral form, without an article of its own where one stands before it already. */
  private neutral(first: number, at: number, who: Relation, owned: boolean): string {
    const noun = who.noun ?? this.reader.lower(at);
    const article = owned || first < 0 ? who.definite || who.article : who.article;
    if (!article || (first > 0 && this.determined(first))) return noun;
    return `${article} ${noun}`;
  }

  private determined(first: number): boolean {
    const { reader } = this;
    if (!reader.joined(first - 1)) return false;
    if (words.DETERMINERS.has(reader.lower(first - 1))) return true;
    const described = /e$|-?jarig$|old$/.test(reader.lower(first - 1)) && reader.joined(first - 2);
    return described && words.DETERMINERS.has(reader.lower(first - 2));
  }

  /** "Sanne en Jayden", "Sanne, Jayden en Noa": whoever is named in one breath. */
  private more(last: number, plural: boolean): void {
    const { reader } = this;
    const comma = plural && /^, $/.test(reader.gap(last));
    const also = reader.lower(last + 1) === EN[this.language] && reader.joined(last);
    const next = comma ? last + 1 : also && reader.joined(last + 1) ? last + 2 : -1;
    const word = next < 0 ? "" : (reader.words[next]?.text ?? "");
    if (!isName(word) || words.relation(reader.lower(next), this.language)) return;
    const end = reader.nameFrom(next);
    const group = this.found.at(-1);
    if (end < 0 || !group) return;
    this.add(this.start(next), next, end, words.SOMEBODY[this.language]);
    // More children are still "de kinderen"; beside one mother somebody else is somebody.
    if (plural) group.end = this.found.pop()?.end ?? group.end;
    this.more(end, plural);
  }

  private ofWhom(at: number): void {
    const { reader, language } = this;
    const { word, child } = words.OF_WHOM[language];
    if (reader.lower(at + 1) !== word || !reader.joined(at) || !reader.joined(at + 1)) return;
    // "de kinderen van De Regenboog" is a place; a child's name does not begin so.
    if (/^(?:de|het|the)$/.test(reader.lower(at + 2))) return;
    const last = this.nameOnly(at + 2, child);
    if (last >= 0) this.more(last, false);
  }

  private nameOnly(first: number, offer: string, last = this.reader.nameFrom(first)): number {
    const word = this.reader.words[first]?.text ?? "";
    if (last < 0 || !/^\p{Lu}/u.test(word)) return -1;
    const { child } = words.OF_WHOM[this.language];
    this.add(this.start(first), first, last, offer, child);
    return last;
  }

  private replaceCalled(at: number): void {
    const last = this.reader.nameFrom(at + 1);
    if (last < 0) return;
    const { child } = words.OF_WHOM[this.language];
    this.add(this.start(at), at + 1, last, `(${words.NAMELESS[this.language]})`, child);
  }

  /** The same names elsewhere, also with an s: "Jaydens kamer" is "zijn of haar kamer". */
  private repeated(): void {
    const { reader, known } = this;
    const { them } = words.OF_WHOM[this.language];
    if (!known.size) return;
    for (let at = 0; at < reader.words.length; at++) {
      const word = reader.words[at];
      if (!word || this.taken.has(at)) continue;
      const whole = known.get(word.text);
      const owner = known.has(word.text.replace(/['’]?s$/, ""));
      if (whole === undefined && !owner) continue;
      const first = this.fromParticle(at);
      const last = whole === undefined ? at : Math.max(at, reader.nameFrom(at));
      const end = whole === undefined ? word.end : reader.endOf(last);
      this.found.push({ start: this.start(first), end, kind: "name", offer: whole ?? them });
      at = last;
    }
  }

  /** "Van den Berg" from "Berg"; not "de" alone, which is no part of "de Sanne van toen". */
  private fromParticle(at: number): number {
    let first = at;
    while (first > 0 && first > at - 3 && this.reader.joined(first - 1)) {
      if (!/^(?:Van|De|Den|Der|El|van|den|der|el)$/.test(this.reader.words[first - 1]?.text ?? ""))
        break;
      first--;
    }
    return first;
  }
}

export const names = (text: string, language: Language): Finding[] =>
  new Names(text, language).all();
