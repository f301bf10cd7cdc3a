/** What the finders of identifying things share: the shape of a finding and looking around it. */

export type Language = "nl" | "en";

export type Kind =
  | "bsn"
  | "birthDate"
  | "phone"
  | "email"
  | "postcode"
  | "street"
  | "iban"
  | "plate"
  | "handle"
  | "school"
  | "name";

/** Something in a text that points at a person, and neutral words that can stand in its place. */
export interface Finding {
  /** Place in the text, in UTF-16 units: `text.slice(start, end)` is what was found. */
  start: number;
  end: number;
  kind: Kind;
  /** In the language that was asked for; takes the place of the whole of what was found. */
  offer: string;
}

/** How far back a word still says what a number or date is: "BSN van moeder: …". */
const NEAR = 40;

/** What precedes a place in the same sentence, at most a few words ("geb." ends no sentence). */
export function before(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - NEAR), at);
  return near.split(/\n|(?<=\p{L}{4}[.!?]) /u).at(-1) ?? "";
}

/** Whether a capital here is only there because a sentence or a line begins. */
export function beginsSentence(text: string, at: number): boolean {
  // A few characters are enough, and a text of only spaces must not be walked over and over.
  const near = text.slice(Math.max(0, at - 10), at);
  const sign =
    /(^|(?<!(?:geb|tel|nr|mw|dhr|mevr|mrs?|ms|st|bijv|ca))\.|[!?…\n])["'“”‘’(*•\-– \t]*$/iu;
  const found = sign.exec(near);
  return !!found && (found[1] !== "" || at <= 10);
}

/** An offer with a capital where the text needs one. */
export function fitted(text: string, at: number, offer: string): string {
  const small = /^\p{Ll}/u.test(text.slice(at, at + 2));
  return small || !beginsSentence(text, at) ? offer : offer[0]?.toUpperCase() + offer.slice(1);
}

const MEASURE =
  /^ ?(?:uur|uren|u\b|min|sec|dag|we[ek]{2}|maand|jaar|jarig|keer|kind|jongere|mens|person|euro|meter|km\b|m\b|cm|kilo|gram|procent|%|x\b|hour|day|month|year|time|child|people|mile|[ap]m\b)/i;

/** Whether a number ends here that counts something: "12 uur" is no house number. */
export function countsSomething(text: string, at: number): boolean {
  return MEASURE.test(text.slice(at, at + 12));
}

/** The neutral form of each kind; a name has its own, by who it is. */
export const OFFERS: Record<Language, Record<Exclude<Kind, "name"> | "address", string>> = {
  nl: {
    bsn: "een nummer",
    birthDate: "een datum",
    phone: "een telefoonnummer",
    email: "een mailadres",
    postcode: "een postcode",
    address: "een adres",
    street: "een adres",
    iban: "een rekeningnummer",
    plate: "een kenteken",
    handle: "een account",
    school: "een school",
  },
  en: {
    bsn: "a number",
    birthDate: "a date",
    phone: "a phone number",
    email: "an e-mail address",
    postcode: "a postcode",
    address: "an address",
    street: "an address",
    iban: "an account number",
    plate: "a number plate",
    handle: "an account",
    school: "a school",
  },
};
