// What a page may ask of the worker that holds the keys, and what it answers.
// Keys, the keyring and other people's envelopes never cross this line; opened text does.

/** Why something was refused. The page has one sentence for each. */
export type Why =
  | "sealed" // an envelope that does not open, whatever the reason
  | "older" // the server gives less, or something older, than this device knew
  | "own-keys" // the server shows other keys under my name than mine
  | "keys" // somebody else's keys are not the ones I knew
  | "log" // the key log does not continue the one I knew
  | "locked" // the keys are not here: open first
  | "secret" // these words, this code or this passkey do not open it
  | "passkey" // no passkey that fits: stopped halfway, another one, or one of another device
  | "no-prf" // a passkey that cannot keep a secret, or a browser that cannot ask it for one
  | "typed" // what was typed back is not what was shown
  | "unkept" // only after the line is kept
  | "elsewhere" // the line is kept nowhere, and its keys are not on this device
  | "lacking" // this browser misses something it needs
  | "signed-out" // the session is over
  | "server"; // the server said no; `sentence` holds its words, empty when it was not reached

/** Where the line stands on this device. */
export type State =
  | "none" // nothing written yet: the first save makes the keys
  | "unkept" // written, sealed, and openable on this device only
  | "elsewhere" // written, not kept, and not openable here
  | "locked" // kept; the words, the code or a passkey open it
  | "open";

export interface Status {
  state: State;
  /** What this browser lacks; empty when everything works. */
  lacks: string[];
  /** Ways to open that exist: words, code, passkey. Empty while the line is not kept. */
  ways: { id: string; way: Way; label: string; madeOn: string }[];
  /** Stays open on this device until one locks it. */
  remembered: boolean;
  /** When it locks by itself (milliseconds since 1970), while open and not remembered. */
  locksAt: number | null;
  /** The day by which a browser may have cleared an unkept line (YYYY-MM-DD). */
  clearsOn: string | null;
}

export type Way = "words" | "code" | "passkey";

export interface Given {
  id: string;
  person: string;
  name: string;
  /** The first day on which it does not open any more, or null: until it is taken back. */
  until: string | null;
  /** Not given yet: the other has no keys. */
  waiting: boolean;
  /** The version of the letter that was given (0 while waiting). */
  version: number;
}

export interface Line {
  object: string;
  kind: string;
  version: number;
  day: string;
  given: Given[];
}

export interface Opened {
  object: string;
  kind: string;
  version: number;
  time: string;
  content: Content;
}

export type Content = Record<string, unknown>;

export interface Received {
  id: string;
  from: string;
  name: string;
  until: string | null;
  givenOn: string;
}

/** How far this device knows somebody's keys. */
export type Trust = "no-keys" | "new" | "pinned" | "compared" | "changed";

export interface Companion {
  person: string;
  name: string;
  /** As what, in the person's language. */
  as: string;
  trust: Trust;
  comparedOn: string | null;
}

/** Each call: what is asked, and what is answered. */
export interface Calls {
  status: [Record<never, never>, Status];
  /** Somebody is here: put off locking by itself. */
  touch: [Record<never, never>, { locksAt: number | null }];
  lock: [Record<never, never>, Record<never, never>];
  remember: [{ yes: boolean }, Status];

  /**
   * Seal and keep. `object` is new when it is not on the line yet; a page that names it itself can
   * ask again after a lost answer. `base` is the version the change began from.
   */
  save: [
    { kind: string; content: Content; object?: string; base?: number },
    {
      object: string;
      version: number /** Saved beside a change from elsewhere. */;
      beside: boolean;
    },
  ];
  /** `former`: what was given from a line that was begun anew since; it can be taken back. */
  list: [Record<never, never>, { lines: Line[]; former: Given[] }];
  read: [{ object: string }, Opened];
  /** Many at once; `progress` messages bring them in portions of at most 50. */
  readAll: [{ objects: string[] }, { opened: number; refused: string[] }];
  remove: [{ object: string }, Record<never, never>];

  /** What is being typed, sealed, on this device only. An empty text forgets it. */
  keepDraft: [{ name: string; text: string }, Record<never, never>];
  draft: [{ name: string }, { text: string }];

  /** Six words to write down; drawn here, shown once per page. */
  drawWords: [Record<never, never>, { words: string[] }];
  /** The asked-back words by place (0–5), then the line is kept and the keys are published. */
  keep: [{ typed: Record<number, string> }, Status];
  open: [{ way: Way; secret?: string; id?: string; remember?: boolean }, Status];
  /** A fresh opening with the words comes before each new way to open. */
  drawCode: [{ words: string }, { code: string }];
  keepCode: [{ typed: string }, Status];
  /** The words, before anything is made on the device; then the passkey. */
  freshWords: [{ words: string }, Record<never, never>];
  addPasskey: [{ label: string }, Status];
  removeWay: [{ id: string }, Status];
  /** New words and new keys; codes and passkeys have to be made again. */
  changeKeys: [{ words: string }, { words: string[] }];
  keepChangedKeys: [{ typed: Record<number, string> }, Status];
  /** Everything is lost: a new line. What was sealed stays closed, or goes, as chosen. */
  startOver: [{ removeSealed: boolean }, Status];

  companions: [Record<never, never>, { companions: Companion[] }];
  /** Both sets of six words, to read to each other. */
  compare: [{ person: string }, { own: string[]; other: string[]; trust: Trust }];
  confirmCompared: [{ person: string }, Record<never, never>];
  give: [{ object: string; person: string; until: string | null }, { waiting: boolean }];
  /** `id` of a Given. */
  takeBack: [{ id: string }, Record<never, never>];
  received: [Record<never, never>, { received: Received[] }];
  readReceived: [{ id: string }, Opened & { from: string; name: string }];
}

export type Name = keyof Calls;
export type Ask<N extends Name> = Calls[N][0];
export type Answer<N extends Name> = Calls[N][1];

/** From the page to the worker. */
export type ToWorker =
  | { id: number; name: Name; ask: unknown }
  | { evaluated: number; first?: Uint8Array; second?: Uint8Array; never?: boolean }
  | { begin: { person: string; csrf: string } };

/** From the worker to the page. */
export type ToPage =
  | { id: number; answer: unknown }
  | { id: number; refused: Why; sentence: string }
  | { id: number; portion: Opened[] }
  | { evaluate: number; nonce: Uint8Array }
  | { locked: true };
