// The ways to open the own line: look at them, add, remove, remember this device, begin anew.
import type { Status } from "../vault/protocol.ts";
import { code } from "./vault-code.ts";
import { showContact } from "./vault-contact.ts";
import { copy, dayText, fill, one, only } from "./vault-dom.ts";
import { showBar } from "./vault-lock.ts";
import { newWords } from "./vault-new-words.ts";
import { areSixWords } from "./vault-open.ts";
import type { Page } from "./vault-page.ts";

export async function keys(page: Page): Promise<void> {
  const { state } = page.status ?? { state: "unknown" };
  startingOver(page);
  if (state === "unknown") {
    page.view("lost"); // the server shows other keys: begun anew elsewhere, and that is lost too
    return;
  }
  if (state === "none" || state === "unkept") {
    page.view(state === "none" ? "nothing" : "unkept", false);
    return;
  }
  if (state !== "open") {
    one<HTMLAnchorElement>(page.root, "[data-view=shut] [data-open-link]").hash = location.pathname;
    page.view(location.hash === "#lost" ? "lost" : "shut", false, state);
    return;
  }
  const done = (said: string): void => {
    showKeys(page, true);
    page.say(said);
  };
  code(page, done);
  newWords(page, done);
  passkey(page);
  page.onClick("[data-remember]", async (button) => {
    page.status = await page.vault.ask("remember", { yes: button.dataset.remember === "yes" });
    showKeys(page, true);
    page.say(page.status.remembered ? "remembered" : "not-remembered");
  });
  showKeys(page, false);
}

/** The ways that there are now. */
function showKeys(page: Page, focus: boolean): void {
  const status = page.status as Status;
  const view = page.view("keys", focus);
  one(view, "[data-ways]").replaceChildren(...status.ways.map((way) => row(page, way)));
  only(one(view, "[data-device]"), status.remembered ? "remembered" : "not");
  const hasCode = status.ways.some(({ way }) => way === "code");
  only(one(view, "[data-code]"), hasCode ? "has-code" : "no-code");
  showBar(page);
  const withContact = status.ways.some(({ way }) => way === "contact");
  one(view, "[data-no-contact]").hidden = withContact;
  one(view, "[data-contact]").hidden = !withContact;
  if (withContact) {
    page.vault
      .ask("trust", {})
      .then(({ trust }) => trust && showContact(view, trust))
      .catch((error) => page.refuse(error));
  }
}

function row(page: Page, way: Status["ways"][number]): HTMLElement {
  const item = copy(page.root, "way");
  fill(item, { label: way.label, made: dayText(way.madeOn) });
  only(item, way.way);
  one(item, "button").addEventListener("click", () => {
    const view = page.view("remove", true, way.way);
    fill(view, { label: way.label });
    one(view, "[data-remove-way]").onclick = (event) => {
      void page.attempt(event.currentTarget as HTMLElement, async () => {
        page.status = await page.vault.ask("removeWay", { id: way.id });
        showKeys(page, true);
        page.say("removed");
      });
    };
  });
  return item;
}

/** The words first: with wrong ones nothing is made on the device. */
function passkey(page: Page): void {
  const first = one<HTMLFormElement>(page.root, "[data-passkey-words]");
  const words = one<HTMLTextAreaElement>(first, "textarea");
  page.onSubmit(first, async () => {
    if (areSixWords(page, words)) {
      page.say("working");
      await page.vault.ask("freshWords", { words: words.value });
      first.reset();
      page.view("passkey-name");
    }
  });
  const form = one<HTMLFormElement>(page.root, "[data-passkey-form]");
  const field = one<HTMLInputElement>(form, "[name=label]");
  page.onSubmit(form, async () => {
    const label = field.value.trim();
    if (!label) {
      page.correct("no-label", field);
      return;
    }
    page.status = await page.vault.addPasskey(label, `${form.dataset.title}: ${label}`);
    form.reset();
    showKeys(page, true);
    page.say("passkey");
  });
}

function startingOver(page: Page): void {
  const form = one<HTMLFormElement>(page.root, "[data-lost-form]");
  page.onSubmit(form, async () => {
    const removeSealed = new FormData(form).get("sealed") === "remove";
    page.status = await page.vault.ask("startOver", { removeSealed });
    showBar(page);
    page.view("anew");
  });
}
