// The worker that holds the keys. Pages ask it (vault/protocol.ts); keys never leave it.
import { findIdentifying } from "./journal/identifying.ts";
import { answer as answerGift, answers, answersTo } from "./journal/worker/answers.ts";
import { exportLine } from "./journal/worker/exporting.ts";
import { importLine } from "./journal/worker/importing.ts";
import { fill, line, search } from "./journal/worker/line.ts";
import { preparation } from "./paths/worker/preparation.ts";
import { ticks } from "./paths/worker/ticks.ts";
import type { Evaluate } from "./seal/index.ts";
import { SealError, TooLongError } from "./seal/index.ts";
import { aftercare } from "./together/worker/aftercare.ts";
import { send, threads } from "./together/worker/messages.ts";
import { companions, compare, reach } from "./vault/directory.ts";
import { claimDraft, draft, drafts, keepDraft, releaseDraft } from "./vault/drafts.ts";
import { confirmCompared, dropWaiting, give, giveWaiting, takeBack } from "./vault/giving.ts";
import { Here } from "./vault/here.ts";
import {
  addPasskey,
  changeKeys,
  drawForKeeping,
  drawRecoveryCode,
  freshWords,
  keep,
  keepChangedKeys,
  keepRecoveryCode,
  open,
  removeWay,
  startOver,
} from "./vault/keeping.ts";
import { lock, remember, status, touch } from "./vault/keys.ts";
import { contentsOf, isNearlyFull } from "./vault/ledger.ts";
import { list, read, readAll, remove, save } from "./vault/line.ts";
import type { Answer, Ask, Name, Status, ToPage, ToWorker } from "./vault/protocol.ts";
import { publishWaiting } from "./vault/publishing.ts";
import { readReceived, received } from "./vault/receiving.ts";
import { Refusal } from "./vault/refusal.ts";
import { leftToRenew, renew } from "./vault/renewing.ts";
import {
  askContact,
  chooseContact,
  helping,
  helpOpen,
  keepWithContact,
  openWithContact,
  readBack,
  stopAsking,
  trust,
} from "./vault/trust.ts";

type Doing = { [N in Name]: (here: Here, ask: Ask<N>, id: number) => Promise<Answer<N>> };

const windows = new BroadcastChannel("hartlijn-vault");
const evaluating = new Map<number, (message: Extract<ToWorker, { evaluated: number }>) => void>();
let begun: Promise<Here> | null = null;
let clock: ReturnType<typeof setTimeout> | undefined;
/** A first look opens the keys that are at hand; everything else waits for it. */
let ready: Promise<Status> | null = null;
/** These work without the server and wait for nothing: what is typed is kept at once. */
const AT_ONCE = new Set<Name>([
  "lock",
  "touch",
  "keepDraft",
  "drafts",
  "claimDraft",
  "releaseDraft",
  "identifying",
]);
/** These do not wait for a line that opens: starting over is for when it never does. */
const FIRST = new Set<Name>(["status", "startOver"]);
/** These wait for a person, and take their turn themselves when that is done. */
const THEMSELVES = new Set<Name>(["open", "addPasskey"]);
/** These take long, and only read: others need not wait for them. */
const ALONGSIDE = new Set<Name>(["fill", "search"]);

const tell = (message: ToPage): void => postMessage(message);

const nothing = async (doing: Promise<unknown>): Promise<Record<never, never>> => {
  await doing;
  return {};
};

const DOING: Doing = {
  status: (here) => refreshed(here),
  touch: (here) => touch(here).then((at) => lockAt(here, at)),
  lock: (here) => nothing(lockEverywhere(here)),
  remember: (here, { yes }) => remember(here, yes),
  save: (here, ask) => save(here, ask),
  list: (here) => list(here),
  read: (here, { object }) => read(here, object),
  readAll: (here, { objects }, id) => readAll(here, objects, (portion) => tell({ id, portion })),
  remove: (here, { object }) => nothing(remove(here, object)),
  keepDraft: (here, { name, text }) => nothing(keepDraft(here, name, text)),
  draft: (here, { name }) => draft(here, name),
  drafts: (here) => drafts(here),
  claimDraft: (here, { name }) => claimDraft(here, name),
  releaseDraft: async (here, { name }) => releaseDraft(here, name),
  line: (here) => line(here),
  fill: (here, ask, id) => fill(here, ask, (portion) => tell({ id, portion })),
  search: (here, ask) => search(here, ask),
  identifying: async (_, { text, language }) => ({ findings: findIdentifying(text, language) }),
  drawWords: (here) => drawForKeeping(here),
  keep: (here, { typed }) => keep(here, typed),
  open: (here, ask) => open(here, ask, evaluate, turn),
  drawCode: (here, { words }) => drawRecoveryCode(here, words),
  keepCode: (here, { typed }) => keepRecoveryCode(here, typed),
  freshWords: (here, { words }) => nothing(freshWords(here, words)),
  addPasskey: (here, ask) => addPasskey(here, ask, evaluate, turn),
  removeWay: (here, { id }) => removeWay(here, id),
  changeKeys: (here, { words }) => changeKeys(here, words),
  keepChangedKeys: async (here, { typed }) => {
    const now = await keepChangedKeys(here, typed);
    return { ...now, left: await leftToRenew(here).catch(() => 1) };
  },
  renew: (here) => renew(here),
  trust: (here) => trust(here),
  chooseContact: (here, ask) => nothing(chooseContact(here, ask)),
  askContact: (here) => askContact(here),
  stopAsking: (here) => stopAsking(here),
  openWithContact: (here, { words }) => openWithContact(here, words),
  keepWithContact: (here, { typed }) => keepWithContact(here, typed),
  helping: (here) => helping(here),
  helpOpen: (here, ask) => helpOpen(here, ask),
  readBack: (here, { person }) => readBack(here, person),
  startOver: (here, { removeSealed }) => startOver(here, removeSealed),
  companions: (here) => companions(here),
  compare: (here, { person }) => compare(here, person),
  confirmCompared: (here, { person }) => nothing(confirmCompared(here, person)),
  give: (here, ask) => give(here, ask),
  giveWaiting: (here, { id }) => giveWaiting(here, id),
  takeBack: (here, { id }) => nothing(takeBack(here, id)),
  received: (here) => received(here),
  readReceived: (here, { id }) => readReceived(here, id),
  answer: (here, ask) => answerGift(here, ask),
  answers: (here, ask) => answers(here, ask),
  answersTo: (here, ask) => answersTo(here, ask),
  send: (here, ask) => send(here, ask),
  threads: (here) => threads(here),
  reach: (here) => reach(here),
  aftercare: (here) => aftercare(here),
  ticks: (here) => ticks(here),
  preparation: (here, ask) => preparation(here, ask),
  exportLine: (here, ask) => exportLine(here, ask),
  importLine: (here, ask) => importLine(here, ask),
};

async function refreshed(here: Here): Promise<Status> {
  const now = await status(here);
  lockAt(here, now);
  if (now.state === "open") {
    // No page stays shut for it: it is tried again at the next look.
    await dropWaiting(here).catch(() => {});
    await publishWaiting(here).catch(() => {});
    const full = isNearlyFull(await contentsOf(here));
    return { ...now, left: await leftToRenew(here), full };
  }
  return now;
}

/** Lock by itself at the time that was said. */
function lockAt<T extends { locksAt: number | null }>(here: Here, at: T): T {
  clearTimeout(clock);
  if (at.locksAt !== null) {
    clock = setTimeout(() => void lockIfIdle(here), at.locksAt - Date.now());
  }
  return at;
}

/** Another window may have put it off meanwhile. */
async function lockIfIdle(here: Here): Promise<void> {
  const atHand = await here.store.get("open", here.person);
  if (atHand && atHand.until > Date.now()) {
    lockAt(here, { locksAt: atHand.until });
    return;
  }
  await lockEverywhere(here);
}

async function lockEverywhere(here: Here): Promise<void> {
  await lock(here);
  windows.postMessage("locked");
  tell({ locked: true });
}

windows.addEventListener("message", () => {
  void begun?.then((here) => here.forget());
  tell({ locked: true });
});

const evaluate: Evaluate = (nonce) =>
  new Promise((done, failed) => {
    const number = evaluating.size + 1;
    evaluating.set(number, ({ first, second, never }) => {
      evaluating.delete(number);
      if (first && second) {
        done({ first, second });
      } else {
        failed(new Refusal(never ? "no-prf" : "passkey"));
      }
    });
    tell({ evaluate: number, nonce });
  });

async function answer<N extends Name>(id: number, name: N, ask: Ask<N>): Promise<void> {
  try {
    const here = await (begun as Promise<Here>);
    const doing = () => DOING[name](here, ask, id);
    tell({ id, answer: await (AT_ONCE.has(name) ? doing() : inTurn(here, name, doing)) });
  } catch (error) {
    tell({ id, ...refusalOf(error) });
  }
}

/** Windows of one browser take turns, so that none writes over another. */
async function inTurn<T>(here: Here, name: Name, doing: () => Promise<T>): Promise<T> {
  if (!FIRST.has(name)) {
    await opened(here);
  }
  if (ALONGSIDE.has(name)) {
    // Reading the contents is not without others: it is remembered how new they were.
    await navigator.locks.request("hartlijn", () => contentsOf(here));
    return doing();
  }
  return THEMSELVES.has(name) ? doing() : turn(doing);
}

function turn<T>(doing: () => Promise<T>): Promise<T> {
  return navigator.locks.request("hartlijn", doing) as Promise<T>;
}

/** What is at hand is opened once, and again after it went wrong. */
async function opened(here: Here): Promise<void> {
  try {
    ready ??= navigator.locks.request("hartlijn", () => refreshed(here)) as Promise<Status>;
    await ready;
  } catch (error) {
    ready = null;
    throw error;
  }
}

function refusalOf(error: unknown): { refused: Refusal["why"]; sentence: string } {
  if (error instanceof Refusal) {
    return { refused: error.why, sentence: error.sentence };
  }
  if (error instanceof SealError) {
    return { refused: "sealed", sentence: "" };
  }
  if (error instanceof TooLongError) {
    return { refused: "content", sentence: "" };
  }
  // Something we did not think of. The console is on the person's own device.
  console.error(error);
  return { refused: "server", sentence: "" };
}

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("begin" in data) {
    begun = Here.begin(data.begin.person, data.begin.csrf, tell);
  } else if ("evaluated" in data) {
    evaluating.get(data.evaluated)?.(data);
  } else {
    void answer(data.id, data.name, data.ask as never);
  }
});
