// A slider that says its value in words: <input type="range" data-words="…|…|…"> with an <output>
// for it. Without script the words stand under its ends, and the page says them after sending.
function say(slider: HTMLInputElement): void {
  const words = (slider.dataset.words ?? "").split("|");
  const word = words[Number(slider.value) - Number(slider.min)] ?? "";
  slider.setAttribute("aria-valuetext", word);
  for (const output of document.querySelectorAll<HTMLOutputElement>("output")) {
    if (output.htmlFor.contains(slider.id)) {
      output.value = word;
    }
  }
}

for (const slider of document.querySelectorAll<HTMLInputElement>("input[data-words]")) {
  say(slider);
  slider.addEventListener("input", () => say(slider));
}

// What still waits for an answer of the server can be stopped: the element around the button goes,
// and what it asked for comes too late.
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-stop]") : null;
  const waiting = button?.closest("[hx-get]");
  waiting?.dispatchEvent(new CustomEvent("htmx:abort", { bubbles: true }));
  waiting?.remove();
});
