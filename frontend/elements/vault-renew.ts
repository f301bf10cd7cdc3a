// After new keys: what was sealed before is sealed anew while the page stands open. It can be stopped.
import type { Stuck } from "../vault/protocol.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import type { Page } from "./vault-page.ts";

/** Go on with what is left, if anything is. A next page goes on where this one stops. */
export async function goOn(page: Page): Promise<void> {
  let left = page.status?.left ?? 0;
  if (left === 0) {
    return;
  }
  const box = one(page.root, "[data-renewing]");
  let stopped = false;
  one(box, "[data-renew-stop]").onclick = () => {
    stopped = true;
  };
  one(box, "[data-renew-on]").onclick = () => void goOn(page);
  box.hidden = false;
  say(box, left, "going");
  while (left > 0 && !stopped && !page.closed) {
    try {
      const answer = await page.vault.ask("renew", {});
      left = answer.left;
      tell(page, box, answer.stuck);
    } catch {
      stopped = true; // no server just now: the next page goes on
    }
    say(box, left, stopped ? "stopped" : "going");
  }
  if (page.status) {
    page.status = { ...page.status, left };
  }
  say(box, left, left > 0 ? "stopped" : "done");
  box.hidden = page.closed;
}

function say(box: HTMLElement, left: number, when: string): void {
  fill(box, { left: String(left) });
  only(box, when);
}

/** What did not go along, by name. */
function tell(page: Page, box: HTMLElement, stuck: Stuck[]): void {
  one(box, "[data-stuck-some]").hidden = stuck.length === 0;
  one(box, "[data-stuck]").replaceChildren(
    ...stuck.map(({ object, day, name }) => {
      const item = copy(page.root, "stuck");
      fill(item, { day: day ? dayText(day) : "", name });
      only(item, name ? "gift" : "letter");
      one<HTMLAnchorElement>(item, "a").hash = object;
      return item;
    }),
  );
}
