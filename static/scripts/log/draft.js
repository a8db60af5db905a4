// The line being typed goes to the server at every pause, in the place of the version that this page has seen; what
// another window of the same person has typed meanwhile is never written over unseen, but shown beside.
import { post } from "../sign_in.js";
import { button } from "./button.js";
import { box, fillLine, form, isEmpty, newLineKey, typed } from "./line.js";
import { say, sayOfDraft } from "./status.js";

let seen = Number(form.dataset.version); // version of the draft that this page knows
let kept = seen ? JSON.stringify(typed()) : ""; // the line as the server has it
let sent = null; // what was sent and not answered, perhaps kept all the same
const shown = document.querySelector("#elsewhere");

export function isKept() {
  return kept === JSON.stringify(typed()) || (isEmpty() && !seen);
}

/** The line as the browser's own store keeps it, with the version that it goes on from. */
export function lineToStore() {
  return isKept() ? [] : [{ pairs: typed(), seen }];
}

/** After a save: with the line that it kept the draft is gone, and what is in the box by now is a new one. */
export function forget() {
  seen = 0;
  kept = "";
  sayOfDraft("");
}

/** Throws Trouble where the server cannot be asked. Nothing is sent while both texts are shown: the person decides. */
export async function keep(options) {
  if (isKept() || shown.hasChildNodes()) return;
  const pairs = typed();
  const before = sent;
  sent = Object.fromEntries(pairs);
  const answer = await post(form.dataset.keep, [...pairs, ["version", seen]], options);
  if (!answer.ok && answer.status !== 409) return say("Your line is not kept: the portal refuses it. Copy it before you leave.");
  const draft = await answer.json();
  if (answer.ok) {
    seen = draft.version;
    kept = JSON.stringify(pairs);
    sayOfDraft(isEmpty() ? "" : `Draft kept ${draft.at}. Not saved as a comment yet.`);
  } else if (draft.saved) {
    newLineKey(); // this line was saved from another window: what is typed here is a line of its own
    seen = 0;
  } else if (before && before.text === draft.text) {
    seen = draft.version; // our own, kept although no answer came
  } else {
    offer(draft, `Typed in another window at ${draft.at}`);
  }
}

/** A line that is nowhere but here: into the box if it goes on from what stands there, else beside it. */
export function takeBack(line) {
  const values = Object.fromEntries(line.pairs);
  if (isEmpty() || line.seen === seen) return fillLine(values);
  if (values.text !== box.value) offer({ ...values, version: seen }, "Typed on this computer before, and not sent");
}

function offer(draft, title) {
  const section = document.createElement("section");
  section.className = "govuk-inset-text app-elsewhere";
  section.setAttribute("aria-label", title);
  const heading = section.appendChild(document.createElement("h2"));
  heading.className = "govuk-heading-s";
  heading.textContent = title;
  const words = section.appendChild(document.createElement("p"));
  words.className = "govuk-body app-words";
  words.textContent = draft.text || "(an empty line)";
  section.append(choice("Take that one", () => fillLine(draft)), choice("Keep the one in the box", () => {}));
  shown.replaceChildren(section);
  say("You typed something else in another window. Choose one: until then yours is kept on this computer only.");

  function choice(label, act) {
    return button(label, () => {
      seen = draft.version;
      act();
      shown.replaceChildren();
      box.focus();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}
