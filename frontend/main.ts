// The one script of ordinary pages. Every page works without it.
import "./elements/htmx.ts";
