// Ask for a piece of a page, or send a form, and get the answer as a document. An XMLHttpRequest
// can do that without making HTML out of text, so these pages need no policy for it.

export interface Answer {
  /** 0 when nobody answered. */
  status: number;
  /** The path where it ended, after being led on. */
  landed: string;
  token: string | null;
  page: Document | null;
}

const PATIENCE = 20_000;

export function ask(address: string, sent?: { body: FormData; token: string }): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(sent ? "POST" : "GET", address);
    request.responseType = "document";
    request.timeout = PATIENCE;
    request.setRequestHeader("Accept", "text/html");
    if (sent) {
      request.setRequestHeader("Outbox", sent.token);
    }
    request.onloadend = () => {
      resolve({
        status: request.status,
        landed: request.responseURL ? new URL(request.responseURL).pathname : "",
        token: request.getResponseHeader("Outbox"),
        page: request.response as Document | null,
      });
    };
    request.send(sent?.body ?? null);
  });
}

/** The words of these pages stand in a <template data-live-words data-…> on the page. */
export function words(name: string): string {
  const found = document.querySelector<HTMLElement>("template[data-live-words]");
  return found?.dataset[name] ?? "";
}
