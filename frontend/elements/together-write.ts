// Write to somebody: what it is about, to whom, in own words; then when it arrives; then it goes.
import { isBlank, MOST_MEMBERS, type Subject, WRITTEN } from "../together/message.ts";
import type { Companion } from "../vault/protocol.ts";
import { checking } from "./journal-check.ts";
import { listed } from "./journal-dom.ts";
import { Draft } from "./journal-draft.ts";
import { dueDays } from "./journal-due.ts";
import { type Duty, showArrival } from "./together-arrival.ts";
import { draftOf, type Written } from "./together-aside.ts";
import { fields, putIn, typedIn } from "./together-fields.ts";
import { purposeOf, type Words, wordsFor } from "./together-library.ts";
import { choose, chosen, isOpen, openOnes, people } from "./together-people.ts";
import { copy, fill, one } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

/** What is not put off to working time by this page. */
const URGENT = new Set<string | null>(["help", "aftercare"]);

export async function write(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
  } else if (state === "open") {
    // "Hulp" on this page itself: another subject, on a fresh sheet.
    window.addEventListener("hashchange", () => location.reload());
    await new Writing(page).begin();
  } else {
    page.view(state === "elsewhere" ? "elsewhere" : "unkept", false);
  }
}

class Writing {
  readonly #page: Page;
  readonly #form: HTMLFormElement;
  readonly #draft: Draft;
  #words = new Map<string, Words>();
  #people: Companion[] = [];
  #object: string = crypto.randomUUID();
  #thread: string = crypto.randomUUID();

  constructor(page: Page) {
    this.#page = page;
    this.#form = one<HTMLFormElement>(page.root, "[data-write]");
    this.#draft = new Draft(page, this.#form, {
      take: () => this.#taken(),
      put: (text) => this.#put(JSON.parse(text) as Written),
    });
  }

  async begin(): Promise<void> {
    const page = this.#page;
    const [words, { people: all }, working] = await Promise.all([
      wordsFor(page.root),
      page.vault.ask("reach", {}),
      dueDays(page).then(
        (days) => days.working,
        () => true,
      ),
    ]);
    this.#words = words;
    const wished = new URLSearchParams(location.hash.slice(1));
    this.#people = all.filter(({ person }) => !wished.getAll("not").includes(person));
    this.#subject(subjectOf(wished.get("about")));
    this.#listen();
    const came = await this.#restore(wished.has("about") ? [this.#about] : WRITTEN);
    if (wished.has("to")) {
      choose(this.#place("people"), wished.getAll("to"));
    }
    // In one's own time a thought is put away first. Not help: whoever asks for it gets it.
    page.view(working || came || URGENT.has(wished.get("about")) ? "editor" : "own-time", false);
    if (came) {
      page.say("back");
    }
  }

  /** What was being written about one of these: the first that is found. */
  async #restore(subjects: readonly Subject[]): Promise<boolean> {
    for (const about of subjects) {
      if (await this.#draft.restore(draftOf(about))) {
        return true;
      }
    }
    return false;
  }

  #place(name: string): HTMLElement {
    return one(this.#form, `[data-${name}]`);
  }

  get #about(): Subject {
    return subjectOf(String(new FormData(this.#form).get("about") ?? ""));
  }

  /** Lay the sheet out for a subject. */
  #subject(about: Subject): void {
    const { root } = this.#page;
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>("[name=about]")) {
      radio.checked = radio.value === about;
    }
    const words = this.#words.get(purposeOf(about));
    const offers = about === "aftercare" ? (words?.parts[0]?.starters ?? []) : [];
    fill(this.#form, { "about-subject": words?.about ?? "" });
    fields(root, this.#place("fields"), about === "aftercare" ? [] : (words?.parts ?? []));
    this.#place("offers").hidden = offers.length === 0;
    one(this.#form, "[data-offer-list]").replaceChildren(...offers.map((one) => offer(root, one)));
    this.#place("rehearse").hidden = about !== "boundary";
    fields(root, this.#place("rehearsal"), this.#words.get("rehearsal")?.parts ?? []);
    people(root, this.#place("people"), this.#people, about !== "consult");
    this.#place("no-people").hidden = this.#people.length > 0;
  }

  #listen(): void {
    const page = this.#page;
    checking(this.#form, page);
    checking(one(page.root, "[data-cannot-wait]"), page);
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>("[name=about]")) {
      radio.addEventListener("change", () => {
        const words = typedIn(this.#place("fields")).map(({ text }) => text);
        this.#subject(this.#about);
        putIn(this.#place("fields"), asMany(words, this.#place("fields")));
      });
    }
    page.onClick("[data-ask-help]", async () => {
      this.#subject("help");
      page.view("editor");
    });
    page.onSubmit(this.#form, () => this.#before());
    page.onClick("[data-send]", () => this.#send(chosen(this.#place("people"))));
    page.root.addEventListener("vault-closed", () => this.#place("fields").replaceChildren());
  }

  /** Everything is there: now when it arrives. */
  async #before(): Promise<void> {
    const page = this.#page;
    const to = chosen(this.#place("people"));
    if (isBlank(this.#said())) {
      page.correct("empty", this.#place("fields"));
      return;
    }
    if (to.length === 0) {
      page.correct("nobody-chosen", this.#place("people"));
      return;
    }
    if (to.length >= MOST_MEMBERS) {
      page.correct("too-many", this.#place("people"));
      return;
    }
    await this.#draft.keep();
    const view = one(page.root, '[data-view="before"]');
    const names = new Map(this.#people.map(({ person, name }) => [person, name]));
    const { waits, duty } = await showArrival(page, view, to, names, {
      way: this.#about === "consult" ? "also" : "instead",
      open: openOnes(this.#people),
      take: (person) => this.#take(person),
    });
    one(view, "[data-cannot-wait]").hidden = !waits || duty.length === 0;
    one(view, "[data-duties]").replaceChildren(...duty.map((one) => this.#duty(one)));
    fill(view, { who: listed(to.map((person) => names.get(person) ?? "")) });
    page.view("before");
  }

  /** Somebody who works now: the words stay, and when it arrives is said anew. */
  async #take(person: string): Promise<void> {
    const place = this.#place("people");
    const isSeveral = this.#about === "consult";
    const before = isSeveral ? chosen(place) : [];
    choose(place, [...before, person]);
    place.dispatchEvent(new Event("input", { bubbles: true })); // kept with the draft
    await this.#before();
    const name = this.#people.find((one) => one.person === person)?.name ?? "";
    this.#page.say(isSeveral ? "taken-also" : "taken-instead", { name });
  }

  /** A line that is on duty: its number first; and writing, for what says why it cannot wait. */
  #duty({ line, phone, person, name }: Duty): HTMLElement {
    const page = this.#page;
    const item = copy(page.root, "duty");
    fill(item, { line, phone, name });
    one<HTMLAnchorElement>(item, "a").href = `tel:${phone.replace(/[^+\d]/g, "")}`;
    const button = one(item, "button");
    const known = this.#people.find((one) => one.person === person);
    button.hidden = !known || !isOpen(known);
    button.addEventListener("click", () => {
      void page.attempt(button, () => this.#sendNow(person as string));
    });
    return item;
  }

  /** To somebody on duty, outside their own times too: with the reason, and only then. */
  async #sendNow(person: string): Promise<void> {
    const page = this.#page;
    const reason = one<HTMLInputElement>(page.root, "#reason");
    if (reason.value.trim() === "") {
      page.correct("no-reason", reason);
      return;
    }
    await this.#send([person], { reason: reason.value.trim(), urgent: true });
    reason.value = "";
  }

  /** One part is the text itself; more are answers, each under what was asked. */
  #said(): { text: string; parts: { asked: string; text: string }[] } {
    const data = new FormData(this.#form);
    const all = typedIn(this.#place("fields"));
    const [only] = all;
    if (this.#about === "aftercare" || !only) {
      return { text: String(data.get("offer") ?? ""), parts: [] };
    }
    if (all.length === 1) {
      return { text: only.text.trim(), parts: [] };
    }
    const parts = all.map(({ asked, text }) => ({ asked, text: text.trim() }));
    return { text: "", parts: parts.filter(({ text }) => text !== "") };
  }

  async #send(to: string[], urgent: { reason?: string; urgent?: boolean } = {}): Promise<void> {
    const page = this.#page;
    const about = { object: this.#object, thread: this.#thread, about: this.#about };
    const { thread } = await page.vault.ask("send", { ...about, to, ...this.#said(), ...urgent });
    const free = !one(page.root, '[data-view="before"] [data-let-go]').hidden;
    const waits = free && !urgent.urgent;
    await this.#draft.forget();
    this.#object = crypto.randomUUID();
    this.#thread = crypto.randomUUID();
    this.#subject(this.#about);
    one<HTMLAnchorElement>(page.root, "[data-to-thread]").hash = thread;
    page.view("sent", true, waits ? "waits" : "now");
  }

  #taken(): string {
    const words = typedIn(this.#place("fields")).map(({ text }) => text);
    const rehearsal = typedIn(this.#place("rehearsal")).map(({ text }) => text);
    const offer = String(new FormData(this.#form).get("offer") ?? "");
    const written: Written = {
      object: this.#object,
      thread: this.#thread,
      about: this.#about,
      to: chosen(this.#place("people")),
      words,
      rehearsal,
      offer,
    };
    return [...words, ...rehearsal, offer].some((text) => text.trim())
      ? JSON.stringify(written)
      : "";
  }

  #put({ object, thread, about, to, words, rehearsal, offer }: Written): void {
    this.#object = object;
    this.#thread = thread;
    this.#subject(about);
    choose(this.#place("people"), to);
    putIn(this.#place("fields"), words);
    putIn(this.#place("rehearsal"), rehearsal);
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>("[name=offer]")) {
      radio.checked = radio.value === offer;
    }
  }
}

function subjectOf(wished: string | null): Subject {
  return WRITTEN.find((one) => one === wished) ?? "consult";
}

/** What was typed for another subject stays: what has no field of its own stands in the last. */
function asMany(words: string[], place: HTMLElement): string[] {
  const room = place.querySelectorAll("textarea").length;
  const rest = words.slice(Math.max(0, room - 1)).filter((text) => text.trim());
  return room === 0 ? [] : [...words.slice(0, room - 1), rest.join("\n")];
}

function offer(root: HTMLElement, words: string): HTMLElement {
  const item = copy(root, "offer");
  fill(item, { offer: words });
  one<HTMLInputElement>(item, "input").value = words;
  return item;
}
