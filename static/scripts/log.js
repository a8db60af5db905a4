// Logging by keyboard: Enter puts the line into the list, marked as not saved, empties the box for the next, and sends
// the lines in order until the server says that each is saved. A line's key makes a repeated sending harmless.
const form = document.querySelector("#log");
const box = form.elements.text;
const list = document.querySelector("#logged");
const status = document.querySelector("#log-status");
const RETRY = 3000; // milliseconds
const waiting = []; // {row, fields}, oldest first
let sending = false;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!box.value.trim()) return say("Write what was said, then press Enter.");
  const fields = new FormData(form);
  fields.set("key", newKey());
  waiting.push({ row: addRow(box.value), fields });
  box.value = form.elements.verbatim.value = "";
  for (const name of ["theme", "kind"]) {
    for (const choice of form.elements[name]) choice.checked = choice.defaultChecked;
  }
  box.focus();
  send();
});

box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
  const digit = event.altKey && /^Digit(\d)$/.exec(event.code);
  if (digit && pickTheme(digit[1])) event.preventDefault();
});

function pickTheme(number) {
  for (const choice of form.elements.theme) {
    const words = choice.labels[0].textContent.trim();
    if (!words.startsWith(`${number} `)) continue;
    choice.checked = true;
    say(`Theme: ${words}`);
    return true;
  }
  return false;
}

async function send() {
  if (sending) return;
  sending = true;
  while (waiting.length && (await sent(waiting[0]))) waiting.shift();
  sending = false;
  if (waiting.length) setTimeout(send, RETRY);
}

/** True once the line is off our hands: saved, or given back with the reason. */
async function sent(line) {
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: line.fields, headers: { "HX-Request": "true" } });
  } catch {
    say("Not saved yet: no connection. Trying again.");
    return false;
  }
  if (answer.redirected || answer.status === 403) {
    say("Not saved yet: you are signed out. Sign in again in another tab; your lines stay here and are sent then.");
    return false;
  }
  if (answer.status === 422 || answer.status === 400) return giveBack(line, await answer.text());
  if (!answer.ok) {
    say("Not saved yet: the portal does not answer. Trying again.");
    return false;
  }
  replaceRow(line.row, await answer.text());
  say(`Saved ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`);
  return true;
}

function addRow(words) {
  const row = document.createElement("li");
  row.className = "app-comment app-comment--waiting";
  const text = row.appendChild(document.createElement("p"));
  text.className = "govuk-body app-words";
  text.textContent = words;
  const mark = row.appendChild(document.createElement("strong"));
  mark.className = "govuk-tag govuk-tag--orange";
  mark.textContent = "Not saved yet";
  list.prepend(row);
  return row;
}

function replaceRow(row, html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const saved = template.content.querySelector("li");
  row.replaceWith(saved);
  window.htmx.process(saved);
  document.querySelector("#how-many").textContent = list.querySelectorAll("li:not(.app-comment--waiting)").length;
  document.querySelector("#none-yet").hidden = true;
}

function giveBack(line, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const reasons = [...page.querySelectorAll(".govuk-error-message")].map((each) => each.textContent.trim());
  const { row } = line;
  row.querySelector(".govuk-tag").textContent = `Not saved. ${reasons.join(" ")}`;
  const button = row.appendChild(document.createElement("button"));
  button.className = "app-link-button";
  button.textContent = "Put it back in the box";
  button.addEventListener("click", () => {
    box.value = line.fields.get("text");
    box.focus();
    row.remove();
  });
  say(`Not saved. ${reasons.join(" ")}`);
  return true;
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function say(words) {
  status.textContent = words;
}

window.addEventListener("online", send);
window.addEventListener("beforeunload", (event) => {
  if (waiting.length) event.preventDefault();
});
box.focus();
