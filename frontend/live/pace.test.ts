/** Waits grow and are spread; many rings are heard as one, and none is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Gathered, wait } from "./pace.ts";

test("a wait doubles up to half a minute, and luck spreads it", () => {
  assert.deepEqual(
    [1, 2, 3, 6, 60].map((failures) => wait(failures, 1)),
    [1000, 2000, 4000, 30_000, 30_000],
  );
  assert.equal(wait(1, 0), 500);
});

test("what is asked while it is under way is done once more, however often it was asked", async () => {
  let done = 0;
  let open = (): void => {};
  const gathered = new Gathered(async () => {
    done += 1;
    await new Promise<void>((resolve) => {
      open = resolve;
    });
  });
  const first = gathered.ask();
  for (let ring = 0; ring < 50; ring += 1) {
    void gathered.ask();
  }
  open();
  await Promise.resolve();
  await Promise.resolve();
  assert.equal(done, 2);
  open();
  await first;
  assert.equal(done, 2);
  void gathered.ask();
  assert.equal(done, 3);
});

test("after a failure it can be asked again", async () => {
  let tries = 0;
  const gathered = new Gathered(async () => {
    tries += 1;
    if (tries === 1) {
      throw new Error("no network");
    }
  });
  await assert.rejects(gathered.ask());
  await gathered.ask();
  assert.equal(tries, 2);
});
