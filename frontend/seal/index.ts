/**
 * The seal: what is sealed here can be opened only by whom it is sealed to. `docs/seal.md` is the
 * format. No page, network or storage in this folder: only bytes in and bytes out.
 */
export { b64, sha256b64, unb64 } from "./bytes.ts";
export { SealError, TooLongError } from "./errors.ts";
export { fingerprint } from "./fingerprint.ts";
export { KeyLog, logLine } from "./key-log.ts";
export { makeKeyring, openKeys, publicKeys, renewKeys } from "./keyring.ts";
export { missing } from "./missing.ts";
export { prfInputs } from "./prf.ts";
export { openPrivate, sealPrivate } from "./private.ts";
export { drawCode, readCode, showCode } from "./recovery-code.ts";
export { openOwnGift, openShared, sealShared } from "./shared.ts";
export {
  type Asking,
  drawSplit,
  halfIn,
  joinHalves,
  makeOneTime,
  openHalf,
  sealHalf,
  wordsOfAsking,
} from "./trust.ts";
export type {
  DeviceWrap,
  Draft,
  Evaluate,
  ExpectedKeyring,
  ExpectedPrivate,
  ExpectedShared,
  Keyring,
  Letter,
  OpenKeys,
  PublicKeys,
} from "./types.ts";
export { cleanWords, drawWords, unknownWords, wordsOf } from "./words.ts";
export {
  unwrapForDevice,
  unwrapWithCode,
  unwrapWithContact,
  unwrapWithPasskey,
  unwrapWithWords,
  wrapForDevice,
  wrapWithCode,
  wrapWithContact,
  wrapWithPasskey,
  wrapWithWords,
} from "./wraps.ts";
