// The fields of a form as they are filled in on a page that lives.

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FIELDS = "input, textarea, select";
const TEXT = "textarea, input[type=text]";
const SHOWN = 80;
const NOT_OURS = new Set(["csrfmiddlewaretoken", "token"]);

export function isField(node: Node): node is Field {
  return node instanceof Element && node.matches(FIELDS);
}

export function fieldsIn(node: Element): Field[] {
  return isField(node) ? [node] : [...node.querySelectorAll<Field>(FIELDS)];
}

export function textsIn(node: Element): (HTMLInputElement | HTMLTextAreaElement)[] {
  const inside = [...node.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TEXT)];
  return node.matches(TEXT) ? [node as HTMLTextAreaElement] : inside;
}

/** Whether somebody changed it since the page gave it. */
export function touched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const given = options.some((option) => option.defaultSelected);
    return given && options.some((option) => option.selected !== option.defaultSelected);
  }
  if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)) {
    return field.checked !== field.defaultChecked;
  }
  const hidden = field instanceof HTMLInputElement && field.type === "hidden";
  return !hidden && field.value !== field.defaultValue;
}

/** Fill a form in as it was; what it does not ask any more is left out. */
export function fill(form: HTMLFormElement, fields: [string, string][]): void {
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = true;
    } else if (field && "value" in field) {
      field.value = value;
    }
  }
}

/** Whether these were typed in this form, and not in a like one that asks about something else. */
export function isAbout(form: HTMLFormElement, fields: [string, string][]): boolean {
  const hidden = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")];
  const own = new Map(hidden.map((field) => [field.name, field.value]));
  return fields.every(([name, value]) => (own.get(name) ?? value) === value);
}

/** What it sends, with the button that was pressed. */
export function fieldsOf(form: HTMLFormElement, button: HTMLElement | null): [string, string][] {
  const fields = [...new FormData(form).entries()].flatMap<[string, string]>(([name, value]) =>
    typeof value === "string" && !NOT_OURS.has(name) ? [[name, value]] : [],
  );
  if (button instanceof HTMLButtonElement && button.name) {
    fields.push([button.name, button.value]);
  }
  return fields;
}

/** A few words to know it by: what was typed, or else what was chosen, or the button. */
export function shownOf(form: HTMLFormElement, button: HTMLElement | null): string {
  const typed = textsIn(form).map((field) => field.value.trim());
  const radios = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const choice = radios.find((one) => one.name === radios[0]?.name && one.checked);
  const chosen = [form.dataset.shown, choice?.labels?.[0]?.textContent?.trim()];
  const name = form.dataset.shown ? chosen.filter(Boolean).join(": ") : "";
  const text = typed.find(Boolean) ?? (name || (button?.textContent?.trim() ?? ""));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
