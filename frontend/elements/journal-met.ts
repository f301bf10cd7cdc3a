// Reflection with others: when, how long, in which form and who guided it.
import { type Content, LIMITS, oneLine } from "../journal/content.ts";
import { today } from "./journal-dom.ts";
import type { Part } from "./journal-parts.ts";
import { one } from "./vault-dom.ts";

const MOST = 1440; // minutes: a day

export function met(root: HTMLElement): Part {
  const place = one(root, "[data-met]");
  const date = one<HTMLInputElement>(place, "[name=met-date]");
  const minutes = one<HTMLInputElement>(place, "[name=met-minutes]");
  const form = one<HTMLSelectElement>(place, "[name=met-form]");
  const guide = one<HTMLInputElement>(place, "[name=met-guide]");
  const fields = [date, minutes, form, guide];
  /** The day that stands there by itself, until another one is chosen. */
  let proposed = today();
  date.max = today();
  date.value = proposed;

  function long(): number {
    const number = Math.round(Number(minutes.value));
    return number >= 1 && number <= MOST ? number : 0;
  }

  /** Something was filled in: the day that stood there already and the first form do not count. */
  function touched(): boolean {
    const day = date.value !== "" && date.value !== proposed;
    const typed = minutes.value !== "" || minutes.validity.badInput || guide.value.trim() !== "";
    return !place.hidden && (day || typed);
  }

  return {
    owns: ["met"],
    put: ({ met }: Content) => {
      proposed = today();
      date.value = met?.date ?? proposed;
      minutes.value = met ? String(met.minutes) : "";
      form.value = met?.form ?? form.options[0]?.value ?? "";
      guide.value = met?.guide ?? "";
    },
    take: () => {
      const met = {
        date: date.value,
        minutes: long(),
        form: form.value,
        guide: oneLine(guide.value).slice(0, LIMITS.line).trim(),
      };
      return !place.hidden && met.minutes && met.date ? { met } : {};
    },
    half: {
      take: () =>
        touched() && !(long() && date.value)
          ? JSON.stringify(fields.map(({ value }) => value))
          : "",
      put: (text) => {
        const values = JSON.parse(text) as string[];
        for (const [at, field] of fields.entries()) {
          field.value = values[at] ?? "";
        }
      },
    },
    wrong: () => {
      if (!touched()) {
        return undefined;
      }
      if (!long()) {
        return ["met-minutes", minutes];
      }
      return date.value && date.value <= date.max ? undefined : ["met-day", date];
    },
  };
}
