// Passkeys: make one, or sign in with one. A form says what it wants with data-passkey.
//
//   data-passkey="create" | "get"   what to ask the device
//   data-options="ID"               the JSON on the page with the options …
//   data-options-url="…"            … or the address that gives them
//
// What a passkey's PRF extension gives is a secret of this device. It is taken out before
// anything is sent.

interface Options {
  creation_options?: { publicKey: PublicKeyCredentialCreationOptionsJSON };
  request_options?: { publicKey: PublicKeyCredentialRequestOptionsJSON };
}

interface Sent {
  clientExtensionResults?: { prf?: unknown };
}

async function optionsOf(form: HTMLFormElement): Promise<Options> {
  const { options, optionsUrl } = form.dataset;
  if (options) {
    return JSON.parse(document.getElementById(options)?.textContent ?? "{}") as Options;
  }
  const answer = await fetch(optionsUrl ?? form.action, {
    headers: { Accept: "application/json" },
  });
  if (!answer.ok) {
    throw new Error(`options: ${answer.status}`);
  }
  return (await answer.json()) as Options;
}

async function ask(kind: string, options: Options): Promise<Credential | null> {
  if (kind === "create" && options.creation_options) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options.creation_options.publicKey,
    );
    // A passkey is found by the device itself and opened by finger, face or code.
    publicKey.authenticatorSelection = {
      ...publicKey.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    };
    return navigator.credentials.create({ publicKey });
  }
  if (options.request_options) {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
      options.request_options.publicKey,
    );
    return navigator.credentials.get({ publicKey });
  }
  return null;
}

function toSend(credential: Credential | null): string {
  if (!(credential instanceof PublicKeyCredential)) {
    throw new Error("no passkey");
  }
  const sent = credential.toJSON() as Sent;
  delete sent.clientExtensionResults?.prf;
  return JSON.stringify(sent);
}

async function useDevice(form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
  const failed = form.querySelector<HTMLElement>("[data-failed]");
  if (failed) {
    failed.hidden = true;
  }
  try {
    field.value = toSend(await ask(form.dataset.passkey ?? "get", await optionsOf(form)));
    form.submit();
  } catch {
    // Cancelled, or the device has none: the page offers the other ways.
    if (failed) {
      failed.hidden = false;
      failed.focus();
    }
  }
}

// Old browsers, and pages that are not safe, have no passkeys.
const known =
  typeof PublicKeyCredential === "function" &&
  "parseCreationOptionsFromJSON" in PublicKeyCredential;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  const field = form.querySelector<HTMLInputElement>('input[name="credential"]');
  if (!known || !field) {
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void useDevice(form, field);
  });
}

for (const notice of document.querySelectorAll<HTMLElement>("[data-passkey-unknown]")) {
  notice.hidden = known;
}
