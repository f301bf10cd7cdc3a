// The form that lets this device show a sign: <form data-push="key" data-renew="address">. Without
// this script, or where a browser cannot, the page says so and offers its other ways.
import { recall, remember, tellAddress } from "./elements/push-memory.ts";

const WORKER = "/static/ui/dist/push-worker.js";

/** The address of the worker is the only thing here that needs a Trusted Types policy. */
function workerAddress(): string {
  const { trustedTypes } = window as unknown as {
    trustedTypes?: {
      createPolicy: (
        name: string,
        rules: { createScriptURL: (address: string) => string },
      ) => { createScriptURL: (address: string) => string };
    };
  };
  const rules = {
    createScriptURL: (address: string) => {
      if (address !== WORKER) {
        throw new TypeError("not the worker");
      }
      return address;
    },
  };
  return (trustedTypes?.createPolicy("hartlijn-push", rules) ?? rules).createScriptURL(WORKER);
}

/** Subscribing needs a worker that is awake. */
async function awake(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting;
  while (!registration.active && worker) {
    await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  }
}

class Sign {
  readonly #form: HTMLFormElement;
  readonly #registered: Promise<ServiceWorkerRegistration>;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#registered = navigator.serviceWorker.register(workerAddress());
    this.#registered.catch(() => this.#say("failed"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#switchOn().catch(() => this.#say("failed"));
    });
  }

  /** Show the form where no sign is shown yet; tell the address of a device that has one. */
  async begin(): Promise<void> {
    const memory = await recall();
    const subscription = await (await this.#registered).pushManager.getSubscription();
    const isKnown =
      memory !== null &&
      subscription !== null &&
      (await tellAddress(memory, subscription.endpoint));
    this.#form.hidden = isKnown;
    for (const told of document.querySelectorAll<HTMLElement>("[data-push-missing]")) {
      told.hidden = true;
    }
  }

  async #switchOn(): Promise<void> {
    if ((await Notification.requestPermission()) !== "granted") {
      this.#say("no");
      return;
    }
    const registration = await this.#registered;
    await awake(registration);
    const { push: key = "", renew: renewAt = "", sentence = "" } = this.#form.dataset;
    const ask = { userVisibleOnly: true, applicationServerKey: key };
    const { endpoint } = await registration.pushManager.subscribe(ask);
    const data = new FormData(this.#form);
    data.set("endpoint", endpoint);
    const answer = await fetch(this.#form.action, { method: "POST", body: data });
    const said = (await answer.json()) as { renewal?: string; sentence?: string };
    if (!said.renewal) {
      this.#show(said.sentence ?? "");
      return;
    }
    const language = document.documentElement.lang;
    await remember({ renewal: said.renewal, renewAt, key, sentence, language });
    location.reload();
  }

  #say(what: "no" | "failed"): void {
    this.#show(document.querySelector(`[data-push-${what}]`)?.textContent ?? "");
  }

  #show(sentence: string): void {
    const place = this.#form.querySelector<HTMLElement>("[data-push-said]");
    if (place) {
      place.textContent = sentence;
      place.hidden = false;
    }
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-push]");
if (form && "serviceWorker" in navigator && "PushManager" in window && "caches" in window) {
  void new Sign(form).begin().catch(() => {
    form.hidden = true; // the page goes on saying that it cannot be here
  });
}
