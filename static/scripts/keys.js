// Single keys that press what carries them, where the person has switched them on.
export const BOXES = "input, textarea, select";

/** Of what stands in `place`, that which a key presses: its data-key names the keys, with spaces between them. */
export function carrier(place, key) {
  return [...place.querySelectorAll("[data-key]")].find((each) =>
    each.dataset.key.split(" ").some((own) => own === key || own === key.toLowerCase()),
  );
}
