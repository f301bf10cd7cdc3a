// One thread: who said what, who came and went; answering, asking somebody in, leaving, keeping.
import { isBlank, type Message, MOST_MEMBERS, type Says } from "../together/message.ts";
import type { Step } from "../together/thread.ts";
import { Refused } from "../vault/client.ts";
import type { Companion } from "../vault/protocol.ts";
import { checking } from "./journal-check.ts";
import { listed, textOfPage } from "./journal-dom.ts";
import { Draft } from "./journal-draft.ts";
import { arrivalsFor, showArrival } from "./together-arrival.ts";
import { goWrite, putAside } from "./together-aside.ts";
import { showStarters } from "./together-fields.ts";
import { purposeOf, wordsFor } from "./together-library.ts";
import { choose, chosen, openOnes, people } from "./together-people.ts";
import { askWider, type Known, subjectText, whoIsIn } from "./together-threads.ts";
import { copy, dayText, fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export async function showThread(page: Page, thread: Known): Promise<void> {
  const { people: near } = await page.vault.ask("reach", {});
  await new Conversation(page, thread, near).begin();
}

class Conversation {
  readonly #page: Page;
  readonly #thread: Known;
  readonly #near: Companion[];
  readonly #form: HTMLFormElement;
  readonly #draft: Draft;
  #object = crypto.randomUUID();
  #says: Says | undefined;

  constructor(page: Page, thread: Known, near: Companion[]) {
    this.#page = page;
    this.#thread = thread;
    this.#near = near;
    this.#form = one<HTMLFormElement>(page.root, "[data-reply]");
    const field = this.#field;
    this.#draft = new Draft(page, this.#form, {
      take: () => field.value,
      put: (text) => {
        field.value = text;
      },
    });
  }

  get #field(): HTMLTextAreaElement {
    return one<HTMLTextAreaElement>(this.#form, "textarea");
  }

  /** The others in it who can be written to now. */
  get #to(): string[] {
    const open = openOnes(this.#near);
    return this.#others.filter((person) => open.has(person));
  }

  get #others(): string[] {
    const { members } = this.#thread;
    return members.map(({ person }) => person).filter((person) => person !== this.#page.person);
  }

  get #left(): string[] {
    const { steps } = this.#thread;
    return steps.flatMap(({ from, message }) => (message.says === "left" ? from : []));
  }

  async begin(): Promise<void> {
    const { root } = this.#page;
    const thread = this.#thread;
    fill(root, { subject: subjectText(root, thread), who: whoIsIn(this.#page, thread) });
    one(root, "[data-steps]").replaceChildren(...thread.steps.map((step) => this.#step(step)));
    this.#standing();
    this.#listen();
    this.#page.view("thread", false);
    if (await this.#draft.restore(`thread-${thread.id}`)) {
      this.#page.say("back");
    }
    await this.#arrivals();
  }

  #standing(): void {
    const { root } = this.#page;
    const { isIn, about, asksMe, unanswered } = this.#thread;
    const unreached = this.#others.filter((person) => !this.#to.includes(person));
    this.#form.hidden = !isIn || this.#to.length === 0;
    const mine = this.#thread.steps.every((step) => step.mine);
    one(root, "[data-theirs]").hidden = mine;
    one(root, "[data-mine]").hidden = !mine;
    one(root, "[data-not-in]").hidden = isIn;
    one(root, "[data-nobody]").hidden = !unanswered;
    const asked = about === "help" && asksMe && this.#thread.steps[0]?.mine === false;
    one(root, "[data-help-replies]").hidden = !asked;
    const offered = about === "aftercare" && this.#thread.steps[0]?.mine === false;
    one(root, "[data-offered]").hidden = !offered;
    one(root, "[data-out-of-reach]").hidden = !isIn || unreached.length === 0;
    one(root, "[data-told-later]").hidden = unreached.length === 0;
    fill(root, { unreached: listed(unreached.map((person) => this.#nameOf(person))) });
    for (const button of root.querySelectorAll<HTMLElement>("[data-in]")) {
      button.hidden = !isIn;
    }
  }

  #nameOf(person: string): string {
    const you = textOfPage(this.#page.root, "[data-you]");
    return person === this.#page.person ? you : (this.#thread.names[person] ?? "");
  }

  #step(step: Step): HTMLElement {
    const { root } = this.#page;
    const { message, from, day, came, went, held, missed } = step;
    const item = copy(root, "step");
    const names = (some: Step["came"]) => listed(some.map(({ person }) => this.#nameOf(person)));
    const says = textOfPage(root, `[data-says-name="${message.says ?? ""}"]`);
    fill(item, {
      from: this.#nameOf(from),
      day: dayText(day),
      came: names(came),
      went: names(went),
      says,
      text: message.text,
      reason: message.reason ?? "",
      missed: listed(missed.map((person) => this.#nameOf(person))),
    });
    one(item, "[data-missed]").hidden = missed.length === 0;
    one(item, "[data-came]").hidden = came.length === 0;
    one(item, "[data-went]").hidden = went.length === 0;
    one(item, "[data-says-line]").hidden = says === "";
    one(item, "[data-slot=text]").hidden = message.text === "";
    one(item, "[data-reason]").hidden = !message.reason;
    const parts = message.parts ?? [];
    one(item, "[data-parts]").replaceChildren(
      ...parts.map(({ asked, text }) => {
        const part = copy(root, "part");
        fill(part, { asked, text });
        return part;
      }),
    );
    one(item, "[data-held]").hidden = !held;
    this.#press(one(item, "[data-withdraw]"), async () => {
      await this.#withdraw(message);
      await this.#again("withdrawn");
    });
    this.#press(one(item, "[data-change]"), () => this.#change(step));
    return item;
  }

  #press(button: HTMLElement, act: () => Promise<void>): void {
    button.addEventListener("click", () => void this.#page.attempt(button, act));
  }

  /** When what waits arrives, as far as that is said. */
  async #arrivals(): Promise<void> {
    if (this.#thread.steps.some(({ held }) => held) && this.#to.length > 0) {
      const { arrivals } = await arrivalsFor(this.#page, this.#to).catch(() => ({ arrivals: [] }));
      const said = arrivals
        .filter(({ now }) => !now)
        .map(({ to, sentence }) => `${this.#nameOf(to)}: ${sentence}.`);
      fill(this.#page.root, { arrives: said.join(" ") });
    }
  }

  /** Only what nobody has yet; what arrived this instant stays said. */
  async #withdraw({ id: object }: Message): Promise<void> {
    const { threads } = await this.#page.vault.ask("threads", {});
    const steps = threads.flatMap((thread) => thread.steps);
    if (!steps.some(({ message, held }) => message.id === object && held)) {
      throw new Refused("server", textOfPage(this.#page.root, "[data-came-meanwhile]"));
    }
    await this.#page.vault.ask("remove", { object });
  }

  /** Take it back, and go on writing where it stood. */
  async #change({ message }: Step): Promise<void> {
    const { page, thread } = { page: this.#page, thread: this.#thread };
    const isFirst = thread.steps.length === 1;
    if (isFirst) {
      const words = await this.#asAsked(message);
      await putAside(page, thread.about, words, this.#others);
      await this.#withdraw(message);
      goWrite(page, [["about", thread.about]]);
      return;
    }
    this.#field.value = message.text;
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
    await this.#draft.keep();
    await this.#withdraw(message);
    location.reload();
  }

  /** The words by what was asked now, so that each stands in its own field again. */
  async #asAsked({ about, parts, text }: Message): Promise<string[]> {
    const asked = (await wordsFor(this.#page.root)).get(purposeOf(about))?.parts ?? [];
    return asked.length > 1
      ? asked.map(({ question }) => parts?.find((one) => one.asked === question)?.text ?? "")
      : [text];
  }

  #listen(): void {
    const page = this.#page;
    checking(this.#form, page);
    page.onSubmit(this.#form, () => this.#answer());
    page.onClick("[data-reply-with]", async (button) =>
      this.#reply(button.dataset.replyWith as Says),
    );
    page.onClick("[data-nobody] button", () => askWider(page, this.#thread));
    const told = once(() => this.#tellArrival(this.#form, this.#to));
    this.#form.addEventListener("input", told);
    const adding = one(page.root, "[data-add-form]");
    checking(adding, page);
    adding.addEventListener("change", () => {
      const more = chosen(one(page.root, "[data-add-people]"));
      void this.#tellArrival(adding, [...this.#to, ...more]);
    });
    page.onClick("[data-keep-thread]", () => this.#keep());
    page.onClick("[data-leave]", async () => void page.view("leave"));
    page.onClick("[data-leave-now]", () => this.#leave());
    page.onClick("[data-add]", async () => this.#offerMore());
    page.onSubmit(one<HTMLFormElement>(page.root, "[data-add-form]"), () => this.#add());
  }

  /** When it would be there, before it is sent. */
  async #tellArrival(form: HTMLElement, to: string[]): Promise<void> {
    const place = one(form, "[data-before-sending]");
    const near = this.#near.map(({ person, name }) => [person, name] as const);
    await showArrival(this.#page, place, to, new Map(near), {
      way: "also",
      open: openOnes(this.#near),
      take: async (person) => this.#offerMore(person),
    });
    place.hidden = to.length === 0;
  }

  /** Yes, later or somebody else: each has ways to say it. */
  async #reply(says: Says): Promise<void> {
    this.#says = says;
    const words = (await wordsFor(this.#page.root)).get("reply");
    const part = words?.parts.find(({ name }) => name === says);
    const place = one(this.#form, "[data-reply-starters]");
    showStarters(place, this.#field, part?.starters ?? []);
    for (const button of this.#form.querySelectorAll<HTMLElement>("[data-reply-with]")) {
      button.setAttribute("aria-pressed", String(button.dataset.replyWith === says));
    }
    this.#field.focus();
  }

  async #answer(): Promise<void> {
    const text = this.#field.value.trim();
    if (isBlank({ text }) && !this.#says) {
      this.#page.correct("empty", this.#field);
      return;
    }
    await this.#draft.keep();
    await this.#send(this.#to, { text, ...(this.#says ? { says: this.#says } : {}) });
    this.#field.value = "";
    await this.#draft.forget();
    await this.#again("answered");
  }

  async #send(to: string[], what: { text: string; says?: Says }): Promise<void> {
    const { id: thread, about } = this.#thread;
    await this.#page.vault.ask("send", { object: this.#object, thread, about, to, ...what });
    this.#object = crypto.randomUUID();
  }

  async #leave(): Promise<void> {
    await this.#send(this.#to, { text: "", says: "left" });
    location.assign(location.pathname);
  }

  /** Who may come in; `wanted`: whom to choose, beside who is chosen already. */
  #offerMore(...wanted: string[]): void {
    const { root } = this.#page;
    const place = one(root, "[data-add-people]");
    // Whoever left stays out of this one.
    const known = new Set([...this.#others, ...this.#left]);
    const more = this.#near.filter(({ person }) => !known.has(person));
    people(root, place, more, false);
    choose(place, [...chosen(place), ...wanted]);
    if (wanted.length > 0) {
      place.dispatchEvent(new Event("change", { bubbles: true })); // when it arrives for them too
    }
    this.#page.view("add");
  }

  async #add(): Promise<void> {
    const page = this.#page;
    const place = one(page.root, "[data-add-people]");
    const more = chosen(place);
    const field = one<HTMLTextAreaElement>(page.root, "#add-text");
    const to = [...this.#to, ...more];
    if (more.length === 0) {
      page.correct("nobody-chosen", place);
    } else if (this.#others.length + more.length >= MOST_MEMBERS) {
      page.correct("too-many", place);
    } else if (isBlank({ text: field.value })) {
      page.correct("empty", field);
    } else {
      await this.#send(to, { text: field.value.trim() });
      field.value = "";
      await this.#again("added");
    }
  }

  /** The whole of it as one text on the own line. */
  async #keep(): Promise<void> {
    const { about, steps } = this.#thread;
    const text = steps.map((step) => this.#plain(step)).join("\n\n");
    const kind = about === "appreciation" ? "success" : "free";
    await this.#page.vault.ask("save", { kind, content: { v: 1, text } });
    this.#page.say("kept-thread");
  }

  #plain({ from, message }: Step): string {
    // A thank-you is read back as it was said, without what the sheet asked.
    const isThanks = message.about === "appreciation";
    const parts = message.parts?.map(({ asked, text }) => (isThanks ? text : `${asked}\n${text}`));
    const all = [...(parts ?? []), message.text].filter((text) => text !== "");
    return `${this.#nameOf(from)}: ${all.join("\n")}`.trim();
  }

  /** As it is now. */
  async #again(said: string): Promise<void> {
    const { threads } = await this.#page.vault.ask("threads", {});
    const now = threads.find(({ id }) => id === this.#thread.id);
    if (!now) {
      location.assign(location.pathname);
      return;
    }
    Object.assign(this.#thread, now);
    const { root } = this.#page;
    fill(root, { who: whoIsIn(this.#page, now) });
    one(root, "[data-steps]").replaceChildren(...now.steps.map((step) => this.#step(step)));
    this.#says = undefined;
    one(this.#form, "[data-reply-starters]").replaceChildren();
    this.#standing();
    this.#page.view("thread");
    this.#page.say(said);
    await this.#arrivals();
  }
}

/** Only the first time; what went wrong is asked again with the next key. */
function once(act: () => Promise<void>): () => void {
  let done = false;
  return () => {
    if (!done) {
      done = true;
      void act().catch(() => {
        done = false;
      });
    }
  };
}
