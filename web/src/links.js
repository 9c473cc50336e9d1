// What belongs together lights up together: signs in pictures, cells, and the marks of one passage.
import { all, make, reveal } from "./cells.js";

const light = (elements, on) => elements.forEach((element) => element.classList.toggle("lit", on));

export function links() {
  const signs = new Map();
  for (const sign of all("[data-cells]")) {
    const cells = sign.dataset.cells.trim().split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    for (const cell of cells) signs.set(cell, [...(signs.get(cell) ?? []), sign]);
    sign.addEventListener("pointerenter", () => light([sign, ...cells], true));
    sign.addEventListener("pointerleave", () => light([sign, ...cells], false));
    sign.addEventListener("click", () => {
      if (!cells.length) return;
      reveal(cells[0]);
      location.hash = cells[0].id;
    });
  }
  for (const [cell, drawn] of signs) {
    for (const [begin, end] of [["pointerenter", "pointerleave"], ["focusin", "focusout"]]) {
      cell.addEventListener(begin, () => light(drawn, true));
      cell.addEventListener(end, () => light(drawn, false));
    }
  }
  document.addEventListener("focusin", ({ target }) => marksLike(target));
}

/** In a record too large to hold every sentence twice, open a mark's sentence in place all the same. */
export function openInPlace() {
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark");
    const passage = mark && document.getElementById(mark.hash.slice(1));
    if (!passage || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    document.getElementById("opened")?.remove();
    const summary = passage.closest("details.report").querySelector("summary > .quiet");
    const follow = make("a", { href: mark.hash, textContent: "Read it in the report" });
    const panel = make(
      "div", { id: "opened", popover: "auto" },
      make("b", { textContent: mark.textContent }), ` ${summary.textContent}`, make("blockquote", { textContent: passage.textContent }), follow,
    );
    follow.addEventListener("click", () => reveal(passage));
    mark.after(panel);
    panel.showPopover({ source: mark });
  });
}

function marksLike(target) {
  for (const old of all("button.same")) old.classList.remove("same");
  const mark = target.getAttribute?.("popovertarget");
  if (mark) for (const one of all(`[popovertarget="${mark}"]`)) one.classList.add("same");
}

/** After a mark has led to its sentence, offer the way back to the very cell. */
export function wayBack() {
  let from;
  const back = make("button", { type: "button", className: "back", textContent: "Back to where you were", hidden: true });
  document.querySelector("main").append(back);
  document.addEventListener("toggle", (event) => {
    if (event.target.popover && event.newState === "open") from = event.source ?? document.activeElement;
  }, true);
  for (const link of all("aside [popover] > a")) {
    link.addEventListener("click", () => {
      const target = document.getElementById(link.hash.slice(1));
      if (target) reveal(target);
      link.closest("[popover]").hidePopover();
      back.hidden = !from;
    });
  }
  back.addEventListener("click", () => {
    back.hidden = true;
    reveal(from);
    from.focus();
  });
  return () => !back.hidden && back.click();
}
