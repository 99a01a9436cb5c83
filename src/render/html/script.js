"use strict";
(() => {
  const table = document.querySelector("table.tasks");
  const tasks = [...table.tBodies];
  const find = (id) => document.getElementById(id);
  const [lead, verdict, sort, shown] = ["lead", "verdict", "sort", "shown"].map(find);
  document.querySelector(".controls").hidden = false;

  const filter = () => {
    const fits = (task) =>
      (!lead.value || task.dataset.lead.split("; ").includes(lead.value)) &&
      (!verdict.value || task.dataset.verdict === verdict.value);
    for (const task of tasks) task.hidden = !fits(task);
    shown.value = tasks.filter((task) => !task.hidden).length;
  };
  lead.addEventListener("change", filter);
  verdict.addEventListener("change", filter);

  const heads = [...table.tHead.querySelectorAll("[data-key]")];
  const numbers = ["no", "rank"];
  const compare = (key) => (one, other) => {
    const [a, b] = [one, other].map((task) => task.dataset[key]);
    if (numbers.includes(key)) return a - b;
    // What has no day comes last.
    if (key === "due" && (!a || !b)) return !a - !b;
    return a.localeCompare(b, document.documentElement.lang);
  };
  const order = (key, down) => {
    const sorted = [...tasks].sort((one, other) => compare(key)(one, other) || one.dataset.no - other.dataset.no);
    if (down) sorted.reverse();
    table.append(...sorted);
    for (const head of heads) {
      if (head.dataset.key === key) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => order(head.dataset.key, head.getAttribute("aria-sort") === "ascending"));
    head.append(button);
  }
  sort.addEventListener("change", () => order(sort.value, false));

  for (const index of document.querySelectorAll(".points")) {
    const [owner, lost, count] = ["select", "input", "output"].map((name) => index.querySelector(name));
    const rows = [...index.querySelectorAll("tr[data-no]")];
    index.querySelector(".controls").hidden = false;
    const fits = ({ dataset }) =>
      "owners" in dataset &&
      (!owner.value || dataset.owners.split("; ").includes(owner.value)) &&
      (!lost.checked || "loses" in dataset);
    const choose = () => {
      const kept = rows.filter(fits);
      // What a criterion is a part of stays with it.
      const isAbove = (row) => kept.some((own) => own.dataset.no.startsWith(`${row.dataset.no}.`));
      for (const row of rows) row.hidden = !kept.includes(row) && !isAbove(row);
      count.value = kept.length;
    };
    owner.addEventListener("change", choose);
    lost.addEventListener("change", choose);
    // A criterion that is asked for is there.
    for (const link of index.querySelectorAll(".lost a")) {
      link.addEventListener("click", () => {
        [owner.value, lost.checked] = ["", false];
        choose();
      });
    }
  }

  // On paper everything is open.
  const details = [...document.querySelectorAll("details")];
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = details.filter((own) => !own.open);
    for (const own of closed) own.open = true;
  });
  addEventListener("afterprint", () => {
    for (const own of closed) own.open = false;
  });
})();
