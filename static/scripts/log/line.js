// The line in the box: what is typed, what is chosen beside it, and what its own number says.
import { read } from "./shorthand.js";
import { say } from "./status.js";

export const form = document.querySelector("#log");
export const box = form.elements.text;
const plainKeys = document.querySelector("#plain-keys");
const EMPTY = { key: "", text: "", verbatim: "", theme: "", kind: "other", stakeholder: "" };
let chosen = form.elements.theme.value; // by hand; a number in the line goes before it, and only while it is there
let asWords = false; // Escape: the number in this line is no theme

/** [name, value] pairs just as typed, for the draft. */
export function typed() {
  return Object.keys(EMPTY).map((name) => [name, name === "theme" ? chosen : form.elements[name].value]);
}

/** The same as a comment: the number read, and left out of the words. */
export function asComment() {
  const { number, words } = reading();
  const values = { ...Object.fromEntries(typed()), text: words };
  if (number) values.theme = themeOf(number).value;
  return Object.entries(values);
}

/** For the next line: who said it stays, as the same person often goes on speaking. */
export function emptyLine() {
  fillLine({ key: newKey(), stakeholder: form.elements.stakeholder.value });
  box.focus();
}

export function fillLine(values) {
  for (const name of Object.keys(EMPTY)) setField(name, String(values[name] ?? EMPTY[name]));
  chosen = form.elements.theme.value;
  asWords = false;
  showReading();
}

/** Radios one by one: to set their list's value to "" does nothing. */
function setField(name, value) {
  const field = form.elements[name];
  if (!(field instanceof RadioNodeList)) return void (field.value = value);
  for (const choice of field) choice.checked = choice.value === value;
}

export function isEmpty() {
  return !box.value.trim() && !form.elements.verbatim.value.trim();
}

export function newLineKey() {
  form.elements.key.value = newKey();
}

export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function readsNumbers() {
  return plainKeys.checked;
}

function reading() {
  const found = asWords || !readsNumbers() ? { number: null, words: box.value } : read(box.value);
  return { ...found, words: found.words.trim() };
}

let shown = null;
function showReading() {
  const { number, several } = reading();
  setField("theme", number ? themeOf(number).value : chosen);
  if (number !== shown && number) say(`Theme read: ${nameOf(themeOf(number))}. Escape keeps the ${number} as words.`);
  if (number !== shown && !number && box.value) say(several ? "No theme read: the numbers stay in the comment." : "No theme read from the line.");
  shown = number;
}

/** Escape. True where there was a number to keep. */
export function keepAsWords() {
  const { number } = reading();
  if (!number) return false;
  asWords = true;
  showReading();
  say(`The ${number} stays in the comment.`);
  return true;
}

/** By a key with Alt: over whatever the line says of itself. */
export function pickTheme(number) {
  const choice = themeOf(number);
  if (!choice) return false;
  chosen = choice.value;
  asWords = Boolean(reading().number) || asWords;
  showReading();
  say(`Theme: ${nameOf(choice)}`);
  return true;
}

export function pickKind(letter) {
  const choice = [...form.elements.kind].find((each) => each.labels[0].querySelector("u").textContent.toUpperCase() === letter);
  if (!choice) return false;
  choice.checked = true;
  say(`Kind: ${nameOf(choice)}`);
  return true;
}

/** The next of those who came, then nobody; where none is recorded, on to the list of all. */
export function nextSpeaker() {
  const list = form.elements.stakeholder;
  const came = [...list.querySelectorAll("optgroup:first-of-type option")];
  if (!came.length) return void list.focus();
  const round = [list.options[0], ...came];
  round[(round.indexOf(list.selectedOptions[0]) + 1) % round.length].selected = true;
  say(`Who said it: ${list.selectedOptions[0].textContent}`);
}

export function themeOf(number) {
  return [...form.elements.theme].find((choice) => nameOf(choice).startsWith(`${number} `));
}

export function nameOf(choice) {
  return choice.labels[0].textContent.trim();
}

form.addEventListener("input", (event) => {
  if (event.target.name === "theme") {
    chosen = event.target.value;
    asWords = Boolean(reading().number) || asWords;
  }
  showReading();
});
plainKeys.addEventListener("change", showReading);
showReading();
