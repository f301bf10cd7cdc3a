// A model to look along, one step at a time. Every step may be left out.
import { keptLine, type Model } from "../journal/content.ts";
import { library, type ModelBody, said, type Version, versionOf } from "./journal-library.ts";
import { openWay, type Part } from "./journal-parts.ts";
import { copy, fill, one } from "./vault-dom.ts";

/** A model and the words of it that were read. */
type Used = Omit<Model, "answers">;
type Answers = Model["answers"];

export function model(root: HTMLElement): Part {
  const choosing = one(root, "[data-models]");
  const doing = one(root, "[data-model]");
  let used: Used | null = null;
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

  function begin(chosen: Used | null, body = bodyOf(chosen, []), answers: Answers = []): void {
    used = chosen;
    choosing.hidden = chosen !== null;
    doing.hidden = chosen === null;
    const { title, about, source, steps } = body;
    fill(doing, { "model-title": title, "model-about": about, "model-source": source });
    one(doing, "[data-model-source]").hidden = source === "";
    one(doing, "[data-steps]").replaceChildren(...steps.map(stepOf(root, steps.length, answers)));
    step(0, false);
  }

  /** The steps as they stand in a letter; what the library says beside them comes later. */
  function beginAgain({ answers, ...model }: Model): void {
    begin(model, bodyOf(model, answers), answers);
    void versionOf<ModelBody>(root, "model", model).then(
      (found) => {
        if (found && used === model) {
          const was = at;
          const read = { ...wordsOf(found), ...model };
          begin(read, shown(found, read), answersOf(steps()));
          step(was, false);
        }
      },
      () => {},
    );
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
          begin(wordsOf(version), shown(version));
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
      openWay(root, "model", Boolean(model));
      if (model) {
        beginAgain(model);
      } else {
        begin(null);
      }
    },
    take: () => {
      const answers = answersOf(steps());
      return used && answers.length > 0 ? { model: { ...used, answers } } : {};
    },
  };
}

/** What a model says, in the language of the page. */
interface Shown {
  title: string;
  about: string;
  source: string;
  steps: { name: string; questions: string[]; hint: string }[];
}

/** A version of the library, under the names that somebody read before. */
function shown({ body }: Version<ModelBody>, read?: Used): Shown {
  const { title, about, source, steps } = body;
  return {
    title: read?.title ?? said(title),
    about: said(about),
    source,
    steps: steps.map(({ name, questions, hint }, place) => ({
      name: read?.steps?.[place] ?? said(name),
      questions: questions.map(said),
      hint: said(hint),
    })),
  };
}

/** Without the library: a place for each step that is known, so that no answer is lost. */
function bodyOf(model: Used | null, answers: Answers): Shown {
  const names = model?.steps ?? [];
  const length = Math.max(names.length, ...answers.map(({ step }) => step + 1));
  const steps = Array.from({ length }, (_, place) => ({
    name: names[place] ?? "",
    questions: [],
    hint: "",
  }));
  return { title: model?.title ?? "", about: "", source: "", steps };
}

/** What of a version is kept in a letter, so that its answers are read under these names. */
function wordsOf({ key, hash, body }: Version<ModelBody>): Used {
  const title = keptLine(said(body.title));
  const steps = body.steps.map(({ name }, place) => keptLine(said(name)) || String(place + 1));
  return { key, hash, ...(title && { title }), steps };
}

function stepOf(root: HTMLElement, all: number, answers: Answers) {
  return ({ name, questions, hint }: Shown["steps"][number], place: number): HTMLElement => {
    const item = copy(root, "step");
    const field = one<HTMLTextAreaElement>(item, "textarea");
    field.id = `step-${place}`;
    one<HTMLLabelElement>(item, "label").htmlFor = field.id;
    fill(item, { name, hint, all: String(all), place: String(place + 1) });
    one(item, "[data-questions]").append(
      ...questions.map((asked) => {
        const line = copy(root, "question");
        line.textContent = asked;
        return line;
      }),
    );
    field.value = answers.find((one) => one.step === place)?.text ?? "";
    item.dataset.step = String(place);
    return item;
  };
}

function answersOf(steps: HTMLElement[]): Answers {
  return steps.flatMap((step) => {
    const text = one<HTMLTextAreaElement>(step, "textarea").value.trim();
    return text ? [{ step: Number(step.dataset.step), text }] : [];
  });
}
