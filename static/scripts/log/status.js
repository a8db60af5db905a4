// What the page says of the line, to eyes and to screen readers.
const status = document.querySelector("#log-status");
const draftStatus = document.querySelector("#draft-status");

export function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

/** Beside the status and not read out: it changes at every pause. */
export function sayOfDraft(words) {
  draftStatus.textContent = words;
}

/** Of an answer's Date header: the server's clock, as it stood when it had committed. */
export function timeOf(date) {
  const options = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" };
  return new Date(date ?? Date.now()).toLocaleTimeString("en-GB", options);
}
