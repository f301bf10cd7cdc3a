// What a page may ask of the worker that holds the keys, and what it answers.
import type { Kind } from "../journal/content.ts";
import type { Finding, Language } from "../journal/identifying.ts";
import type { Repeated } from "../journal/listing.ts";
import type { Snippet } from "../journal/search.ts";
import type { Preparation } from "../paths/preparation.ts";
import type { Ticks } from "../paths/ticks.ts";
import type { Aftercare } from "../together/aftercare.ts";
import type { Answered as Part, Says, Subject } from "../together/message.ts";
import type { Thread } from "../together/thread.ts";

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
  | "heard" // the words that somebody read aloud are not those of what the server gave
  | "typed" // what was typed back is not what was shown
  | "content" // too long, or not what such a letter holds: nothing was sealed
  | "full" // the list of everything on the line is as long as it can be
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
  /** Ways to open that exist: words, code, passkey. Of an unkept line: keeping it broke off. */
  ways: { id: string; way: Way; label: string; madeOn: string }[];
  /** The list of everything on the line is nearly as long as it can be. */
  full: boolean;
  /** How much is still sealed with former keys: `renew` goes on with it. */
  left: number;
  /** Stays open on this device until one locks it. */
  remembered: boolean;
  /** When it locks by itself (milliseconds since 1970), while open and not remembered. */
  locksAt: number | null;
  /** The day by which a browser may have cleared an unkept line (YYYY-MM-DD). */
  clearsOn: string | null;
}

export const WAYS = ["words", "code", "passkey", "contact"] as const;
export type Way = (typeof WAYS)[number];

export interface Given {
  id: string;
  person: string;
  name: string;
  /** The first day on which it does not open any more, or null: until it is taken back. */
  until: string | null;
  /** Not given yet: the other had no keys. */
  waiting: boolean;
  /** Of what waits: there are keys now, and `giveWaiting` gives it after `compare` showed them. */
  ready: boolean;
  /** The server says that it cannot be fetched any more; this line did not take it back. */
  ended: boolean;
  /** It never arrived, and will not any more; the server does not say why. */
  missed: boolean;
  /** It has not arrived: it waits for working time of the other. */
  held: boolean;
  /** The version of the letter that was given (0 while waiting). */
  version: number;
  /** Only one sentence was given: how it begins. */
  part?: string;
}

export interface Line extends Repeated {
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
  /** Of keys that were met first with a gift, only the server says whose they are: `pinned`. */
  trust: "pinned" | "compared";
  until: string | null;
  givenOn: string;
  /** `null`: it did not open; reading it says why. */
  kind: "given" | "answer" | "message" | null;
  /** Of an answer: the id of the gift it answers. */
  answers: string | null;
}

/** The first line of a letter; empty when there are no words in it. */
export interface First {
  object: string;
  first: string;
}

export interface Answered {
  /** Mine: the object, which `remove` takes. Theirs: the id under which it was received. */
  id: string;
  /** The gift that it answers. */
  to: string;
  /** Who wrote it; of mine: who it is for, `null` when it was taken back. */
  person: string | null;
  name: string;
  mine: boolean;
  day: string;
  time: string;
  text: string;
}

/** Something that could not be put in the export. `where`: own letters, or what others gave. */
export interface Missing {
  id: string;
  where: "own" | "received";
  why: Why;
}

/** What is wrong with a file somebody wants to bring in. */
export type Wrong =
  | "no-zip" // not a ZIP, cut off, or closed with a password
  | "damaged" // bytes changed on the way
  | "no-line" // a ZIP without a line in it
  | "newer" // made by a newer version than this one
  | "invalid" // a letter in it is not one (`letter`: which, the first is 1)
  | "too-large"
  | "server"; // stored in part; asking again goes on where it stopped

/** Something that did not go along to new keys. `name`: of a gift, who it is for. */
export interface Stuck {
  object: string;
  day: string;
  name: string;
}

/** What was asked of a trusted contact; moments are in milliseconds since 1970. */
export interface AskedContact {
  id: string;
  askedAt: number;
  opensAt: number;
  closesAt: number;
  isOpen: boolean;
  answered: boolean;
}

export interface Trusted {
  /** The wrap it opens: `removeWay` takes it. */
  wrap: string;
  name: string;
  days: number;
  madeOn: string;
  /** Why it works no more: the account is gone, they walk along no more, other keys. */
  stopped: "gone" | "apart" | "keys" | null;
  /** `words`: to read aloud; `null` when another device asked. */
  asked: (AskedContact & { words: string[] | null }) | null;
}

export interface Helped {
  person: string;
  name: string;
  days: number;
  asked: AskedContact | null;
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

  /**
   * The whole line, newest first, at once: `first` is `null` for what the index on this device does
   * not know yet. Not `complete`: ask `fill`.
   */
  line: [
    Record<never, never>,
    { lines: (Line & { first: string | null })[]; former: Given[]; complete: boolean },
  ];
  /** Open what the index lacks; portions bring `First[]`. `first`: objects on the screen now. */
  fill: [{ first?: string[] }, { opened: number; refused: string[] }];
  /**
   * All words of `text` must occur; without words only the filters count. `from` and `to` are days,
   * both included. Not `complete`: ask `fill`, then again.
   */
  search: [
    { text: string; kinds?: Kind[]; themes?: string[]; from?: string; to?: string },
    {
      found: { object: string; kind: string; day: string; snippet: Snippet }[];
      complete: boolean;
    },
  ];

  /** What in a text may point at somebody. The worker only looks, so that typing goes on. */
  identifying: [{ text: string; language: Language }, { findings: Finding[] }];

  /** What is being typed, sealed, on this device only. An empty text forgets it. */
  keepDraft: [{ name: string; text: string }, Record<never, never>];
  draft: [{ name: string }, { text: string }];
  /** Everything that was being typed. `held`: an open page is at it. Newest first. */
  drafts: [Record<never, never>, { drafts: { name: string; at: number; held: boolean }[] }];
  /** From now on this page is at it, until it closes. Not `claimed`: another page is. */
  claimDraft: [{ name: string }, { claimed: boolean }];
  releaseDraft: [{ name: string }, Record<never, never>];

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
  /** From this answer on the new words hold, whatever is left to do. */
  keepChangedKeys: [{ typed: Record<number, string> }, Status];
  /** Seal some more of what is `left` with the new keys; again until nothing is. */
  renew: [Record<never, never>, { left: number; stuck: Stuck[] }];
  /** The own trusted contact, and how far a request to them is. */
  trust: [Record<never, never>, { trust: Trusted | null }];
  /** The words first, as for each new way to open. Only somebody with whom words were compared. */
  chooseContact: [{ words: string; person: string; days: number }, Record<never, never>];
  /** Everything is lost: ask the contact, with a key that this device makes. */
  askContact: [Record<never, never>, { trust: Trusted | null }];
  stopAsking: [Record<never, never>, { trust: Trusted | null }];
  /** After the waiting time. `words`: those of the own keys, as the contact reads them aloud. */
  openWithContact: [{ words: string }, { words: string[] }];
  /** The new words came back: from now on they alone open the line. */
  keepWithContact: [{ typed: Record<number, string> }, Status];
  /** Whose contact I am. */
  helping: [Record<never, never>, { people: Helped[] }];
  /** `words`: what the other reads aloud. The answer: their own words, to read back. */
  helpOpen: [{ request: string; words: string }, { words: string[]; compared: boolean }];
  /** The words to read back, once more. */
  readBack: [{ person: string }, { words: string[]; compared: boolean }];

  /** Everything is lost: a new line. What was sealed stays closed, or goes, as chosen. */
  startOver: [{ removeSealed: boolean }, Status];

  companions: [Record<never, never>, { companions: Companion[] }];
  /** Both sets of six words, to read to each other. */
  compare: [{ person: string }, { own: string[]; other: string[]; trust: Trust }];
  confirmCompared: [{ person: string }, Record<never, never>];
  /** `part`: only this sentence, which lies ready to be taken along. */
  give: [
    { object: string; person: string; until: string | null; part?: string },
    { waiting: boolean },
  ];
  /** `id` of a Given that is ready. Only to the keys whose words `compare` gave on this page. */
  giveWaiting: [{ id: string }, { given: boolean }];
  /** `id` of a Given. */
  takeBack: [{ id: string }, Record<never, never>];
  received: [Record<never, never>, { received: Received[] }];
  readReceived: [{ id: string }, Opened & { from: string; name: string }];
  /** `id` of something received. `object`: name it to ask again after a lost answer. */
  answer: [{ id: string; text: string; object?: string }, { object: string }];
  /** Answers of others to a letter of mine. */
  answers: [{ object: string }, { answers: Answered[]; refused: string[] }];
  /** My own answers to something received. */
  answersTo: [{ id: string }, { answers: Answered[]; refused: string[] }];

  /**
   * Send to these people, who may be written to. In a thread: everybody who is in it from now on.
   * `object`: name it to ask again after a lost answer. `urgent`: only for somebody on duty.
   */
  send: [
    {
      thread?: string;
      about: Subject;
      /** Only of a preparation. */
      meeting?: string;
      to: string[];
      text: string;
      parts?: Part[];
      says?: Says;
      reason?: string;
      urgent?: boolean;
      object?: string;
    },
    { object: string; thread: string },
  ];
  /** All threads, opened. `names`: of people by id. `refused`: how many messages did not open. */
  threads: [
    Record<never, never>,
    { threads: (Thread & { names: Record<string, string> })[]; refused: number },
  ];
  /** What was begun after something hard, the newest first. */
  aftercare: [
    Record<never, never>,
    { begun: { object: string; version: number; content: Aftercare }[]; refused: number },
  ];
  /** What was ticked of promises and not sent. */
  ticks: [
    Record<never, never>,
    { kept: { object: string; version: number; content: Ticks } | null; refused: number },
  ];
  /**
   * What I prepared for a meeting, and what was given for it by me and by these others at its table;
   * the newest first. `name`: as this line knows them.
   */
  preparation: [
    { meeting: string; others: string[] },
    {
      kept: { object: string; version: number; content: Preparation } | null;
      given: {
        from: string;
        name: string;
        mine: boolean;
        held: boolean;
        day: string;
        parts: Part[];
      }[];
      refused: number;
    },
  ];
  /** Everybody one may write to. */
  reach: [Record<never, never>, { people: Companion[] }];

  /** One ZIP of the whole line. No `file` when something is missing, unless asked for `anyway`. */
  exportLine: [
    { anyway?: boolean },
    { file: Blob | null; name: string; letters: number; missing: Missing[] },
  ];
  /** Bring in the letters of such a ZIP. What is wrong is said before anything is stored. */
  importLine: [
    { file: Blob },
    { added: number; same: number; wrong: Wrong | null; letter: number | null; sentence: string },
  ];
}

export type Name = keyof Calls;
export type Ask<N extends Name> = Calls[N][0];
export type Answer<N extends Name> = Calls[N][1];
/** What comes in portions before the answer. */
export interface Portions {
  readAll: Opened[];
  fill: First[];
}
export type Portion<N extends Name> = N extends keyof Portions ? Portions[N] : never;

/** From the page to the worker. */
export type ToWorker =
  | { id: number; name: Name; ask: unknown }
  | { evaluated: number; first?: Uint8Array; second?: Uint8Array; never?: boolean }
  | { begin: { person: string; csrf: string } };

/** From the worker to the page. */
export type ToPage =
  | { id: number; answer: unknown }
  | { id: number; refused: Why; sentence: string }
  | { id: number; portion: unknown }
  | { evaluate: number; nonce: Uint8Array }
  | { locked: true };
