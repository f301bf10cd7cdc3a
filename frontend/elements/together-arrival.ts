// When something would arrive, said before it is sent: not why it waits.
import { addressOf, textOfPage } from "./journal-dom.ts";
import { copy, fill, one, only } from "./vault-dom.ts";
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
  others: Working[];
}

interface Working {
  person: string;
  name: string;
}

/** One press on somebody who works now: them instead of who was chosen, or with them. */
export interface Offer {
  way: "instead" | "also";
  /** Who can be chosen: whoever has no keys can get nothing. */
  open: Set<string>;
  take: (person: string) => Promise<void>;
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
  offer: Offer,
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
  const isOpen = ({ person }: Working) => offer.open.has(person) && !to.includes(person);
  const others = waits ? found.others.filter(isOpen) : [];
  one(place, "[data-others]").hidden = others.length === 0;
  const buttons = others.map((other) => working(page, other, offer));
  one(place, "[data-others-list]").replaceChildren(...buttons);
  return { waits, duty: found.duty ?? [] };
}

function working(page: Page, { person, name }: Working, { way, take }: Offer): HTMLElement {
  const item = copy(page.root, "working-now");
  fill(item, { name });
  only(item, way);
  const button = one(item, "button");
  button.addEventListener("click", () => void page.attempt(button, () => take(person)));
  return item;
}
