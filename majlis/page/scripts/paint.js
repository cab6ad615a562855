// All drawing of the network, as SVG. Shapes and places are made here; the style sheet has the colours, the dashes and the ends of each
// kind of tie. Lengths are those of the layout; what keeps its size on the screen is a multiple of --pixel, and in labels a pixel.

const FONT = getComputedStyle(document.body).fontFamily, ROUND = 2 * Math.PI;
const RIM = 6; // a council's ring is as much wider than its radius
const layers = Object.fromEntries(["ties", "names", "labels"].map((name) => [name, byId(`net-layer-${name}`)]));
const drawn = new Map(); // the group of each tie and of each name on the stage

const isRing = (node) => Boolean(node.size);
const isPortrait = (node) => node.kind === "figure" && !node.seats;
const rimOf = (node) => (isRing(node) ? node.r + RIM : node.r);
const tieWidth = (tie) => (isSeats(tie) ? 0.9 + 0.62 * Math.min(tie.seats ?? 1, 30) : 1.5);
const rounded = (value) => Math.round(value * 10) / 10;
const pathOf = (css, d, properties) => make("svg:path", { class: css, d, ...properties });
const circle = (css, r, properties) => make("svg:circle", { class: css, r: rounded(r), ...properties });
const through = (points) => `M${points.map((point) => point.map(rounded).join(" ")).join("L")}`;
const pointAt = (x, y, radius, angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];

// A part of a ring around the middle; by two arcs, since one alone cannot end where it begins.
function arc(radius, from, to) {
  const [start, ...stops] = [from, (from + to) / 2, to].map((angle) => pointAt(0, 0, radius, angle).map((value) => value.toFixed(2)).join(" "));
  return `M${start}${stops.map((stop) => `A${radius} ${radius} 0 0 1 ${stop}`).join("")}`;
}

// The group of a tie or a name: one that is new fades in, by the style sheet.
const groupOf = (layer, key, ...content) => remembered(drawn, key, () => layers[layer].appendChild(make("svg:g", {}, content)));

// --- Ties: each kind has a form of its own; over it lies the break of rivals, and what parts a double line ---

function drawTie(tie, { curve, points }, strength, { strong, slim, grey, differ, lit }) {
  const [x, y, ...rest] = curve.map(rounded), whole = `M${x} ${y}C${rest.join(" ")}`, middle = Math.floor(points.length / 2);
  const css = ["tie", tie.type, strong && "strong", grey && "grey", differ && "differ"].filter(Boolean).join(" ");
  give(groupOf("ties", tie), { class: css, style: { ...tint(tie.start), "--width": slim ? 1.6 : rounded(tieWidth(tie)), opacity: strength }, data: { tie: keyOf(tie), lit: Number(lit), strength } })
    .replaceChildren(pathOf("", whole), pathOf("over", tie.type === "RIVAL_OF" ? through(points.slice(middle - 1, middle + 2)) : whole));
}

// --- Names: kind is shape, colour is the list ---

const SIGNS_OF = { // by kind, with radius 1: an outline, and what stands in it
  figure: ["M-1 0A1 1 0 0 1 1 0A1 1 0 0 1-1 0Z", "M-.56.6C-.5.02.5.02.56.6ZM0-.54a.3.3 0 1 1 0 .6a.3.3 0 0 1 0-.6"], // head and shoulders
  office: ["M-1-1H1V1H-1Z", "M-.5.45H.5M-.35-.15V.4M0-.15V.4M.35-.15V.4M-.55-.2L0-.6.55-.2Z"], // a house with three pillars
  election: ["M-1-.8H1V.8H-1Z", "M-.5-.28H.5"], // a ballot box
  bloc: ["M1 0L.5.866H-.5L-1 0-.5-.866H.5Z", ""],
};

// A portrait never falls below some pixels: it stands for a person, not for a number.
const radiusOf = (node, scale, lit) => (isPortrait(node) ? Math.max(node.r, (lit ? 11 : 4.5) / scale) : node.r);

function drawName(node, strength, look) {
  const { scale } = scene, radius = radiusOf(node, scale, look.lit), room = isRing(node) ? 4 : 0;
  const opened = look.open && make("svg:g", { class: "opened", transform: `translate(${radius * 0.72} ${-radius * 0.72}) scale(${1 / scale})` }, circle("", 5.5), pathOf("", "M-2.6 0H2.6"));
  const group = groupOf("names", node.id, circle("under", 0), make("svg:g")), [under, sign] = group.children;
  give(group, { class: "name", data: { name: node.id, radius: rimOf(node), strength } });
  give(under, { r: radius + (look.gap || room), style: { opacity: Number(strength >= 0.3) } }); // no tie shows through it
  give(sign, { style: { opacity: strength } }).replaceChildren(...[look.chosen && circle("chosen", radius + (room ? 9 : 6)), emblemOf(node, radius, look), opened].filter(Boolean));
}

// The sign of a name around the middle; a council is a ring with one mark a seat, one that held no vote is dots.
function emblemOf(node, radius, look) {
  const style = node.list in model.slots ? tint(node.list) : {};
  if (isRing(node)) return ringOf(node, look);
  if (node.kind === "province" || node.kind === "body") return circle("dots", radius);
  if (node.seats || !SIGNS_OF[node.kind]) return circle(node.seats ? (look.grey?.(node.id) ? "grey list" : "list") : node.list ? "member" : "bare", radius, { style });
  const [outline, sign] = SIGNS_OF[node.kind];
  return make("svg:g", { class: node.kind, style, transform: `scale(${radius})` }, pathOf("outline", outline), pathOf("in", sign));
}

function ringOf(node, { alone, grey, only }) {
  const whole = node.marks ?? 1, step = ROUND / whole, gap = Math.min(0.3 * step, 1.3 / node.r), { held, turn } = marksOf(node), marks = [];
  let seat = 0;
  for (const { list, seats } of held) {
    const until = Math.min(seat + seats, whole), places = Array.from({ length: until - seat }, (_, at) => turn + (seat + at) * step);
    marks.push(pathOf(grey?.(list) ? "grey" : "", places.map((from) => arc(node.r, from + gap / 2, from + step - gap / 2)).join(""), { style: { ...tint(list), opacity: only && !only.has(list) ? 0.16 : 1 } }));
    seat = until;
  }
  return make("svg:g", { class: "ring", "stroke-width": Math.max(4.5, Math.min(8, node.r * 0.24)) }, alone ? circle("alone", node.r, { style: tint(alone) }) : null, marks,
    seat < whole ? pathOf("open", arc(node.r, turn + seat * step, turn + ROUND - 0.001)) : null); // seats that nobody accounts for
}

// The seats of a council by list, in the order of the ties around it and turned so that the marks face them.
function marksOf(node) {
  const held = tiesOf(node.id).filter((tie) => isSeats(tie) && tie.end === node.id).map((tie) => ({ list: tie.start, seats: tie.seats, angle: scene.slots.get(tie) ?? 0 }));
  held.sort((a, b) => a.angle - b.angle);
  let [x, y, run] = [0, 0, 0];
  for (const { seats, angle } of held) {
    const middle = ((run + seats / 2) / node.marks) * ROUND;
    x += seats * Math.cos(angle - middle);
    y += seats * Math.sin(angle - middle);
    run += seats;
  }
  return { held, turn: Math.atan2(y, x) };
}

// --- Words ---

const alongPage = (text) => (isRtl() ? `\u2067${text}\u2069` : text); // a line runs as the page does

// A label, in pixels around its name: lines with a halo, on a plate, or in a frame; the line to one that stands farther away.
function drawLabel(label) {
  const { id, name: [x, y], box, lines, line, list, align = "center" } = label, { scale } = scene, onScreen = (sides) => sides.map((side, at) => rounded((side - (at % 2 ? y : x)) * scale)), [left, top, right, bottom] = onScreen(box);
  const bounds = (more, round) => ({ x: left - more, y: top, width: right - left + 2 * more, height: bottom - top, rx: round });
  const texts = lines.map((text, at) => make("svg:text", { x: rounded((label.x - x) * scale), y: rounded((label.y - y) * scale + (at - (lines.length - 1) / 2) * label.size * (leading() - 0.02)),
    "font-size": label.size, "font-weight": label.weights?.[at] ?? label.weight, "text-anchor": { center: "middle", left: "start", right: "end" }[align] }, alongPage(text)));
  return make("svg:g", { class: `label ${label.inside ? "inside " : ""}${label.css ?? ""}`, style: list ? tint(list) : {}, data: { of: id } },
    line ? pathOf("lead", `M${onScreen(line).join(" ")}`) : null,
    label.plate ? make("svg:rect", { class: "plate", ...bounds(1, 3) }) : null, label.frame ? make("svg:rect", { class: "frame", ...bounds(0, 6) }) : null, texts);
}
