// What is chosen, and how it is kept in the address: one state for all views.

const VIEWS = ["seats", "network", "councils", "ties"];
const EMPTY = { view: "seats", node: "", council: "", tie: "", path: "", open: "", kinds: "", full: "", alliance: "", bloc: "", province: "", off: "", all: "" };
const start = { ...EMPTY, ...read("start") };
let state = { ...start };
const parts = []; // functions that draw the state

function cleaned(found) {
  const known = { ...start };
  for (const name of Object.keys(EMPTY)) if (name in found) known[name] = String(found[name]);
  if (!VIEWS.includes(known.view)) known.view = start.view;
  if (councils.has(known.node)) [known.council, known.node] = [known.node, ""];
  if (known.node && !holders.has(known.node) && !nodes.has(known.node)) known.node = "";
  if (known.council && !councils.has(known.council)) known.council = "";
  if (known.tie && !tieOf(known.tie)) known.tie = "";
  if (!readPath(known.path).ends.length) known.path = "";
  known.open = known.open.split(",").filter((id) => nodes.has(id)).join();
  known.kinds = known.kinds.split(",").filter((kind) => kind === "none" || Object.hasOwn(SWITCHES, kind)).join();
  known.full = known.full ? "1" : "";
  for (const name of ["alliance", "bloc"]) if (known[name] && !holders.has(known[name])) known[name] = "";
  if (known.province && !councils.has(known.province)) known.province = "";
  return known;
}

const tieOf = (text) => ties.find((tie) => tie.ref !== undefined && `${tie.start}>${tie.end}>${tie.type}` === text);

// An address that names somebody and no view means the network.
const usualView = (found) => (found.node || found.tie || found.path ? "network" : "seats");

function fromAddress() {
  if (location.hash.length < 2) return { ...start };
  const found = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  return cleaned({ ...EMPTY, view: usualView(found), ...found });
}

function toAddress() {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== (name === "view" ? usualView(state) : EMPTY[name])) said.set(name, value);
  if (!said.size && start.node) said.set("view", state.view);
  const address = said.size ? `#${said}` : location.pathname + location.search;
  if (address !== (location.hash || location.pathname + location.search)) history.pushState(null, "", address); // Back undoes
}

function set(change) {
  state = cleaned({ ...state, ...change });
  toAddress();
  draw();
}

// Choosing a name keeps the view; a province is a council, alone or of the name that is chosen.
function choose(id, council = "") {
  if (councils.has(id)) set({ node: "", council: id, tie: "", path: "" });
  else set({ node: id, council, tie: "", path: "" });
}

function draw() {
  const active = document.activeElement, key = active?.dataset?.key;
  for (const part of parts) part();
  if (key && document.activeElement?.dataset?.key !== key) document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  if (!active.isConnected && document.activeElement === document.body) byId("panel-title").focus({ preventScroll: true });
}

const kindsOff = () => new Set(state.off.split(",").filter(Boolean));

// Whether a name passes the filters; provinces have one of their own.
function passes(id) {
  const holder = holders.get(id), kind = holder?.kind ?? nodes.get(id)?.kind;
  if (kindsOff().has(kind)) return false;
  if (!holder) return true;
  const within = holder.within ?? [];
  if (state.alliance && id !== state.alliance && !within.includes(state.alliance)) return false;
  if (state.bloc && id !== state.bloc && !within.includes(state.bloc)) return false;
  if (state.province) return ["seats", "shared"].includes(holder.cells[state.province]?.status);
  return true;
}

// The lists whose seats the chosen name's answer counts, and those it shares.
function relatedLists(id) {
  const found = new Map();
  for (const cell of Object.values(holders.get(id)?.cells ?? {})) {
    for (const item of cell.lists ?? []) found.set(item.id, item.relation);
  }
  return found;
}
