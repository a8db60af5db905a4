// Lines that the server does not have yet, kept in the browser against a killed tab: written only under a key that the
// server gives to the signed-in person's page and that is never stored here. After sign-out nobody can read them; the
// same person's next visit to the meeting's page can. Without HTTPS a browser has no such lock, and keeps nothing.
const PAGE = crypto.getRandomValues(new Uint32Array(2)).join("-"); // this page among others of the same meeting
const possible = Boolean(globalThis.crypto?.subtle && globalThis.indexedDB && navigator.locks);
const SHELF = "lines";
let shelf, lock, place;
let wanted;
let writing = null; // while it is under way

/** Gives `adopt` the lines of pages that are gone, because their tab was killed: this page answers for them now. */
export async function openStore({ person, meeting, key }, adopt) {
  if (!possible) return;
  place = `${person}/${meeting}/`;
  lock = await crypto.subtle.importKey("raw", bytesOf(key), "AES-GCM", false, ["encrypt", "decrypt"]);
  await new Promise((held) => navigator.locks.request(place + PAGE, () => new Promise(() => held())));
  const opening = indexedDB.open("portal", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF);
  shelf = await asked(opening);
  const names = await namesOfTheGone();
  const found = await Promise.all(names.map(async (name) => unseal(await asked(read().get(name)))));
  adopt(found.flat());
  await writing;
  for (const name of names) await asked(written().delete(name));
}

/** From now on this page answers for these lines and no others. */
export function store(lines) {
  wanted = { lines };
  if (shelf) writing ??= write().finally(() => (writing = null));
}

async function write() {
  while (wanted) {
    const { lines } = wanted;
    wanted = null;
    const sealed = lines.length && (await seal(lines));
    await asked(sealed ? written().put(sealed, place + PAGE) : written().delete(place + PAGE));
  }
}

/** A page holds a lock of its own name while it is open. */
async function namesOfTheGone() {
  const names = await asked(read().getAllKeys(IDBKeyRange.bound(place, `${place}\uffff`)));
  const open = new Set((await navigator.locks.query()).held.map((each) => each.name));
  return names.filter((name) => !open.has(name));
}

async function seal(lines) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, lock, new TextEncoder().encode(JSON.stringify(lines))) };
}

async function unseal({ iv, sealed }) {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, lock, sealed)));
  } catch {
    return []; // sealed under a key that the server has given up
  }
}

function bytesOf(hex) {
  return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
}

function read() {
  return shelf.transaction(SHELF).objectStore(SHELF);
}

function written() {
  return shelf.transaction(SHELF, "readwrite").objectStore(SHELF);
}

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
