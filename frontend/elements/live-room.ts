// <live-room ticket="…">: listens to the bell of a room and has the parts in it fetched anew.
//
// A page out of sight hangs up after a while, for a browser has few connections to one site, and
// looks anew when it is seen. Where there is no network it says so, in words of the page.
import { Listening, type Source } from "../live/listening.ts";
import { ask, words } from "./live-ask.ts";
import { LivePart } from "./live-part.ts";

const OUT_OF_SIGHT = 20_000;
const SAY_AFTER = 4_000;

class LiveRoom extends HTMLElement {
  private line: Listening | null = null;
  private hiding: number | undefined;
  private saying: number | undefined;
  private readonly seen = (): void => this.sight();
  private readonly online = (): void => this.line?.start();

  connectedCallback(): void {
    const ticket = this.getAttribute("ticket");
    if (!ticket) {
      return;
    }
    this.line = new Listening(ticket, {
      open: (one) => new EventSource(`/stream?ticket=${encodeURIComponent(one)}`) as Source,
      changed: () => this.refresh(),
      renew: () => this.renew(),
      told: (up) => this.told(up),
      after: (milliseconds, act) => {
        const timer = setTimeout(act, milliseconds);
        return () => clearTimeout(timer);
      },
      luck: Math.random,
    });
    document.addEventListener("visibilitychange", this.seen);
    window.addEventListener("online", this.online);
    this.line.start();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.seen);
    window.removeEventListener("online", this.online);
    clearTimeout(this.hiding);
    clearTimeout(this.saying);
    this.line?.stop();
    this.line = null;
  }

  /** Fetch every part anew. */
  refresh(): void {
    for (const part of this.querySelectorAll("live-part")) {
      if (part instanceof LivePart) {
        void part.refresh();
      }
    }
  }

  private sight(): void {
    clearTimeout(this.hiding);
    if (document.visibilityState === "hidden") {
      this.hiding = setTimeout(() => this.line?.stop(), OUT_OF_SIGHT);
    } else {
      this.line?.start();
    }
  }

  /** The page that we are on gives a new ticket to who may still see it. */
  private async renew(): Promise<string | null> {
    const answer = await ask(location.pathname + location.search);
    return answer.page?.querySelector("live-room")?.getAttribute("ticket") ?? null;
  }

  private told(up: boolean): void {
    clearTimeout(this.saying);
    if (up) {
      this.setAttribute("state", "up");
      this.say("");
      return;
    }
    this.setAttribute("state", "down");
    this.saying = setTimeout(() => this.say(words("down")), SAY_AFTER);
  }

  private say(sentence: string): void {
    let line = this.querySelector<HTMLElement>(":scope > [data-live-state]");
    if (!line) {
      line = document.createElement("p");
      line.dataset.liveState = "";
      line.className = "live-state";
      line.setAttribute("role", "status");
      this.prepend(line);
    }
    line.hidden = !sentence;
    line.textContent = sentence;
  }
}

customElements.define("live-room", LiveRoom);
