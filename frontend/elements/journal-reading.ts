// An entry as it is read: the question, the words, what was drawn or said, and the steps.
import { type Content, type Met, plainText } from "../journal/content.ts";
import { textOfPage } from "./journal-dom.ts";
import { showDrawing } from "./journal-drawing.ts";
import { type ModelBody, questionOf, said, versionOf } from "./journal-library.ts";
import { playFrom } from "./journal-voice.ts";
import { copy, dayText, fill, one } from "./vault-dom.ts";

/** Put an entry on the page. What the library says comes when it is there. */
export function showContent(root: HTMLElement, content: Content): void {
  const place = one(root, "[data-reading]");
  one(place, "[data-text]").textContent = content.text;
  one(place, "[data-text]").hidden = content.text === "" && plainText(content) !== "";
  list(root, one(place, "[data-own-words-list]"), content.words ?? []);
  const sheet = one<SVGSVGElement>(place, "[data-drawn]");
  sheet.toggleAttribute("hidden", !content.drawing);
  if (content.drawing) {
    showDrawing(sheet, content.drawing);
  }
  const player = one<HTMLAudioElement>(place, "[data-heard]");
  playFrom(player, content.voice);
  root.addEventListener("vault-closed", () => playFrom(player, undefined), { once: true });
  one(place, "[data-theme-line]").hidden = !content.themes?.length;
  fill(place, { themes: content.themes?.join(", ") ?? "" });
  meeting(place, content.met);
  void asked(place, content).catch(() => {});
  void steps(root, place, content).catch(() => {});
}

function list(root: HTMLElement, place: HTMLElement, words: string[]): void {
  place.hidden = words.length === 0;
  place.replaceChildren(
    ...words.map((word) => {
      const item = copy(root, "own-word");
      item.textContent = word;
      return item;
    }),
  );
}

function meeting(place: HTMLElement, met: Met | undefined): void {
  one(place, "[data-met-line]").hidden = !met;
  if (met) {
    const guided = met.guide && `, ${textOfPage(place, "[data-met-guided]")} ${met.guide}`;
    fill(place, {
      "met-day": dayText(met.date),
      "met-minutes": String(met.minutes),
      "met-form": formName(place, met.form),
      "met-guide": guided,
    });
  }
}

/** What a form of reflection with others is called; own words stay own words. */
export function formName(root: ParentNode, form: string): string {
  return textOfPage(root, `[data-met-form="${CSS.escape(form)}"]`) || form;
}

async function asked(place: HTMLElement, { prompt }: Content): Promise<void> {
  const line = one(place, "[data-asked-text]");
  line.hidden = true;
  const text = prompt && (await questionOf(place, prompt));
  if (text) {
    line.textContent = text;
    line.hidden = false;
  }
}

async function steps(root: HTMLElement, place: HTMLElement, { model }: Content): Promise<void> {
  const section = one(place, "[data-along-model]");
  section.hidden = true;
  if (!model) {
    return;
  }
  const found = model.steps
    ? undefined
    : await versionOf<ModelBody>(place, "model", model).catch(() => undefined);
  const names = model.steps ?? found?.body.steps.map(({ name }) => said(name));
  fill(section, { "model-title": model.title ?? said(found?.body.title) });
  one(section, "[data-model-answers]").replaceChildren(
    ...model.answers.map(({ step, text }) => {
      const item = copy(root, "model-answer");
      fill(item, { name: names?.[step] || String(step + 1), text });
      return item;
    }),
  );
  section.hidden = false;
}
