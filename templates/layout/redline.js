"use strict";
(() => {
  const steps = document.querySelector(".steps");
  if (!steps) return;
  const status = steps.querySelector("[role=status]");
  const all = [...document.querySelectorAll(".change")];
  const seen = () => all.filter((change) => change.getClientRects().length);
  const say = (words, values) => {
    status.textContent = words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };

  // The change the reader is at: the one with the focus while it can be seen, else by the place of the page.
  const step = (by) => {
    const changes = seen();
    if (!changes.length) return;
    const edge = steps.closest(".bar").getBoundingClientRect().bottom + 2;
    const focused = changes.findIndex((change) => change.contains(document.activeElement));
    const inView = focused >= 0 && changes[focused].getBoundingClientRect().bottom > 0
      && changes[focused].getBoundingClientRect().top < innerHeight;
    const tops = changes.map((change) => change.getBoundingClientRect().top);
    let to;
    if (inView) to = focused + by;
    else if (by > 0) to = tops.findIndex((top) => top > edge);
    else to = tops.findLastIndex((top) => top < edge - 4);
    if (to < 0 || to >= changes.length) to = by > 0 ? changes.length - 1 : 0;
    changes[to].scrollIntoView({ block: "start" });
    changes[to].querySelector("h2").focus({ preventScroll: true });
    say(status.dataset.at, { number: all.indexOf(changes[to]) + 1 });
  };

  steps.hidden = false;
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.querySelector(".bar").addEventListener("change", (event) => {
    if (event.target.id !== "keys") say(status.dataset.shown, { shown: seen().length });
  });
  const keys = { n: 1, j: 1, p: -1, k: -1 };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("select, textarea, input:not([type=checkbox], [type=radio])");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.key in keys) || !document.getElementById("keys").checked) return;
    event.preventDefault();
    step(keys[event.key]);
  });
})();
