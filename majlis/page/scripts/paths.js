// Paths: the shortest chains of ties between two names, as `majlis path --election` tells them. Ties of people and lists are
// walked first; offices where these give no way; then seats in the same place, last in the whole of an election. Only what held on the day of the vote is walked, so
// the ties of a chain held together.

const PEOPLE = ["LEADS", "MEMBER_OF", "EXPECTED_IN", "RIVAL_OF", "SUPPORTED"], OFFICES = [...PEOPLE, "HELD", "ELECTED"];
const WALKED = [["", PEOPLE], ["path.by_office", OFFICES], ...[[], ["WON_IN_ALL"]].map((whole) => ["path.by_place", [...OFFICES, "OFFICE_IN", "HOLDS_SEATS", ...whole]])];
const OFFERED_WAYS = 3;
const walks = new Map(); // by what is open, the ways between two names

// The two ends and the number of the way, as the address keeps them: "a..b~0".
function readPath(text) {
  const [ends, way] = text.split("~"), found = ends.split("..");
  return found.length === 2 && found[0] !== found[1] && found.every((id) => nodes.has(id) && !isProvince(id)) ? { ends: found, way: Number(way) || 0 } : { ends: [], way: 0 };
}

const pathEnds = () => readPath(state.path).ends;
const askPath = (from, to, way = 0) => set({ node: "", council: "", tie: "", path: `${from}..${to}~${way}` });
const chosenWay = () => Math.min(readPath(state.path).way, Math.max(0, pathWays().ways.length - 1));
const chosenChain = () => (state.path ? pathWays().ways[chosenWay()] : null);

const pathWays = () => remembered(walks, [model.election, language, ...pathEnds()].join(), () => shortestWays(...pathEnds()));

// The first of the shortest ways, in the order of ids, by the first kinds of ties that give any. As `_shortest` of queries/affiliation/path.py.
function shortestWays(start, end) {
  for (const [note, types] of WALKED) {
    const steps = ties.filter((tie) => tie.current && types.includes(tie.type)).flatMap((tie) => [{ from: tie.start, to: tie.end, tie }, { from: tie.end, to: tie.start, tie }]);
    const near = new Map([...Map.groupBy(steps, ({ from }) => from)].map(([id, found]) => [id, Map.groupBy(found, ({ to }) => to)]));
    const far = new Map([[end, 0]]);
    for (let edge = [end], away = 1; edge.length && !far.has(start); away += 1) {
      edge = [...new Set(edge.flatMap((id) => [...(near.get(id)?.keys() ?? [])]))].filter((id) => !far.has(id));
      for (const id of edge) far.set(id, away);
    }
    if (far.has(start)) return { note, ways: [...waysFrom(start, near, far)].slice(0, OFFERED_WAYS) };
  }
  return { note: "", ways: [] };
}

function* waysFrom(id, near, far) {
  if (!far.get(id)) return yield [];
  const after = [...near.get(id).keys()].filter((next) => far.get(next) === far.get(id) - 1).sort((a, b) => (a < b ? -1 : 1));
  for (const next of after) for (const rest of waysFrom(next, near, far)) yield [{ from: id, to: next, drawn: near.get(id).get(next).map(({ tie }) => tie) }, ...rest];
}

// What a step says: each kind of its ties in each direction, when it held, and the sources behind it.
function stepLines({ from, to, drawn }) {
  return [...Map.groupBy(drawn, (tie) => `${tie.type} ${tie.start === from}`).values()].map((found) => {
    const tie = words.ties[found[0].type][found[0].start === from ? 0 : 1], whens = [...new Set(found.map((one) => one.when).filter(Boolean))];
    return { said: phrase("path.step", { a: labelOf(from), tie, b: labelOf(to) }) + (whens.length ? ` (${whens.join(words.semicolon)})` : ""), sources: sourcesOf(found.map(({ ref }) => ref)) };
  });
}

function pathSentence() {
  const [a, b] = pathEnds().map(nameOf), { ways } = pathWays();
  if (!ways.length) return phrase("network.path.none", { a, b });
  return phrase("network.path.is", { a, b, steps: counted("step", ways[0].length), way: chosenChain().flatMap(stepLines).map(({ said }) => said).join(words.semicolon) });
}

// The answer of a path: every way in words, one of them chosen, and who says each of its steps.
function pathPanel() {
  const { ways, note } = pathWays(), [from, to] = pathEnds(), lines = (chosenChain() ?? []).flatMap(stepLines);
  const way = (chain, at) => make("li", {}, make("button", { type: "button", class: "way", "aria-pressed": String(at === chosenWay()), data: { key: `way/${at}` }, onclick: () => askPath(from, to, at) },
    chain.flatMap(stepLines).map(({ said }) => make("span", {}, named(said))), make("small", {}, counted("step", chain.length))));
  const sources = lines.map((line) => make("li", {}, make("small", {}, line.said), line.sources.map((at) => make("div", {}, link(model.sources[at].url, model.sources[at].cite)))));
  const cited = new Set(lines.flatMap((line) => line.sources));
  return [eyebrow(), heading(`${labelOf(from)} – ${labelOf(to)}`), ways.length ? make("ul", { class: "ways" }, ways.map(way)) : make("p", { class: "sentence" }, pathSentence()),
    actions(pathSentence(), [...cited], cited.size), note ? make("p", { class: "notes" }, words[note]) : null, ...(sources.length ? [make("h2", {}, words["network.card.sources"]), make("ol", { class: "sources" }, sources)] : [])];
}

// --- The box in which two names are asked for ---

function togglePathBox(open = byId("path-box").hidden) {
  byId("path-box").hidden = !open;
  byId("path-button").setAttribute("aria-expanded", String(open));
  if (!open) return byId("path-button").focus();
  byId("path-names").replaceChildren(...[...nodes.keys()].filter((id) => !isProvince(id)).map((id) => make("option", { value: nameOf(id) })));
  const from = pathEnds()[0] ?? state.node;
  byId("path-from").value = from ? nameOf(from) : "";
  byId("path-to").value = "";
  byId(from ? "path-to" : "path-from").focus();
}

// Both names are read as the search reads them; a name that means nobody is said to be unknown.
function submitPath() {
  const boxes = ["path-from", "path-to"].map(byId), found = boxes.map(({ value }) => nameMeant(value)), missing = boxes.find((_, at) => !found[at]);
  byId("path-said").textContent = missing ? phrase("network.path.unknown", { name: missing.value }) : "";
  if (missing) return missing.focus();
  togglePathBox(false);
  askPath(...found);
}

function nameMeant(text) {
  const exact = [...nodes.keys()].find((id) => nameOf(id) === text || labelOf(id) === text), { found, active } = search(text);
  return exact ?? (active >= 0 && nodes.has(found[active].id) && !councils.has(found[active].id) ? found[active].id : "");
}

on("path-button", "click", () => togglePathBox());
on("path-box", "submit", submitPath);
