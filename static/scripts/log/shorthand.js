// What a line says of itself, and what pasted lines are without their bullets. Text in, text out: no page.

// After one of these a number at the end of a line is a number: "open until 5", "the number 5", "between 4 and 5".
const BEFORE_A_NUMBER = new Set(
  `until till at by of to than aged about over under only just number no nos route routes bus buses tram line platform
  phase ward year years room age ages and or from for in on with between per the a an this that these those top
  every each all another around approximately nearly almost least most after before since within up
  plus minus times is are was were be band zone level grade type section class stage step tier part page paragraph
  item plan option school unit site block floor flat gate road junction exit chapter figure table target key team
  group column score scored rated january february march april may june july august september october november
  december`.split(/\s+/),
);
// So is one after "the first", "our next"; but "kids first 1" has a theme.
const IN_AN_ORDER = /(?:^|[^\p{L}])(?:the|these|those|this|his|her|its|their|our|your|my|of|for|in|within)\s+(?:first|last|next|past)$/iu;
const AT_THE_START = /^\s*([0-5])(?:[:)](?!\d)\s*|\.(?!\d)\s*|\s*[-–]\s+|\s+(?=[\p{Lu}"'“‘]))(?=\S)/u;
const AT_THE_END = /^(.*?(\S+))\s+([0-5])\s*$/s;
const BULLET = /^\s*(?:[·•▪‣◦●○■□\uf0b7§]\s*|[*–—-]\s+|o\s+|\(?\d{1,3}[.)]\s+|\((?:[a-z]|[ivx]+)\)\s*|(?:[a-z]|[ivx]+)\)\s+)/;
const COUNT = /^\s*\(?(\d{1,3})[.)]\s/;

/** {number, words, several}: the theme's number, or null, and the words without it. Where `several` lines were typed
 * with numbers of their own, none is the theme of all of them. */
export function read(words) {
  const own = words.split("\n").filter((line) => COUNT.test(line) || readLine(line).number);
  return own.length > 1 ? { number: null, words, several: true } : readLine(words);
}

function readLine(line) {
  const start = AT_THE_START.exec(line);
  if (start) return { number: start[1], words: line.slice(start[0].length) };
  const end = AT_THE_END.exec(line);
  if (end && !IN_AN_ORDER.test(end[1]) && !leadsToANumber(end[2])) return { number: end[3], words: end[1].trimStart() };
  return { number: null, words: line };
}

function leadsToANumber(word) {
  return /^\d$/.test(word) || BEFORE_A_NUMBER.has(word.toLowerCase().replace(/^\P{L}+/u, ""));
}

/** Each pasted line that has words, read as a typed one is: {number, words}, and `whole`, if the number is no theme.
 * Bullets are gone from all, as are numbers where they only count the lines. */
export function readLines(pasted) {
  const lines = pasted.split(/[\r\n]+/);
  const numbers = lines.flatMap((line) => COUNT.exec(line)?.[1] ?? []).map(Number);
  const isSaid = (line) => AT_THE_START.test(line) && !onlyCount(numbers);
  const wholes = lines.map((line) => (isSaid(line) ? line : line.replace(BULLET, "")).trim());
  return wholes.filter(Boolean).map((whole) => ({ ...readLine(whole), whole }));
}

/** 1, 2, 3 and on; or more than there are themes. */
function onlyCount(numbers) {
  return numbers.some((number) => number > 5) || numbers.every((number, place) => number === place + 1);
}
