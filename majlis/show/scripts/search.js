// Search that forgives spelling: names in their plain form, then slips of the pen.

const LETTERS = { "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ە": "ه", "ہ": "ه", "ۀ": "ه", "ٱ": "ا", "ـ": "", "ı": "i", "ł": "l", "ø": "o", "đ": "d" };
const DROPPED = /['’‘ʼʻʿʾ`´′ʹءٴ\u200c-\u200f\u2066-\u2069\ufeff]/gu;
const SUN_ARTICLE = /(?<![\p{L}\p{N}])(?:[ae](?:[dlnrstz]|dh|sh|th)|ul|ud|ur|us)[-–](?=[\p{L}\p{N}])/gu;
const JOINED_ARTICLE = /(?<![\p{L}\p{N}])[ae]l(?=\p{L}{4})/gu; // "Alfayyadh"
const ARTICLES = new Set(["the", "al", "el"]);
const SIMILAR = 0.8; // one slip in five letters
const SUGGESTED = 8;

const simpler = (text) => [...text.replace(DROPPED, "")].map((letter) => LETTERS[letter] ?? letter).join("");
const digits = (text) => text.replace(/\p{Nd}/gu, (digit) => (digit.codePointAt(0) < 128 ? digit : String(digitOf(digit))));

function digitOf(digit) {
  let zero = digit.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0) - zero < 9) zero -= 1;
  return digit.codePointAt(0) - zero;
}

// As `words` of graph/names.py; a test holds the two together over every name that ships.
function fold(text) {
  const plain = digits(simpler(simpler(text).normalize("NFKD").replace(/\p{M}/gu, ""))).toLowerCase().replace(/ß/gu, "ss");
  return plain.replace(SUN_ARTICLE, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word && !ARTICLES.has(word))
    .map((word) => (word.startsWith("ال") && [...word].length > 4 ? word.slice(2) : word)).join(" ");
}

// Letters more, less, other, or two swapped, between two words (optimal string alignment).
function slips(a, b) {
  let before = [], last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1;
      here[column] = Math.min(last[column] + 1, here[column - 1] + 1, last[column - 1] + other);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        here[column] = Math.min(here[column], before[column - 2] + 1);
      }
    }
    [before, last] = [last, here];
  }
  return last[b.length];
}

const similarity = (a, b) => 1 - slips(a, b) / Math.max(a.length, b.length, 1);

// 0 the name itself, 1 its beginning, 2 the beginning of a word of it, 3 and more a slip; null: another name.
function distance(asked, keys) {
  let best = null;
  for (const key of keys ?? []) {
    let score = null;
    if (key === asked) score = 0;
    else if (key.startsWith(asked)) score = 1;
    else if (key.includes(` ${asked}`)) score = 2;
    else if (asked.length > 3) {
      const near = Math.max(similarity(asked, key), ...key.split(" ").map((word) => similarity(asked, word) - 0.01));
      if (near >= SIMILAR - 0.01) score = 4 - near;
    }
    if (score !== null && (best === null || score < best)) best = score;
  }
  return best;
}

function search(text) {
  const asked = fold(text), bare = asked.replace(JOINED_ARTICLE, "");
  if (!asked) return [];
  const found = [];
  for (const item of [...model.holders, ...model.councils]) {
    const score = distance(asked, item.keys) ?? (bare === asked ? null : distance(bare, item.keys));
    if (score !== null) found.push({ item, score, guessed: score >= 3, weight: item.total ?? item.seats ?? item.size ?? 0 });
  }
  return found.sort((a, b) => a.score - b.score || b.weight - a.weight || (a.item.id < b.item.id ? -1 : 1)).slice(0, SUGGESTED);
}

function startSearch() {
  const input = byId("search"), list = byId("suggestions"), said = byId("reading");
  let found = [], active = -1;

  function show() {
    found = search(input.value);
    active = found.length ? 0 : -1;
    list.replaceChildren(...found.map((row, place) => option(row, place)));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = input.value.trim() && !found.length ? `No name like “${input.value.trim()}” is known.` : "";
    mark();
  }
  function option({ item }, place) {
    const seats = councils.has(item.id) ? (item.size ? plural(item.size, "seat") : "no vote") : item.total > 0 ? plural(item.total, "seat") : "";
    return make("li", { role: "option", id: `option-${place}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(place); } },
      named(item.name), make("span", { class: "faint" }, ` ${item.kind ?? "province"}${seats ? ` · ${seats}` : ""}`));
  }
  function mark() {
    [...list.children].forEach((child, place) => child.setAttribute("aria-selected", String(place === active)));
    if (active >= 0) input.setAttribute("aria-activedescendant", `option-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }
  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function take(place) {
    const row = found[place];
    if (!row) return;
    close();
    choose(row.item.id);
    said.textContent = row.guessed ? `Reading “${input.value.trim()}” as ${row.item.name}.` : "";
  }
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) show();
      else active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % Math.max(found.length, 1);
      mark();
      event.preventDefault();
    } else if (event.key === "Enter") {
      if (list.hidden) show();
      take(active);
      event.preventDefault();
    } else if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
    }
  });
}
