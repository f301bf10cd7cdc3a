// Prepare a meeting of three: on its card, for oneself; then give it to the two others at the table.
// What they gave stands below. Keeping works before keys are kept, giving only after.
import { answered, KEPT_PREPARATION, laidOut } from "../paths/preparation.ts";
import { PREPARATION } from "../together/message.ts";
import type { Answer } from "../vault/protocol.ts";
import { checking } from "./journal-check.ts";
import { typedIn } from "./together-fields.ts";
import { isOpen } from "./together-people.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

type Prepared = Answer<"preparation">;

export async function preparation(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state === "elsewhere") {
    page.view("elsewhere", false);
    return;
  }
  await new Preparing(page).begin();
}

class Preparing {
  readonly #page: Page;
  readonly #form: HTMLFormElement;
  readonly #meeting: string;
  #kept: Prepared["kept"] = null;
  #changed = false;
  #object: string = crypto.randomUUID();

  constructor(page: Page) {
    this.#page = page;
    this.#form = one<HTMLFormElement>(page.root, "[data-prepare]");
    this.#meeting = this.#form.dataset.meeting ?? "";
  }

  async begin(): Promise<void> {
    const page = this.#page;
    const prepared: Prepared =
      page.status?.state === "none" ? { kept: null, given: [], refused: 0 } : await this.#ask();
    this.#kept = prepared.kept;
    this.#lay();
    this.#showGiven(prepared);
    this.#form.addEventListener("input", () => {
      this.#changed = true;
    });
    checking(this.#form, page);
    page.onSubmit(this.#form, () => this.#keep());
    page.onClick("[data-give]", () => this.#give());
    page.onClick("[data-remove]", () => this.#remove());
    page.beforeClosing = async () => {
      if (this.#changed) await this.#save().catch(() => {}); // locked elsewhere: type again
      return true;
    };
    page.root.addEventListener("vault-closed", () => this.#place.replaceChildren());
    page.view("preparation", false);
    await this.#offerGiving();
  }

  #ask(): Promise<Prepared> {
    const ask = { meeting: this.#meeting, others: this.#others() };
    return this.#page.vault.ask("preparation", ask);
  }

  get #place(): HTMLElement {
    return one(this.#form, "[data-fields]");
  }

  /** A field for each question of the card, with what was kept. */
  #lay(): void {
    const { root } = this.#page;
    const asked = [...root.querySelectorAll<HTMLElement>("template[data-question]")];
    const questions = asked.map((each) => each.dataset.question ?? "");
    const parts = laidOut(questions, this.#kept?.content.parts ?? []);
    this.#place.replaceChildren(
      ...parts.map(({ asked: question, text }, at) => {
        const item = copy(root, "asked");
        const typed = one<HTMLTextAreaElement>(item, "textarea");
        typed.id = `asked-${at}`;
        typed.dataset.asked = question;
        typed.value = text;
        one<HTMLLabelElement>(item, "label").htmlFor = typed.id;
        fill(item, { question });
        return item;
      }),
    );
    one(this.#form, "[data-remove]").hidden = this.#kept === null;
  }

  /** Nothing is not kept; emptying what was kept is. */
  async #keep(): Promise<void> {
    if (!this.#kept && answered(typedIn(this.#place)).length === 0) {
      this.#page.correct("empty", this.#place);
      return;
    }
    await this.#save();
    await this.#page.look();
    one(this.#form, "[data-remove]").hidden = false;
    await this.#offerGiving();
    this.#page.say("kept");
  }

  async #save(): Promise<void> {
    const content = { v: 1 as const, meeting: this.#meeting, parts: typedIn(this.#place) };
    const again = this.#kept ? { object: this.#kept.object, base: this.#kept.version } : {};
    const what = { kind: KEPT_PREPARATION, content: { ...content }, ...again };
    const saved = await this.#page.vault.ask("save", what);
    this.#kept = { object: saved.object, version: saved.version, content };
    this.#changed = false;
  }

  /** What was given stays with whom it was given to. */
  async #remove(): Promise<void> {
    if (this.#kept) await this.#page.vault.ask("remove", { object: this.#kept.object });
    this.#kept = null;
    this.#lay();
    this.#changed = false;
    this.#page.say("removed");
  }

  /** Who at the table gets it, as far as one can write to them; why not is not told apart. */
  async #offerGiving(): Promise<void> {
    const { root, status } = this.#page;
    const isReady = status?.state === "open";
    one(root, "[data-giving]").hidden = !isReady;
    one(root, "[data-first-keep]").hidden = isReady;
    const reached = new Set(isReady ? await this.#reached() : []);
    for (const item of root.querySelectorAll<HTMLElement>("[data-other]")) {
      only(item, reached.has(item.dataset.other ?? "") ? "reached" : "not");
    }
    one(root, "[data-give]").hidden = reached.size === 0;
  }

  /** Whoever the page names, it goes only to keys that this line knows as theirs. */
  async #reached(): Promise<string[]> {
    const others = new Set(this.#others());
    const { people } = await this.#page.vault.ask("reach", {});
    const open = people.filter((each) => others.has(each.person) && isOpen(each));
    return open.map(({ person }) => person);
  }

  #others(): string[] {
    const all = [...this.#page.root.querySelectorAll<HTMLElement>("[data-other]")];
    return all.map(({ dataset }) => dataset.other ?? "");
  }

  async #give(): Promise<void> {
    const page = this.#page;
    const parts = answered(typedIn(this.#place));
    if (parts.length === 0) {
      page.correct("empty", this.#place);
      return;
    }
    await this.#save();
    const what = { object: this.#object, about: PREPARATION, meeting: this.#meeting } as const;
    await page.vault.ask("send", { ...what, to: await this.#reached(), text: "", parts });
    this.#object = crypto.randomUUID();
    this.#showGiven(await this.#ask());
    page.say("given");
  }

  #showGiven({ given, refused }: Prepared): void {
    const { root } = this.#page;
    const rows = given.map(({ name, mine, held, day, parts }) => {
      const row = copy(root, "given");
      fill(row, { day: dayText(day), name });
      only(row, mine ? (held ? "mine waits" : "mine") : "theirs");
      for (const { asked, text } of parts) {
        const part = copy(root, "part");
        fill(part, { asked, text });
        one(row, "[data-parts]").append(part);
      }
      return row;
    });
    one(root, "[data-given-list]").replaceChildren(...rows);
    one(root, "[data-nothing-given]").hidden = rows.length > 0;
    one(root, "[data-refused]").hidden = refused === 0;
  }
}
