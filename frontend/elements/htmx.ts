// htmx under a strict policy: it may build HTML from our own pages, and never run script.
import htmx from "htmx.org";

interface Policy {
  createHTML(text: string): unknown;
  createScript(text: string): unknown;
}

// TypeScript's DOM library does not know Trusted Types yet.
interface WithTrustedTypes {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

// Part of htmx's own inside, so the version is pinned and a browser test watches it.
interface Inside {
  initSecurity(policy: Policy, call: () => never, asyncCall: () => never): void;
}

function refuse(): never {
  throw new TypeError("Script in a page fragment is refused.");
}

// HTML passes as it is: our templates escape what people write, and scripts do not run from it.
const rules: Policy = { createHTML: (text) => text, createScript: refuse };

htmx.registerExtension("hx-tt", {
  init(inside: Inside) {
    const types = (globalThis as WithTrustedTypes).trustedTypes;
    inside.initSecurity(types?.createPolicy("htmx", rules) ?? rules, refuse, refuse);
  },
});
