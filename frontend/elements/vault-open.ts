// Opening: with the six words, the code on paper, or a passkey; then back to where one came from.
import { cleanWords, unknownWords } from "../seal/words.ts";
import type { Ask } from "../vault/protocol.ts";
import { copy, fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

const SIX = 6;
const HOME = "/line/";
/** Where one can come from. */
const OWN = [HOME, "/journal/", "/vault/"];

export async function open(page: Page): Promise<void> {
  const { state, ways } = page.status ?? { state: "none", ways: [] };
  if (state !== "locked") {
    const views = { none: "nothing", elsewhere: "elsewhere", unkept: "already", open: "already" };
    page.view(views[state], false);
    one<HTMLAnchorElement>(page.root, "[data-onward]").href = next();
    return;
  }
  const view = page.view("open", false);
  one(view, "[data-with-code]").hidden = !ways.some(({ way }) => way === "code");
  const passkeys = ways.filter(({ way }) => way === "passkey");
  one(view, "[data-with-passkey]").hidden = passkeys.length === 0;
  one(view, "[data-passkeys]").replaceChildren(
    ...passkeys.map(({ id, label }) => passkeyButton(page, id, label)),
  );
  const words = one<HTMLFormElement>(view, "[data-words-form]");
  page.onSubmit(words, () => withWords(page, words));
  const code = one<HTMLFormElement>(view, "[data-code-form]");
  page.onSubmit(code, () =>
    enter(page, { way: "code", secret: one<HTMLInputElement>(code, "input").value }),
  );
}

function passkeyButton(page: Page, id: string, label: string): HTMLElement {
  const item = copy(page.root, "passkey");
  fill(item, { label });
  const button = one(item, "button");
  button.addEventListener("click", () => {
    void page.attempt(button, () => enter(page, { way: "passkey", id }));
  });
  return item;
}

async function withWords(page: Page, form: HTMLFormElement): Promise<void> {
  const field = one<HTMLTextAreaElement>(form, "[name=words]");
  if (areSixWords(page, field)) {
    await enter(page, { way: "words", secret: cleanWords(field.value) });
  }
}

/** Whether these can be the words; says what is wrong otherwise. */
export function areSixWords(page: Page, field: HTMLTextAreaElement): boolean {
  const unknown = unknownWords(field.value);
  const count = cleanWords(field.value).split(" ").filter(Boolean).length;
  if (unknown.length > 0) {
    page.correct("unknown", field, { words: unknown.join(", ") });
  } else if (count !== SIX) {
    page.correct(count === 0 ? "no-words" : "count", field, { count: String(count) });
  }
  return unknown.length === 0 && count === SIX;
}

async function enter(page: Page, how: Ask<"open">): Promise<void> {
  const remember = one<HTMLInputElement>(page.root, "[name=remember]").checked;
  page.say("working");
  await page.vault.ask("open", { ...how, remember });
  location.assign(next());
}

/** Where one came from: a sealed page of this house, or the overview. It never leaves the device. */
function next(): string {
  const wanted = URL.parse?.(location.hash.slice(1) || HOME, location.origin);
  const own =
    wanted?.origin === location.origin && OWN.some((path) => wanted.pathname.startsWith(path));
  return own && wanted.pathname !== location.pathname
    ? wanted.pathname + wanted.search + wanted.hash
    : HOME;
}
