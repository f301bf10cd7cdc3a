import assert from "node:assert/strict";
import { test } from "node:test";
import { drawCode, isCode, readCode, showCode } from "./recovery-code.ts";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("a drawn code is shown in groups and read back however it is typed", () => {
  for (let round = 0; round < 500; round++) {
    const code = drawCode();
    assert(isCode(code), code);
    const shown = showCode(code);
    assert(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/.test(shown), shown);
    const asTyped = [
      shown,
      ` ${shown.toLowerCase()}\n`,
      shown.replaceAll("-", ""),
      shown.replaceAll("-", " "),
      shown.replaceAll("0", "O").replaceAll("1", "I"),
      shown.replaceAll("0", "o").replaceAll("1", "l"),
    ];
    for (const typed of asTyped) assert.equal(readCode(typed), code, typed);
  }
});

test("what is not a code is none", () => {
  const shown = showCode(drawCode());
  const wrong = ["", "-", shown.slice(1), shown.slice(0, -1), `${shown}0`, `U${shown.slice(1)}`];
  for (const typed of [...wrong, `8${shown.slice(1)}`, "é".repeat(28), `${shown}-${shown}`]) {
    assert.equal(readCode(typed), null, typed);
  }
});

test("the same code always shows the same, and all zeros is a code like another", () => {
  assert.equal(showCode("0".repeat(26)), showCode("0".repeat(26)));
  assert.equal(readCode(showCode(`7${"Z".repeat(25)}`)), `7${"Z".repeat(25)}`);
});

test("of all slips of one sign or of two neighbours at most 2 in 1,000 go unseen", () => {
  let [slips, unseen] = [0, 0];
  const slip = (typed: string, code: string) => {
    slips++;
    const read = readCode(typed);
    assert.notEqual(read, code);
    if (read) unseen++;
  };
  for (let round = 0; round < 40; round++) {
    const code = drawCode();
    const shown = showCode(code).replaceAll("-", "");
    for (let at = 0; at < shown.length; at++) {
      const [before, one, after] = [shown.slice(0, at), shown[at], shown.slice(at + 1)];
      for (const sign of SIGNS) if (sign !== one) slip(before + sign + after, code);
      if (after && after[0] !== one) slip(before + after[0] + one + after.slice(1), code);
    }
  }
  assert(slips > 35_000 && unseen < slips / 500, `${unseen} of ${slips}`);
});
