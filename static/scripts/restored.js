// Back to a form: the browser puts what was typed into a page fetched anew, whose version would carry it over what has
// been saved since, and whose key would save it twice. So the page's own versions and key come back with it.
const OF_THIS_PAGE =
  "form[novalidate] input[type=hidden]:is([name=version], [name=seen]), form[novalidate]:has([name=text]) [name=key]";
const fields = [...document.querySelectorAll(OF_THIS_PAGE)];
const kept = history.state?.hidden;
const isBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
if (isBack && kept?.length === fields.length) fields.forEach((field, place) => (field.value = kept[place]));
else if (fields.length) history.replaceState({ ...history.state, hidden: fields.map((field) => field.value) }, "");
