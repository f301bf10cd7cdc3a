/** What the tests of the built bundle need: age as it was built in, and our own words for it. */
export * as age from "age-encryption";
export * as seal from "./index.ts";
