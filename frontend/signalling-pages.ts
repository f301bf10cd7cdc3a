// The script of pages on which people write or sign a signal: it looks along for names. Without it
// the server still says which colleagues a saved text seems to name.
import "./elements/names-check.ts";
