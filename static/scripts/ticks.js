// Boxes that are ticked together; and what is done to the ticked ones, which says at its button that too few are.
document.addEventListener("click", (event) => {
  const form = event.target.closest?.("[data-tick-all]")?.dataset.tickAll;
  if (!form) return;
  const boxes = [...document.querySelectorAll(`input[type=checkbox][form=${form}]`)];
  const tick = boxes.some((box) => !box.checked);
  for (const box of boxes) box.checked = tick;
});

const ID = "too-few-ticked";
const NEEDS = {
  1: { words: "Tick at least one comment.", met: (number) => number > 0 },
  meeting: { words: "Tick at least one meeting.", met: (number) => number > 0 },
  2: { words: "Tick two comments.", met: (number) => number === 2 },
};

// Before htmx, which would send it.
document.addEventListener(
  "submit",
  (event) => {
    const button = event.submitter;
    takeBack();
    const needs = NEEDS[button?.dataset.ticks];
    const ticked = [...event.target.elements].filter((box) => box.name === "seen" && box.checked);
    if (!needs || needs.met(ticked.length)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(needs.words, button);
  },
  true,
);

function say(words, button) {
  const said = Object.assign(document.createElement("p"), { className: "govuk-error-message", id: ID });
  said.role = "alert";
  (button.closest(".app-row") ?? button).before(said);
  said.textContent = words;
  button.setAttribute("aria-describedby", ID);
  button.focus();
}

function takeBack() {
  document.getElementById(ID)?.remove();
  document.querySelector(`[aria-describedby=${ID}]`)?.removeAttribute("aria-describedby");
}

document.addEventListener("change", ({ target }) => target.name === "seen" && takeBack());
