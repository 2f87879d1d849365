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

  // Where the reader is: at the change with the focus, or the last one gone to, while it can be seen; else by the
  // place of the page.
  let last = null;
  const step = (by) => {
    const changes = seen();
    if (!changes.length) return;
    const edge = steps.closest(".bar").getBoundingClientRect().bottom + 2;
    const focused = changes.findIndex((change) => change.contains(document.activeElement));
    const at = focused < 0 ? changes.indexOf(last) : focused;
    const box = at < 0 ? null : changes[at].getBoundingClientRect();
    const tops = changes.map((change) => change.getBoundingClientRect().top);
    let to;
    if (box && box.bottom > 0 && box.top < innerHeight) to = at + by;
    else if (by > 0) to = tops.findIndex((top) => top > edge);
    else to = tops.findLastIndex((top) => top < edge - 4);
    if (to < 0 || to >= changes.length) to = by > 0 ? changes.length - 1 : 0;
    last = changes[to];
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
