// A button that copies: <button type="button" data-copy="CSS selector" hidden>. Afterwards
// [data-copied] says so.
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  if (!navigator.clipboard) {
    continue;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    const parts = document.querySelectorAll(button.dataset.copy ?? "");
    await navigator.clipboard.writeText(
      Array.from(parts, (part) => part.textContent?.trim()).join("\n"),
    );
    for (const told of document.querySelectorAll<HTMLElement>("[data-copied]")) {
      told.hidden = false;
    }
  });
}
