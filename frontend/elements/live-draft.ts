// <form data-draft="dialogue:…">: words that are being typed are kept on the device, and come back
// when the page does, until they are sent or emptied. A form with data-forget="dialogue:…" forgets
// all drafts whose name begins so.
import { Drafts, type Fields } from "../live/drafts.ts";
import { fill, textsIn } from "./live-fields.ts";

const drafts = new Drafts(localStorage);

function typedIn(form: HTMLFormElement): Fields {
  return [...new FormData(form).entries()].flatMap<[string, string]>(([name, value]) => {
    const hidden = form.querySelector(`input[type=hidden][name="${CSS.escape(name)}"]`);
    return typeof value === "string" && !hidden ? [[name, value]] : [];
  });
}

function keep(form: HTMLFormElement): void {
  const name = form.dataset.draft ?? "";
  if (textsIn(form).some((field) => field.value)) {
    drafts.put(name, typedIn(form), Date.now());
  } else {
    drafts.remove(name);
  }
}

function bringBack(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    if (textsIn(form).every((field) => !field.value)) {
      fill(form, drafts.of(form.dataset.draft ?? ""));
    }
  }
}

document.addEventListener("input", (event) => {
  const form = event.target instanceof Element && event.target.closest("form");
  if (form && form.dataset.draft) {
    keep(form);
  }
});
document.addEventListener("reset", (event) => {
  if (event.target instanceof HTMLFormElement && event.target.dataset.draft) {
    drafts.remove(event.target.dataset.draft);
  }
});
// At the window: after the outbox, which empties the form it takes.
window.addEventListener("submit", (event) => {
  const form = event.target;
  if (form instanceof HTMLFormElement && form.dataset.forget) {
    drafts.forget(form.dataset.forget);
  } else if (form instanceof HTMLFormElement && form.dataset.draft && !event.defaultPrevented) {
    drafts.remove(form.dataset.draft);
  }
});
document.addEventListener("live-changed", bringBack);
drafts.tidy(Date.now());
bringBack();
