// Asking the server without leaving the page. Where the session has ended, a sign-in appears inside the page, so that
// what is typed stays; once the same person is signed in again, "signed-in" is fired on the document.
const SIGN_IN = document.body.dataset.signIn;
const PERSON = document.body.dataset.person;
const PATIENCE = 15_000; // milliseconds
const PRESS_AGAIN = "What you typed is still on this page. Sign in, then press the button again.";
const SOMEBODY_ELSE = "Somebody else is signed in now, and nothing of yours is saved under their name. Sign in as yourself.";

/** What went wrong, in words for the person. */
export class Trouble extends Error {}

/** The server's answer to a POST of [name, value] pairs. Throws Trouble where it did not get to answer. */
export async function post(url, pairs, options = {}) {
  const answer = await posted(url, pairs, options);
  if (answer.status !== 403) return answer;
  await renewToken(); // signing in anywhere makes this page's token stale
  return posted(url, pairs, options);
}

async function posted(url, pairs, options) {
  const body = new FormData();
  for (const [name, value] of [...pairs, ["csrfmiddlewaretoken", token()]]) body.append(name, value);
  return ask(url, { method: "POST", body, headers: { "HX-Request": "true" }, ...options });
}

export async function ask(url, options = {}, words) {
  let answer;
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), ...options });
  } catch {
    throw new Trouble("no connection");
  }
  if (isSignIn(answer.url)) {
    showSignIn(await answer.text(), words);
    throw new Trouble("you are signed out. Sign in on this page; what you typed stays");
  }
  if (answer.status >= 500) throw new Trouble("the portal has a fault");
  return answer;
}

async function renewToken(words) {
  const answer = await ask(location.href, {}, words);
  if (!answer.ok || takeToken(parsed(await answer.text()))) return;
  showSignIn(await (await fetch(SIGN_IN)).text(), SOMEBODY_ELSE);
  throw new Trouble("somebody else is signed in. Sign in as yourself on this page; what you typed stays");
}

/** True if the page is of the person whose page this is; then its token is ours. */
function takeToken(page) {
  const fresh = page.querySelector("[name=csrfmiddlewaretoken]");
  if (!fresh || page.body.dataset.person !== PERSON) return false;
  for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = fresh.value;
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": fresh.value }));
  document.querySelector("#sign-in")?.remove();
  return true;
}

function token() {
  return document.querySelector("main [name=csrfmiddlewaretoken]").value;
}

function isSignIn(address) {
  return new URL(address, location).pathname === SIGN_IN;
}

function showSignIn(html, words = "What you typed is still on this page. Sign in, and it is saved.") {
  if (document.querySelector("#sign-in")) return;
  const section = document.createElement("section");
  section.id = "sign-in";
  section.className = "app-sign-in";
  section.setAttribute("aria-labelledby", "sign-in-title");
  const title = section.appendChild(document.createElement("h2"));
  title.id = "sign-in-title";
  title.className = "govuk-heading-m";
  title.textContent = "You are signed out";
  const hint = section.appendChild(document.createElement("p"));
  hint.className = "govuk-body";
  hint.textContent = words;
  (document.querySelector("[data-sign-in-here]") ?? document.querySelector("#messages")).after(section);
  putForm(section, html);
}

/** The sign-in page's own form, with its errors; or its words, where it offers none. */
function putForm(section, html) {
  const page = parsed(html);
  const form = page.querySelector("#id_username")?.form;
  section.querySelectorAll("form, .govuk-error-summary").forEach((old) => old.remove());
  const errors = page.querySelector("main .govuk-error-summary");
  if (errors) section.append(errors);
  if (!form) return void (section.querySelector("p").textContent = page.querySelector("main").textContent.trim());
  form.querySelector("[name=next]").value = location.pathname + location.search;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    signIn(section, form);
  });
  section.append(form);
}

async function signIn(section, form) {
  const hint = section.querySelector("p");
  try {
    const answer = await fetch(SIGN_IN, { method: "POST", body: new FormData(form), signal: AbortSignal.timeout(PATIENCE) });
    const html = await answer.text();
    if (isSignIn(answer.url)) return putForm(section, html);
    if (takeToken(parsed(html))) return document.dispatchEvent(new CustomEvent("signed-in"));
    putForm(section, await (await fetch(SIGN_IN)).text());
    hint.textContent = SOMEBODY_ELSE;
  } catch {
    hint.textContent = "No connection. What you typed is still here; press Sign in again.";
  }
}

export function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

// The buttons of a list work through htmx, which would put a sign-in page into the row.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (!isSignIn(xhr.responseURL)) return;
  event.detail.shouldSwap = false;
  showSignIn(xhr.responseText, PRESS_AGAIN);
  document.querySelector("#id_username")?.focus();
});

// A form that is sent with its page would come back empty from a sign-in: first it is asked whether one is needed.
let asking, sending;
document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (form === sending || event.defaultPrevented || !isOurs(form)) return;
  event.preventDefault();
  if (form === asking) return;
  asking = form;
  if (await isSignedIn()) send(form, submitter);
  asking = undefined;
});

/** True of a form of a signed-in page in which something can be typed or ticked. */
function isOurs(form) {
  const boxes = [...form.elements].filter((element) => !element.matches("button, fieldset, [type=hidden]"));
  return PERSON && form.matches("main [method=post]") && boxes.length > 0;
}

function send(form, submitter) {
  sending = form;
  form.requestSubmit(submitter);
  sending = undefined;
}

async function isSignedIn() {
  try {
    await renewToken(PRESS_AGAIN);
    return true;
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    const box = document.querySelector("#id_username");
    if (box) box.focus();
    else tell(`Not done: ${trouble.message}. Try it again.`);
  }
}

function tell(words) {
  const told = document.createElement("p");
  told.className = "govuk-inset-text";
  told.textContent = words;
  document.querySelector("#messages").replaceChildren(told);
}

for (const [fault, words] of [
  ["htmx:responseError", "Not done: the portal refused it. Try it again."],
  ["htmx:sendError", "Not done: no connection. Try it again."],
]) {
  document.addEventListener(fault, async (event) => {
    tell(words);
    if (event.detail.xhr.status === 403) await renewToken();
  });
}
