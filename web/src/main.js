// What the page can do beyond what it says. Everything it says is there without this script.
import { all, make, reveal } from "./cells.js";
import { filters } from "./filters.js";
import { keys } from "./keys.js";
import { links, openInPlace, wayBack } from "./links.js";
import { search } from "./search.js";
import { sorting } from "./sorting.js";

const wide = matchMedia("(min-width: 56rem)").matches;
const tools = make("details", { className: "tools", open: wide }, make("summary", { textContent: "Search and filter" }));
document.querySelector("nav").append(tools);
const field = search(tools);
const { clear } = filters(tools);
sorting();
links();
openInPlace();
keys({ field, clear, back: wayBack() });

// A link to a cell that is folded away opens what hides it.
function follow() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && !target.popover) reveal(target);
}
addEventListener("hashchange", follow);
follow();
// Paper shows everything.
addEventListener("beforeprint", () => all("details").forEach((one) => { one.dataset.was = one.open; one.open = true; }));
addEventListener("afterprint", () => all("details").forEach((one) => { one.open = one.dataset.was === "true"; }));
