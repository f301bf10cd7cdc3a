/** Envelopes that must be refused, each for one reason. */
import { Decrypter, Encrypter } from "age-encryption";
import { b64, utf8 } from "../bytes.ts";
import { close } from "../envelope.ts";
import { writeKeyring } from "../keyring.ts";
import { frame, PRIVATE, SHARED, toSign } from "../letter.ts";
import { sealPrivate } from "../private.ts";
import { sealShared } from "../shared.ts";
import type { Draft, Letter } from "../types.ts";
import { type Invented, idOf } from "./people.ts";
import type { Refused } from "./shape.ts";

type Change = Partial<Record<keyof Letter, unknown>> & { more?: unknown };
type Frame = (plaintext: Uint8Array, length: number) => Uint8Array;

const same: Frame = (plaintext) => plaintext;
const set = (at: number, value: number): Frame => {
  return (plaintext) => plaintext.map((byte, place) => (place === at ? value : byte));
};

const FRAMES: Record<string, Frame> = {
  "version 0": set(0, 0),
  "version 2": set(0, 2),
  "another form": (plaintext) => set(1, 1 - (plaintext[1] as number))(plaintext, 0),
  "form 2": set(1, 2),
  "a length beyond the end": set(2, 255),
  "a fill that is not zeros": set(1023, 1),
  "a fill that is too long": (plaintext) =>
    new Uint8Array([...plaintext, ...new Array(1024).fill(0)]),
  "no fill": (plaintext, length) => plaintext.slice(0, length),
  "an empty plaintext": () => new Uint8Array(),
};

const CHANGES: Record<string, Change> = {
  "v is 2": { v: 2 },
  "kind is empty": { kind: "" },
  "kind is no text": { kind: 1 },
  "object in capitals": { object: "5F0B1C9E-7A34-4D52-9A55-0D1C5B7F3A10" },
  "version 0 of the object": { version: 0 },
  "version is a fraction": { version: 1.5 },
  "version is a text": { version: "1" },
  "time with a fraction": { time: "2026-11-24T08:30:00.5Z" },
  "time with an offset": { time: "2026-11-24T08:30:00+00:00" },
  "a day that does not exist": { time: "2026-02-30T08:30:00Z" },
  "content is a list": { content: [] },
  "content is null": { content: null },
  "no time": { time: undefined },
  "one key too many": { more: 1 },
};

/** What a lenient reader of JSON takes for the same letter. */
const WRITTEN: Record<string, [string, string]> = {
  "a key twice": ['"v":1,', '"v":1,"v":1,'],
  "a key twice, once escaped": ['"v":1,', '"v":1,"\\u0076":1,'],
  "a number with an exponent": ['"v":1,', '"v":1e0,'],
  "a number with a point": ['"v":1,', '"v":1.0,'],
  "a key twice in the content": ['"content":{', '"content":{"twice":1,"twice":1,'],
  "a fraction in the content": ['"content":{', '"content":{"size":0.5,'],
  "a number in the content that is too big": ['"content":{', '"content":{"size":9007199254740992,'],
};

export async function refusals(
  what: Draft,
  { noor, sam, mallory }: Record<"noor" | "sam" | "mallory", Invented>,
): Promise<Refused[]> {
  const { object } = what;
  const time = "2026-11-24T08:30:00Z";
  const { kind, version, content } = what;
  const base = { v: 1, kind, object, version };
  const own = { ...base, author: noor.keyring.keyring, recipients: [], time, content };
  const ids = [noor.public.id, sam.public.id].sort();
  const given = { ...base, author: sam.public.id, recipients: ids, time, content };
  const expected = { object };

  const json = (letter: object, change: Change = {}) =>
    utf8(JSON.stringify({ ...letter, ...change }));
  const privately = async (letter: Uint8Array, change = same, to = noor.private) => {
    const plaintext = frame(PRIVATE, letter, new Uint8Array());
    return b64(await close(change(plaintext, 6 + letter.length), [to]));
  };
  const shared = async (letter: Uint8Array, change = same, signer = sam, words = toSign) => {
    const signed = words(letter);
    const signature = await crypto.subtle.sign("Ed25519", signer.keys.signingKey, signed);
    const plaintext = frame(SHARED, letter, new Uint8Array(signature));
    const filled = change(plaintext, 70 + letter.length);
    return b64(await close(filled, [noor.public.sharing]));
  };

  const refused: Refused[] = [];
  const addPrivate = (name: string, envelope: string, expects: object = expected) =>
    refused.push({ name, way: "private", by: "noor", expected: { ...expects }, envelope });
  const addShared = (name: string, envelope: string, expects: object = expected) => {
    const who = { by: "noor", author: "sam" };
    refused.push({ name, way: "shared", ...who, expected: { ...expects }, envelope });
  };

  for (const [name, change] of Object.entries(FRAMES)) {
    addPrivate(name, await privately(json(own), change));
    addShared(name, await shared(json(given), change));
  }
  for (const [name, change] of Object.entries(CHANGES)) {
    addPrivate(name, await privately(json(own, change)));
    addShared(name, await shared(json(given, change)));
  }
  for (const [name, [from, to]] of Object.entries(WRITTEN)) {
    const [mine, ours] = [own, given].map((one) => JSON.stringify(one).replace(from, to));
    addPrivate(name, await privately(utf8(mine as string)));
    addShared(name, await shared(utf8(ours as string)));
  }
  addPrivate("not JSON", await privately(utf8("Beste Noor")));
  addPrivate(
    "a byte order mark",
    await privately(new Uint8Array([0xef, 0xbb, 0xbf, ...json(own)])),
  );
  addPrivate("bytes that are no text", await privately(new Uint8Array([...json(own), 0xff])));
  addPrivate(
    "author is another keyring",
    await privately(json(own, { author: sam.keyring.keyring })),
  );
  addPrivate("recipients of a private letter", await privately(json(own, { recipients: ids })));
  addPrivate(
    "sealed to the sharing recipient",
    await privately(json(own), same, noor.public.sharing),
  );
  addPrivate("another object", await privately(json(own)), { object: await idOf("other") });
  addPrivate("another kind", await privately(json(own)), { object, kind: "contents" });
  addPrivate("another version", await privately(json(own)), { object, version: version + 1 });

  addShared("author is another", await shared(json(given, { author: mallory.public.id })));
  addShared("recipients not sorted", await shared(json(given, { recipients: [...ids].reverse() })));
  addShared("recipients named twice", await shared(json(given, { recipients: [ids[0], ...ids] })));
  addShared(
    "recipients without the reader",
    await shared(json(given, { recipients: [sam.public.id] })),
  );
  addShared(
    "recipients without the author",
    await shared(json(given, { recipients: [noor.public.id] })),
  );
  addShared("signed by another", await shared(json(given), same, mallory));
  addShared(
    "signed without our words",
    await shared(json(given), same, sam, (letter) => letter.slice()),
  );
  addShared("another object", await shared(json(given)), { object: await idOf("other") });
  addShared("more recipients expected", await shared(json(given)), {
    object,
    recipients: [...ids, mallory.public.id],
  });

  // Sam passes on to Mallory what Noor gave to Sam.
  const decrypter = new Decrypter();
  for (const key of sam.keys.sharingKeys) decrypter.addIdentity(key);
  const plaintext = await decrypter.decrypt(await sealShared(what, [sam.public], noor.keys));
  const passedOn = b64(await close(plaintext, [mallory.public.sharing]));
  const who = { by: "mallory", author: "noor" };
  refused.push({ name: "passed on", way: "shared", ...who, expected, envelope: passedOn });

  const good = await sealPrivate(what, noor.keys);
  addPrivate("cut in the middle", b64(good.subarray(0, good.length >> 1)));
  addPrivate("the last byte cut", b64(good.subarray(0, -1)));
  addPrivate("a byte after it", b64(new Uint8Array([...good, 0])));
  addPrivate("one bit changed", b64(good.map((byte, at) => (at === 700 ? byte ^ 1 : byte))));
  addPrivate("nothing", "");
  return refused;
}

/** Wraps that must be refused. `factor` other than 18 is refused before scrypt runs. */
export async function wrapRefusals(
  noor: Invented,
  secret: string,
  wrap: Uint8Array,
): Promise<Refused[]> {
  const person = noor.keyring.person;
  const low = new Encrypter();
  low.setScryptWorkFactor(10);
  low.setPassphrase(secret);
  const easy = b64(await low.encrypt(writeKeyring(noor.keyring)));
  const header = String.fromCharCode(...wrap.subarray(0, 200));
  const rewritten = (to: string) =>
    b64(
      new Uint8Array([
        ...Uint8Array.from(header.replace(" 18\n", ` ${to}\n`), (sign) => sign.charCodeAt(0)),
        ...wrap.subarray(200),
      ]),
    );
  const base = { way: "words" as const, by: "noor", secret };
  const envelope = b64(wrap);
  return [
    { ...base, name: "work factor 10", expected: { person }, envelope: easy },
    { ...base, name: "work factor 17", expected: { person }, envelope: rewritten("17") },
    { ...base, name: "work factor 19", expected: { person }, envelope: rewritten("19") },
    { ...base, name: "work factor 30", expected: { person }, envelope: rewritten("30") },
    { ...base, name: "another person", expected: { person: await idOf("other") }, envelope },
    {
      ...base,
      name: "a lower counter than was known",
      expected: { person, counter: noor.keyring.counter + 1 },
      envelope,
    },
  ];
}
