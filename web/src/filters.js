// Filters by actor, outlet, day and status. A cell is shown when it fits all that are set.
import { CELLS, all, daysOf, make, reportsOf, statusesOf } from "./cells.js";

const STATUSES = ["occurred", "planned", "hoped", "denied", "alleged"];

/** Return all names of an entity's row: its own and the forms reports write. */
const namesOf = (row) => all("th bdi, .form bdi", row).map((form) => form.textContent).filter((form) => form.length > 2);

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function choice(label, options) {
  const select = make("select", {}, make("option", { value: "", textContent: "all" }));
  for (const [value, text] of options) select.append(make("option", { value, textContent: text }));
  return [make("label", { textContent: `${label} ` }, select), select];
}

/** Build the filters into *place*; return a function that clears them. */
export function filters(place) {
  const rows = new Map(all("#names tbody tr").map((row) => [row.querySelector("th bdi").textContent, row]));
  const reports = all("details.report").map((report) => {
    const letter = report.querySelector(".letter").textContent;
    return [letter, `${letter} ${report.querySelector("summary > .quiet bdi").textContent}`];
  });
  const actor = make("input", { type: "text", autocomplete: "off", spellcheck: false });
  actor.setAttribute("list", "actors");
  const actors = make("datalist", { id: "actors" });
  for (const name of rows.keys()) actors.append(make("option", { value: name }));
  const [outletLabel, outlet] = choice("Outlet", reports);
  const [statusLabel, status] = choice("Status", STATUSES.map((word) => [word, word]));
  const day = make("input", { type: "date" });
  const count = make("p", { className: "quiet" });
  count.setAttribute("role", "status");
  const clear = make("button", { type: "reset", textContent: "Clear" });
  const form = make(
    "form", { className: "filters" },
    make("label", { textContent: "Actor " }, actor), actors, outletLabel,
    make("label", { textContent: "Day " }, day), statusLabel, clear, count,
  );
  form.setAttribute("aria-label", "Filters");
  place.append(form);

  function apply() {
    const names = actor.value.trim() ? (rows.has(actor.value) ? namesOf(rows.get(actor.value)) : [actor.value.trim()]) : [];
    const named = names.length && new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "u");
    const fits = (cell) =>
      (!named || named.test(spokenBy(cell))) &&
      (!outlet.value || reportsOf(cell).has(outlet.value)) &&
      (!status.value || statusesOf(cell).has(status.value)) &&
      (!day.value || daysOf(cell).some(([first, last]) => first <= day.value && day.value <= last));
    const active = named || outlet.value || status.value || day.value;
    const cells = all(CELLS);
    let shown = 0;
    for (const cell of cells) {
      const fit = !active || fits(cell);
      cell.hidden = !fit;
      shown += fit;
      if (active && fit) for (let at = cell.parentElement; at; at = at.parentElement) if (at.matches("details.more, details.voice")) at.open = true;
    }
    for (const group of all(".day, .voice")) group.hidden = Boolean(active) && !group.querySelector(".event:not([hidden]), .statement:not([hidden])");
    document.documentElement.classList.toggle("filtered", Boolean(active));
    count.textContent = active ? `${shown} of ${cells.length} cells fit` : "";
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  return { clear: () => form.reset(), choose: (name) => { actor.value = name; apply(); } };
}

/** Return the words of a cell with the speaker it stands under. */
const spokenBy = (cell) => `${cell.closest(".voice")?.querySelector("h3").textContent ?? ""} ${cell.textContent}`;
