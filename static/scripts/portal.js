// What every page needs of script: GOV.UK's components, and forms that cannot be sent twice by a double click.
import { initAll } from "../govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
