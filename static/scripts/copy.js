// A button with data-copy="id" copies the text of that box, and says so in the element #id-copied.
document.addEventListener("click", async (event) => {
  const id = event.target.closest?.("[data-copy]")?.dataset.copy;
  if (!id) return;
  const box = document.getElementById(id);
  box.select();
  const copied = document.getElementById(`${id}-copied`);
  try {
    await navigator.clipboard.writeText(box.value);
    copied.textContent = "Copied.";
  } catch {
    copied.textContent = "The text is selected: copy it with Ctrl and C.";
  }
});
