// When something would arrive, said before it is sent: not why it waits.
import { addressOf, listed, textOfPage } from "./journal-dom.ts";
import { copy, fill, one } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export interface Arrival {
  to: string;
  /** In words: a moment, or that it takes longer than a week. */
  sentence: string;
  now: boolean;
}

/** A duty line of an own team, with who has it now; `person` is nobody, or out of reach: call. */
export interface Duty {
  line: string;
  phone: string;
  person: string | null;
  name: string;
}

export interface Arrivals {
  arrivals: Arrival[];
  duty?: Duty[];
  /** Who works now, beside them. */
  others: { person: string; name: string }[];
}

/** Ask when it would be there. Without an answer it is said in general. */
export async function arrivalsFor(page: Page, to: string[]): Promise<Arrivals> {
  const asked = new URLSearchParams(to.map((person) => ["to", person]));
  const answer = await fetch(`${addressOf(page, "arrival")}?${asked}`, {
    headers: { Accept: "application/json" },
  });
  if (!answer.ok) {
    throw new Error(`arrival: ${answer.status}`);
  }
  return (await answer.json()) as Arrivals;
}

/** Show it in the notice; gives whether it waits for anybody, and who is on duty meanwhile. */
export async function showArrival(
  page: Page,
  place: HTMLElement,
  to: string[],
  names: Map<string, string>,
): Promise<{ waits: boolean; duty: Duty[] }> {
  const found = await arrivalsFor(page, to).catch((): Arrivals => ({ arrivals: [], others: [] }));
  const known = new Map(found.arrivals.map((one) => [one.to, one]));
  const unknown = textOfPage(page.root, "[data-unknown-arrival]");
  one(place, "[data-arrivals]").replaceChildren(
    ...to.map((person) => {
      const item = copy(page.root, "arrival");
      const arrives = known.get(person)?.sentence || unknown;
      fill(item, { name: names.get(person) ?? "", arrives });
      return item;
    }),
  );
  const waits = to.some((person) => !known.get(person)?.now);
  one(place, "[data-let-go]").hidden = !waits;
  const others = waits ? found.others.filter(({ person }) => !to.includes(person)) : [];
  one(place, "[data-others]").hidden = others.length === 0;
  fill(place, { others: listed(others.map(({ name }) => name)) });
  return { waits, duty: found.duty ?? [] };
}
