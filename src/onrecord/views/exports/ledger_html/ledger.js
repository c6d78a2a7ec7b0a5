"use strict";
// Rows open on a click, tables sort by their heads, figures filter; without this script every sentence stands open below its row.
document.documentElement.classList.add("js");
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// A row that has a sentence below it.
for (const row of all("tr.opens")) {
  const toggle = () => row.setAttribute("aria-expanded", row.parentNode.classList.toggle("open"));
  row.setAttribute("aria-expanded", "false");
  row.addEventListener("click", (event) => event.target.closest("a") || toggle());
  row.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); toggle(); }
  });
}

// A link to a figure opens its row, also one that the filter hides; so does the address that the page was opened with.
const lift = () => {
  const found = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!found || !found.matches("tbody")) return;
  found.hidden = false;
  for (let fold = found.closest("details"); fold; fold = fold.parentNode.closest("details")) fold.open = true;
  found.classList.add("open");
  found.firstElementChild.setAttribute("aria-expanded", "true");
  found.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", lift);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && link.getAttribute("href") === location.hash) lift();
});

// Numbers sort by their value, the rest by its words.
const key = (body, at) => {
  const cell = body.rows[0].cells[at];
  return "n" in cell.dataset ? Number(cell.dataset.n) : cell.textContent.trim();
};
const compare = (one, other) =>
  typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), "en", { numeric: true });
for (const button of all("th button")) {
  button.addEventListener("click", () => {
    const head = button.parentNode, table = head.closest("table");
    const down = head.getAttribute("aria-sort") === "ascending";
    all("th", table).forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sorted = [...table.tBodies].map((body) => [key(body, head.cellIndex), body]);
    sorted.sort((one, other) => (down ? -1 : 1) * compare(one[0], other[0]));
    table.append(...sorted.map((pair) => pair[1]));
  });
}

// The filter: all words must stand somewhere in a row or its sentence.
const table = document.querySelector("table.figures");
if (table) {
  const field = document.getElementById("filter"), measure = document.getElementById("measure"), count = document.getElementById("count");
  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const body of table.tBodies) {
      const text = body.textContent.toLowerCase(), kind = body.rows[0].cells[1].textContent;
      body.hidden = !words.every((word) => text.includes(word)) || (measure.value !== "" && !(" " + kind).endsWith(" " + measure.value));
      shown += body.hidden ? 0 : 1;
    }
    count.textContent = `${shown.toLocaleString("en")} of ${table.tBodies.length.toLocaleString("en")}`;
  };
  field.addEventListener("input", filter);
  measure.addEventListener("change", filter);
  filter();

  // What is seen, as a file: the columns of the table, the sentence and where it stands.
  document.getElementById("csv").addEventListener("click", () => {
    const quoted = (text) => `"${text.trim().replaceAll('"', '""')}"`;
    const lines = [[...all("thead th", table).map((head) => head.textContent), "sentence", "source"]];
    for (const body of table.tBodies) {
      if (body.hidden) continue;
      const below = body.querySelector(".evidence td");
      lines.push([...body.rows[0].cells].map((cell) => cell.textContent).concat(below.querySelector("q").textContent, below.querySelector("p").textContent));
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.map((cells) => cells.map(quoted).join(",")).join("\r\n") + "\r\n"], { type: "text/csv" }));
    link.download = `${document.title}-figures.csv`;
    link.click();
  });
}
lift();
