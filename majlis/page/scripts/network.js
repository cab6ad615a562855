// The network: its stage, its camera and how it changes. vis-network keeps the camera, the gestures and the hit test of
// names; what stands where, the routes, the words and the paint are ours.

const motionless = matchMedia("(prefers-reduced-motion: reduce)");
const nodeSet = new vis.DataSet(), stage = byId("net");
const scene = {
  at: new Map(), home: new Map(), shown: new Set(), ties: [], obstacles: [], routes: new Map(), lanes: new Map(), slots: new Map(), strength: new Map(),
  lit: UNLIT, hovered: null, hoverName: "", near: false, shape: "", scale: 1, board: null,
};
const PANNED = 48; // pixels after which words are laid anew
let kept = null, resting = false; // the picture while only the camera moves, and where that stood; whether nothing else moves
let camera = null, changing = false, fitted = 1, frame = 0, last = 0, laidFor = "", laidAt = [0, 0], laidWhen = 0, drawnNodes = null, focusKey = "";

const shapeOfStage = () => { const ratio = stage.clientWidth / Math.max(1, stage.clientHeight); return ratio > 1.35 ? "wide" : ratio > 0.82 ? "square" : "tall"; };

const sizeOfStage = () => `${stage.clientWidth} ${stage.clientHeight}`;

// --- What is on the stage ---

function drawNetwork() {
  if (!stage.clientWidth) return;
  const first = !camera;
  setHover("", null);
  drawLegend();
  setScene(first);
  const key = JSON.stringify([model.election, state.node, state.council, state.tie, state.path, state.open, state.full, state.kinds]);
  if (key !== focusKey) toFocus(first ? 0 : 650);
  focusKey = key;
}

function setScene(jump) {
  const shape = shapeOfStage(), layout = model.layouts[shape], fresh = nodes !== drawnNodes;
  scene.lit = lightNow();
  const wanted = namesOnStage(shape, scene.lit);
  if (fresh || shape !== scene.shape) {
    // Names keep their place from one election to the next and travel to the new one; on another stage they stand at once.
    if (!fresh || jump) scene.at.clear();
    for (const id of scene.at.keys()) if (!nodes.has(id)) scene.at.delete(id);
    scene.home = new Map(Object.entries(layout));
    [scene.shape, drawnNodes] = [shape, nodes];
    scene.strength.clear();
    placed.clear();
  }
  for (const id of scene.shown) if (!wanted.has(id)) forget(id);
  for (const [id, point] of Object.entries(layout)) remembered(scene.at, id, () => [...point]);
  for (const [id, beside] of wanted) {
    const home = remembered(scene.home, id, () => scene.at.get(id) ?? freePlace(id, beside, scene));
    remembered(scene.at, id, () => [...home]);
    scene.shown.add(id);
  }
  scene.ties = tiesOnStage(scene.shown, scene.lit);
  scene.lanes.clear();
  reroute();
  changing = true; // vis-network draws at each change: the picture waits for the last
  nodeSet.remove(nodeSet.getIds().filter((id) => !scene.shown.has(id)));
  nodeSet.update([...scene.shown].map((id) => ({ id, x: scene.at.get(id)[0], y: scene.at.get(id)[1] })));
  if (!camera) makeCamera();
  changing = false;
  if (fresh && !jump) settle();
  wake(jump);
}

function forget(id) {
  scene.shown.delete(id);
  scene.strength.delete(id);
  if (id in model.layouts[scene.shape]) return;
  scene.at.delete(id);
  scene.home.delete(id);
}

// Routes are made when they are first seen; the slots on the rings for all ties of seats, since the marks follow them.
function reroute() {
  scene.routes.clear();
  scene.obstacles = obstaclesOf(scene);
  scene.slots = slotsOf(ties.filter((tie) => isSeats(tie) && scene.at.has(tie.start) && scene.at.has(tie.end)), scene.at);
  laidFor = "";
}

const routeFor = (tie) => remembered(scene.routes, tie, () => routeOf(tie, scene.at, scene.slots.get(tie), scene.obstacles, laneOf(tie), settling > 0));

// Which of the ties between the same two names on the stage a tie is.
const laneOf = (tie) => remembered(scene.lanes, tie, () => tiesOf(tie.start).filter((other) => farEnd(other, tie.start) === tie.end && scene.ties.includes(other)).indexOf(tie));

const strengthOf = (tie) => tieStrength(tie, { ...scene, route: scene.routes.get(tie) });

// What vis-network takes for a name: nothing to see, and never too small to be hit.
function handle({ id }) {
  const size = Math.max(2 * rimOf(nodes.get(id) ?? { r: 0 }), 22 / scene.scale);
  return { drawNode() {}, nodeDimensions: { width: size, height: size } };
}

// --- Frames ---

// Something changed: draw until nothing moves. At once, without fading, where the stage itself is new.
function wake(at_once = false) {
  [kept, resting] = [null, false];
  if (at_once === true) for (const [key, strength] of targets()) scene.strength.set(key, strength);
  if (frame || !camera) return;
  last = performance.now();
  frame = requestAnimationFrame(tick);
}

function* targets() {
  for (const id of scene.shown) yield [id, nameStrength(id, scene)];
  for (const tie of scene.ties) {
    if (strengthOf(tie) > 0.015) routeFor(tie);
    yield [tie, strengthOf(tie)];
  }
}

function tick(now) {
  const part = motionless.matches ? 1 : 1 - Math.exp(-Math.min(50, now - last) / 90);
  let busy = false;
  [frame, last] = [0, now];
  for (const [key, strength] of targets()) {
    const was = scene.strength.get(key) ?? 0, near = Math.abs(was - strength) < 0.01;
    scene.strength.set(key, near ? strength : was + (strength - was) * part);
    busy ||= !near;
  }
  busy = moveHome() || busy;
  camera.redraw();
  resting = !busy;
  if (busy) wake();
}

function paintStage(context) {
  if (changing) return;
  const { x, y } = camera.getViewPosition(), scale = camera.getScale(), [across, down] = [stage.clientWidth / 2 / scale, stage.clientHeight / 2 / scale];
  const near = scale > fitted * 1.5;
  if (near !== scene.near) wake();
  [scene.scale, scene.near] = [scale, near];
  const moved = Math.max(Math.abs(x - laidAt[0]), Math.abs(y - laidAt[1])) > PANNED / scale;
  const key = [scale.toFixed(3), scene.hoverName, scene.near, state.lang].join();
  if (key !== laidFor || moved) {
    kept = null;
    [laidFor, laidAt, laidWhen] = [key, [x, y], performance.now()];
    for (const tie of scene.ties) if (strengthOf(tie) > 0.015) routeFor(tie);
    drawKey();
    const edge = 4 / scale, view = [x - across + edge, y - down + edge, x + across - edge, y + down - edge];
    scene.board = layLabels(scene, scale, view, covered().map((sides) => sides.map((side, at) => side / scale + view[at % 2] - edge)));
  }
  if (resting) paintKept(context, scale);
  else paintScene(context, scale, false);
}

// While nothing moves but the camera, the picture is painted once, with a margin around the stage, and moved with it.
function paintKept(context, scale) {
  const { width, height } = context.canvas, at = context.getTransform(), margin = Math.ceil((PANNED * width) / stage.clientWidth);
  if (!kept) {
    const canvas = make("canvas", { width: width + 2 * margin, height: height + 2 * margin }), pen = canvas.getContext("2d");
    pen.setTransform(at.a, 0, 0, at.d, at.e + margin, at.f + margin);
    paintScene(pen, scale, false);
    kept = { canvas, at };
  }
  context.save();
  context.resetTransform();
  context.drawImage(kept.canvas, Math.round(at.e - kept.at.e) - margin, Math.round(at.f - kept.at.f) - margin);
  context.restore();
}

// Everything, from the land to the words; `settled`: as it will be when all has faded in and out.
function paintScene(context, scale, settled) {
  const { lit, board } = scene, under = new Set();
  drawLand(context, model.land[scene.shape] ?? [], scale);
  const order = [...scene.ties].sort((a, b) => lit.ties.has(a) - lit.ties.has(b) || (b.seats ?? 0) - (a.seats ?? 0));
  for (const tie of order) {
    const alpha = settled ? strengthOf(tie) : scene.strength.get(tie) ?? 0;
    if (alpha <= 0.015) continue;
    context.begin?.({ tie: keyOf(tie), lit: lit.ties.has(tie) ? 1 : 0, strength: alpha.toFixed(2) });
    drawTie(context, tie, routeFor(tie), scale, { alpha, strong: alpha > 0.8 && !isCrowded(tie, lit), slim: isSlim(tie, lit), grey: isGrey(tie.start, scene), shared: lit.lists.get(tie.start) === "shared" });
    context.end?.();
    if (alpha > 0.3) for (const id of routeFor(tie).behind) under.add(id);
  }
  const only = lit.focus && state.node ? new Set([...lit.ties].filter(isSeats).map((tie) => tie.start)) : null;
  const names = [...scene.shown].sort((a, b) => lit.names.has(a) - lit.names.has(b) || nodes.get(b).r - nodes.get(a).r);
  for (const id of names) {
    const node = nodes.get(id), ring = isRing(node), chosen = isChosen(id, { hoverName: "" });
    const [x, y] = scene.at.get(id);
    context.begin?.({ name: id, x: rounded(x), y: rounded(y), radius: rimOf(node), strength: nameStrength(id, scene) });
    drawName(context, node, [x, y], scale, {
      alpha: settled ? nameStrength(id, scene) : scene.strength.get(id) ?? 0, chosen, open: openNames().has(id), lit: isLit(id, scene), gap: under.has(id) ? 5 : 0,
      ring: ring ? ringOf(node, scene.slots) : null, alone: ring && (!lit.focus || lit.names.has(id)) ? model.alone[id] : null,
      grey: ring && (chosen || id === scene.hoverName || scene.near) ? null : (list) => isGrey(list, scene), only: ring && !chosen && only?.size ? only : null,
    });
    context.end?.();
  }
  context.globalAlpha = 1;
  const labels = (board?.labels ?? []).map(withName);
  for (const label of labels) if (label.lead) drawLead(context, label, scale);
  for (const label of labels) drawLabel(context, label, scale);
}

// A label goes with its name while that moves, until all are laid anew.
function withName(label) {
  const [x, y] = scene.at.get(label.id) ?? label.name, [byX, byY] = [x - label.name[0], y - label.name[1]];
  if (!byX && !byY) return label;
  const { box: [left, top, right, bottom], lead } = label;
  return { ...label, x: label.x + byX, y: label.y + byY, box: [left + byX, top + byY, right + byX, bottom + byY], lead: lead && [lead[0] + byX, lead[1] + byY, lead[2]] };
}

// --- The camera ---

function makeCamera() {
  readInk();
  scene.size = sizeOfStage();
  camera = new vis.Network(stage, { nodes: nodeSet, edges: new vis.DataSet() }, {
    autoResize: false, physics: false, nodes: { shape: "custom", ctxRenderer: handle }, layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { hover: false, dragNodes: true, multiselect: false, selectConnectedEdges: false, keyboard: false, zoomSpeed: 0.6, tooltipDelay: 1e9 },
  });
  camera.on("afterDrawing", paintStage);
  camera.on("zoom", () => wake());
  camera.on("animationFinished", () => { laidFor = ""; wake(); });
  startDrag();
  startPointing();
}

// The boxes of what stands over the stage, in its pixels: no name may hide there.
function covered() {
  const { left, top } = stage.getBoundingClientRect();
  return [...document.querySelectorAll("#net-title, #net-key, #net-legend, #net-zoom")].map((part) => part.getBoundingClientRect())
    .filter(({ width }) => width).map((box) => [box.left - left, box.top - top, box.right - left, box.bottom - top]);
}

// The room that the bar, the legend and the key leave on the stage, in pixels.
function margins() {
  const top = state.full ? 46 : 14;
  return stage.clientWidth < 600 ? { top, right: 8, bottom: scene.lit.focus ? 54 : 118, left: 8 } : { top, right: 20, bottom: 58, left: 20 };
}

// The discs set the scale; a name that would leave the stage takes another side of its disc.
function frameNames(ids, largest, time) {
  const edges = [...ids].filter((id) => scene.home.has(id)).map((id) => [...scene.home.get(id), rimOf(nodes.get(id)) + 6]);
  if (scene.lit.focus) for (const tie of scene.lit.ties) for (const point of scene.routes.get(tie)?.points ?? []) edges.push([...point, 0]);
  const least = (axis) => Math.min(...edges.map((edge) => edge[axis] - edge[2])), most = (axis) => Math.max(...edges.map((edge) => edge[axis] + edge[2]));
  const [left, top, right, bottom] = [least(0), least(1), most(0), most(1)], room = margins(), side = stage.clientWidth < 600 ? 10 : scene.lit.focus ? 80 : 44;
  const scale = Math.min((stage.clientWidth - room.left - room.right - 2 * side) / (right - left), (stage.clientHeight - room.top - room.bottom - 24) / (bottom - top), largest);
  if (!Number.isFinite(scale) || scale <= 0) return 1;
  const position = { x: (left + right) / 2 + (room.right - room.left) / 2 / scale, y: (top + bottom) / 2 + (room.bottom - room.top) / 2 / scale };
  camera.moveTo({ position, scale, animation: time && !motionless.matches ? { duration: time, easingFunction: "easeInOutCubic" } : false });
  return scale;
}

const fitNetwork = (time) => { fitted = frameNames(scene.shown, 1.3, time); };
const toFocus = (time) => (scene.lit.focus ? frameNames(scene.lit.names, 1.55, time) : fitNetwork(time));

function zoomBy(factor) {
  const scale = Math.max(0.15, Math.min(4, camera.getScale() * factor));
  camera.moveTo({ scale, animation: motionless.matches ? false : { duration: 220, easingFunction: "easeInOutQuad" } });
}

const toggleOpen = (id) => set({ open: [...openNames().symmetricDifference(new Set([id]))].join() });

// --- Keys ---

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// From what is chosen to the neighbour that lies most nearly there; else to the name nearest the middle on that side.
function stepTo([across, down]) {
  const middle = centre(), from = scene.at.get(middle) ?? [0, 0];
  const near = middle ? tiesOf(middle).map((tie) => farEnd(tie, middle)) : [...scene.shown];
  const ranked = near.filter((id) => scene.shown.has(id) && id !== middle).map((id) => {
    const [x, y] = scene.at.get(id), [dx, dy] = [x - from[0], y - from[1]], far = Math.hypot(dx, dy) || 1;
    return { id, far, turn: (dx * across + dy * down) / far };
  }).filter(({ turn }) => turn > 0.35).sort((a, b) => a.far / a.turn - b.far / b.turn);
  if (ranked.length) choose(ranked[0].id);
}

const TOOLS = {
  "zoom-in": () => zoomBy(1.35), "zoom-out": () => zoomBy(1 / 1.35), "net-fit": () => fitNetwork(500), "net-full": () => set({ full: state.full ? "" : "1" }),
  "net-png": () => savePicture("png"), "net-svg": () => savePicture("svg"),
};
const KEYS = { "+": TOOLS["zoom-in"], "=": TOOLS["zoom-in"], "-": TOOLS["zoom-out"], 0: TOOLS["net-fit"], f: TOOLS["net-full"], p: () => togglePathBox(true) };

function onKey(event) {
  if (state.view !== "network" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (KEYS[event.key]) KEYS[event.key]();
  else if (document.activeElement === stage && DIRECTIONS[event.key]) stepTo(DIRECTIONS[event.key]);
  else if (document.activeElement === stage && event.key === "Enter" && centre()) toggleOpen(centre());
  else return;
  event.preventDefault();
}

for (const [id, act] of Object.entries(TOOLS)) on(id, "click", act);
byId("legend-kinds").addEventListener("click", ({ target }) => target.closest("button") && switchKind(target.closest("button").dataset.kind));
document.addEventListener("keydown", onKey);
addEventListener("recoloured", () => { readInk(); laidFor = ""; wake(); });

let waiting = 0;
new ResizeObserver(() => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (!camera || !stage.clientWidth || sizeOfStage() === scene.size) return;
    scene.size = sizeOfStage();
    camera.setSize("100%", "100%");
    if (shapeOfStage() !== scene.shape) setScene(true);
    toFocus(0);
    laidFor = "";
    wake();
  }, 60);
}).observe(stage);
