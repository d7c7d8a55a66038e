// The words and their notes belong together: pointing at either lights both, pointing at words for a moment shows their
// note, a click keeps it open, and so does an address that ends in a statement. All of it can be had without this by
// opening the notes.
"use strict";
(() => {
  const text = document.querySelector(".text");
  if (!text) return;
  const note = (s) => document.getElementById("n" + s.slice(1));
  const notes = () => [...text.querySelectorAll(".voice")];
  let lit = null; // the statement whose words and note are marked
  let kept = null; // the statement whose note stays open until it is closed
  let soon = 0;

  const light = (s) => {
    if (s === lit) return;
    for (const each of text.querySelectorAll(".lit")) each.classList.remove("lit");
    lit = s;
    if (s) for (const each of text.querySelectorAll(`[data-s="${CSS.escape(s)}"]`)) each.classList.add("lit");
  };
  const show = (s) => {
    for (const each of notes()) each.open = each.dataset.s === s;
    light(s);
  };
  const keep = (s) => {
    clearTimeout(soon);
    kept = s;
    show(s);
  };
  const after = (wait, what) => {
    clearTimeout(soon);
    soon = setTimeout(what, wait);
  };
  // The innermost statement that has a note; words of the outlet alone have none.
  const statementAt = (node) => {
    for (let at = node.closest("[data-s]"); at; at = at.parentElement.closest("[data-s]")) if (note(at.dataset.s)) return at.dataset.s;
    return null;
  };

  text.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const s = statementAt(event.target);
    light(s ?? kept);
    if (kept) return;
    if (event.target.closest(".voice")) clearTimeout(soon);
    else if (s) after(180, () => show(s));
    else after(300, () => show(null));
  });
  text.addEventListener("pointerleave", () => {
    light(kept);
    if (!kept) after(300, () => show(null));
  });
  text.addEventListener("focusin", (event) => {
    const s = statementAt(event.target);
    // Who goes from note to note with the keyboard sees each.
    if (event.target.matches("summary:focus-visible")) keep(s);
    else light(s ?? kept);
  });
  text.addEventListener("click", (event) => {
    const head = event.target.closest("summary");
    const words = event.target.closest("p [data-s]");
    if (event.target.closest("a") || (!head && !words) || (words && String(getSelection()))) return;
    const s = statementAt(event.target);
    if (!s) return;
    event.preventDefault();
    keep(kept === s ? null : s);
  });
  document.addEventListener("click", (event) => {
    if (kept && !event.target.closest(".voice, p [data-s]")) keep(null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "Escape") keep(null);
    if (event.key !== "j" && event.key !== "k") return;
    const all = notes();
    const at = all.findIndex((each) => each.dataset.s === lit);
    const next = all[event.key === "j" ? at + 1 : Math.max(at, 1) - 1];
    if (!next) return;
    keep(next.dataset.s);
    next.querySelector("summary").focus();
  });
  const arrive = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    // The words of a long text may stand in another part of it; the server knows in which.
    if (/^s\d+$/.test(name) && !document.getElementById(name) && document.querySelector(".portions")) {
      location.replace(`/article/${text.dataset.article}:${name}`);
      return;
    }
    const s = /^[sn]\d+$/.test(name) ? "s" + name.slice(1) : null;
    if (s && note(s)) keep(s);
    else if (s) light(s);
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
