"""Asking the built worker on somebody's page, without any page of ours around it."""

START = """() => {
  const {person, csrf} = document.querySelector("#vault").dataset;
  const worker = new Worker("/static/ui/dist/vault-worker.js", {type: "module"});
  worker.postMessage({begin: {person, csrf}});
  let last = 0;
  window.asked = (name, ask) => new Promise((done, failed) => {
    const id = (last += 1);
    const portions = [];
    const hear = ({data}) => {
      if (data.id !== id) return;
      if ("portion" in data) {
        window.firstPortion ??= performance.now();
        portions.push(data.portion);
        return;
      }
      worker.removeEventListener("message", hear);
      if ("refused" in data) failed(new Error(data.refused));
      else done({...data.answer, portions});
    };
    worker.addEventListener("message", hear);
    worker.postMessage({id, name, ask});
  });
  window.base64 = async (file) => {
    let text = "";
    for (const byte of new Uint8Array(await file.arrayBuffer())) text += String.fromCharCode(byte);
    return btoa(text);
  };
}"""
"""Makes `asked(name, ask)` in the page: the worker's answer, with its portions. The page needs
`bypass_csp`, because one worker a page is all our policy allows."""
