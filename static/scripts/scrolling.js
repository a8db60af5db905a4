// A box that scrolls is a stop for the keyboard, only where it has something to scroll to.
const sizes = new ResizeObserver((boxes) => boxes.forEach(({ target }) => settle(target)));

function settle(box) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  else if (box !== document.activeElement) box.removeAttribute("tabindex");
}

function watch() {
  for (const box of document.querySelectorAll(".app-scroll")) sizes.observe(box);
}

document.addEventListener("htmx:afterSettle", watch);
watch();
