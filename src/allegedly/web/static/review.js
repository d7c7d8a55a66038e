// Reviewing by keyboard, and marking words on the text. Without it the same forms are filled in and sent by hand.
"use strict";
(() => {
  const page = document;
  page.documentElement.classList.add("scripted");
  const text = page.getElementById("text");
  const correct = page.getElementById("correct");
  let waiting = null; // the field that the next words that are dragged over go to

  const keyed = (key) => [...page.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  const fields = () => [...page.querySelectorAll("[data-part]")];
  const letters = (string) => [...string].length;

  // Places on the page and in the text: each paragraph says where it begins, and has the text character by character.
  function place(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const paragraph = element && element.closest("[data-at]");
    if (!paragraph || !text.contains(paragraph)) return null;
    const range = page.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    return Number(paragraph.dataset.at) + letters(range.toString());
  }

  // What is marked, widened to whole words, without the spaces at its ends.
  function marked() {
    const selection = page.getSelection();
    if (!text || !selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const [start, end] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
    if (start === null || end === null || start >= end) return null;
    return whole(start, end);
  }

  function paragraphs() {
    return [...text.querySelectorAll("[data-at]")].map((one) => ({ at: Number(one.dataset.at), words: [...one.textContent], node: one }));
  }

  function whole(start, end) {
    const letter = (sign) => sign !== undefined && /[\p{L}\p{N}\p{M}]/u.test(sign);
    const space = (sign) => sign === undefined || /\s/u.test(sign);
    const signs = [];
    for (const one of paragraphs()) one.words.forEach((sign, number) => { signs[one.at + number] = sign; });
    while (start < end && space(signs[start])) start += 1;
    while (end > start && space(signs[end - 1])) end -= 1;
    if (start >= end) return null;
    while (letter(signs[start]) && letter(signs[start - 1])) start -= 1;
    while (letter(signs[end - 1]) && letter(signs[end])) end += 1;
    const words = Array.from({ length: end - start }, (_, number) => signs[start + number] ?? " ").join("");
    return { start, end, words: words.replace(/\s+/gu, " ") };
  }

  // Words that were marked, shown on the text too.
  function show(name, spans) {
    text.classList.add(`${name}-changed`);
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.set(name, new Highlight(...spans.flatMap(ranges)));
  }

  function ranges([start, end]) {
    return paragraphs().filter((one) => one.at < end && start < one.at + one.words.length).map((one) => {
      const range = page.createRange();
      range.setStart(...spot(one, Math.max(0, start - one.at)));
      range.setEnd(...spot(one, Math.min(one.words.length, end - one.at)));
      return range;
    });
  }

  function spot(paragraph, count) {
    const walker = page.createTreeWalker(paragraph.node, NodeFilter.SHOW_TEXT);
    let left = count;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const signs = [...node.data];
      if (left <= signs.length) return [node, signs.slice(0, left).join("").length];
      left -= signs.length;
    }
    return [paragraph.node, paragraph.node.childNodes.length];
  }

  function put(field, found, more) {
    const at = correct.elements[`${field.name}_at`];
    const spans = more && at.value ? JSON.parse(at.value) : [];
    const lines = more && at.value ? [field.value] : [];
    at.value = JSON.stringify([...spans, [found.start, found.end]].sort((a, b) => a[0] - b[0]));
    field.value = [...lines, found.words].join("\n");
    field.closest(".field").classList.add("set");
    page.getSelection().removeAllRanges();
    show(field.name, JSON.parse(at.value));
    leave();
  }

  function wait(field) {
    waiting = field;
    field.closest(".field").classList.add("marking");
  }

  function leave() {
    if (waiting) waiting.closest(".field").classList.remove("marking");
    waiting = null;
  }

  const said = text && text.querySelector(".m.content");
  if (said) {
    const paper = text.closest(".paper");
    paper.scrollTop += said.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
  }

  if (correct && text) {
    for (const field of fields()) {
      // What is typed counts; the places that were marked before belong to other words.
      field.addEventListener("input", () => {
        correct.elements[`${field.name}_at`].value = "";
        field.closest(".field").classList.remove("set");
      });
    }
    for (const field of fields()) {
      const button = page.createElement("button");
      button.type = "button";
      button.className = "mark";
      button.textContent = "Mark in the text";
      button.addEventListener("pointerdown", (event) => event.preventDefault()); // what is marked stays marked
      button.addEventListener("click", () => {
        const found = marked();
        leave();
        if (found) put(field, found, false);
        else wait(field);
      });
      field.closest(".field").prepend(button);
    }
    page.addEventListener("pointerup", () => setTimeout(() => {
      const found = waiting && marked();
      if (found) put(waiting, found, false);
    }));
  }

  const written = (one) => one && (one.tagName === "TEXTAREA" || one.tagName === "SELECT" || (one.tagName === "INPUT" && one.type !== "radio"));
  const changed = () => correct && [...correct.elements].some((one) =>
    one.type === "radio" ? one.checked !== one.defaultChecked : one.name && one.name !== "why" && one.value !== one.defaultValue);

  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && correct && correct.contains(page.activeElement)) correct.requestSubmit();
      return;
    }
    if (event.key === "Escape") {
      leave();
      if (page.activeElement) page.activeElement.blur();
      return;
    }
    if (written(page.activeElement)) return;
    if (event.key === "u") {
      const undo = page.querySelector(".just .undo");
      if (undo) undo.requestSubmit();
      return;
    }
    if (event.key === "p" && correct) {
      history.back();
      return;
    }
    if (event.key === "Enter") {
      const target = page.activeElement;
      if (target && target !== page.body && target.id !== "main" && target.type !== "radio") return; // a link or button that has the focus
      if (changed()) {
        event.preventDefault();
        const why = correct.elements.why;
        if (why.value.trim()) correct.requestSubmit();
        else why.focus();
      } else if (keyed("Enter")) keyed("Enter").click();
      return;
    }
    const radio = page.activeElement && page.activeElement.type === "radio" ? page.activeElement : null;
    if (radio && /^[1-9]$/.test(event.key)) {
      const choice = page.querySelectorAll(`input[name="${radio.name}"]`)[Number(event.key) - 1];
      if (choice) { choice.checked = true; choice.focus(); }
      return;
    }
    const one = keyed(event.key === "+" ? "w" : event.key);
    if (!one) return;
    event.preventDefault();
    if (one.dataset.part && correct) {
      const found = marked();
      leave();
      if (found) put(one, found, event.key === "+");
      else if (event.key !== "+") {
        wait(one);
        one.focus();
        one.select();
      }
    } else if (one.type === "radio") (page.querySelector(`input[name="${one.name}"]:checked`) || one).focus();
    else if (one.tagName === "INPUT" || one.tagName === "TEXTAREA") { one.focus(); one.select(); }
    else one.click();
  });
})();
