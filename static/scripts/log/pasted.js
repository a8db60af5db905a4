// Several pasted lines are a comment each. Where a line says its theme by a number, all are shown first as they were
// read; meanwhile they stand in the box, where they are kept like whatever is typed.
import { button } from "./button.js";
import { box, form, nameOf, newKey, readsNumbers, themeOf, typed } from "./line.js";
import { enqueue } from "./queue.js";
import { rowOf } from "./rows.js";
import { readLines } from "./shorthand.js";
import { say } from "./status.js";

const place = document.querySelector("#pasted");
let pasted = null; // {lines, before, asWords}, until they are saved or the box is typed in

box.addEventListener("paste", (event) => {
  close();
  const lines = readLines(event.clipboardData.getData("text/plain"));
  if (lines.length < 2) return;
  if (readsNumbers() && lines.some(({ number }) => number)) return void (pasted = { lines, before: box.value, asWords: false });
  event.preventDefault();
  save(lines.map((line) => asWords(line)));
});

form.addEventListener("input", ({ target, inputType }) => {
  if (!pasted) return;
  if (target === box && inputType !== "insertFromPaste") return close();
  show();
});

// Before the form's own: what stands in the box is these lines.
form.addEventListener("submit", (event) => {
  if (!pasted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { before } = pasted;
  save(read());
  close();
  box.value = before;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
});
box.addEventListener("keydown", (event) => {
  if (!pasted || event.key !== "Escape") return;
  event.stopPropagation();
  keepNumbers();
});

function keepNumbers() {
  pasted.asWords = true;
  show();
}

function close() {
  pasted = null;
  place.replaceChildren();
}

/** [{text, theme}, ...]: the theme that a line says of itself, else the one that is chosen for all. */
function read() {
  return pasted.lines.map((line) => (line.number && !pasted.asWords ? { text: line.words, theme: themeOf(line.number).value } : asWords(line)));
}

function asWords({ whole }) {
  return { text: whole, theme: Object.fromEntries(typed()).theme };
}

function save(lines) {
  const alike = typed().filter(([name]) => ["kind", "stakeholder"].includes(name));
  const pairs = lines.map(({ text, theme }, number) => [["key", newKey()], ["text", text], ["theme", theme], ...(number ? [] : alike)]);
  enqueue(pairs, form.dataset.pasted);
}

function show() {
  const lines = read();
  const list = document.createElement("ol");
  list.className = "app-comments";
  list.append(...lines.map(asRead));
  const saving = button(`Save ${lines.length} comments`, () => form.requestSubmit());
  const keeping = button("Keep the numbers as words", keepNumbers);
  const leaving = button("Leave them in the box as one comment", () => (close(), box.focus()));
  const ways = document.createElement("div");
  ways.className = "app-row";
  ways.append(saving, ...(pasted.asWords ? [] : [keeping]), leaving);
  place.replaceChildren(ways, list);
  const named = pasted.lines.filter(({ number }) => number).length;
  say(pasted.asWords ? "The numbers stay in the comments. Enter saves them." : `${lines.length} lines, ${named} with a theme: see below. Enter saves them so, Escape keeps the numbers.`);
}

function asRead({ text, theme }) {
  const choice = [...form.elements.theme].find(({ value }) => value === theme);
  return theme ? rowOf(text, nameOf(choice), "teal") : rowOf(text, "No theme yet", "yellow");
}
