// What every page needs of script: GOV.UK's components, and boxes that are ticked together.
import { initAll } from "../govuk-frontend.min.js";
import "./row.js";
import "./sign_in.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

document.addEventListener("click", (event) => {
  const form = event.target.closest?.("[data-tick-all]")?.dataset.tickAll;
  if (!form) return;
  const boxes = [...document.querySelectorAll(`input[type=checkbox][form=${form}]`)];
  const tick = boxes.some((box) => !box.checked);
  for (const box of boxes) box.checked = tick;
});
