// The Network view: positions come from the page's data, vis-network draws and moves them.
// A name's ties out to two steps; edges stay faint until something is chosen.

let net = null, drawnKey = "", cursor = "", colours = {}, free = { labels: new Map(), numbers: new Map() }, freeKey = "", seen = new Map(), widths = new Map(), outlines = null;
const edgeSet = new vis.DataSet(), nodeSet = new vis.DataSet();
const MANY = 1500; // ties beyond which they are left out while the picture moves
const TEXT = 13, PILL = 24, WIDEST = 210; // pixels
const ALONG = [0.62, 0.5, 0.72, 0.4, 0.8, 0.3, 0.86, 0.22]; // where on a tie, or beside it, its seats may stand, best first
let neighboursOf = new Map();

function openNetwork() {
  neighboursOf = new Map(networkNodes.map((node) => [node.id, []]));
  ties.forEach((tie, at) => {
    neighboursOf.get(tie.start).push([tie.end, at]);
    neighboursOf.get(tie.end).push([tie.start, at]);
  });
  [drawnKey, freeKey, cursor] = ["", "", ""];
}

const plural = (count, one) => `${count} ${count === 1 ? one : `${one}s`}`;

const isProvince = (id) => nodes.get(id)?.kind === "province";
const isSeats = (tie) => tie.type === "HOLDS_SEATS";

function centre() {
  const tie = state.tie && tieOf(state.tie);
  return [tie ? tie.start : state.node || state.council].find((id) => nodes.has(id)) ?? "";
}

// The names on show: the chosen one's ties out to two steps, or the larger lists with who leads them.
function shownIds() {
  const middle = centre();
  const all = new Set();
  if (state.all) networkNodes.forEach((node) => all.add(node.id));
  else if (middle) twoSteps(middle, all);
  else mainNames(all);
  return [...all].filter((id) => id === middle || (isProvince(id) ? !state.province || id === state.province : passes(id)));
}

function twoSteps(middle, found) {
  found.add(middle);
  const first = neighboursOf.get(middle).map(([id]) => id);
  first.forEach((id) => found.add(id));
  for (const id of first.filter((near) => !isProvince(near))) {
    for (const [further] of neighboursOf.get(id)) if (!isProvince(middle) || !isProvince(further)) found.add(further);
  }
  for (const list of relatedLists(middle).keys()) {
    if (!nodes.has(list)) continue;
    found.add(list);
    for (const [id, at] of neighboursOf.get(list)) if (isSeats(ties[at])) found.add(id);
  }
}

function mainNames(found) {
  model.councils.forEach((council) => nodes.has(council.id) && council.status === "voted" && found.add(council.id));
  for (const holder of lists.filter((list) => list.seats >= FOLDED)) {
    if (!nodes.has(holder.id)) continue;
    found.add(holder.id);
    for (const [id, at] of neighboursOf.get(holder.id)) if (ties[at].type === "LEADS" && ties[at].end === holder.id) found.add(id);
  }
}

// The ties that stand out: those of the chosen name, and the seats of the lists its answer counts.
function litTies() {
  const middle = centre(), chosenTie = state.tie && tieOf(state.tie);
  if (chosenTie) return new Set([ties.indexOf(chosenTie)]);
  const lit = new Set((neighboursOf.get(middle) ?? []).map(([, at]) => at));
  for (const [list] of relatedLists(state.node)) {
    for (const [, at] of neighboursOf.get(list) ?? []) if (isSeats(ties[at]) && ties[at].start === list) lit.add(at);
  }
  if (state.node && state.council) return new Set([...lit].filter((at) => !isSeats(ties[at]) || ties[at].end === state.council));
  return lit;
}

// Where each name stands: columns are packed anew, in their order, around the middle.
function places(ids) {
  const layout = model.layouts[state.layout];
  if (state.layout !== "columns") return new Map(ids.map((id) => [id, layout[id]]));
  const columns = new Map();
  for (const id of ids) columns.set(layout[id][0], [...(columns.get(layout[id][0]) ?? []), id]);
  const used = [...columns.keys()].sort((a, b) => a - b);
  const most = Math.max(...[...columns.values()].map((column) => column.length));
  const room = byId("net").clientHeight - 30, height = Math.max(PILL, Math.min(40, room / most));
  const top = most * height > room; // too many for the room: every column begins at the top
  const found = new Map();
  for (const x of used) {
    const column = columns.get(x).sort((a, b) => layout[a][1] - layout[b][1]);
    column.forEach((id, row) => found.set(id, [x, (top ? row : row - (column.length - 1) / 2) * height]));
  }
  return found;
}

function readColours() {
  const probe = document.body.appendChild(make("i", { hidden: true }));
  const value = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
  colours = Object.fromEntries(["paper", "ink", "faint", "edge", "tie", "accent", "mark", "soft", "step-3", ...Object.keys(words.kinds).map((kind) => `kind-${kind}`)].map((name) => [name, value(name)]));
  probe.remove();
}

function drawNetwork() {
  if (state.view !== "network") return;
  byId("layout").value = state.layout;
  const ids = shownIds(), shown = new Set(ids), key = JSON.stringify([state.layout, ids]);
  const lit = litTies(), middle = centre();
  seen = looks(ids, lit, middle);
  if (!net) makeNetwork();
  const related = relatedLists(state.node), edges = [];
  ties.forEach((tie, at) => { if (shown.has(tie.start) && shown.has(tie.end)) edges.push(edgeLook(tie, at, lit, related, Boolean(middle))); });
  if (key !== drawnKey) {
    drawnKey = key;
    cursor = "";
    const at = places(ids);
    net.setOptions({ interaction: { hideEdgesOnDrag: edges.length > MANY, hideEdgesOnZoom: edges.length > MANY }, edges: { smooth: state.layout === "columns" ? { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 } : false } });
    nodeSet.clear();
    edgeSet.clear();
    nodeSet.add(ids.map((id) => ({ id, x: at.get(id)[0], y: at.get(id)[1], shape: "custom", ctxRenderer: drawNode, label: labelOf(id) })));
    edgeSet.add(edges);
    fitNetwork();
  } else {
    edgeSet.update(edges.filter((edge) => edge.look !== edgeSet.get(edge.id).look));
  }
  net.redraw();
  drawNetworkWords(ids, lit, middle);
}

function looks(ids, lit, middle) {
  const touched = new Set([...lit].flatMap((at) => [ties[at].start, ties[at].end]));
  return new Map(ids.map((id) => [id, { id, kind: nodes.get(id).kind, seats: nodes.get(id).seats ?? 0, tone: id === middle ? "chosen" : touched.has(id) ? "lit" : middle ? "faint" : "plain" }]));
}

function edgeLook(tie, at, lit, related, chosen) {
  const shines = lit.has(at), shared = related.get(tie.start) === "shared";
  const colour = !shines ? colours.tie : tie.marked ? colours.mark : isSeats(tie) ? colours["step-3"] : colours.ink;
  const width = isSeats(tie) ? 1 + Math.sqrt(tie.seats ?? 1) * (shines ? 1.4 : 0.5) : shines ? 1.6 : 1;
  const dashes = !isSeats(tie) || (shines && shared) || tie.marked;
  return { id: at, from: tie.start, to: tie.end, look: [shines, shared, chosen].join(), color: { color: colour, highlight: colour, hover: colour, opacity: shines ? 1 : chosen ? 0.6 : 0.9 }, width, dashes: dashes ? [5, 4] : false,
    arrows: isSeats(tie) ? "" : { to: { enabled: shines, scaleFactor: 0.45 } } };
}

function makeNetwork() {
  readColours();
  net = new vis.Network(byId("net"), { nodes: nodeSet, edges: edgeSet }, {
    physics: false, layout: { randomSeed: 1 }, edges: { selectionWidth: 0, hoverWidth: 0.5 },
    interaction: { dragNodes: false, hover: true, selectConnectedEdges: false, tooltipDelay: 1e6 },
  });
  net.on("beforeDrawing", (ctx) => {
    const key = [net.getScale().toFixed(3), centre(), state.tie, drawnKey].join();
    if (key !== freeKey) [freeKey, free] = [key, freeWords()];
    drawOutlines(ctx);
  });
  net.on("afterDrawing", drawSeatNumbers);
  net.on("click", ({ nodes: [id], edges: [at] }) => {
    if (id !== undefined) choose(id);
    else if (at !== undefined) chooseTie(ties[at]);
  });
  net.on("hoverNode", () => { byId("net").style.cursor = "pointer"; });
  net.on("blurNode", () => { byId("net").style.cursor = ""; });
}

// A tie of seats is a cell; another tie is itself.
function chooseTie(tie) {
  if (isSeats(tie) && holders.has(tie.start)) set({ node: tie.start, council: tie.end, tie: "" });
  else if (tie.ref !== undefined) set({ node: "", council: "", tie: `${tie.start}>${tie.end}>${tie.type}` });
}

function fitNetwork() {
  const at = nodeSet.get().map((node) => [node.x, node.y]);
  if (!at.length) return;
  const box = byId("net"), pad = state.layout === "columns" ? WIDEST : 110 / 0.3;
  const side = (axis) => [Math.min(...at.map((point) => point[axis])), Math.max(...at.map((point) => point[axis]))];
  const [left, right] = side(0), [top, bottom] = side(1);
  const wanted = Math.min((box.clientWidth - 8) / (right - left + pad), (box.clientHeight - 8) / (bottom - top + (state.layout === "columns" ? 44 : 220)));
  const least = state.layout === "columns" ? 0.86 : 0.05;
  const scale = Math.min(state.layout === "columns" ? 1 : 1.4, Math.max(wanted, least));
  const y = (bottom - top + 44) * scale > box.clientHeight ? top - 22 + box.clientHeight / scale / 2 : (top + bottom) / 2;
  const narrow = (right - left + pad) * scale > box.clientWidth && nodeSet.get(centre()); // then what is chosen comes first
  net.moveTo({ position: { x: narrow ? narrow.x + 100 : (left + right) / 2, y }, scale, animation: false });
}

// The country's outlines, where names stand on the map.
function drawOutlines(ctx) {
  if (state.layout !== "map") return;
  outlines ??= outlinePaths();
  ctx.save();
  ctx.scale(mapScale, mapScale);
  ctx.lineWidth = 1 / mapScale / net.getScale();
  ctx.strokeStyle = colours.faint;
  ctx.fillStyle = colours.soft;
  for (const path of outlines) {
    ctx.fill(path);
    ctx.stroke(path);
  }
  ctx.restore();
}

// The words that have room: labels around their sign, the chosen and lit ones first, then the seats on the ties that
// stand out, then provinces and who has most seats.
function freeWords() {
  const labels = new Map(), numbers = new Map();
  if (state.layout === "columns") return { labels, numbers };
  const order = { chosen: 0, lit: 1, plain: 2, faint: 2 }, scale = net.getScale(), at = net.getPositions();
  const looked = [...seen.values()].filter((look) => at[look.id])
    .sort((a, b) => order[a.tone] - order[b.tone] || isProvince(b.id) - isProvince(a.id) || b.seats - a.seats);
  const box = ({ x, y }, half, high, [across, down] = [0, 0]) =>
    [x * scale + across - half, y * scale + down - high, x * scale + across + half, y * scale + down + high];
  const signs = new Map(looked.map((look) => [look.id, box(at[look.id], radius(look) + 2, radius(look) + 2)]));
  const taken = [];
  const vacant = (place) => !taken.some((other) => meet(place, other));
  const clear = (place, own) => ![...signs].some(([id, other]) => id !== own && meet(place, other));
  const best = (ways, own) => ways.filter(([place]) => vacant(place)).sort((a, b) => clear(b[0], own) - clear(a[0], own))[0];
  const take = ([place, value]) => { taken.push(place); return value; };

  function label(look) {
    const half = labelOf(look.id).length * 3.3 + 3, needed = order[look.tone] < 2 || (look.tone === "plain" && (isProvince(look.id) || look.id in slots));
    const down = radius(look) + 11, across = radius(look) + half + 2, ways = [[0, down], [0, -down], [across, 0], [-across, 0]];
    if (needed) for (const far of [11, -11]) ways.push([across, far], [-across, far], [half / 2, down * Math.sign(far)], [-half / 2, down * Math.sign(far)], [0, (down + 14) * Math.sign(far)]);
    const found = best(ways.map((way) => [box(at[look.id], half, 8, way), way]), look.id);
    if (found && (needed || clear(found[0], look.id))) labels.set(look.id, take(found));
  }
  function number(tie) {
    const [from, to] = [at[ties[tie].start], at[ties[tie].end]], half = narrow(heldBy(ties[tie])).length * 4 + 2;
    const [x, y] = [to.x - from.x, to.y - from.y], aside = 11 / scale / (Math.hypot(x, y) || 1);
    const ways = [0, aside, -aside].flatMap((by) => ALONG.map((part) => ({ x: from.x + x * part - y * by, y: from.y + y * part + x * by })));
    const found = best(ways.map((point) => [box(point, half, 7), point]));
    if (found) numbers.set(tie, take(found));
  }
  const first = looked.filter((look) => order[look.tone] < 2);
  first.forEach(label);
  [...litTies()].filter((tie) => isSeats(ties[tie]) && at[ties[tie].start] && at[ties[tie].end]).forEach(number);
  looked.slice(first.length).forEach(label);
  return { labels, numbers };
}

const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// Seats are written on a tie that stands out: in columns at the end where the ties lie apart.
function drawSeatNumbers(ctx) {
  const scale = net.getScale(), at = net.getPositions();
  for (const number of litTies()) {
    const tie = ties[number];
    if (!isSeats(tie) || !at[tie.start] || !at[tie.end]) continue;
    const look = { bold: true, colour: tie.marked ? colours.mark : null };
    if (state.layout !== "columns") {
      const point = free.numbers.get(number);
      if (point) halo(ctx, narrow(heldBy(tie)), point.x, point.y, { scale, ...look });
      continue;
    }
    const [from, to] = [at[tie.start], at[tie.end]], province = centre() === tie.end; // then all ties end at one place
    const x = province ? from.x + widths.get(tie.start) / 2 + 14 : to.x - widths.get(tie.end) / 2 - 14;
    halo(ctx, narrow(heldBy(tie)), x, province ? from.y : to.y, look);
  }
}

function drawNetworkWords(ids, lit, middle) {
  const says = middle
    ? `${labelOf(middle)}: ${plural(lit.size, "tie")} stand out, ${plural(ids.length, "name")} within two steps.`
    : state.all ? `All ${plural(ids.length, "name")}.` : `Lists with ${FOLDED} seats or more and who leads them, ${plural(ids.length, "name")}. Choose one to see its ties.`;
  byId("net-words").textContent = says;
  byId("net-all").setAttribute("aria-pressed", String(Boolean(state.all)));
}

// Arrows step through the ties of the chosen name, or through all names on show.
function stepInNetwork(by) {
  const middle = centre(), shown = nodeSet.getIds();
  const near = middle ? [...new Set(neighboursOf.get(middle).map(([id]) => id))].filter((id) => shown.includes(id)) : shown;
  if (!near.length) return;
  cursor = near[(near.indexOf(cursor) + by + near.length + (by < 0 && cursor === "" ? 1 : 0)) % near.length];
  const tie = middle && neighboursOf.get(middle).find(([id]) => id === cursor);
  say(tie ? tieWords(ties[tie[1]]) : `${labelOf(cursor)}, ${nodes.get(cursor).kind}`);
  net.redraw();
}

function tieWords(tie) {
  const seats = isSeats(tie) ? `: ${heldBy(tie).of}` : "";
  return `${labelOf(tie.start)} ${words.ties[tie.type][0]} ${labelOf(tie.end)}${seats}${tie.marked ? `; ${words.differ}` : ""}`;
}

function startNetwork() {
  opened.push(openNetwork);
  openNetwork();
  byId("layout").addEventListener("change", (event) => set({ layout: event.target.value }));
  addEventListener("recoloured", () => { readColours(); openNetwork(); });
  byId("net").addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by) stepInNetwork(by);
    else if (event.key === "Enter" && cursor) choose(cursor);
    else return;
    event.preventDefault();
  });
  byId("net-all").addEventListener("click", () => set({ all: state.all ? "" : "1" }));
  byId("net-fit").addEventListener("click", fitNetwork);
  byId("net-legend").append(...Object.entries(words.kinds).map(([kind, text]) => make("li", {}, make("span", { class: `sign ${kind}` }), ` ${text}`)),
    make("li", {}, make("span", { class: "stroke seats" }), " seats, wider: more"), make("li", {}, make("span", { class: "stroke affiliation" }), " leads, joined and other ties"), make("li", {}, make("span", { class: "stroke marked" }), ` ${words.differ}`),
    make("li", {}, "on the map only provinces stand where they lie"));
  parts.push(drawNetwork);
}
