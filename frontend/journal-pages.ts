// The script of the pages on which something is written or read. It loads nothing else, and asks
// the worker for everything.
import { entry } from "./elements/journal-entry.ts";
import { line } from "./elements/journal-line.ts";
import { received } from "./elements/journal-received.ts";
import { write } from "./elements/journal-write.ts";
import "./elements/printing.ts";
import "./elements/vault-sign-out.ts";
import { start } from "./elements/vault-start.ts";

start({ line, received, "journal-entry": entry, "journal-write": write });
