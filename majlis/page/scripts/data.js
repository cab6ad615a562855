// The data of the page and how they are found; and the one way in which elements are made: text is never markup.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const model = read("model");
const networkNodes = read("nodes");
const ties = read("edges").map((edge) => ({ ...edge, start: edge.from, end: edge.to }));
const slots = read("slots");
const shades = read("bounds");

const words = read("say"); // what is said of answers beside the words that come with them

for (const cell of model.cells) cell.words = model.words[cell.words];
for (const holder of model.holders) {
  for (const [id, at] of Object.entries(holder.cells)) holder.cells[id] = model.cells[at];
}

const holders = new Map(model.holders.map((holder) => [holder.id, holder]));
const councils = new Map(model.councils.map((council) => [council.id, council]));
const nodes = new Map(networkNodes.map((node) => [node.id, node]));
const voting = model.councils.filter((council) => council.status !== "no_vote");
const lists = model.holders.filter((holder) => holder.seats > 0);
const FOLDED = 3; // lists with fewer seats in all are folded away

const SIGNS = { shared: "◐", unknown: "?", did_not_stand: "×" }; // for narrow places

const byId = (id) => document.getElementById(id);

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const nameOf = (id) => (holders.get(id) ?? councils.get(id) ?? nodes.get(id) ?? { name: id }).name ?? nodes.get(id)?.label ?? id;
const labelOf = (id) => holders.get(id)?.label ?? nodes.get(id)?.label ?? nameOf(id);
const isWeb = (url) => /^https?:\/\//.test(url ?? "");

// A name may run right to left: it is kept from turning the line around it.
const named = (text, lang) => make("bdi", { lang }, text);

// A message with these values in their places.
const phrase = (key, values) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function link(url, text) {
  return isWeb(url) ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, named(text)) : named(text);
}

function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

// A number of seats for narrow places, to the largest that stands where sources dispute it.
const narrow = ({ seats, most }) => (most === undefined ? String(seats) : `${seats}–${most}`);
const shade = (part, whole) => (whole ? 1 + shades.filter((bound) => part > bound * whole).length : 1);
const listClass = (id) => (id in slots ? `list-${slots[id]}` : "rest");

// The lists of a council with most seats, or that may have most where sources dispute it.
const leading = (council) => (council?.lists ?? []).filter((item) => council.leading.includes(item.id));

// What a council says of the list of a tie.
const heldBy = (tie) => councils.get(tie.end)?.lists?.find((item) => item.id === tie.start) ?? tie;

// The answer for a name in a council. A province without a vote is no council of nothing.
function cellOf(holder, council) {
  const bare = (status) => ({ status, facts: council.facts ?? [], words: { head: words.status[status], whole: words.status[status] } });
  return council.status === "no_vote" ? bare("no_vote") : holder.cells[council.id] ?? bare("unknown");
}

// What a cell says; the same everywhere on the page.
function cellWords(holder, council) {
  const { words: { whole, through }, differ } = cellOf(holder, council);
  return `${whole}${through ? ` (${through})` : ""}${differ ? `; ${differ}` : ""}`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
