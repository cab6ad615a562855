// What stands on the stage of the network, and what of it is lit: by a choice, a path, opened names and the legend's switches.

const SWITCHES = {
  seats: ["HOLDS_SEATS", "WON_IN_ALL"], leads: ["LEADS", "SUPPORTED"], member: ["MEMBER_OF", "EXPECTED_IN"], rival: ["RIVAL_OF"],
  office: ["HELD", "OFFICE_IN", "ELECTED"], absent: ["BOYCOTTED", "BARRED", "DID_NOT_STAND"],
};
const AT_REST = ["seats", "leads"]; // the switches that are on
const AFFILIATION = [...SWITCHES.leads, ...SWITCHES.member];
const switchOf = Object.fromEntries(Object.entries(SWITCHES).flatMap(([name, types]) => types.map((type) => [type, name])));

const isSeats = (tie) => SWITCHES.seats.includes(tie.type);
const isProvince = (id) => nodes.get(id)?.kind === "province";
const farEnd = (tie, id) => (tie.start === id ? tie.end : tie.start);
const isSmall = (id) => { const node = nodes.get(id); return node.seats > 0 && !isRing(node) && !node.named; }; // a grey mark until it is asked for

// That a list won seats of the whole vote is told by its disc; only a path walks it.
const isPictured = (tie) => !(isSeats(tie) && nodes.get(tie.end)?.kind === "election");

const tied = new WeakMap(); // by the ties of an election, those of each name
const tiesOf = (id) => remembered(tied, ties, () => {
  const ends = ties.filter(isPictured).flatMap((tie) => [...new Set([tie.start, tie.end])].map((end) => [end, tie]));
  return new Map([...Map.groupBy(ends, ([end]) => end)].map(([end, found]) => [end, found.map(([, tie]) => tie)]));
}).get(id) ?? [];

const openNames = () => new Set(state.open.split(",").filter((id) => nodes.has(id)));
const kindsOn = () => new Set(state.kinds ? state.kinds.split(",") : AT_REST);

// The name in the middle of attention, "" if there is none.
function centre() {
  const tie = state.tie && tieOf(state.tie);
  return [tie ? tie.start : state.node || state.council].find((id) => nodes.has(id)) ?? "";
}

// Ties that are lit, with the names at their ends and further ones. `lists` are those that a choice's answer counts, by how it comes to them.
const lightOn = (ties, names = [], lists = new Map(), focus = true) => (
  { ties: new Set(ties), names: new Set([...names, ...[...ties].flatMap((tie) => [tie.start, tie.end])]), lists, focus });
const UNLIT = lightOn([], [], new Map(), false);

// What a name lights: its ties; for a council the leaders of its lists; else the seats of the lists its answer counts.
function lightOf(id, council = "") {
  const ring = isRing(nodes.get(id)), counted = relatedLists(id), lists = new Set([id, ...counted.keys()]);
  const own = tiesOf(id).filter((tie) => !ring || isSeats(tie));
  const leads = (list) => tiesOf(list).filter((tie) => tie.type === "LEADS" && tie.rest && tie.end === list);
  const joins = (tie) => AFFILIATION.includes(tie.type) && lists.has(tie.start) && lists.has(tie.end);
  const further = ring ? own.flatMap((tie) => leads(tie.start)) : [...lists].flatMap((list) => tiesOf(list).filter((tie) => (isSeats(tie) ? tie.start === list : joins(tie))));
  return lightOn([...own, ...further].filter((tie) => !council || !isSeats(tie) || tie.end === council), [id], counted);
}

// What is lit now.
function lightNow() {
  const middle = centre(), tie = state.tie && tieOf(state.tie);
  if (state.path) return lightOn((chosenChain() ?? []).flatMap((step) => step.drawn), pathEnds());
  if (!middle) return UNLIT;
  const lit = tie ? lightOn([tie]) : lightOf(middle, state.node && state.council);
  return openNames().has(middle) ? lightOn([...lit.ties, ...tiesOf(middle)], lit.names, lit.lists) : lit;
}

// The names on the stage, each with the name that revealed it; those of the layout are there at rest.
function namesOnStage(shape, lit) {
  const wanted = new Map(), on = kindsOn(), layout = model.layouts[shape];
  const add = (id, beside = "") => { if (nodes.has(id) && !wanted.has(id)) wanted.set(id, beside); };
  for (const id of Object.keys(layout)) if (atRest(nodes.get(id), shape)) add(id);
  const rest = new Set(wanted.keys());
  for (const tie of ties) {
    if (AT_REST.includes(switchOf[tie.type]) || !on.has(switchOf[tie.type]) || !tie.current) continue;
    for (const [id, beside] of [[tie.start, tie.end], [tie.end, tie.start]]) if (rest.has(beside) && nodes.get(beside).named) add(id, beside);
  }
  for (const id of openNames()) {
    add(id);
    for (const tie of tiesOf(id)) add(farEnd(tie, id), id);
  }
  const middle = centre();
  for (const id of middle ? [middle] : pathEnds()) add(id);
  for (const tie of lit.ties) {
    add(tie.start, wanted.has(tie.end) ? tie.end : middle);
    add(tie.end, tie.start);
  }
  return wanted;
}

// On a tall stage, a telephone's, leaders wait for a choice.
const atRest = (node, shape) => Boolean(node?.rest) && !(shape === "tall" && isPortrait(node) && !node.absent);

// The ties between names on the stage: lit, opened, or of a kind that is switched on and held on the day.
function tiesOnStage(shown, lit) {
  const on = kindsOn(), open = openNames();
  const wanted = (tie) => isPictured(tie) && (open.has(tie.start) || open.has(tie.end) || (tie.current && on.has(switchOf[tie.type])));
  return ties.filter((tie) => shown.has(tie.start) && shown.has(tie.end) && (lit.ties.has(tie) || wanted(tie)));
}

// How strongly a tie and a name are to be seen. `near`: zoomed in, small lists and their ties are seen too.
function tieStrength(tie, { lit, hovered, near, route }) {
  const pale = tie.current ? 1 : 0.35; // a tie of another day
  if (lit.focus) return lit.ties.has(tie) ? (isSlim(tie, lit) ? 0.5 : 0.95) * pale : tie.rest ? 0.06 : 0;
  if (hovered) return hovered.ties.has(tie) ? 0.95 * pale : tie.rest ? 0.1 : 0;
  if (openNames().size && (openNames().has(tie.start) || openNames().has(tie.end))) return 0.9 * pale;
  const busy = [...kindsOn()].some((kind) => !AT_REST.includes(kind));
  if (isSeats(tie)) return (tie.rest ? 0.65 : near ? 0.4 : 0) * (busy ? 0.4 : 1);
  if (tie.type === "LEADS") return tie.rest || near ? (isLong(route) ? 0 : 0.8) : 0;
  return 0.6;
}

const isLong = (route) => Boolean(route) && Math.hypot(route.curve[6] - route.curve[0], route.curve[7] - route.curve[1]) > 130;

function nameStrength(id, { lit, hovered }) {
  if (lit.focus) return lit.names.has(id) ? 1 : 0.14;
  return hovered && !hovered.names.has(id) ? 0.35 : 1;
}

// Where the answer of a choice counts several lists, their ties step back: the councils say its seats themselves.
const countsSeveral = (lit) => [...lit.lists.values()].filter((relation) => relation !== "shared").length > 1;
const isSlim = (tie, lit) => isSeats(tie) && lit.lists.has(tie.start) && countsSeveral(lit);

// Whether so many ties of a kind are lit that each of them must be quiet.
const FEW = 4;
const isCrowded = (tie, lit) => !isSeats(tie) && [...lit.ties].filter(({ type }) => type === tie.type).length > FEW;

const tieWords = (tie) => `${labelOf(tie.start)} ${words.ties[tie.type][0]} ${labelOf(tie.end)}${isSeats(tie) ? `: ${heldBy(tie).of ?? ""}` : ""}${tie.marked ? `; ${words.differ}` : ""}`;

// A tie of seats is a cell; another tie is itself.
function chooseTie(tie) {
  if (isSeats(tie) && holders.has(tie.start)) set({ node: tie.start, council: councils.has(tie.end) ? tie.end : "", tie: "", path: "" });
  else if (tie.ref !== undefined) set({ node: "", council: "", path: "", tie: keyOf(tie) });
}
