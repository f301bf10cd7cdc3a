// The script of the page on which a starter says how her months went. It loads nothing else, and
// asks the worker for everything.
import { ticks } from "./elements/paths-ticks.ts";
import "./elements/vault-sign-out.ts";
import { start } from "./elements/vault-start.ts";

start({ "paths-ticks": ticks });
