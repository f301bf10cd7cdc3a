// Shows a sign when the push service rings. The sign is empty: what it says, the page left here in
// the language of its reader. This worker stands beside no page and sees none (its place is a folder
// of files), so it cannot read what the pages hold.
import { recall, tellAddress } from "./elements/push-memory.ts";

interface Later {
  waitUntil(done: Promise<unknown>): void;
}
interface Clicked extends Later {
  readonly notification: Notification;
}
interface Changed extends Later {
  readonly newSubscription?: PushSubscription | null;
}
interface Windows {
  matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<Window[]>;
  openWindow(address: string): Promise<Window | null>;
}
interface Here {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: Windows;
  addEventListener(name: "push", hear: (event: Later) => void): void;
  addEventListener(name: "notificationclick", hear: (event: Clicked) => void): void;
  addEventListener(name: "pushsubscriptionchange", hear: (event: Changed) => void): void;
}

const here = self as unknown as Here;
const NEUTRAL = "Er staat iets voor je klaar";

async function show(): Promise<void> {
  const memory = await recall();
  await here.registration.showNotification("Hartlijn", {
    body: memory?.sentence ?? NEUTRAL,
    icon: "/static/ui/mark.svg",
    lang: memory?.language ?? "nl",
    tag: "hartlijn", // the next takes the place of one that is still there
  });
}

async function open(): Promise<void> {
  const windows = await here.clients.matchAll({ type: "window", includeUncontrolled: true });
  await (windows[0]?.focus() ?? here.clients.openWindow("/"));
}

async function renew(given: PushSubscription | null | undefined): Promise<void> {
  const memory = await recall();
  if (!memory) {
    return;
  }
  const made =
    given ??
    (await here.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: memory.key,
    }));
  await tellAddress(memory, made.endpoint);
}

here.addEventListener("push", (event) => event.waitUntil(show()));
here.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open());
});
here.addEventListener("pushsubscriptionchange", (event) =>
  event.waitUntil(renew(event.newSubscription)),
);
