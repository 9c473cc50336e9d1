// Search over the sentences of all reports and the cells of the record.
import MiniSearch from "minisearch";
import { CELLS, all, make, reveal } from "./cells.js";

const MOST = 40;
const fold = (term) => term.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ı/g, "i").replace(/ł/g, "l").replace(/ø/g, "o").replace(/đ/g, "d").toLowerCase();

/** Yield what can be found: cited sentences by their place, other lines of the reports by a range, cells by their id. */
function* findable() {
  for (const cell of all(CELLS)) {
    const label = cell.querySelector(".label > bdi, h3, th")?.textContent ?? "";
    yield { text: label || cell.textContent, where: "record", go: () => reveal(cell), target: cell };
  }
  for (const report of all("details.report")) {
    const letter = report.querySelector(".letter").textContent;
    const text = report.querySelector(".text");
    for (const passage of all("bdi[id]", text)) yield { text: passage.textContent, where: `report ${letter}, cited`, target: passage };
    for (const node of [...text.childNodes].filter((child) => child.nodeType === 3)) {
      for (const found of node.data.matchAll(/[^\n.!?]+[.!?]*/g)) {
        if (found[0].trim().length > 20) yield { text: found[0].trim(), where: `report ${letter}`, target: text, node, at: found.index, length: found[0].length };
      }
    }
  }
}

/** Show *item* in its place, lit. */
function show(item) {
  reveal(item.node?.parentElement ?? item.target);
  if (item.node && CSS.highlights) {
    const range = new Range();
    range.setStart(item.node, item.at);
    range.setEnd(item.node, item.at + item.length);
    CSS.highlights.set("found", new Highlight(range));
    const box = range.getBoundingClientRect();
    scrollBy({ top: box.top - innerHeight / 3 });
  } else if (item.target.id) {
    location.hash = item.target.id;
  }
  item.target.tabIndex = -1;
  item.target.focus({ preventScroll: true });
}

/** Build the search into *place*; return its field. */
export function search(place) {
  let index, items;
  const field = make("input", { type: "search", autocomplete: "off" });
  const list = make("ol", { className: "found" });
  const said = make("p", { className: "quiet" });
  said.setAttribute("role", "status");
  const form = make("form", { className: "search" }, make("label", { textContent: "Search sentences " }, field), said, list);
  form.setAttribute("role", "search");
  place.append(form);

  function build() {
    items = [...findable()];
    index = new MiniSearch({ fields: ["text"], processTerm: (term) => fold(term) || null, searchOptions: { prefix: true, fuzzy: 0.15, combineWith: "AND" } });
    index.addAll(items.map(({ text }, id) => ({ id, text })));
  }
  field.addEventListener("input", () => {
    if (!index) build();
    const hits = field.value.trim() ? index.search(field.value) : [];
    said.textContent = field.value.trim() ? `${hits.length} found` : "";
    list.replaceChildren(
      ...hits.slice(0, MOST).map(({ id }) => {
        const link = make("button", { type: "button", textContent: items[id].text.slice(0, 160) });
        link.addEventListener("click", () => show(items[id]));
        return make("li", {}, link, make("small", { textContent: ` ${items[id].where}` }));
      }),
    );
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("button")?.click();
  });
  return field;
}
