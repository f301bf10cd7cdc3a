/** A server that answers with names instead of ids: they would become names of files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pack } from "./parcel.ts";
import { Refusal } from "./refusal.ts";
import { Server } from "./server.ts";

const id = "7c3f0a52-9d4e-4b1f-8a26-0e5d9c7b1a34";
const OUT = "../../.bashrc";
const state = { person: "", kept: true, log: null, own: [id], received: [], given: [], ways: [] };
const wrap = { id, way: "words", label: "", made_on: "2026-11-24", content: "AAAA" };
const server = new Server("");

function answers(body: BodyInit): void {
  globalThis.fetch = async () => new Response(body);
}

function refusedWith(body: object, ask: () => Promise<unknown>): Promise<void> {
  answers(JSON.stringify(body));
  return assert.rejects(
    ask(),
    (error: unknown) => error instanceof Refusal && error.why === "server",
  );
}

test("what is there has ids, and nothing that leads elsewhere", async () => {
  answers(JSON.stringify(state));
  assert.deepEqual((await server.state()).own, [id]);
  for (const wrong of [OUT, "", id.toUpperCase(), `${id}/..`, null, 7]) {
    for (const place of ["received", "given", "ways"]) {
      await refusedWith({ ...state, [place]: [{ id: wrong }] }, () => server.state());
    }
    await refusedWith({ ...state, own: [id, wrong] }, () => server.state());
  }
});

test("a closed keyring has an id and a way that is known", async () => {
  answers(JSON.stringify({ wraps: [wrap] }));
  assert.equal((await server.wraps())[0]?.way, "words");
  await refusedWith({ wraps: [{ ...wrap, id: OUT }] }, () => server.wraps());
  await refusedWith({ wraps: [wrap, { ...wrap, way: "../words" }] }, () => server.wraps());
});

test("what nobody asked for is not taken along", async () => {
  const content = new Uint8Array([1]);
  const envelopes = [id, OUT].map((one) => ({ id: one, size: 1, from: id }));
  answers(pack({ envelopes }, [content, content]));
  assert.deepEqual([...(await server.fetch([id])).keys()], [id]);
});
