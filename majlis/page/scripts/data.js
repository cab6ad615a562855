// The data of the page and how they are found; and the one way in which elements are made: text is never markup.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const model = read("model");
const networkNodes = read("nodes");
const ties = read("edges").map((edge) => ({ ...edge, start: edge.from, end: edge.to }));
const slots = read("slots");
const shades = read("bounds");
const mapScale = read("scale");

for (const holder of model.holders) {
  for (const [id, at] of Object.entries(holder.cells)) holder.cells[id] = model.cells[at];
}

const holders = new Map(model.holders.map((holder) => [holder.id, holder]));
const councils = new Map(model.councils.map((council) => [council.id, council]));
const nodes = new Map(networkNodes.map((node) => [node.id, node]));
const voting = model.councils.filter((council) => council.status !== "no_vote");
const lists = model.holders.filter((holder) => holder.seats > 0);
const FOLDED = 3; // lists with fewer seats in all are folded away

const KINDS = { figure: "Figures", party: "Parties", alliance: "Alliances", bloc: "Blocs", office: "Offices", province: "Provinces" };
const TIES = {
  HOLDS_SEATS: ["won seats in", "has seats of"],
  LEADS: ["leads", "is led by"],
  MEMBER_OF: ["is part of", "has as a member"],
  EXPECTED_IN: ["was expected in (before the vote)", "was expected to be joined by"],
  RIVAL_OF: ["is a rival of", "is a rival of"],
  HELD: ["held the office", "was held by"],
};

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

function link(url, text) {
  return isWeb(url) ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, named(text)) : named(text);
}

function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

// A number of seats, and the largest that stands where sources dispute it; `apart` is for narrow places: "8–9".
function span({ seats, most }, apart, shown = String) {
  return most === undefined ? shown(seats) : `${shown(seats)}${apart ?? (most - seats === 1 ? " or " : " to ")}${shown(most)}`;
}

const percent = (part, whole) => `${(Math.floor((2000 * part + whole) / (2 * whole)) / 10).toFixed(1)}%`;
const shares = (item, whole) => span(item, undefined, (part) => percent(part, whole));
const shade = (part, whole) => (whole ? 1 + shades.filter((bound) => part > bound * whole).length : 1);
const listClass = (id) => (id in slots ? `list-${slots[id]}` : "rest");

// The lists of a council with most seats, or that may have most where sources dispute it.
const leading = (council) => (council?.lists ?? []).filter((item) => council.leading.includes(item.id));

// The answer for a name in a council. A province without a vote is no council of nothing.
function cellOf(holder, council) {
  if (council.status === "no_vote") return { status: "no_vote", facts: council.facts ?? [] };
  return holder.cells[council.id] ?? { status: "unknown", facts: [] };
}

// What a cell says, in words; the same everywhere on the page.
function cellWords(holder, council) {
  const cell = cellOf(holder, council);
  const size = council.size ? ` of ${council.size}` : "";
  const through = (cell.lists ?? []).filter((item) => item.relation === cell.relation);
  const words = {
    seats: () => `${span(cell)}${size} ${!size && (cell.most ?? cell.seats) === 1 ? "seat" : "seats"}` + throughWords(cell, through),
    shared: () => `on another list, its part is not reported: ${(cell.lists ?? []).map((item) => `${labelOf(item.id)} ${span(item)}${size}`).join(", ")}`,
    none: () => "no seats on its own list",
    unknown: () => (cell.missing ? `not known, 0 to ${cell.missing}: ${cell.missing}${size} seats are not accounted for` : "not known"),
    did_not_stand: () => "did not stand",
    no_vote: () => "held no vote",
  };
  return words[cell.status]() + (cell.differ ? `; sources differ on the ${cell.differ.join(" and ")}` : "");
}

function throughWords(cell, through) {
  if (cell.relation === "own" || !through.length) return "";
  return ` (${through.map((item) => `${labelOf(item.id)} ${span(item)}`).join(", ")})`;
}
