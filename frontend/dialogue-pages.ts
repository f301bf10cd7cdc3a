// The script of a dialogue: the live room, the keys of the screen in the hall, and those of a scribe.
import "./live-pages.ts";
import "./elements/dialogue-keys.ts";
import "./elements/dialogue-tag.ts";
