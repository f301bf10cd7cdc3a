// The script of the pages about keys. It loads nothing else, and asks the worker for everything.
import "./elements/printing.ts";
import { ask } from "./elements/vault-ask.ts";
import { compare } from "./elements/vault-compare.ts";
import { contact } from "./elements/vault-contact.ts";
import { help } from "./elements/vault-help.ts";
import { keep } from "./elements/vault-keep.ts";
import { keys } from "./elements/vault-keys.ts";
import { open } from "./elements/vault-open.ts";
import "./elements/vault-sign-out.ts";
import { start } from "./elements/vault-start.ts";

start({ ask, compare, contact, help, keep, keys, open });
