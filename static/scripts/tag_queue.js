// Tagging by keyboard. A key does what pressing the button or the link that carries it would do; nothing else.
import { BOXES, carrier } from "./keys.js";

const PRESSABLE = "a, button, summary";
let busy = false; // a comment nobody has seen yet must not be tagged by a key pressed too soon

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return leaveBox(event.target);
  if (busy || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.matches(BOXES) || !document.querySelector("#queue[data-keys-on]")) return;
  if (event.key === "Enter" && event.target.closest(PRESSABLE)) return;
  const meant = meantBy(event.key);
  if (!meant) return;
  event.preventDefault();
  press(meant);
});

function meantBy(key) {
  if (key.toLowerCase() === "u") return document.querySelector("#messages [data-undo]");
  return carrier(document.querySelector("#queue"), key);
}

function press(meant) {
  meant.click();
  const box = meant.matches("summary") && meant.parentElement.open && meant.parentElement.querySelector("textarea, input:not([type=hidden])");
  if (!box) return;
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

function leaveBox(box) {
  const fold = box.closest("#queue details");
  if (!fold) return;
  fold.open = false;
  toComment();
}

/** So that it is read out, and Enter presses no button that was there before. */
function toComment() {
  document.querySelector("#comment")?.focus({ preventScroll: true });
}

// What htmx has not settled yet would be sent as a plain form: the queue settles at once, before "afterRequest".
document.addEventListener("htmx:beforeRequest", () => (busy = true));
document.addEventListener("htmx:afterRequest", () => (busy = false));
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt.id !== "queue" && !event.detail.elt.closest?.("#queue")) return;
  scrollTo(0, 0);
  toComment();
});
toComment();
