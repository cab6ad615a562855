// The data of the page and how they are found; and the one way in which elements are made: text is never markup.

const byId = (id) => document.getElementById(id);
// What is done where somebody does something to a part of the page, in place of what the browser would do.
const on = (id, type, act) => byId(id).addEventListener(type, (event) => { event.preventDefault(); act(event); });
const settings = JSON.parse(byId("start").textContent);
const read = new Promise((done) => { addEventListener("DOMContentLoaded", done, { once: true }); }); // all of the document

// What a map has for a key, made when it is first asked for.
const remembered = (map, key, makes) => map.get(key) ?? map.set(key, makes()).get(key);

const fetched = new Map(); // the parts of the data, each asked for once
const part = (name) => remembered(fetched, name, () => fetchedPart(name));
const registry = new Map(); // what everything is called, by its id

const byIdOf = (items) => new Map(items.map((item) => [item.id, item]));

// What is open: an election in a language.
let model, common, words, language, holders, councils, nodes, ties, voting, lists;
const models = new Map();
const FOLDED = 3; // lists with fewer seats in all are folded away
const SIGNS = { shared: "◐", unknown: "?", did_not_stand: "×" }; // for narrow places

// A name in a language: the country's own where it is that one and is known.
function inWords(entry, lang) {
  const local = Boolean(entry?.name_local) && entry.lang?.split("-")[0] === lang;
  return { ...entry, name: local ? entry.name_local : entry.name, label: local ? entry.name_local : entry.label,
    other: local ? entry.name : entry.name_local, other_lang: local ? "en" : entry.lang, latin: entry.name };
}

// Where none is chosen, one election stands on the stage, and the answers about names are those about every body that sits.
const onStage = (election) => election || settings.election;
const ofEvery = ({ election, node, council }) => settings.every && !election && (node || council);
const told = new Map(); // by the names of their parts: these answers, and the seats of each name at each election

// Make what a state shows known: its election, and the answers about every body.
async function learn(of) {
  const sitting = `sitting-${of.lang}`;
  await Promise.all([load(of.election, of.lang), ofEvery(of) && part(sitting).then((found) => told.set(sitting, found))]);
}

async function load(election, lang) {
  const key = `${onStage(election)}-${lang}`;
  if (models.has(key)) return;
  const [called, shared, found, network] = await Promise.all([part("names"), part(`common-${lang}`), part(key), part(`network-${onStage(election)}`)]);
  for (const entry of called.names) registry.set(entry.id, entry);
  const item = (row) => ({ ...inWords(registry.get(row.id), lang), ...row });
  const whole = { ...found, ...network, facts: [...shared.facts, ...found.facts], sources: shared.sources,
    cells: found.cells.map((cell) => ({ ...cell, words: found.words[cell.words] })), holders: found.holders.map(item), councils: found.councils.map(item), nodes: network.nodes.map((row) => ({ ...row, ...inWords(registry.get(row.id), lang) })),
    ties: network.ties.map((edge, at) => ({ ...edge, start: edge.from, end: edge.to, when: found.whens[at] })) };
  models.set(key, { model: whole, common: shared, words: shared.say, language: lang, ties: whole.ties,
    holders: byIdOf(whole.holders), councils: byIdOf(whole.councils), nodes: byIdOf(whole.nodes),
    voting: whole.councils.filter(({ status }) => status !== "no_vote"), lists: whole.holders.filter(({ seats }) => seats > 0) });
}

// Make an election that is loaded the one that is shown.
function use(election, lang) {
  const found = models.get(`${onStage(election)}-${lang}`);
  ({ model, common, words, language, holders, councils, nodes, ties, voting, lists } = found);
}

// A number with the noun it counts, "1 seat", in the form of the number's plural category; zero has none of its own.
function counted(noun, number) {
  const forms = words.counts[noun];
  return (forms[new Intl.PluralRules(language).select(number)] ?? forms.other).replaceAll("{n}", String(number));
}

// The page's own words; what stands in brackets is replaced, a number with a noun that it counts: "{n:seat}".
const phrase = (key, values = {}) => words[key].replace(/\{(\w+)(?::([\w.]+))?\}/g, (_, name, noun) => (noun ? counted(noun, values[name]) : values[name] ?? ""));
const isRtl = () => settings.directions[language] === "rtl";
const versionWords = () => (isRtl() ? `\u2068${settings.version}\u2069` : settings.version); // it runs left to right in any line
const kindOf = (id) => registry.get(id)?.kind ?? "";

// Give an element these properties; it loses one that is null or false.
function give(element, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (name === "data") Object.assign(element.dataset, value);
    else if (name === "style") for (const [key, to] of Object.entries(value)) element.style.setProperty(key, to);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : value);
  }
  return element;
}

// An element, or one of a picture: "svg:text".
function make(tag, properties = {}, ...children) {
  const [name, picture] = tag.split(":").reverse(), element = give(picture ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name), properties);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// With a key that leads on among some elements the next or the one before has the focus; null with any other.
function stepAmong(elements, event, steps) {
  const by = steps[event.key], at = elements.indexOf(event.target), next = by && at >= 0 ? elements.at((at + by) % elements.length) : null;
  if (next) event.preventDefault();
  next?.focus();
  return next;
}

const nameOf = (id) => (registry.has(id) ? inWords(registry.get(id), language).name : id);
const labelOf = (id) => (registry.has(id) ? inWords(registry.get(id), language).label : id);
const isWeb = (url) => /^https?:\/\//.test(url ?? "");

// A name may run right to left: it is kept from turning the line around it.
const named = (text, lang) => make("bdi", { lang }, text);

const link = (url, text) => (isWeb(url) ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, named(text)) : named(text));

// A number of seats for narrow places, to the largest that stands where sources dispute it.
const narrow = ({ seats, most }) => (most === undefined ? String(seats) : `${seats}–${most}`);
const shade = (part, whole) => (whole ? 1 + settings.bounds.filter((bound) => part > bound * whole).length : 1);

// The colour of a list, the same in all pictures.
const tint = (id) => (id in model.slots ? { "--c": `var(--list-${model.slots[id]})`, "--on": `var(--on-list-${model.slots[id]})` } : { "--c": "var(--rest)" });
const dot = (id) => make("span", { class: "dot", style: tint(id), "aria-hidden": "true" });

// The sources of facts, each once; without those of claims that were overruled.
const sourcesOf = (facts, all = true) => [...new Set(facts.flatMap((at) => model.facts[at]?.claims ?? []).filter(({ overruled }) => all || !overruled).map(({ source }) => source))];

// What a council says of the list of a tie.
const heldBy = (tie) => councils.get(tie.end)?.lists?.find((item) => item.id === tie.start) ?? tie;

// The answer for a name in a council. A province without a vote is no council of nothing.
function cellOf(holder, council) {
  const bare = (status) => ({ status, facts: council.facts ?? [], words: { head: words.status[status], whole: words.status[status] } });
  return council.status === "no_vote" ? bare("no_vote") : model.cells[holder.cells[council.id]] ?? bare("unknown"); // its place among them
}

// What a cell says; the same everywhere on the page.
function cellWords(holder, council) {
  const { words: { whole, through }, differ } = cellOf(holder, council);
  return `${whole}${through ? ` (${through})` : ""}${differ ? `; ${differ}` : ""}`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
