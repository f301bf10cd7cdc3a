import assert from "node:assert/strict";
import { test } from "node:test";
import { knownNames } from "./known-names.ts";

const KNOWN = ["Fatima Yilmaz", "Noor de Wit", "Jan-Willem 't Hart"];
const said = (text: string) =>
  knownNames(text, KNOWN, "nl").map(({ start, end }) => text.slice(start, end));

test("a colleague is known by any part of the name", () => {
  assert.deepEqual(said("Door Fatima is er geen tijd, zegt Yilmaz."), ["Fatima", "Yilmaz"]);
  assert.deepEqual(said("Fatima Yilmaz plant te krap"), ["Fatima Yilmaz"]);
  assert.deepEqual(said("Fatima’s rooster"), ["Fatima’s"]);
});

test("a word that is no name here is left alone", () => {
  assert.deepEqual(said("een wit bord, de tijd, een groot hart"), []);
});

test("what is offered fits the sentence", () => {
  assert.equal(knownNames("Fatima plant.", KNOWN, "nl")[0]?.offer, "Een collega");
  assert.equal(knownNames("Wat Fatima plant.", KNOWN, "en")[0]?.offer, "a colleague");
});
