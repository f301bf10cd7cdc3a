// The script of the pages on which people write to each other. It loads nothing else, and asks the
// worker for everything.
import "./elements/printing.ts";
import { aftercare } from "./elements/together-aftercare.ts";
import { threads } from "./elements/together-threads.ts";
import { write } from "./elements/together-write.ts";
import "./elements/vault-sign-out.ts";
import { start } from "./elements/vault-start.ts";

start({ aftercare, threads, "together-write": write });
