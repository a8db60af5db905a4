// Attendance and who came, changed in their line: the form of the attendance page is shown here, and sent from here.
import { ask, parsed, post, Trouble } from "../sign_in.js";
import { toEnd } from "../row.js";
import { box, form } from "./line.js";
import { say } from "./status.js";

const place = document.querySelector("#who-came");

place.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  put(() => ask(link.href), link.hash);
});

place.addEventListener("submit", (event) => {
  event.preventDefault();
  const pairs = [...new FormData(event.target)].filter(([name]) => name !== "csrfmiddlewaretoken");
  put(() => post(event.target.action, pairs));
});

/** What the answered page has of the same id; and where that page is this one, its list of speakers. `first`, if any,
 * selects the box to go to. */
async function put(asking, first) {
  try {
    const page = parsed(await (await asking()).text());
    place.replaceChildren(...page.querySelectorAll("#who-came > :not(h1)"));
    const speakers = page.querySelector("#log #id_stakeholder");
    if (speakers) followSpeakers(speakers);
    toEnd(place.querySelector(first || ".govuk-error-message ~ input, input:not([type=hidden])") ?? box);
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    say(`Attendance is not changed: ${trouble.message}.`);
  }
}

function followSpeakers(fresh) {
  const list = form.elements.stakeholder;
  const chosen = list.value;
  list.replaceChildren(...fresh.children);
  list.value = chosen;
}
