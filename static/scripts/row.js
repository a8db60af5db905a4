// A row that htmx has put in the place of its older self: whoever acted on it stands where they stood.
document.addEventListener("htmx:afterSettle", (event) => {
  const row = event.detail.elt;
  if (!row.matches(".app-comment")) return;
  if (row.matches(".app-comment--editing")) return toEnd(row.querySelector("textarea"));
  const by = event.detail.requestConfig.triggeringEvent?.submitter;
  const again = by && [...row.querySelectorAll("button")].find((each) => each.name === by.name && each.value === by.value);
  (again ?? row.querySelector(".app-comment__edit"))?.focus();
});

export function toEnd(area) {
  area.focus();
  if (area.type !== "checkbox") area.setSelectionRange(area.value.length, area.value.length);
}
