/** What a line cannot do without is on disk before it counts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { save } from "./line.ts";
import { Registry } from "./testing.ts";

test("the first keyring, and what is known of the line, are written for good", async () => {
  const here = await new Registry().device(crypto.randomUUID());
  await here.store.clear("log");
  const written = new Map<string, unknown>();
  const store = new Proxy(here.store, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...asked: unknown[]) => {
        if (name === "put") written.set(String(asked[0]), "relaxed");
        if (name === "transaction" && asked[1] === "readwrite") {
          written.set(String(asked[0]), (asked[2] as { durability?: string })?.durability);
        }
        return value.apply(target, asked);
      };
    },
  });
  Object.assign(here, { store });

  await save(here, { kind: "free", content: { v: 1, text: "Het ging." } });
  assert.equal(written.get("device"), "strict");
  assert.equal(written.get("known"), "strict");
});
