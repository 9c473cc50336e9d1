// The cells of the page, and what can be read off them. Nothing here is data of its own: the page holds it all already.

export const CELLS = ".event, .statement, .dispute, article.figure, .counts tbody tr, .contacts tbody tr";

export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Return an element with properties and children. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Return the letters of the reports that a cell cites: its marks are "B7" and "AA12". */
export function reportsOf(cell) {
  return new Set(all("[popovertarget], a.mark", cell).map((mark) => mark.textContent.replace(/\d+$/, "")));
}

/** Return the status of a cell: the word beside its sign, else "occurred". */
export function statusesOf(cell) {
  const found = all(".status", cell).map((sign) => sign.className.replace(/.*status-/, ""));
  return new Set(found.length ? found : ["occurred"]);
}

/** Return the days of a cell as [first, last] in ISO form; the day of the list it stands in counts too. */
export function daysOf(cell) {
  const times = all("time", cell);
  const above = cell.closest(".day")?.querySelector("time");
  return (times.length ? times : above ? [above] : []).map((time) => interval(time.dateTime));
}

/** Return the first and last day of an EDTF date or interval. Months and years stand for all their days. */
export function interval(edtf) {
  const [first, last = first] = edtf.replace(/[~?%]/g, "").split("/");
  const open = (day) => day === "" || day === "..";
  return [open(first) ? "0000" : first, open(last) ? "9999" : `${last}\uffff`];
}

/** Open everything that hides *element*, and show it. */
export function reveal(element) {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  element.hidden = false;
  element.scrollIntoView({ block: "center" });
}
