// What is chosen, and how it is kept in the address: one state for all views, and Back undoes.

const EMPTY = { view: "network", lang: settings.lang, election: settings.every ? "" : settings.election, node: "", council: "", tie: "", path: "", open: "", kinds: "", full: "",
  alliance: "", bloc: "", province: "", all: "" };
const IN_PATH = ["node", "council", "path"]; // what stands before the "?" of an address
const start = { ...EMPTY, ...settings.state };
let state = fromAddress();
let stood = false; // whether the page has been painted

const keyOf = (tie) => `${tie.start}>${tie.end}>${tie.type}`, tieOf = (text) => ties.find((tie) => tie.ref !== undefined && keyOf(tie) === text);

// A state without what the page does not know; it is of the election that is open.
function cleaned(found) {
  const known = Object.fromEntries(Object.entries(EMPTY).map(([name, usual]) => [name, String(found[name] ?? usual)]));
  if (councils.has(known.node) || isBody(known.council)) [known.council, known.node] = [known.node, known.council];
  for (const [name, isKnown] of Object.entries(CHECKS)) if (!isKnown(known[name])) known[name] = EMPTY[name];
  return known;
}

const isBody = (id) => Object.hasOwn(settings.bodies, id);
const isHolder = (id) => holders.has(id), isCouncil = (id) => councils.has(id), isNode = (id) => nodes.has(id);
const CHECKS = {
  view: (name) => Object.hasOwn(VIEWS, name), node: (id) => isHolder(id) || isNode(id), council: isCouncil, tie: tieOf, path: (text) => readPath(text).ends.length,
  open: (ids) => ids.split(",").some(isNode), kinds: (kinds) => kinds.split(",").some((kind) => kind === "none" || Object.hasOwn(SWITCHES, kind)), full: (text) => text === "1", alliance: isHolder, bloc: isHolder, province: isCouncil,
};

// The address of a state: "where/nouri-al-maliki?view=seats".
function addressOf(of) {
  const { ends: [from, to], way } = readPath(of.path), page = isBody(of.node) ? "who" : ["office", "election"].includes(kindOf(of.node)) ? "entity" : "where";
  const path = from ? ["path", from, to] : of.node && of.council ? ["why", of.node, of.council] : of.node ? [page, of.node] : of.council ? ["who", of.council] : [];
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(of)) if (!IN_PATH.includes(name) && value !== EMPTY[name]) said.set(name, value);
  if (way) said.set("way", way);
  const text = path.map(encodeURIComponent).join("/") + (said.size ? `?${said}` : "");
  return text || (start.node ? "home" : "");
}

// The state of the address, with an election and a language that there are.
function fromAddress() {
  const text = addressHere(), [path, query] = text.split(/\?(.*)/s), [page, one, two] = path.split("/").map(decoded);
  const said = Object.fromEntries(new URLSearchParams(query ?? ""));
  const pages = { where: { node: one }, entity: { node: one }, network: { node: one }, who: { council: one }, why: { node: one, council: two }, map: { view: "map" }, path: { path: `${one}..${two}~${said.way ?? 0}` } };
  const chosen = Object.fromEntries(Object.entries((Object.hasOwn(pages, page) && pages[page]) || {}).filter(([, value]) => value));
  for (const name of IN_PATH) delete said[name];
  said.election ??= settings.bodies[one];
  const found = { ...(text ? EMPTY : start), ...said, ...chosen };
  if (!settings.elections.includes(found.election)) found.election = EMPTY.election;
  if (!settings.languages.includes(found.lang)) found.lang = EMPTY.lang;
  return found;
}

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return ""; }
}

let wanted = 0; // of two that are asked for while the first is loading, the second counts

// Show a state, before the next event where its election is loaded; `keep` keeps its address in the browser's history.
async function show(next, keep) {
  const mine = wanted += 1;
  await learn(next).catch((error) => unloaded(addressFor(addressOf(next)), error));
  if (mine !== wanted) return;
  use(next.election, next.lang);
  state = cleaned(next);
  keep?.(addressFor(addressOf(state)));
  draw();
}

async function set(change) {
  if (["", ...settings.elections].includes(change.election ?? "")) await show({ ...state, ...change }, (address) => {
    if (address !== location.pathname + location.search + location.hash && address !== location.hash) history.pushState(null, "", address);
  });
}

// Choosing a name keeps the view; a body is that of its last election.
const choose = (node, council = "", election = isBody(node) && !nodes.has(node) ? settings.bodies[node] : state.election) => set({ node, council, tie: "", path: "", election });

function draw() {
  const active = document.activeElement, key = active?.dataset?.key;
  for (const part of stood ? [...PARTS, ...BESIDE] : PARTS) part();
  if (key && document.activeElement?.dataset?.key !== key) document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  if (!active.isConnected && document.activeElement === document.body) byId("panel-title").focus({ preventScroll: true });
}

// Whether a name passes the filters; provinces have one of their own.
function passes(id) {
  const holder = holders.get(id);
  if (!holder) return true;
  const within = [id, ...holder.within ?? []], grouped = [state.alliance, state.bloc].every((group) => !group || within.includes(group));
  return grouped && (!state.province || ["seats", "shared"].includes(model.cells[holder.cells[state.province]]?.status));
}

// The lists whose seats the chosen name's answer counts, and those it shares.
function relatedLists(id) {
  const cells = Object.values(holders.get(id)?.cells ?? {});
  return new Map(cells.flatMap((at) => model.cells[at].lists ?? []).map((item) => [item.id, item.relation]));
}

const [rules] = await Promise.all([part("rules"), learn(state)]);
use(state.election, state.lang);
