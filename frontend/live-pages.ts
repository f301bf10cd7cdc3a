// The script of live rooms: what changed elsewhere is shown here, and what is sent from here
// arrives, also when the network fails. It holds no HTMX.
import "./elements/copying.ts";
import "./elements/live-draft.ts";
import "./elements/live-part.ts";
import "./elements/live-room.ts";
import "./elements/outbox.ts";
import "./elements/own-words.ts";
import "./elements/printing.ts";
import "./elements/vault-sign-out.ts";
