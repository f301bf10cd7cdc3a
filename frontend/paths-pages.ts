// The script of the sealed pages of paths: how the months of a starter went, and the preparation of
// a meeting. It loads nothing else, and asks the worker for everything.
import { preparation } from "./elements/paths-preparation.ts";
import { ticks } from "./elements/paths-ticks.ts";
import "./elements/vault-sign-out.ts";
import { start } from "./elements/vault-start.ts";

start({ "paths-ticks": ticks, "paths-preparation": preparation });
