// Keys, and the list of them. They can be turned off (WCAG 2.1.4).
import { CELLS, all, make, reveal } from "./cells.js";

export function keys({ field, clear, back }) {
  const sections = all("nav ol a");
  const step = (by) => {
    const cells = all(CELLS).filter((cell) => cell.checkVisibility());
    const at = cells.findIndex((cell) => cell.contains(document.activeElement));
    const next = cells[at < 0 ? (by > 0 ? 0 : cells.length - 1) : at + by];
    if (!next) return;
    next.tabIndex = -1;
    reveal(next);
    next.focus({ preventScroll: true });
  };
  const KEYS = [
    ["/", "search sentences", () => { reveal(field); field.focus(); }],
    ["j", "next cell", () => step(1)],
    ["k", "cell before", () => step(-1)],
    ["o", "open the first sentence behind this cell", () => document.activeElement.querySelector?.("[popovertarget], a.mark")?.click()],
    ["b", "back from a sentence to its cell", back],
    ["x", "clear the filters", clear],
    ["?", "this list", () => help.showModal()],
  ];
  const off = make("input", { type: "checkbox" });
  const list = make("dl", { className: "keys" });
  for (const [key, what] of KEYS) list.append(make("dt", {}, make("kbd", { textContent: key })), make("dd", { textContent: what }));
  list.append(make("dt", {}, make("kbd", { textContent: "1" }), " to ", make("kbd", { textContent: "9" })), make("dd", { textContent: "go to a section" }));
  const help = make(
    "dialog", {}, make("h2", { textContent: "Keys", id: "keys" }), list,
    make("label", {}, off, " Turn the keys off"), make("form", { method: "dialog" }, make("button", { textContent: "Close" })),
  );
  help.setAttribute("aria-labelledby", "keys");
  document.querySelector("main").append(help);
  const open = make("button", { type: "button", textContent: "Keys ?" });
  open.addEventListener("click", () => help.showModal());
  document.querySelector("nav .tools").append(open);

  document.addEventListener("keydown", (event) => {
    const writing = event.target.matches?.("input, select, textarea");
    if (off.checked || writing || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const found = KEYS.find(([key]) => key === event.key)?.[2] ?? (/^[1-9]$/.test(event.key) ? () => sections[event.key - 1]?.click() : null);
    if (!found) return;
    event.preventDefault();
    found();
  });
}
