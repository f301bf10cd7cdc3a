// After something hard, or when things pile up: four short questions over three months, and a choice
// of people. Nobody asks for the story.
import {
  AFTERCARE,
  type Aftercare,
  dayToAsk,
  type Moment,
  momentNext,
  momentNow,
} from "../together/aftercare.ts";
import type { Answer } from "../vault/protocol.ts";
import { checking } from "./journal-check.ts";
import { laterDay, today } from "./journal-dom.ts";
import { comeBack } from "./journal-due.ts";
import { library, said } from "./journal-library.ts";
import { showStarters } from "./together-fields.ts";
import { wordsFor } from "./together-library.ts";
import { copy, dayText, fill, one } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

type Begun = Answer<"aftercare">["begun"][number];

interface Text {
  nl: string;
  en: string;
}

interface MomentBody extends Moment {
  title: Text;
  question: Text;
  hint?: Text | null;
  what: Text[];
  people: Text[];
  earlier: Text;
}

export async function aftercare(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state === "elsewhere") {
    page.view("elsewhere", false);
    return;
  }
  const all = await library<MomentBody>(page.root, "moment");
  const moments = all.filter(({ current }) => current).map(({ body }) => body);
  await new Aftercaring(page, moments).begin();
}

class Aftercaring {
  readonly #page: Page;
  readonly #moments: MomentBody[];
  #begun: Begun | undefined;

  constructor(page: Page, moments: MomentBody[]) {
    this.#page = page;
    this.#moments = moments;
  }

  async begin(): Promise<void> {
    const page = this.#page;
    const form = one<HTMLFormElement>(page.root, "[data-begin-form]");
    const words = await wordsFor(page.root);
    const field = one<HTMLTextAreaElement>(form, "textarea");
    checking(form, page);
    const starters = (): void => {
      const why = String(new FormData(form).get("why"));
      const part = words.get("aftercare")?.parts.find(({ name }) => name === why);
      showStarters(one(form, "[data-starters]"), field, part?.starters ?? []);
    };
    form.addEventListener("change", starters);
    starters();
    page.onSubmit(form, () => this.#start(form, field));
    page.onSubmit(one<HTMLFormElement>(page.root, "[data-moment-form]"), () => this.#choose());
    page.onClick("[data-stop]", async () => void page.view("stop"));
    page.onClick("[data-stop-now]", () => this.#stop());
    await this.#show(false);
  }

  async #show(focus = true): Promise<void> {
    const page = this.#page;
    const state = page.status?.state;
    const { begun } = state === "none" ? { begun: [] } : await page.vault.ask("aftercare", {});
    [this.#begun] = begun;
    if (!this.#begun) {
      page.view("begin", focus);
      return;
    }
    const { moments } = this.#begun.content;
    const answered = moments.map(({ day }) => day);
    const now = momentNow(this.#moments, answered, this.#passed);
    if (now) {
      this.#ask(now, focus);
    } else {
      this.#rest(focus);
    }
  }

  /** Days since the first one. */
  get #passed(): number {
    const began = this.#begun?.content.began ?? today();
    let days = 0;
    while (laterDay(began, days + 1) <= today()) days += 1;
    return days;
  }

  #ask(moment: MomentBody, focus: boolean): void {
    const { root } = this.#page;
    fill(root, {
      title: said(moment.title),
      question: said(moment.question),
      hint: said(moment.hint),
      earlier: said(moment.earlier),
    });
    this.#choices("what", moment.what.map(said));
    this.#choices("people", moment.people.map(said));
    one(root, "[data-moment-form]").dataset.day = String(moment.day);
    this.#page.view("moment", focus);
  }

  #choices(name: string, choices: string[]): void {
    const { root } = this.#page;
    one(root, `[data-${name}]`).replaceChildren(
      ...choices.map((choice) => {
        const item = copy(root, "choice");
        const input = one<HTMLInputElement>(item, "input");
        input.name = name;
        input.value = choice;
        fill(item, { choice });
        return item;
      }),
    );
  }

  #rest(focus: boolean): void {
    const { root } = this.#page;
    const next = momentNext(this.#moments, this.#passed);
    const moments = this.#begun?.content.moments ?? [];
    const chosen = moments.flatMap(({ what, people }) => [...what, ...people]);
    one(root, "[data-chosen-place]").hidden = chosen.length === 0;
    one(root, "[data-chosen]").replaceChildren(
      ...chosen.map((choice) => {
        const item = document.createElement("li");
        item.textContent = choice;
        return item;
      }),
    );
    one(root, "[data-next]").hidden = !next;
    one(root, "[data-last]").hidden = Boolean(next);
    const around = laterDay(this.#begun?.content.began ?? today(), next?.day ?? 0);
    fill(root, { around: dayText(around) });
    this.#page.view("rest", focus);
  }

  async #start(form: HTMLFormElement, field: HTMLTextAreaElement): Promise<void> {
    const why = new FormData(form).get("why") === "pile" ? "pile" : "event";
    const content: Aftercare = {
      v: 1,
      began: today(),
      why,
      text: field.value.trim(),
      moments: [],
    };
    const what = { kind: AFTERCARE, content: { ...content } };
    const { object } = await this.#page.vault.ask("save", what);
    field.value = "";
    await this.#page.look();
    await this.#planNext(object); // also for who closes the page now
    await this.#show();
  }

  async #choose(): Promise<void> {
    const begun = this.#begun;
    if (!begun) return;
    const form = one<HTMLFormElement>(this.#page.root, "[data-moment-form]");
    const data = new FormData(form);
    const chosen = {
      day: Number(form.dataset.day),
      what: data.getAll("what").map(String),
      people: data.getAll("people").map(String),
    };
    const moments = [...begun.content.moments, chosen];
    const content = { ...begun.content, moments };
    const { object, version } = begun;
    await this.#page.vault.ask("save", { kind: AFTERCARE, content, object, base: version });
    await this.#planNext(object);
    await this.#show();
  }

  /** It comes back by itself; when that cannot be set now, it stands here all the same. */
  async #planNext(object: string): Promise<void> {
    const next = momentNext(this.#moments, this.#passed);
    const began = this.#begun?.content.began ?? today();
    const day = next ? laterDay(began, dayToAsk(next, Math.random)) : null;
    await comeBack(this.#page, object, day).catch(() => {
      this.#page.say("no-day");
    });
  }

  async #stop(): Promise<void> {
    const begun = this.#begun;
    if (!begun) return;
    await comeBack(this.#page, begun.object, null).catch(() => {});
    await this.#page.vault.ask("remove", { object: begun.object });
    await this.#show();
    this.#page.say("stopped");
  }
}
