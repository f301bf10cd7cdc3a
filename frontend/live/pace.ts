// When to try again, and how to hear many rings as one. No page, no clock of its own.

/** How long to wait after so many failures: 1 s, 2 s, 4 s … 30 s, spread so that a hall that lost
 * its network does not come back in one moment. `luck` is 0 to 1. */
export function wait(failures: number, luck: number): number {
  const whole = Math.min(1000 * 2 ** Math.max(0, failures - 1), 30_000);
  return whole * (0.5 + luck / 2);
}

/** Does one thing at a time: what is asked while it is under way is done once more after it. */
export class Gathered {
  private readonly act: () => Promise<void>;
  private running: Promise<void> | null = null;
  private again = false;

  constructor(act: () => Promise<void>) {
    this.act = act;
  }

  /** Ask for it; ends when everything that was asked so far is done. */
  async ask(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.all();
    try {
      await this.running;
    } finally {
      this.running = null;
    }
  }

  private async all(): Promise<void> {
    do {
      this.again = false;
      await this.act();
    } while (this.again);
  }
}
