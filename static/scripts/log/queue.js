// Everything goes to the server one at a time and in order: the lines that wait, oldest first, then the line being
// typed. A line's key makes a repeated sending harmless, so whatever is not answered is sent again.
import { parsed, post, Trouble } from "../sign_in.js";
import { forget, isKept, keep, lineToStore, takeBack } from "./draft.js";
import { box, emptyLine, fillLine, form } from "./line.js";
import { addRow, putSaved, refuseRow } from "./rows.js";
import { say, sayOfDraft, timeOf } from "./status.js";
import { store } from "./store.js";

const RETRY = 3000; // milliseconds
const PAUSE = 1000; // of typing, after which the line is kept
const LONGEST = 3000; // that typing on and on puts it off
const waiting = []; // {url, lines: [pairs, ...], rows}, oldest first
let busy = false;
let timer, since;

/** Lines to be saved as they are: one that was typed, or the many of a pasting. */
export function enqueue(lines, url = form.action) {
  waiting.push({ url, lines, rows: lines.map((pairs) => addRow(Object.fromEntries(pairs).text)) });
  storeAll();
  send();
}

export function isWaiting() {
  return waiting.length > 0;
}

/** Something was typed: keep it here at once, and on the server at the next pause. */
export function touched() {
  storeAll();
  if (!isKept()) sayOfDraft("");
  since ??= Date.now();
  clearTimeout(timer);
  timer = setTimeout(send, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
}

/** The page may be gone in a moment: what the server does not have goes now, past whatever is under way. */
export function sendBeforeLeaving() {
  if (!isWaiting()) keep({ keepalive: true }).catch(() => {});
}

/** Lines of a page that was killed. */
export function adopt(stored) {
  for (const { url, lines } of stored.filter((each) => each.lines)) {
    if (Object.fromEntries(lines[0]).key === form.elements.key.value) emptyLine(); // its draft came back too
    enqueue(lines, url);
  }
  for (const line of stored.filter((each) => each.pairs)) takeBack(line);
  touched();
}

export async function send() {
  if (busy) return;
  busy = true;
  clearTimeout(timer);
  since = undefined;
  try {
    while (waiting.length) {
      await save(waiting[0]);
      waiting.shift();
      storeAll();
    }
    await keep();
    storeAll();
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    say(`${notSaved()}: ${trouble.message}. Trying again.`);
  } finally {
    busy = false;
  }
  if (isWaiting() || !isKept()) timer = setTimeout(send, RETRY);
}

/** Returns once the lines are off our hands: saved, or given back with the reason. Throws Trouble otherwise. */
async function save({ url, lines, rows }) {
  say(`${notSaved()}.`);
  const answer = await post(url, lines.flat());
  if (answer.status === 403) return giveBack(lines, rows, "You may not log comments here.");
  if (!answer.ok) return giveBack(lines, rows, await reasonsOf(answer));
  putSaved(await answer.text(), rows);
  if (url === form.action) forget();
  const time = timeOf(answer.headers.get("Date"));
  say(lines.length > 1 ? `Saved ${time}: ${lines.length} comments.` : `Saved ${time}`);
}

function notSaved() {
  const number = waiting.reduce((sum, each) => sum + each.lines.length, 0);
  if (!number) return "Your line is not kept yet";
  return number > 1 ? `${number} lines not saved yet` : "Not saved yet";
}

async function reasonsOf(answer) {
  if (answer.headers.get("Content-Type").includes("json")) return (await answer.json()).reasons.join(" ");
  const page = parsed(await answer.text());
  return [...page.querySelectorAll(".govuk-error-message")].map((each) => each.lastChild.textContent.trim()).join(" ");
}

function giveBack(lines, rows, why) {
  lines.forEach((pairs, place) => {
    refuseRow(rows[place], why, () => {
      const typed = box.value;
      fillLine(Object.fromEntries(pairs));
      if (typed.trim()) box.value = `${box.value}\n${typed}`;
      box.focus();
      touched();
    });
  });
  say(`Not saved. ${why}`);
}

function storeAll() {
  store([...waiting.map(({ url, lines }) => ({ url, lines })), ...lineToStore()]);
}
