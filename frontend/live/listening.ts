// Listen to the bell of a room: open a stream, notice when it is silent or broken, try again ever
// more slowly, and look without it every 15 seconds as long as it is down.
import { wait } from "./pace.ts";

/** What we need of a browser's EventSource. */
export interface Source {
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  addEventListener(kind: string, heard: () => void): void;
  close(): void;
}

/** The world around: streams, the page, and time. */
export interface Around {
  open(ticket: string): Source;
  /** Something may have changed: look. */
  changed(): void;
  /** A fresh ticket from the page, or null when the page cannot be asked now. */
  renew(): Promise<string | null>;
  /** Whether a stream is open was told. */
  told(up: boolean): void;
  after(milliseconds: number, act: () => void): () => void;
  luck(): number;
}

export const LOOK = 15_000;
/** The server says something every 15 seconds; this long without a word is a line that is dead. */
export const SILENCE = 40_000;

export class Listening {
  private readonly around: Around;
  private ticket: string;
  private source: Source | null = null;
  private failures = 0;
  private cancel: Record<"retry" | "look" | "silence", (() => void) | null> = {
    retry: null,
    look: null,
    silence: null,
  };

  constructor(ticket: string, around: Around) {
    this.ticket = ticket;
    this.around = around;
  }

  /** Open the stream, unless it is open; also at once, when a network comes back. */
  start(): void {
    if (this.source) {
      return;
    }
    this.stopTimer("retry");
    let opened = false;
    const source = this.around.open(this.ticket);
    this.source = source;
    const alive = (): void => {
      if (this.source === source) {
        this.timer("silence", SILENCE, () => this.broken(opened));
      }
    };
    source.onopen = () => {
      opened = true;
      this.failures = 0;
      this.stopTimer("look");
      this.around.told(true);
      alive();
    };
    source.addEventListener("here", alive);
    source.addEventListener("changed", () => {
      alive();
      this.around.changed();
    });
    source.onerror = () => {
      if (this.source === source) {
        this.broken(opened);
      }
    };
    alive();
  }

  /** Close the stream and ask nothing any more. */
  stop(): void {
    this.hangUp();
    for (const name of ["retry", "look"] as const) {
      this.stopTimer(name);
    }
  }

  private broken(opened: boolean): void {
    this.hangUp();
    this.failures += 1;
    this.around.told(false);
    this.lookLater();
    this.timer("retry", wait(this.failures, this.around.luck()), () => {
      void this.again(opened);
    });
  }

  /** A stream that never opened may have had an old ticket: the page gives a new one. */
  private async again(opened: boolean): Promise<void> {
    if (!opened) {
      this.ticket = (await this.around.renew()) ?? this.ticket;
    }
    this.start();
  }

  private lookLater(): void {
    if (!this.cancel.look) {
      this.timer("look", LOOK, () => {
        this.cancel.look = null;
        this.around.changed();
        this.lookLater();
      });
    }
  }

  private hangUp(): void {
    this.stopTimer("silence");
    this.source?.close();
    this.source = null;
  }

  private timer(name: "retry" | "look" | "silence", after: number, act: () => void): void {
    this.stopTimer(name);
    this.cancel[name] = this.around.after(after, act);
  }

  private stopTimer(name: "retry" | "look" | "silence"): void {
    this.cancel[name]?.();
    this.cancel[name] = null;
  }
}
