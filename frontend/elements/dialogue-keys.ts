// <screen-keys>: the screen in the hall by its keys alone. A key presses the button that has its
// name (data-key), so what it does is what the button does.
const KEYS: Readonly<Record<string, string>> = {
  ArrowRight: "on",
  PageDown: "on",
  ArrowLeft: "back",
  PageUp: "back",
  " ": "reveal",
};

class ScreenKeys extends HTMLElement {
  private readonly pressed = (event: KeyboardEvent): void => this.press(event);

  connectedCallback(): void {
    document.addEventListener("keydown", this.pressed);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.pressed);
  }

  private press(event: KeyboardEvent): void {
    const name = KEYS[event.key];
    const busy = event.target instanceof Element && event.target.closest("input, textarea, select");
    // The space bar on a button or fold presses that one.
    const own = event.target instanceof Element && event.target.closest("button, summary, a");
    if (!name || busy || event.repeat || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (own && event.key === " ") {
      return;
    }
    const button = this.querySelector<HTMLButtonElement>(`button[data-key=${name}]`);
    if (button || event.key === " ") {
      event.preventDefault(); // the space bar does not scroll either when all is revealed
    }
    button?.click();
  }
}

customElements.define("screen-keys", ScreenKeys);
