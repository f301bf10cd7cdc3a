/** Own letters: sealed to a recipient that only the owner knows, and therefore not signed. */
import { close, open } from "./envelope.ts";
import { opening, SealError } from "./errors.ts";
import { frame, isExpected, PRIVATE, read, unframe, write } from "./letter.ts";
import { stamp } from "./shape.ts";
import type { Draft, ExpectedPrivate, Letter, OpenKeys } from "./types.ts";

/** Seal something for yourself only. */
export async function sealPrivate(
  what: Draft,
  keys: Pick<OpenKeys, "keyring" | "privateRecipient">,
): Promise<Uint8Array> {
  const { kind, object, version, content, time = new Date() } = what;
  const author = keys.keyring;
  const letter: Letter = {
    v: 1,
    kind,
    object,
    version,
    author,
    recipients: [],
    time: stamp(time),
    content,
  };
  return close(frame(PRIVATE, checked(letter), new Uint8Array()), [keys.privateRecipient]);
}

/** Open something of your own; refuses whatever is not exactly what was expected. */
export async function openPrivate(
  envelope: Uint8Array,
  expected: ExpectedPrivate,
  keys: OpenKeys,
): Promise<Letter> {
  return opening(async () => {
    // H9: never the sharing keys: anybody can seal to those, and nothing here is signed.
    const plaintext = await open(envelope, keys.privateKeys);
    const letter = read(unframe(PRIVATE, plaintext).letter);
    isExpected(letter, expected);
    // H9: only who holds the keyring knows its id.
    if (letter.author !== keys.keyring) throw new SealError();
    if (letter.recipients.length > 0) throw new SealError();
    return letter;
  });
}

/** The bytes of a letter that will open again. */
function checked(letter: Letter): Uint8Array {
  const bytes = write(letter);
  read(bytes);
  return bytes;
}
