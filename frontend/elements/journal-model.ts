// A model to look along, one step at a time. Every step may be left out.
import type { Content } from "../journal/content.ts";
import { library, type ModelBody, said, type Version, versionOf } from "./journal-library.ts";
import { openWay, type Part } from "./journal-parts.ts";
import { copy, fill, one } from "./vault-dom.ts";

type Used = NonNullable<Content["model"]>;

export function model(root: HTMLElement): Part {
  const choosing = one(root, "[data-models]");
  const doing = one(root, "[data-model]");
  let used: Version<ModelBody> | null = null;
  /** What was answered to a model that cannot be shown any more stays as it was. */
  let unknown: Used | undefined;
  let at = 0;

  const steps = (): HTMLElement[] => [...doing.querySelectorAll<HTMLElement>("[data-step]")];

  function step(to: number, focus = true): void {
    const all = steps();
    at = Math.min(Math.max(0, to), all.length - 1);
    for (const [place, one] of all.entries()) {
      one.hidden = place !== at;
    }
    one<HTMLButtonElement>(doing, "[data-step-back]").disabled = at === 0;
    one<HTMLButtonElement>(doing, "[data-step-on]").disabled = at === all.length - 1;
    if (focus) {
      all[at]?.querySelector("textarea")?.focus();
    }
  }

  function begin(chosen: Version<ModelBody> | null, answers: Used["answers"] = []): void {
    used = chosen;
    choosing.hidden = chosen !== null;
    doing.hidden = chosen === null;
    one(doing, "[data-steps]").replaceChildren();
    if (chosen) {
      const { title, about, source } = chosen.body;
      const about_ = { "model-title": said(title), "model-about": said(about) };
      fill(doing, { ...about_, "model-source": source });
      one(doing, "[data-steps]").append(...stepsOf(root, chosen, answers));
      step(0, false);
    }
  }

  async function offer(): Promise<void> {
    const list = one(root, "[data-model-list]");
    if (list.childElementCount > 0) {
      return;
    }
    const all = await library<ModelBody>(root, "model");
    list.replaceChildren(
      ...all.map((version) => {
        const item = copy(root, "model");
        const { title, about, minutes } = version.body;
        fill(item, { title: said(title), about: said(about), minutes: String(minutes) });
        one(item, "button").addEventListener("click", () => {
          begin(version);
          step(0);
        });
        return item;
      }),
    );
  }

  one(root, 'details[data-way="model"]').addEventListener(
    "toggle",
    () => void offer().catch(() => {}),
  );
  one(doing, "[data-step-back]").addEventListener("click", () => step(at - 1));
  one(doing, "[data-step-on]").addEventListener("click", () => step(at + 1));
  one(doing, "[data-no-model]").addEventListener("click", () => {
    begin(null);
    doing.dispatchEvent(new Event("input", { bubbles: true }));
    one(root, 'details[data-way="model"] summary').focus();
  });
  return {
    owns: ["model"],
    put: ({ model }) => {
      unknown = model;
      begin(null);
      openWay(root, "model", Boolean(model));
      if (model) {
        void versionOf<ModelBody>(root, "model", model).then(
          (found) => {
            if (found) {
              begin(found, model.answers);
              unknown = undefined;
            }
          },
          () => {},
        );
      }
    },
    take: () => {
      if (!used) {
        return unknown ? { model: unknown } : {};
      }
      const answers = answersOf(steps());
      return answers.length > 0 ? { model: { key: used.key, hash: used.hash, answers } } : {};
    },
  };
}

function stepsOf(
  root: HTMLElement,
  { body }: Version<ModelBody>,
  answers: Used["answers"],
): HTMLElement[] {
  return body.steps.map(({ name, questions, hint }, place) => {
    const item = copy(root, "step");
    const field = one<HTMLTextAreaElement>(item, "textarea");
    field.id = `step-${place}`;
    one<HTMLLabelElement>(item, "label").htmlFor = field.id;
    const about = { name: said(name), hint: said(hint), all: String(body.steps.length) };
    fill(item, { ...about, place: String(place + 1) });
    one(item, "[data-questions]").append(
      ...questions.map((asked) => {
        const line = copy(root, "question");
        line.textContent = said(asked);
        return line;
      }),
    );
    field.value = answers.find((one) => one.step === place)?.text ?? "";
    item.dataset.step = String(place);
    return item;
  });
}

function answersOf(steps: HTMLElement[]): Used["answers"] {
  return steps.flatMap((step) => {
    const text = one<HTMLTextAreaElement>(step, "textarea").value.trim();
    return text ? [{ step: Number(step.dataset.step), text }] : [];
  });
}
