// What every page needs of script: GOV.UK's components, and what the files below do.
import { initAll } from "../govuk-frontend.min.js";
import "./restored.js";
import "./row.js";
import "./scrolling.js";
import "./sign_in.js";
import "./ticks.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
