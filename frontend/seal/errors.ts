/** Whatever cannot be opened: one text, so that nobody learns what was wrong with it. */
export class SealError extends Error {
  constructor() {
    super("This cannot be opened.");
    this.name = "SealError";
  }
}

/** What somebody wants to seal does not fit in one megabyte. Nothing was sealed. */
export class TooLongError extends Error {
  constructor() {
    super("This is too long to seal.");
    this.name = "TooLongError";
  }
}

/** Run something that opens; every error in it becomes the one. */
export async function opening<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch {
    throw new SealError();
  }
}
