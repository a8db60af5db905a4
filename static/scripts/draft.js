// On the draft of the report: an answer that is not the draft is a form with errors, or says that the key point was
// removed, and belongs where the form is, or would be.
import { Sortable } from "../sortable.js";

const draft = 'id="draft"';
const WORK = ".app-point__work";
const REFUSED = ".govuk-error-summary";
const IN_PLACE = { target: "#draft", select: "#draft", swap: "outerHTML show:none" };

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id !== "draft" || detail.serverResponse.includes(draft)) return;
  const work = detail.requestConfig.elt.closest(".app-point")?.querySelector(WORK);
  if (!work) return;
  detail.target = work;
  detail.selectOverride = "#work > *";
  detail.swapOverride = "innerHTML ignoreTitle:true";
});

// What is typed and not saved yet outlives what is done elsewhere on the draft, and is not left without a question.
let kept = [];
const typedIn = (work) => [...work.querySelectorAll("form:has(textarea)")].filter(isTyped);

function isTyped(form) {
  const changed = [...form.elements].some((box) => "defaultValue" in box && box.type !== "hidden" && isChanged(box));
  return changed || Boolean(form.closest(WORK).querySelector(REFUSED));
}

function isChanged(box) {
  return box.value !== box.defaultValue || box.checked !== box.defaultChecked;
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!detail.shouldSwap) return;
  const sent = detail.requestConfig.elt.closest("form");
  const works = detail.target.matches(WORK) ? [detail.target] : [...detail.target.querySelectorAll(WORK)];
  kept = works.map((work) => ({ id: work.id, forms: setAside(work, sent) }));
});

// Each form that is typed in, with its heading, in a box of its own; but not the one that was sent.
function setAside(work, sent) {
  const boxes = [...work.querySelectorAll(":scope > .app-kept")];
  const open = [...work.childNodes].filter((node) => !boxes.includes(node));
  if (typedIn(work).some((form) => form !== sent && !form.closest(".app-kept"))) {
    const box = document.createElement("div");
    box.className = "app-kept";
    box.append(...open);
    boxes.unshift(box);
  }
  const others = boxes.filter((box) => !box.contains(sent)); // htmx looks for the page from where it was sent
  for (const box of others) box.remove();
  return others;
}

document.addEventListener("htmx:afterSwap", () => {
  for (const { id, forms } of kept) document.getElementById(id)?.append(...forms);
  kept = [];
});

// Asked for again, a form that is typed in is gone to instead.
document.addEventListener("htmx:beforeRequest", (event) => {
  const { target, requestConfig, pathInfo } = event.detail;
  if (requestConfig.verb !== "get" || !target.matches(WORK)) return;
  const open = typedIn(target).find((form) => form.getAttribute("action") === pathInfo.requestPath.split("?")[0]);
  if (!open) return;
  event.preventDefault();
  open.querySelector("textarea").focus();
});

window.addEventListener("beforeunload", (event) => {
  if ([...document.querySelectorAll(WORK)].some((work) => typedIn(work).length)) event.preventDefault();
});

// What had the focus may be gone: then the key point that was worked on has it, or else the one that it went into. It
// stays where it stood on the screen, whatever has come or gone above it.
let last;
let into;
let top;
const topOf = (id) => document.getElementById(id)?.getBoundingClientRect().top;
document.addEventListener("htmx:beforeSwap", () => (top = topOf(last)));
document.addEventListener("htmx:afterSwap", () => window.scrollBy(0, topOf(last) - top || 0));
document.addEventListener("htmx:beforeRequest", (event) => {
  const by = event.detail.requestConfig.triggeringEvent?.type;
  if (!by || by === "load") return;
  last = event.target.closest(".app-point")?.id;
  into = event.target.elements?.into?.value;
});
document.addEventListener("htmx:afterSettle", (event) => {
  const work = event.target.matches?.(WORK) ? event.target : null;
  const opened = work?.querySelector(`${REFUSED}, textarea, input:not([type=hidden])`);
  if (opened?.matches(REFUSED)) opened.tabIndex = -1; // what was refused is read first
  if (opened) return opened.focus();
  if (document.activeElement !== document.body || !last) return;
  const point = document.getElementById(last);
  if (point) point.focus({ preventScroll: true });
  else document.getElementById(`point-${into}`)?.focus();
});

// What is undone is undone here.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("#messages form");
  if (!form) return;
  event.preventDefault();
  htmx.ajax("POST", form.action, { source: form, ...IN_PLACE });
});

// A key point is dragged by its handle to where Up or Down would take it in so many steps.
function makeSortable() {
  for (const points of document.querySelectorAll(".app-points")) {
    Sortable.get(points) ?? Sortable.create(points, { handle: ".app-point__handle", onEnd: dropped });
  }
}

function dropped({ from, item, oldIndex, newIndex }) {
  for (const point of from.children) point.removeAttribute("style"); // htmx would copy it, which the CSP forbids
  if (oldIndex === newIndex) return;
  last = item.id;
  const form = item.querySelector("form:has([name=places])");
  htmx.ajax("POST", form.action, { source: form, ...IN_PLACE, values: { places: newIndex - oldIndex } });
}

makeSortable();
document.addEventListener("htmx:afterSettle", makeSortable);

// Alt and an arrow key do what Up and Down do, wherever in the key point the focus is.
const MOVES = { ArrowUp: "up", ArrowDown: "down" };
document.addEventListener("keydown", (event) => {
  const point = event.altKey && MOVES[event.key] && event.target.closest(".app-point");
  if (!point || event.target.matches("textarea, input, select")) return;
  event.preventDefault();
  document.getElementById(point.id.replace("point", MOVES[event.key]))?.click();
});
