// <factor-map>: a drawing made by the server. Whoever points at a factor, or comes to it with the
// keyboard, sees its lines and the others faintly. With `data-keys` the arrow keys go to the next
// and the previous part, as on any beamer. Where the drawing is wider than the screen it begins at
// what came last, or at the factor it is about.

class FactorMap extends HTMLElement {
  connectedCallback(): void {
    for (const box of this.querySelectorAll<SVGAElement>("a[data-factor]")) {
      const key = box.dataset.factor ?? "";
      for (const come of ["pointerenter", "focusin"]) {
        box.addEventListener(come, () => this.light(key));
      }
      for (const go of ["pointerleave", "focusout"]) {
        box.addEventListener(go, () => this.light(""));
      }
    }
    this.bringInSight([...this.querySelectorAll<SVGAElement>("[data-come]")]);
    if ("keys" in this.dataset) {
      document.addEventListener("keydown", follow);
    }
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", follow);
  }

  private bringInSight(come: SVGAElement[]): void {
    if (come.length === 0) {
      return;
    }
    const boxes = come.map((box) => box.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left));
    const wide = Math.max(...boxes.map((box) => box.right)) - left;
    const room = Math.max(0, this.clientWidth - wide) / 2;
    this.scrollLeft += left - this.getBoundingClientRect().left - room;
  }

  private light(key: string): void {
    let some = false;
    for (const line of this.querySelectorAll<SVGGElement>("[data-ends]")) {
      const lit = key !== "" && (line.dataset.ends ?? "").split(" ").includes(key);
      line.classList.toggle("lit", lit);
      some ||= lit;
    }
    this.classList.toggle("has-lit", some);
  }
}

function follow(event: KeyboardEvent): void {
  const ways: Record<string, string> = {
    ArrowRight: "next",
    PageDown: "next",
    ArrowLeft: "prev",
    PageUp: "prev",
  };
  const way = ways[event.key];
  if (way && !event.altKey && !event.ctrlKey && !event.metaKey) {
    document.querySelector<HTMLAnchorElement>(`a[rel="${way}"]`)?.click();
  }
}

customElements.define("factor-map", FactorMap);
