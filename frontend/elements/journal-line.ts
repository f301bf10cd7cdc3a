// Mijn lijn: everything beside one drawn line, newest first; the first screen at once, the rest as
// it comes. Searching and choosing happen here, in what was opened.

import { laterDay, monthText, today } from "./journal-dom.ts";
import { file } from "./journal-file.ts";
import { answered, Drawn, quietly } from "./journal-line-drawn.ts";
import type { Entry } from "./journal-line-items.ts";
import { entriesOf, searching } from "./journal-line-items.ts";
import { printing } from "./journal-line-print.ts";
import { one } from "./vault-dom.ts";
import { showBar, showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

const PAUSE = 250; // milliseconds after the last key
const YEAR = 365; // days

export async function line(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state === "elsewhere") {
    page.view("elsewhere", false);
    return;
  }
  const mine = new MyLine(page);
  file(page, () => mine.again());
  if (state === "none") {
    page.view("empty", false);
  } else {
    await mine.begin();
  }
}

/** What the line asks of its owner: to be kept, or another way in. */
function asks({ status }: Page): string {
  const { state, ways } = status ?? { state: "none", ways: [] };
  const noCode = state === "open" && !ways.some(({ way }) => way === "code");
  return state === "unkept" ? "unkept" : noCode ? "no-code" : "kept";
}

class MyLine {
  readonly #page: Page;
  readonly #tools: HTMLFormElement;
  readonly #drawn: Drawn;
  #entries: Entry[] = [];
  /** What is asked for now. */
  #found: Entry[] = [];
  #listening = false;
  #timer = 0;
  #turn = 0;

  constructor(page: Page) {
    this.#page = page;
    this.#tools = one<HTMLFormElement>(page.root, "[data-tools]");
    this.#drawn = new Drawn(page.root);
  }

  /** `shown`: the first of it is on the page, the rest is still opened. */
  async begin(shown: () => void = () => {}): Promise<void> {
    const page = this.#page;
    const rest = one(page.root, "[data-rest]");
    let first = true;
    await entriesOf(page, (entries, more) => {
      if (page.closed) {
        return; // what was on its way when the line was closed
      }
      this.#entries = entries;
      if (first) {
        page.view(entries.length > 0 ? "list" : "empty", false, asks(page));
        if (!this.#listening) {
          this.#listening = true;
          this.#listen();
        }
        this.#offerLookBack();
        this.#show();
        first = false;
        shown();
      } else {
        this.#drawn.fillIn(entries);
      }
      rest.hidden = !more;
    });
    this.#themes();
    if (this.#wished()) {
      this.#show(); // what came meanwhile may be what is looked for
    }
    await answered(page, this.#drawn, this.#entries).catch(() => {});
  }

  /** Something came to the line, perhaps the first there is. */
  async again(): Promise<void> {
    await this.#page.look();
    showBar(this.#page);
    await new Promise<void>((shown, failed) => {
      this.begin(shown).catch(failed);
    });
  }

  /** Once a year three of the own entries are offered, side by side. */
  #offerLookBack(): void {
    const year = laterDay(today(), -YEAR);
    const own = this.#entries;
    const long = own.length >= 3 && (own.at(-1)?.day ?? year) < year;
    const lately = own.some(({ kind, day }) => kind === "lookback" && day >= year);
    one(this.#page.root, "[data-year-ago]").hidden = !long || lately;
  }

  #listen(): void {
    const jump = one<HTMLSelectElement>(this.#page.root, "[data-jump]");
    const soon = ({ target }: Event): void => {
      if (target !== jump) {
        window.clearTimeout(this.#timer);
        this.#timer = window.setTimeout(() => this.#show(), PAUSE);
      }
    };
    this.#tools.addEventListener("input", soon);
    this.#tools.addEventListener("reset", soon);
    this.#tools.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#show();
    });
    this.#page.onClick("[data-jump-there]", async () => {
      if (jump.value) {
        this.#drawn.goTo(jump.value);
      } else {
        jump.focus();
      }
    });
    printing(this.#page, this.#drawn, () => this.#found);
    this.#page.root.addEventListener("vault-closed", () => {
      this.#turn += 1; // what waits for a quiet moment is for a page that is gone
      window.clearTimeout(this.#timer);
      this.#drawn.stop();
      this.#entries = [];
      this.#found = [];
      jump.length = 1; // "choose a month" stays
      one<HTMLSelectElement>(this.#page.root, "[data-theme]").length = 1; // "all themes" stays
    });
  }

  #wished(): boolean {
    const data = new FormData(this.#tools);
    return ["find", "kind", "theme", "from", "to"].some((name) => data.get(name));
  }

  /** Show what is asked for now. */
  #show(): void {
    this.#turn += 1;
    const turn = this.#turn;
    const data = new FormData(this.#tools);
    const asked = (name: string): string => String(data.get(name) ?? "").trim();
    const wish = {
      text: asked("find"),
      kind: asked("kind"),
      theme: asked("theme"),
      from: asked("from"),
      to: asked("to"),
    };
    searching(this.#page, this.#entries, wish).then(
      ({ found, complete }) => {
        if (turn === this.#turn) {
          this.#found = found;
          this.#drawn.show(found, !this.#wished());
          quietly(() => turn === this.#turn && this.#months(found));
          const none = found.length === 0 && this.#wished();
          this.#say(complete ? (none ? "found-none" : "") : "found-not-yet");
        }
      },
      (error) => this.#page.refuse(error),
    );
  }

  /** Say how the search went; nothing when there is nothing to say. */
  #say(name: string): void {
    const place = one(this.#page.root, "[data-found]");
    place.replaceChildren();
    if (name) {
      const words = one<HTMLTemplateElement>(this.#page.root, `[data-say="${name}"]`);
      place.append(document.importNode(words.content, true));
    }
  }

  #months(entries: Entry[]): void {
    const months = [...new Set(entries.map(({ day }) => day.slice(0, 7)))];
    const jump = one<HTMLSelectElement>(this.#page.root, "[data-jump]");
    const chosen = jump.value;
    jump.length = 1; // "choose a month" stays
    jump.append(...months.map((month) => new Option(monthText(month), month)));
    jump.value = months.includes(chosen) ? chosen : "";
  }

  #themes(): void {
    const select = one<HTMLSelectElement>(this.#page.root, "[data-theme]");
    const all = [...new Set(this.#entries.flatMap(({ themes }) => themes))].sort();
    const chosen = select.value;
    select.length = 1; // "all themes" stays
    select.append(...all.map((theme) => new Option(theme, theme)));
    select.value = all.includes(chosen) ? chosen : "";
  }
}
