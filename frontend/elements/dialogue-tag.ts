// <two-keys>: a scribe presses two keys, the words follow. As soon as the tag is whole, the cursor
// stands in the words; Ctrl and Enter keep them.
const WHOLE = /^(?:\d{1,2}|[a-z])\s*[a-z]$/i;

class TwoKeys extends HTMLElement {
  connectedCallback(): void {
    const tag = this.querySelector<HTMLInputElement>("input[name=tag]");
    const words = this.querySelector<HTMLTextAreaElement>("textarea[name=text]");
    tag?.addEventListener("input", () => {
      if (WHOLE.test(tag.value.trim())) {
        words?.focus();
      }
    });
    tag?.addEventListener("keydown", (event) => {
      if (event.key === " " || event.key === "Enter") {
        event.preventDefault();
        words?.focus();
      }
    });
    words?.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        words.form?.requestSubmit();
      }
    });
  }
}

customElements.define("two-keys", TwoKeys);
