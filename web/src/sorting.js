// Native tables sorted by a click on the head of a column. A list that is folded is sorted as one.
import { all, interval, make } from "./cells.js";

function keyOf(cell) {
  const time = cell.querySelector("time");
  if (time) return [0, interval(time.dateTime)[0]];
  const number = cell.dataset.sort ?? cell.textContent.replace(/[,×]/g, "").match(/^\s*(\d+(?:\.\d+)?)/)?.[1];
  if (number !== undefined) return [0, Number(number)];
  const support = cell.textContent.match(/(\d+) sources? \/ (\d+)|(\d+) source/);
  if (support) return [0, Number(support[1] ?? support[3]) * 1000 + Number(support[2] ?? 1)];
  return cell.textContent.trim() ? [1, cell.textContent.trim().toLocaleLowerCase("en")] : [2, ""];
}

const compare = ([a, x], [b, y]) => a - b || (x < y ? -1 : x > y ? 1 : 0);

/** Put a button into every head of the tables on the page. */
export function sorting() {
  for (const table of all("table.rows")) {
    if (table.parentElement.matches("details.more") && table.parentElement.previousElementSibling?.matches("table.rows")) continue;
    const rest = table.nextElementSibling?.matches("details.more") ? table.nextElementSibling.querySelector(":scope > table") : null;
    const tables = rest ? [table, rest] : [table];
    if (tables.reduce((sum, one) => sum + one.tBodies[0].rows.length, 0) < 3) continue;
    all("thead th", table).forEach((head, column) => {
      const button = make("button", { type: "button", className: "sort" }, ...head.childNodes);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const descending = head.getAttribute("aria-sort") === "ascending";
        for (const other of all("thead th", table)) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        const rows = tables.flatMap((one) => [...one.tBodies[0].rows]).map((row) => [keyOf(row.cells[column]), row]);
        rows.sort(([a], [b]) => compare(a, b) * (descending ? -1 : 1));
        const first = table.tBodies[0].rows.length;
        rows.forEach(([, row], at) => tables[at < first ? 0 : 1].tBodies[0].append(row));
      });
    });
  }
}
