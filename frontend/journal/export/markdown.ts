// Markdown that shows what somebody wrote, and does nothing else: no heading, link, picture or HTML
// comes out of a text, and no text ends the front matter. What must stay exact is in line.json.

/** Values of the front matter; a list of texts or objects stays on one line. */
export type Front = Record<string, unknown>;

/** YAML reads JSON; what YAML sees as a line break or does not print is written as its number. */
export function frontMatter(front: Front): string {
  const lines = Object.entries(front)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${json(value)}`);
  return ["---", ...lines, "---", ""].join("\n");
}

const json = (value: unknown) =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    number,
  );
const number = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Characters that do something wherever they stand. */
const ACTIVE = /[\\`*_[\]<>&~|$^{}@#]/g;
/** What does something at the beginning of a line only: lists, underlines of headings. */
const BEGINS = /^([-+=])|^(\d{1,9})([.)])/;
/** What some programs make a link of. */
const LINKS = /(https?|ftp|mailto|xmpp)(:)|(www)(\.)/gi;
const UNPRINTED = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A text as paragraphs; its line breaks stay. */
export function paragraphs(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(escaped);
  return lines.map((line, place) => (line && lines[place + 1] ? `${line}  ` : line)).join("\n");
}

/** One line in which nothing is active. */
export function escaped(line: string): string {
  return line
    .replace(/\t/g, " ")
    .replace(UNPRINTED, "")
    .trim()
    .replace(ACTIVE, "\\$&")
    .replace(LINKS, "$1$3\\$2$4")
    .replace(BEGINS, (_, sign, digits, after) => (sign ? `\\${sign}` : `${digits}\\${after}`));
}
