// Reviewing by keyboard. A key does what pressing the button that carries it would do, in the row that has the focus.
import { BOXES, carrier } from "./keys.js";

const list = document.querySelector("#rows");
const status = document.querySelector("#review-status");
let acted = null; // {row, next}: the row last acted on, and the one that has the focus after it
let busy = false; // a row nobody has seen yet must not be dropped by a key pressed too soon

list?.addEventListener("htmx:configRequest", (event) => {
  const row = event.target.closest("[data-row]");
  const leaves = ["accept", "drop"].includes(event.detail.parameters.do);
  acted = { row: row.id, next: leaves ? neighbour(row, 1)?.id : null };
});

list?.addEventListener("htmx:beforeRequest", () => {
  busy = true;
  say("");
});

list?.addEventListener("htmx:responseError", (event) => {
  const { xhr } = event.detail;
  if (![409, 422].includes(xhr.status)) return;
  event.stopPropagation(); // or the page would say it in general words
  say(xhr.responseText);
});

list?.addEventListener("htmx:sendError", (event) => {
  event.stopPropagation();
  say("Not saved: no connection. Try again.");
});

// Both are fired at what stands in the place of the row, or at the list.
document.addEventListener("htmx:afterRequest", () => (busy = false));
document.addEventListener("htmx:afterSettle", () => {
  if (!acted || document.activeElement.matches(BOXES)) return;
  const same = document.getElementById(acted.row) ?? list.querySelector(`[id^="${acted.row}-"]`);
  (document.getElementById(acted.next) ?? same)?.focus();
  acted = null;
});

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (event.key === "Escape") return row?.focus();
  if (!list?.matches("[data-keys-on]") || busy || event.repeat || event.isComposing) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches(BOXES)) return;
  const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (steps) return go(event, row ? neighbour(row, steps) : rows()[0]);
  if (row && (event.key !== "Enter" || event.target === row)) press(event, carrier(row, event.key));
});

function press(event, meant) {
  if (!meant) return;
  event.preventDefault();
  meant.click();
  if (meant.matches("summary") && meant.parentElement.open) meant.parentElement.querySelector("textarea").focus();
}

function go(event, row) {
  if (!row) return;
  event.preventDefault();
  row.focus();
}

function rows() {
  return [...list.querySelectorAll("[data-row]")].filter((row) => !row.closest("details:not([open])"));
}

function neighbour(row, steps) {
  const all = rows();
  return all[all.indexOf(row) + steps];
}

function say(words) {
  status.textContent = words;
}
