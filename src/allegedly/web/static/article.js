// The words and their notes belong together: pointing at either lights both, a click opens the note, and so does an address that ends
// in a statement. Everything here can be had without it by opening the notes.
"use strict";
(() => {
  const text = document.querySelector(".text");
  if (!text) return;
  const note = (s) => document.getElementById("n" + s.slice(1));
  let lit = null;

  const light = (s) => {
    if (s === lit) return;
    for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
    lit = s;
    if (s) for (const each of text.querySelectorAll(`[data-s="${CSS.escape(s)}"]`)) each.classList.add("lit");
  };
  const open = (s) => {
    const found = note(s);
    if (found) found.open = true;
    light(s);
    return found;
  };
  const statementAt = (node) => {
    // The innermost that has a note; words of the outlet alone have none.
    for (let at = node.closest("[data-s]"); at; at = at.parentElement.closest("[data-s]")) if (note(at.dataset.s)) return at.dataset.s;
    return null;
  };
  const opened = () => text.querySelector(".voice[open]")?.dataset.s ?? null;

  text.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") light(statementAt(event.target) ?? opened());
  });
  text.addEventListener("pointerleave", () => light(opened()));
  text.addEventListener("focusin", (event) => light(statementAt(event.target)));
  text.addEventListener("click", (event) => {
    const words = event.target.closest("p [data-s]");
    if (!words || String(getSelection())) return;
    const s = statementAt(words);
    if (!s) return;
    const found = note(s);
    found.open = !found.open;
    light(found.open ? s : null);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".voice, p [data-s]")) for (const each of text.querySelectorAll(".voice[open]")) each.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "Escape") {
      for (const each of text.querySelectorAll(".voice[open]")) each.open = false;
      light(null);
    } else if (event.key === "j" || event.key === "k") {
      const notes = [...text.querySelectorAll(".voice")];
      const at = notes.findIndex((each) => each.dataset.s === lit);
      const next = notes[event.key === "j" ? at + 1 : Math.max(at, 1) - 1];
      if (!next) return;
      next.open = true;
      next.querySelector("summary").focus();
    }
  });
  const arrive = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    // The words of a long text may stand in another part of it; the server knows in which.
    if (/^s\d+$/.test(name) && !document.getElementById(name) && document.querySelector(".portions")) {
      location.replace(`/article/${text.dataset.article}:${name}`);
      return;
    }
    if (/^s\d+$/.test(name)) open(name);
    else if (/^n\d+$/.test(name)) open("s" + name.slice(1));
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
