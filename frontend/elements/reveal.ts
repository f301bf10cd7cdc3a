// A password can be looked at while it is typed: easier on a phone, and no second field needed.
// The words come from the page: <template data-reveal data-hide="…">…</template>.
const words = document.querySelector<HTMLTemplateElement>("template[data-reveal]");

function addButton(field: HTMLInputElement, show: string, hide: string): void {
  const row = document.createElement("div");
  const button = document.createElement("button");
  row.className = "with-reveal";
  button.type = "button";
  button.className = "quiet";
  const name = (word: string): void => {
    button.textContent = word;
    button.setAttribute("aria-label", `${word}: ${field.labels?.[0]?.textContent?.trim() ?? ""}`);
  };
  name(show);
  button.addEventListener("click", () => {
    const hidden = field.type === "password";
    field.type = hidden ? "text" : "password";
    name(hidden ? hide : show);
  });
  field.replaceWith(row);
  row.append(field, button);
}

if (words) {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type="password"]')) {
    addButton(field, words.dataset.reveal ?? "", words.dataset.hide ?? "");
  }
}
