/**
 * Tests open many keyrings. Node's own scrypt (RFC 7914) gives the same bytes as the one browsers
 * get in less time, and most tests need only little of its work, as with passwords in conftest.py.
 * The tests on the bundle and in the browser use what browsers get.
 */
import { scryptSync } from "node:crypto";
import { registerHooks } from "node:module";

const LIBRARY = "@noble/hashes/scrypt.js";
/** These open what others made, or measure how long it takes. */
const ALL_THE_WORK = ["vectors.test.ts", "wraps.test.ts"];
const LITTLE = 2 ** 8;
const ROOM = 2 ** 29; // bytes; a work factor of 18 takes half of it

const isWhole = ALL_THE_WORK.some((name) => process.argv[1]?.endsWith(name));

export function scrypt(password, salt, { N, r, p, dkLen }) {
  const work = { N: isWhole ? N : LITTLE, r, p, maxmem: ROOM };
  return new Uint8Array(scryptSync(password, salt, dkLen, work));
}

registerHooks({
  resolve: (name, context, next) =>
    name === LIBRARY ? { url: import.meta.url, shortCircuit: true } : next(name, context),
});
