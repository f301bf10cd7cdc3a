// What lies ready for supervision, intervision or a talk: still sealed, and only on this list.
import { firstLine, OCCASIONS } from "../journal/content.ts";
import { canRead, type Letter, letters } from "./journal-letters.ts";
import { occasion } from "./journal-take.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

export async function takeAlong(page: Page): Promise<void> {
  if (!canRead(page)) {
    return;
  }
  const all = await letters(page, ({ take }) => Boolean(take?.length));
  const places = OCCASIONS.flatMap((goal) => {
    const items = all.flatMap((letter) => itemsFor(page, letter, goal));
    if (items.length === 0) {
      return [];
    }
    const place = copy(page.root, "occasion");
    const name = occasion(page.root, goal);
    fill(place, { for: name.charAt(0).toUpperCase() + name.slice(1) });
    one(place, "ul").append(...items);
    return [place];
  });
  one(page.root, "[data-occasions]").replaceChildren(...places);
  page.view(places.length > 0 ? "list" : "empty", false);
}

function itemsFor(page: Page, { line, content }: Letter, goal: string): HTMLElement[] {
  const all = content.take ?? [];
  return all.flatMap((take, place) => {
    if (take.for !== goal) {
      return [];
    }
    const item = copy(page.root, "taken");
    const text = take.part ?? firstLine(content);
    fill(item, { day: dayText(line.day), text, with: take.with ?? "" });
    only(item, take.with ? "with" : "alone");
    one<HTMLAnchorElement>(item, "a").hash = line.object;
    one<HTMLAnchorElement>(item, "[data-give-take]").hash = `${line.object}/${place}`;
    return [item];
  });
}
