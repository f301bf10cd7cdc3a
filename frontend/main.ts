// The one script of ordinary pages. Every page works without it.
import "./elements/htmx.ts";
import "./elements/copying.ts";
import "./elements/factor-map.ts";
import "./elements/own-words.ts";
import "./elements/passkeys.ts";
import "./elements/printing.ts";
import "./elements/reveal.ts";
import "./elements/sliders.ts";
import "./elements/vault-sign-out.ts";
