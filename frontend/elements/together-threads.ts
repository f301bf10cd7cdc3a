// What people wrote to each other: first where somebody waits for me; or one thread.
import type { Answer } from "../vault/protocol.ts";
import { listed, textOfPage, today } from "./journal-dom.ts";
import { seen } from "./seen.ts";
import { goWrite, putAside } from "./together-aside.ts";
import { showThread } from "./together-thread.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import { showLocked } from "./vault-lock.ts";
import type { Page } from "./vault-page.ts";

export type Known = Answer<"threads">["threads"][number];

export async function threads(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "none" };
  if (state === "locked") {
    showLocked(page, false);
    return;
  }
  if (state !== "open") {
    page.view(state === "elsewhere" ? "elsewhere" : "unkept", false);
    return;
  }
  // Each thread gets a fresh page: what was typed below another one stays with that one.
  window.addEventListener("hashchange", () => location.reload());
  const { threads: all, refused } = await page.vault.ask("threads", {});
  const wanted = location.hash.slice(1);
  const thread = all.find(({ id }) => id === wanted);
  if (wanted && !thread) {
    page.view("gone", false);
  } else if (thread) {
    await showThread(page, thread);
  } else {
    list(page, all, refused);
    await seen(page).catch(() => {}); // Vandaag says it once more: no harm
  }
}

function list(page: Page, all: Known[], refused: number): void {
  const { root } = page;
  const view = page.view(all.length + refused > 0 ? "list" : "empty", false);
  if (view.dataset.view === "list") {
    part(
      page,
      "asks",
      all.filter(({ asksMe }) => asksMe),
    );
    part(
      page,
      "rest",
      all.filter(({ asksMe }) => !asksMe),
    );
    one(root, "[data-refused]").hidden = refused === 0;
  }
}

function part(page: Page, name: string, some: Known[]): void {
  one(page.root, `[data-${name}]`).hidden = some.length === 0;
  const rows = some.map((thread) => row(page, thread));
  one(page.root, `[data-${name}-list]`).replaceChildren(...rows);
}

function row(page: Page, thread: Known): HTMLElement {
  const item = copy(page.root, "thread");
  const [first] = thread.steps;
  const words = first?.message.parts?.[0]?.text || first?.message.text || "";
  fill(item, {
    subject: subjectText(page.root, thread),
    day: dayText(thread.day),
    who: whoIsIn(page, thread),
    first: words.split("\n")[0] ?? "",
  });
  one<HTMLAnchorElement>(item, "a").hash = thread.id;
  only(item, standing(thread));
  const wider = one(item, "[data-wider]");
  wider.addEventListener("click", () => void page.attempt(wider, () => askWider(page, thread)));
  return item;
}

/** Nobody is hurried: that nobody answered is said from the next day on. */
function standing({ isIn, steps, unanswered, day }: Known): string {
  if (!isIn) {
    return "left";
  }
  if (steps.some(({ held }) => held)) {
    return "waits";
  }
  return unanswered && day < today() ? "nobody" : "plain";
}

/** The same words to somebody else, chosen on the page on which one writes. */
export async function askWider(page: Page, { about, steps, members }: Known): Promise<void> {
  const [first] = steps;
  await putAside(page, about, [first?.message.text ?? ""], []);
  const asked = members.map(({ person }) => ["not", person]);
  goWrite(page, [["about", about], ...asked]);
}

export function subjectText(root: HTMLElement, { about }: Known): string {
  return textOfPage(root, `[data-subject="${about}"]`);
}

/** The others in it, by the names this person knows them by. */
export function whoIsIn(page: Page, { members, names }: Known): string {
  const others = members.filter(({ person }) => person !== page.person);
  return listed(others.map(({ person }) => names[person] ?? ""));
}
