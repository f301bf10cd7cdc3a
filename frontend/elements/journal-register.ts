// Reflection with others by year: the beginning of a register file. What was guided is summed apart
// from the rest; whether it counts, the register itself decides.
import type { Met } from "../journal/content.ts";
import { language, textOfPage } from "./journal-dom.ts";
import { canRead, letters } from "./journal-letters.ts";
import { formName } from "./journal-reading.ts";
import { copy, fill, one, written } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

const AN_HOUR = 60; // minutes
const GUIDED = ["supervision", "intervision", "coaching"];
const NOT_GUIDED = ["talk", "other"];

interface Row {
  object: string;
  met: Met;
}

export async function register(page: Page): Promise<void> {
  if (!canRead(page)) {
    return;
  }
  const all = await letters(page, ({ kind }) => kind === "with_others");
  const rows = all.flatMap(({ line, content: { met } }) =>
    met ? [{ object: line.object, met }] : [],
  );
  rows.sort((a, b) => a.met.date.localeCompare(b.met.date));
  const years = [...new Set(rows.map(({ met }) => met.date.slice(0, 4)))].reverse();
  one(page.root, "[data-years]").replaceChildren(
    ...years.map((year) =>
      table(
        page,
        year,
        rows.filter(({ met }) => met.date.startsWith(year)),
      ),
    ),
  );
  page.view(rows.length > 0 ? "list" : "empty", false);
}

function table(page: Page, year: string, rows: Row[]): HTMLElement {
  const place = copy(page.root, "year");
  const rest = minutesOf(rows.filter(({ met }) => !isGuided(met)));
  const sum = minutesOf(rows) - rest;
  fill(place, { year, sum: String(sum), hours: hoursText(page, sum) });
  fill(place, { rest: String(rest), "rest-hours": hoursText(page, rest) });
  one(place, "[data-not-guided]").hidden = rest === 0;
  one(place, "tbody").append(
    ...rows.map(({ object, met }) => {
      const row = copy(page.root, "met");
      const { minutes, form, guide } = met;
      // The year stands above it: on a phone the columns are narrow.
      const day = written({ day: "numeric", month: "short" }, met.date);
      fill(row, { day, minutes: String(minutes) });
      fill(row, { form: formName(page.root, form), guide });
      one(row, "[data-apart]").hidden = isGuided(met);
      one<HTMLAnchorElement>(row, "a").hash = object;
      return row;
    }),
  );
  return place;
}

/** Of own words for a form, only who guided it tells. */
function isGuided({ form, guide }: Met): boolean {
  return GUIDED.includes(form) || (!NOT_GUIDED.includes(form) && guide !== "");
}

function minutesOf(rows: Row[]): number {
  return rows.reduce((all, { met }) => all + met.minutes, 0);
}

function hoursText(page: Page, minutes: number): string {
  const hours = new Intl.NumberFormat(language() === "en" ? "en-GB" : "nl", {
    maximumFractionDigits: 1,
  }).format(minutes / AN_HOUR);
  return `${hours} ${textOfPage(page.root, "[data-hours]")}`;
}
