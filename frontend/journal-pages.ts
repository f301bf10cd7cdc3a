// The script of the pages on which something is written or read. It loads nothing else, and asks
// the worker for everything.
import { back } from "./elements/journal-back.ts";
import { entry } from "./elements/journal-entry.ts";
import { intentions } from "./elements/journal-intentions.ts";
import { line } from "./elements/journal-line.ts";
import { lookBack } from "./elements/journal-look-back.ts";
import { park } from "./elements/journal-park.ts";
import { received } from "./elements/journal-received.ts";
import { register } from "./elements/journal-register.ts";
import { takeAlong } from "./elements/journal-take-along.ts";
import { write } from "./elements/journal-write.ts";
import "./elements/printing.ts";
import "./elements/vault-sign-out.ts";
import { start } from "./elements/vault-start.ts";

start({
  line,
  received,
  "journal-back": back,
  "journal-entry": entry,
  "journal-intentions": intentions,
  "journal-look-back": lookBack,
  "journal-park": park,
  "journal-register": register,
  "journal-take-along": takeAlong,
  "journal-write": write,
});
