// Before signing out: whoever wrote and did not keep it hears that first. Signing out closes the
// line on this device, unless it was asked to remember; a borrowed device keeps nothing at all.
import { forgetOpenKeys, isUnkeptHere, leaveNothing } from "../vault/unkept.ts";

const PATH = "/account/logout/";

async function leave(form: HTMLFormElement): Promise<void> {
  const warning = document.querySelector<HTMLElement>("[data-unkept-here]");
  if (!warning && (await isUnkeptHere())) {
    location.assign(PATH); // the page that asks first
    return;
  }
  await forgetOpenKeys();
  await leaveNothing();
  form.submit();
}

for (const form of document.querySelectorAll<HTMLFormElement>(`form[action^="${PATH}"]`)) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // A browser that keeps nothing here has nothing to close.
    leave(form).catch(() => form.submit());
  });
}

const warning = document.querySelector<HTMLElement>("[data-unkept-here]");
if (warning) {
  void isUnkeptHere().then(
    (unkept) => {
      warning.hidden = !unkept;
    },
    () => {},
  );
}
