// Adding: what is too much is said before it is sent, and a page that shows how far it is follows by itself.
"use strict";
(() => {
  const form = document.querySelector("form[data-most]");
  if (form) {
    const input = form.elements.files;
    input.addEventListener("change", () => {
      const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
      const most = Number(form.dataset.most);
      const many = input.files.length > Number(form.dataset.files);
      input.setCustomValidity(many ? `These are more than ${form.dataset.files} files; give fewer at once.`
        : size > most - 65536 ? `These are more than ${Math.floor(most / 1048576)} MB; give fewer at once, or add them with the command line.` : "");
      input.reportValidity();
    });
    input.addEventListener("dragover", () => input.classList.add("over"));
    for (const what of ["dragleave", "drop"]) input.addEventListener(what, () => input.classList.remove("over"));
    // A file that is dropped beside the box is meant for it, and must not be opened instead of the page.
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      if (event.target === input || !event.dataTransfer.files.length) return;
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change"));
    });
  }
  const job = document.getElementById("job");
  async function follow() {
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById("job");
      if (next) {
        document.getElementById("job").replaceWith(next);
        document.title = page.title;
        if (next.dataset.over === "yes") return;
      }
    } catch { /* it does not answer just now */ }
    setTimeout(follow, 1000);
  }
  if (job && job.dataset.over === "no") setTimeout(follow, 600);
})();
