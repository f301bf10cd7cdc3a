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
  date.max = today();
  date.value = today();
  return {
    owns: ["met"],
    put: ({ met }: Content) => {
      date.value = met?.date ?? today();
      minutes.value = met ? String(met.minutes) : "";
      form.value = met?.form ?? form.options[0]?.value ?? "";
      guide.value = met?.guide ?? "";
    },
    take: () => {
      const long = Math.round(Number(minutes.value));
      const filled = !place.hidden && long >= 1 && long <= MOST && date.value !== "";
      const met = {
        date: date.value,
        minutes: long,
        form: form.value,
        guide: oneLine(guide.value).slice(0, LIMITS.line).trim(),
      };
      return filled ? { met } : {};
    },
  };
}
