// What is wrong with a form is said by our own summary, in the language of the page, and not by
// the bubble of a browser. Just before a form goes, the browser's own check is put aside.
document.addEventListener(
  "click",
  (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.form) {
      button.form.noValidate = true;
    }
  },
  true,
);
