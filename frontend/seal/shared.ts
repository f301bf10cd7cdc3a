/** Letters for others: sealed to their sharing recipients and signed by the author. */
import { own } from "./bytes.ts";
import { close, open } from "./envelope.ts";
import { opening, SealError } from "./errors.ts";
import { publicKeys, verifies } from "./keyring.ts";
import { frame, isExpected, read, SHARED, toSign, unframe, write } from "./letter.ts";
import { stamp } from "./shape.ts";
import type {
  Draft,
  ExpectedPrivate,
  ExpectedShared,
  Letter,
  OpenKeys,
  PublicKeys,
} from "./types.ts";

/** Seal something for these readers and yourself. */
export async function sealShared(
  what: Draft,
  readers: PublicKeys[],
  keys: OpenKeys,
): Promise<Uint8Array> {
  const { kind, object, version, content, time = new Date() } = what;
  const all = [publicKeys(keys), ...readers];
  const recipients = all.map((reader) => reader.id).sort();
  const author = keys.log;
  const letter = write({
    v: 1,
    kind,
    object,
    version,
    author,
    recipients,
    time: stamp(time),
    content,
  });
  read(letter);
  const signature = await crypto.subtle.sign("Ed25519", keys.signingKey, own(toSign(letter)));
  const plaintext = frame(SHARED, letter, new Uint8Array(signature));
  return close(
    plaintext,
    all.map((reader) => reader.sharing),
  );
}

/** Open something that somebody gave; refuses whatever is not exactly what was expected. */
export async function openShared(
  envelope: Uint8Array,
  expected: ExpectedShared,
  keys: OpenKeys,
): Promise<Letter> {
  return opening(async () => {
    const plaintext = await open(envelope, keys.sharingKeys);
    const { letter: bytes, signature } = unframe(SHARED, plaintext);
    const author = expected.author;
    // H10: not signed by its author: changed or made by somebody else it was sealed to.
    if (!(await verifies(author.signing, signature, toSign(bytes)))) throw new SealError();
    const letter = read(bytes);
    isExpected(letter, expected);
    // H10: signed by somebody, but not in the name of the author we expect.
    if (letter.author !== author.id) throw new SealError();
    // H10, H12: sealed to others as well, or instead: passed on, or with a reader nobody shows.
    if (!same(letter.recipients, expected.recipients)) throw new SealError();
    return letter;
  });
}

/**
 * Open what one gave oneself, to give it again as it was. Only for bytes whose hash the contents
 * name: that is how one knows to have sealed them, whatever the keys were then.
 */
export async function openOwnGift(
  envelope: Uint8Array,
  expected: ExpectedPrivate,
  keys: OpenKeys,
): Promise<Letter> {
  return opening(async () => {
    const { letter: bytes } = unframe(SHARED, await open(envelope, keys.sharingKeys));
    const letter = read(bytes);
    isExpected(letter, expected);
    if (letter.author !== keys.log) throw new SealError();
    return letter;
  });
}

const same = (sorted: string[], ids: string[]): boolean =>
  sorted.join() === [...new Set(ids)].sort().join();
