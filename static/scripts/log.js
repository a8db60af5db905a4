// Logging with the hands on the keyboard: Enter puts the line into the list, marked as not saved yet, and empties the
// box for the next; the rest is told in log/*.js.
import { asComment, box, emptyLine, form, keepAsWords, nextSpeaker, pickKind, pickTheme } from "./log/line.js";
import "./log/pasted.js";
import { adopt, enqueue, isWaiting, send, sendBeforeLeaving, touched } from "./log/queue.js";
import { watchChanges } from "./log/rows.js";
import { say, timeOf } from "./log/status.js";
import { openStore } from "./log/store.js";
import "./log/who_came.js";
import { toEnd } from "./row.js";

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const pairs = asComment();
  if (!Object.fromEntries(pairs).text) return say("Write what was said, then press Enter.");
  const longest = Number(box.dataset.longest);
  if (Math.max(...["text", "verbatim"].map((name) => [...form.elements[name].value].length)) > longest) {
    return say(`Not saved: write ${longest.toLocaleString("en-GB")} characters or fewer. Split it, or shorten it.`);
  }
  emptyLine();
  enqueue([pairs]);
});

form.addEventListener("input", touched);

const ALT = {
  Digit: pickTheme,
  Key: (letter) => (letter === "W" ? (nextSpeaker(), true) : pickKind(letter)),
  Arrow: (way) => way === "Up" && openNewest(),
};

form.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    const [, act, which] = /^(Digit|Key|Arrow)(\w+)$/.exec(event.code) ?? [];
    if (!act || !ALT[act](which)) return;
    event.preventDefault();
    touched();
  } else if (event.key === "Escape" && event.target === box) {
    if (keepAsWords()) touched();
  } else if (event.key === "Enter" && !event.shiftKey) {
    if (event.target === box) form.requestSubmit();
    else if (event.target === form.elements.stakeholder) box.focus();
    else return;
    event.preventDefault();
  }
});

function openNewest() {
  document.querySelector("#logged .app-comment__edit")?.click();
  return true;
}

// A row that is mended: Enter saves it, Escape leaves it, and either comes back to the line.
document.querySelector("#logged").addEventListener("keydown", (event) => {
  const row = event.target.closest(".app-comment--editing");
  if (!row || event.isComposing || event.altKey) return;
  if (event.key === "Enter" && !event.shiftKey && event.target.matches("textarea")) row.querySelector("form").requestSubmit();
  else if (event.key === "Escape") row.querySelector(".app-comment__leave").click();
  else return;
  event.preventDefault();
});
document.addEventListener("htmx:afterSettle", (event) => {
  const { elt, requestConfig, xhr } = event.detail;
  if (elt.matches(".app-comment--editing") || !requestConfig.elt.matches(".app-comment__leave, .app-comment__form")) return;
  if (requestConfig.verb === "post") say(`Saved ${timeOf(xhr.getResponseHeader("Date"))}: the comment is mended.`);
  toEnd(box);
});

window.addEventListener("online", send);
window.addEventListener("pagehide", sendBeforeLeaving);
document.addEventListener("visibilitychange", () => document.hidden && sendBeforeLeaving());
document.addEventListener("signed-in", () => {
  box.focus();
  send();
});
window.addEventListener("beforeunload", (event) => {
  if (isWaiting()) event.preventDefault();
});

toEnd(box);
touched(); // what was typed before this script came
openStore({ person: document.body.dataset.person, meeting: form.action, key: form.dataset.lock }, adopt);
watchChanges();
