// The rows under the box: those that wait, those that are saved, and those that somebody else saves meanwhile.
import { ask, parsed } from "../sign_in.js";

const list = document.querySelector("#logged");
const EVERY = 3000; // milliseconds
const held = new Map(); // id -> row that came while its older self was in use

/** A row of words and a mark. */
export function rowOf(words, mark, colour) {
  const row = document.createElement("li");
  row.className = "app-comment";
  const text = row.appendChild(document.createElement("p"));
  text.className = "govuk-body app-words";
  text.textContent = words;
  const tag = row.appendChild(document.createElement("strong"));
  tag.className = `govuk-tag govuk-tag--${colour}`;
  tag.textContent = mark;
  return row;
}

export function addRow(words) {
  const row = rowOf(words, "Not saved yet", "orange");
  row.classList.add("app-comment--waiting");
  list.prepend(row);
  return row;
}

/** The row's mark says why, and a button gives the words back. */
export function refuseRow(row, why, giveBack) {
  row.querySelector(".govuk-tag").textContent = `Not saved. ${why}`;
  const button = row.appendChild(document.createElement("button"));
  button.className = "app-link-button app-comment__back";
  button.textContent = "Put it back in the box";
  button.addEventListener("click", () => {
    row.remove();
    giveBack();
  });
}

/** Rows that the server has saved take the place of those that waited for them. */
export function putSaved(html, waiting) {
  const page = parsed(html);
  for (const row of page.querySelectorAll("li.app-comment")) place(row);
  for (const row of waiting) row.remove();
  const messages = page.querySelector("#messages");
  if (messages) {
    document.querySelector("#messages").replaceChildren(...messages.childNodes);
  }
  count();
}

/** Every few seconds, what is new here since the page was shown. */
export async function watchChanges() {
  setTimeout(watchChanges, EVERY);
  if (document.hidden) return;
  for (const row of held.values()) place(row);
  try {
    const answer = await ask(`${list.dataset.changed}?since=${list.dataset.asOf}`);
    if (answer.status === 200) take(parsed(await answer.text()));
  } catch {
    // saving says what is wrong; watching tries again
  }
}

function take(page) {
  list.dataset.asOf = page.querySelector("[data-as-of]").dataset.asOf;
  for (const row of page.querySelectorAll("li[id]")) place(row);
  count();
}

function place(row) {
  const old = document.getElementById(row.id);
  if (old && Number(old.dataset.version) >= Number(row.dataset.version)) return void held.delete(row.id);
  if (old && isInUse(old)) return void held.set(row.id, row);
  held.delete(row.id);
  if ("gone" in row.dataset) return void old?.remove();
  if (old) old.replaceWith(row);
  else list.insertBefore(row, firstOlderThan(row));
  window.htmx.process(row);
}

function isInUse(row) {
  return row.matches(".app-comment--editing, .htmx-request, :has(.htmx-request)") || row.contains(document.activeElement);
}

/** Newest first: the first saved row that came before this one; what waits stays on top. */
function firstOlderThan(row) {
  const number = (each) => Number(each.id.split("-")[1]);
  return [...list.children].find((each) => each.id && number(each) < number(row)) ?? null;
}

function count() {
  const saved = list.querySelectorAll("li[id]").length;
  document.querySelector("#how-many").textContent = saved;
  document.querySelector("#none-yet").hidden = saved > 0;
}
