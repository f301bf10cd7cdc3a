// <form data-outbox="dialogue:…">: what is sent is kept on the device until the server has it.
//
// The form carries a token (<input type="hidden" name="token">), by which the server knows what it
// has already. After sending the form is empty for the next one; data-then="#id" says where the
// focus goes. What waits stands in an <out-box> after the form, or in the one on the page with the
// same `space`. A button with a name and value goes along. A form with data-onwards="address" is one
// of a row of pages: it stays filled in, and leads there once it has arrived; data-shown is what it
// is called while it waits.
import { type Item, meaning, Outbox, type Outcome, Shelf } from "../live/outbox.ts";
import { type Answer, ask, words } from "./live-ask.ts";
import { fieldsOf, fill, isAbout, shownOf, textsIn } from "./live-fields.ts";
import { LivePart } from "./live-part.ts";

/** Where a page says what is wrong, the best place first. */
const SAID = ["[role=alert] li", "[role=alert]", ".errorlist", "main p"];
const boxes = new Map<string, Outbox>();
const shelf = new Shelf(localStorage);
const sentFrom = new WeakMap<HTMLFormElement, string>();
/** Forms that were sent and emptied, and not touched since: a second tap sends nothing. */
const emptied = new WeakSet<HTMLFormElement>();

function csrf(): string {
  const field = document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]");
  return field?.value ?? "";
}

function bodyOf(item: Item): FormData {
  const body = new FormData();
  for (const [name, value] of item.fields) {
    body.append(name, value);
  }
  body.append("token", item.token);
  // Of the page as it is now: the one of then may be of another session.
  body.append("csrfmiddlewaretoken", csrf());
  return body;
}

/** What the page of a refusal says: its summary of what is wrong, or its first words. */
function said(answer: Answer): string {
  const found = SAID.map((one) => answer.page?.querySelector(one)).find(Boolean);
  return found?.textContent?.replace(/\s+/g, " ").trim().slice(0, 300) || words("refused");
}

async function send(item: Item): Promise<Outcome> {
  const answer = await ask(item.action, { body: bodyOf(item), token: item.token });
  return meaning(item, { ...answer, said: answer.status >= 400 ? said(answer) : "" });
}

function boxOf(space: string): Outbox {
  let box = boxes.get(space);
  if (!box) {
    box = new Outbox(space, shelf, {
      send,
      told: (item, outcome) => told(space, item, outcome),
      after: (milliseconds, act) => {
        const timer = setTimeout(act, milliseconds);
        return () => clearTimeout(timer);
      },
      luck: Math.random,
    });
    boxes.set(space, box);
  }
  return box;
}

function told(space: string, item: Item, outcome: Outcome): void {
  const list = listOf(space);
  list?.show(outcome);
  if (outcome.kind === "received") {
    list?.saved();
  }
  if (outcome.kind === "refused") {
    list?.giveBack(item, outcome.why);
  }
  if (outcome.kind === "received") {
    document.dispatchEvent(new CustomEvent("outbox-received", { detail: item }));
    for (const part of document.querySelectorAll("live-part")) {
      if (part instanceof LivePart) {
        void part.refresh();
      }
    }
    goOn(item);
  }
}

/** To the next page of a row, when this is what was sent from this one. */
function goOn(item: Item): void {
  const form = formFor(item);
  if (form?.dataset.onwards && sentFrom.get(form) === item.token) {
    location.assign(form.dataset.onwards);
  }
}

function listOf(space: string): OutBox | null {
  const found = [...document.querySelectorAll("out-box")].find(
    (one) => one.getAttribute("space") === space,
  );
  return found instanceof OutBox ? found : null;
}

function itemOf(form: HTMLFormElement, button: HTMLElement | null): Item {
  const token = form.querySelector<HTMLInputElement>("input[name=token]");
  const item: Item = {
    token: token?.value || crypto.randomUUID(),
    space: form.dataset.outbox ?? "",
    action: new URL(form.action, document.baseURI).pathname,
    page: location.pathname,
    fields: fieldsOf(form, button),
    shown: shownOf(form, button),
    at: Date.now(),
  };
  return shelf.has(item.token) ? { ...item, token: crypto.randomUUID() } : item;
}

function ready(form: HTMLFormElement, item: Item): void {
  sentFrom.set(form, item.token);
  if (!form.dataset.onwards) {
    form.reset();
    emptied.add(form);
  }
  const token = form.querySelector<HTMLInputElement>("input[name=token]");
  if (token) {
    token.value = crypto.randomUUID();
  }
  const then = form.dataset.then;
  if (then) {
    document.querySelector<HTMLElement>(then)?.focus();
  }
}

function submitted(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.outbox || event.defaultPrevented) {
    return;
  }
  if (emptied.has(form)) {
    event.preventDefault();
    return;
  }
  const item = itemOf(form, event.submitter);
  try {
    shelf.put(item);
  } catch {
    return; // this device keeps nothing: the form goes the ordinary way
  }
  event.preventDefault();
  if (!listOf(item.space)) {
    const list = document.createElement("out-box");
    list.setAttribute("space", item.space);
    form.after(list);
  }
  ready(form, item);
  listOf(item.space)?.show({ kind: "later" }, true);
  void boxOf(item.space).flush();
}

function line(text: string, kind = ""): HTMLParagraphElement {
  const made = document.createElement("p");
  made.className = kind;
  made.textContent = text;
  return made;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** What waits on this device in one space, and what was refused. */
class OutBox extends HTMLElement {
  private readonly status = line("", "out-box-status");
  private readonly list = document.createElement("ul");
  private saying: number | undefined;

  connectedCallback(): void {
    this.dataset.keep = "";
    this.status.setAttribute("role", "status");
    this.replaceChildren(this.status, this.list);
    this.show({ kind: "received" }, true);
    document.addEventListener("live-scene", () => this.show({ kind: "received" }));
    void boxOf(this.space).flush();
  }

  private get space(): string {
    return this.getAttribute("space") ?? "";
  }

  /** Say how it is. What goes at once is not said to wait. */
  show(outcome: Outcome, justSent = false): void {
    clearTimeout(this.saying);
    const items = shelf.of(this.space);
    const waiting = items.filter((item) => item.refused === undefined);
    if (justSent && waiting.length) {
      this.saying = setTimeout(() => this.show({ kind: "later" }), 1500);
    } else {
      const name = outcome.kind === "signed out" ? "signedOut" : "waiting";
      this.status.textContent = waiting.length ? words(name) : "";
      this.list.replaceChildren(...items.map((item) => this.row(item)));
    }
    this.hidden = !items.length;
  }

  /** Say that it arrived, as long as nothing waits. */
  saved(): void {
    if (this.hidden) {
      this.status.textContent = words("saved");
      this.hidden = !words("saved");
    }
  }

  /** Put what was refused back in its form when that is still empty; else it stays in the list. */
  giveBack(item: Item, why: string): void {
    const form = formFor(item);
    if (form && isEmpty(form)) {
      this.back({ ...item, refused: why }, form);
    }
  }

  private back(item: Item, form: HTMLFormElement): void {
    fill(form, item.fields);
    emptied.delete(form);
    shelf.remove(item.token);
    this.show({ kind: "received" });
    this.hidden = false;
    this.status.textContent = item.refused ?? "";
    textsIn(form)[0]?.focus();
  }

  private row(item: Item): HTMLLIElement {
    const row = document.createElement("li");
    const text = line(item.shown);
    text.setAttribute("translate", "no");
    row.append(text);
    if (item.refused !== undefined) {
      row.append(line(item.refused, "error"));
      const form = formFor(item);
      if (form) {
        row.append(button(words("back"), () => this.back(item, form)));
      }
      row.append(
        button(words("away"), () => {
          shelf.remove(item.token);
          this.show({ kind: "received" });
        }),
      );
    }
    return row;
  }
}

function formFor(item: Item): HTMLFormElement | null {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-outbox]")];
  return (
    forms.find(
      (form) =>
        form.dataset.outbox === item.space &&
        new URL(form.action, document.baseURI).pathname === item.action &&
        isAbout(form, item.fields),
    ) ?? null
  );
}

function isEmpty(form: HTMLFormElement): boolean {
  const typed = textsIn(form);
  return typed.every((field) => !field.value) && (typed.length > 0 || !!form.dataset.onwards);
}

customElements.define("out-box", OutBox);
document.addEventListener("submit", submitted);
document.addEventListener("input", (event) => {
  const form = event.target instanceof Element && event.target.closest("form");
  if (form && emptied.delete(form)) {
    listOf(form.dataset.outbox ?? "")?.show({ kind: "received" });
  }
});
window.addEventListener("online", () => {
  for (const box of boxes.values()) {
    void box.flush();
  }
});
shelf.tidy(Date.now());
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-outbox]")) {
  const space = form.dataset.outbox ?? "";
  if (shelf.of(space).length && !listOf(space)) {
    const list = document.createElement("out-box");
    list.setAttribute("space", space);
    form.after(list);
  }
}
