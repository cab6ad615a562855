// The network: its stage, its camera and how it changes. vis-network keeps the camera and the gestures, once the page has been painted
// and the library is read; what stands where, the routes, the words and the picture over it are ours.

const stage = byId("net"), view = byId("net-view");
const scene = {
  at: new Map(), home: new Map(), shown: new Set(), ties: [], obstacles: [], routes: new Map(), lanes: new Map(), slots: new Map(),
  lit: UNLIT, hovered: null, hoverName: "", near: false, shape: "", scale: 1, middle: [0, 0],
};
const PATIENCE = 120; // milliseconds that the camera rests before words are laid anew
let stale = true, laying = 0; // whether they must be with the next frame
// What stands in for vis-network until that is read: a camera that is only put somewhere.
const still = { position: { x: 0, y: 0 }, scale: 1, getViewPosition: () => still.position, getScale: () => still.scale, moveTo: (to) => Object.assign(still, to), redraw: () => follow(), setSize: () => {} };
let camera = still, held = null, fitted = 1, frame = 0, drawnNodes = null, focusKey = "";

const shapeOfStage = () => { const ratio = stage.clientWidth / Math.max(1, stage.clientHeight); return ratio > 1.35 ? "wide" : ratio > 0.82 ? "square" : "tall"; };

const sizeOfStage = () => [stage.clientWidth, stage.clientHeight];

// --- What is on the stage ---

function drawNetwork() {
  if (!stage.clientWidth) return;
  setHover("", null);
  drawLegend();
  const fresh = setScene();
  const key = JSON.stringify([model.election, state.node, state.council, state.tie, state.path, state.open, state.full, state.kinds]);
  if (key !== focusKey) toFocus(fresh ? 0 : 650);
  focusKey = key;
}

function setScene() {
  const shape = shapeOfStage(), layout = model.layouts[shape], fresh = nodes !== drawnNodes;
  scene.lit = lightNow();
  const wanted = namesOnStage(shape, scene.lit);
  if (fresh || shape !== scene.shape) {
    // Names that were there travel to where they stand now, by the style sheet; on another stage they stand at once.
    if (!fresh) drawn.clear(), Object.values(layers).forEach((layer) => layer.replaceChildren());
    [scene.shape, drawnNodes] = [shape, nodes];
    for (const land of [byId("net-coast"), byId("net-land")]) give(land, { d: (model.land[shape] ?? []).map((ring) => `M${ring.join(" ")}Z`).join("") });
    for (const places of [scene.at, scene.home]) places.clear();
    placed.clear();
  }
  for (const id of scene.shown) {
    if (wanted.has(id)) continue;
    for (const known of id in layout ? [scene.shown] : [scene.shown, scene.at, scene.home]) known.delete(id);
  }
  for (const [id, point] of Object.entries(layout)) for (const places of [scene.at, scene.home]) remembered(places, id, () => point);
  for (const [id, beside] of wanted) {
    const home = remembered(scene.home, id, () => freePlace(id, beside, scene));
    remembered(scene.at, id, () => home);
    scene.shown.add(id);
  }
  scene.ties = tiesOnStage(scene.shown, scene.lit);
  scene.lanes.clear();
  reroute();
  makeCamera();
  wake();
  return fresh;
}

// Routes are made when they are first seen; the slots on the rings for all ties of seats, since the marks follow them.
function reroute() {
  scene.routes.clear();
  scene.obstacles = obstaclesOf(scene);
  scene.slots = slotsOf(ties.filter((tie) => isSeats(tie) && scene.at.has(tie.start) && scene.at.has(tie.end)), scene.at);
  stale = true;
}

const routeFor = (tie) => remembered(scene.routes, tie, () => routeOf(tie, scene.at, scene.slots.get(tie), scene.obstacles, laneOf(tie), Boolean(dragged)));

// Which of the ties between the same two names on the stage a tie is.
const laneOf = (tie) => remembered(scene.lanes, tie, () => tiesOf(tie.start).filter((other) => farEnd(other, tie.start) === tie.end && scene.ties.includes(other)).indexOf(tie));

const strengthOf = (tie) => tieStrength(tie, { ...scene, route: scene.routes.get(tie) });

// The name at a point of the stage, none too small to be hit.
function nameAt(point) {
  const { x, y } = camera.DOMtoCanvas(point), reach = (id) => Math.max(rimOf(nodes.get(id)), 11 / scene.scale);
  const beyond = (id) => Math.hypot(scene.at.get(id)[0] - x, scene.at.get(id)[1] - y) - reach(id);
  return [...scene.shown].filter((id) => beyond(id) < 0).sort((a, b) => beyond(a) - beyond(b))[0] ?? "";
}

// vis-network pulls what it holds: the name under the pointer, with nothing to see.
function hold(id) {
  const [x, y] = scene.at.get(id) ?? [], size = 2 * rimOf(nodes.get(id) ?? { r: 0 }) + 22 / scene.scale;
  held.clear();
  if (id) held.add({ id, x, y, ctxRenderer: () => ({ drawNode() {}, nodeDimensions: { width: size, height: size } }) });
  camera.redraw();
}

// --- Frames ---

// Something changed: draw it with the next frame.
function wake() {
  if (drawnNodes) frame ||= requestAnimationFrame(() => { frame = 0; camera.redraw(); });
}

// The picture goes with the camera as it is; when that rests it is drawn at its scale, and words are laid anew.
function follow() {
  const { x, y } = camera.getViewPosition(), scale = camera.getScale(), [fromX, fromY] = scene.middle;
  if (stale) return lay(x, y, scale);
  view.ownerSVGElement.style.transform = `translate(${(fromX - x) * scale}px, ${(fromY - y) * scale}px) scale(${scale / scene.scale})`;
  if (x === fromX && y === fromY && scale === scene.scale) return;
  clearTimeout(laying);
  laying = setTimeout(renew, PATIENCE);
}

function renew() {
  stale = true;
  wake();
}

function lay(x, y, scale) {
  const [across, down] = scene.size.map((side) => side / 2 / scale), edge = 4 / scale, corner = [x - across, y - down];
  stale = false;
  clearTimeout(laying);
  Object.assign(scene, { scale, middle: [x, y], near: scale > fitted * 1.5 });
  view.ownerSVGElement.style.transform = "";
  give(view, { transform: `translate(${rounded(-corner[0] * scale)} ${rounded(-corner[1] * scale)}) scale(${scale.toFixed(4)})`, style: { "--pixel": `${1 / scale}px` } });
  for (const tie of scene.ties) if (strengthOf(tie) > 0.015) routeFor(tie);
  drawKey();
  const over = covered().map((sides) => sides.map((side, at) => side / scale + corner[at % 2]));
  const { labels } = layLabels(scene, scale, [corner[0] + edge, corner[1] + edge, x + across - edge, y + down - edge], over);
  layers.labels.replaceChildren(...labels.sort((a, b) => Boolean(b.line) - Boolean(a.line)).map(drawLabel));
  paint();
}

// Everything that has been laid: ties, names, and the words that go with them; or while some names only move what moves with these.
function paint(moved) {
  const { lit, shown } = scene, under = new Set();
  for (const tie of scene.ties) {
    const strength = strengthOf(tie);
    if ((moved && !moved.has(tie.start) && !moved.has(tie.end)) || (strength <= 0.015 && !drawn.has(tie))) continue;
    drawTie(tie, routeFor(tie), strength, { strong: strength > 0.8 && !isCrowded(tie, lit), slim: isSlim(tie, lit), grey: isGrey(tie.start, scene), differ: tie.marked || lit.lists.get(tie.start) === "shared", lit: lit.ties.has(tie) });
    if (strength > 0.3) for (const id of routeFor(tie).behind) under.add(id);
  }
  const only = lit.focus && state.node ? new Set([...lit.ties].filter(isSeats).map((tie) => tie.start)) : null;
  for (const id of moved ? [] : shown) {
    const node = nodes.get(id), ring = isRing(node), chosen = isChosen(id, { hoverName: "" });
    drawName(node, nameStrength(id, scene), {
      chosen, open: openNames().has(id), lit: isLit(id, scene), gap: under.has(id) ? 5 : 0, alone: ring && (!lit.focus || lit.names.has(id)) ? model.alone[id] : null,
      grey: ring && (chosen || id === scene.hoverName || scene.near) ? null : (list) => isGrey(list, scene), only: ring && !chosen && only?.size ? only : null,
    });
  }
  if (!moved) for (const [key, group] of drawn) if (!shown.has(key) && !scene.ties.includes(key)) group.remove(), drawn.delete(key);
  for (const id of moved ?? shown) {
    const [x, y] = scene.at.get(id).map(rounded);
    give(drawn.get(id), { transform: `translate(${x} ${y})`, data: { x, y } });
  }
  for (const label of layers.labels.children) if (scene.at.has(label.dataset.of)) give(label, { transform: `translate(${scene.at.get(label.dataset.of).map(rounded).join(" ")}) scale(${1 / scene.scale})` });
}

// --- The camera ---

// Where the stage is to be seen and the library has been read.
function makeCamera() {
  scene.size ??= sizeOfStage();
  if (camera !== still || !self.vis || !stage.clientWidth) return;
  held = new vis.DataSet();
  camera = new vis.Network(stage, { nodes: held, edges: new vis.DataSet() }, {
    autoResize: false, physics: false, nodes: { shape: "custom" }, layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { hover: false, dragNodes: true, multiselect: false, selectConnectedEdges: false, keyboard: false, zoomSpeed: 0.6, tooltipDelay: 1e9 },
  });
  camera.moveTo({ ...still, animation: false });
  scene.middle = Object.values(camera.getViewPosition()); // but for a rounding where it stood
  camera.on("afterDrawing", follow);
  camera.on("animationFinished", renew);
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

const moveTo = (to, duration) => camera.moveTo({ ...to, animation: duration && !matchMedia("(prefers-reduced-motion: reduce)").matches ? { duration, easingFunction: "easeInOutCubic" } : false });

// The discs set the scale; a name that would leave the stage takes another side of its disc.
function frameNames(ids, largest, time) {
  const edges = [...ids].filter((id) => scene.home.has(id)).map((id) => [...scene.home.get(id), rimOf(nodes.get(id)) + 6]);
  if (scene.lit.focus) for (const tie of scene.lit.ties) for (const point of scene.routes.get(tie)?.points ?? []) edges.push([...point, 0]);
  const least = (axis) => Math.min(...edges.map((edge) => edge[axis] - edge[2])), most = (axis) => Math.max(...edges.map((edge) => edge[axis] + edge[2]));
  const [left, top, right, bottom] = [least(0), least(1), most(0), most(1)], room = margins(), side = stage.clientWidth < 600 ? 10 : scene.lit.focus ? 80 : 44;
  const scale = Math.min((stage.clientWidth - room.left - room.right - 2 * side) / (right - left), (stage.clientHeight - room.top - room.bottom - 24) / (bottom - top), largest);
  if (!Number.isFinite(scale) || scale <= 0) return 1;
  stale ||= !time;
  const position = { x: (left + right) / 2 + (room.right - room.left) / 2 / scale, y: (top + bottom) / 2 + (room.bottom - room.top) / 2 / scale };
  moveTo({ position, scale }, time);
  return scale;
}

const fitNetwork = (time) => { fitted = frameNames(scene.shown, 1.3, time); };
const toFocus = (time) => (scene.lit.focus ? frameNames(scene.lit.names, 1.55, time) : fitNetwork(time));

const zoomBy = (factor) => moveTo({ scale: Math.max(0.15, Math.min(4, camera.getScale() * factor)) }, 220);
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

const onStageKey = (key) => (DIRECTIONS[key] ? () => stepTo(DIRECTIONS[key]) : key === "Enter" && centre() ? () => toggleOpen(centre()) : null);
const networkKey = (key) => KEYS[key] ?? (document.activeElement === stage ? onStageKey(key) : null); // what a key does

for (const [id, act] of Object.entries(TOOLS)) on(id, "click", act);
byId("legend-kinds").addEventListener("click", ({ target }) => target.closest("button") && switchKind(target.closest("button").dataset.kind));

addEventListener("library", () => drawnNodes && makeCamera());
new ResizeObserver(() => {
  if (!drawnNodes || !stage.clientWidth || String(sizeOfStage()) === String(scene.size)) return;
  scene.size = sizeOfStage();
  camera.setSize("100%", "100%");
  if (shapeOfStage() !== scene.shape) setScene();
  toFocus(0);
  renew();
}).observe(stage);
