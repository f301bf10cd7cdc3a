// The one script of the sealed pages. It loads nothing else, and asks the worker for everything.
import "./elements/printing.ts";
import { compare } from "./elements/vault-compare.ts";
import { entry } from "./elements/vault-entry.ts";
import { keep } from "./elements/vault-keep.ts";
import { keys } from "./elements/vault-keys.ts";
import { open } from "./elements/vault-open.ts";
import { overview } from "./elements/vault-overview.ts";
import { received } from "./elements/vault-received.ts";
import "./elements/vault-sign-out.ts";
import { start } from "./elements/vault-start.ts";
import { write } from "./elements/vault-write.ts";

start({ compare, entry, keep, keys, open, overview, received, write });
