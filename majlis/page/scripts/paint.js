// All drawing of the network. It speaks to a 2D context: the canvas of the screen, that of the PNG, or the SVG of picture.js.
// Lengths are those of the layout; what keeps its size on the screen is divided by the scale.

const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif";
const ROUND = 2 * Math.PI, RIM = 6; // a council's ring is as much wider than its radius
const RINGS = ["province", "body"];
let ink = {}, paperIsDark = false; // the colours of the stage, from the style sheet

function readInk() {
  const probe = document.body.appendChild(make("i", { hidden: true }));
  for (const name of ["paper", "ink", "quiet", "grey", "ring", "tint", "land", "coast"]) {
    probe.style.color = `var(--stage-${name})`;
    ink[name] = `#${getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map((value) => Number(value).toString(16).padStart(2, "0")).join("")}`;
  }
  probe.remove();
  paperIsDark = luminance(ink.paper) < 0.2;
}

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
const luminance = (colour) => channels(colour).map((value) => value / 255)
  .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
const mixed = (first, second, part) => `#${channels(first).map((value, at) => Math.round(value * (1 - part) + channels(second)[at] * part).toString(16).padStart(2, "0")).join("")}`;
const wordsOn = (colour) => (1.05 / (luminance(colour) + 0.05) >= 4.5 ? "#ffffff" : "#14181d"); // white while it has 4.5 to 1

const listColour = (id) => model.colours[id]?.[paperIsDark ? 1 : 0] ?? ink.grey;
const colourOf = (node) => (node.list in model.colours ? listColour(node.list) : ink.quiet);
const isRing = (node) => RINGS.includes(node.kind) && node.seats > 0;
const isPortrait = (node) => node.kind === "figure" && !node.seats;
const rimOf = (node) => (isRing(node) ? node.r + RIM : node.r);
const tieWidth = (tie) => (isSeats(tie) ? 0.9 + 0.62 * Math.min(tie.seats ?? 1, 30) : 1.5);

// --- Lines ---

function lineOf(context, points) {
  context.beginPath();
  points.forEach(([x, y], at) => (at ? context.lineTo(x, y) : context.moveTo(x, y)));
}

function strokeCurve(context, [x0, y0, ...rest]) {
  context.beginPath();
  context.moveTo(x0, y0);
  context.bezierCurveTo(...rest);
  context.stroke();
}

function circle(context, x, y, radius, from = 0, to = ROUND) {
  context.beginPath();
  context.arc(x, y, radius, from, to);
}

function box(context, left, top, right, bottom, round) {
  context.beginPath();
  context.moveTo(left + round, top);
  for (const [x, y, toX, toY, endX, endY] of [
    [right - round, top, right, top, right, top + round], [right, bottom - round, right, bottom, right - round, bottom],
    [left + round, bottom, left, bottom, left, bottom - round], [left, top + round, left, top, left + round, top]]) {
    context.lineTo(x, y);
    context.bezierCurveTo(toX, toY, toX, toY, endX, endY);
  }
  context.closePath();
}

// The points of a line moved aside, or with `wave` from side to side.
function aside(points, by, wave = 0) {
  return points.map(([x, y], at) => {
    const [a, b] = [points[Math.max(0, at - 1)], points[Math.min(points.length - 1, at + 1)]], length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const side = wave ? [0, 1, 0, -1][at % 4] * by : by;
    return [x - ((b[1] - a[1]) / length) * side, y + ((b[0] - a[0]) / length) * side];
  });
}

// --- Ties: each kind has a form of its own ---

const FORMS = {
  HOLDS_SEATS: seatsTie, WON_IN_ALL: seatsTie, LEADS: arrowTie, SUPPORTED: arrowTie, RIVAL_OF: jaggedTie,
  MEMBER_OF: (...parts) => joiningTie([7, 4], ...parts), EXPECTED_IN: (...parts) => joiningTie([2, 5], ...parts),
  HELD: doubleTie, ELECTED: doubleTie, OFFICE_IN: doubleTie, BOYCOTTED: crossedTie, BARRED: crossedTie,
};

function drawTie(context, tie, route, scale, look) {
  const pixel = 1 / scale, { points } = route, end = points.at(-1), before = points.at(-3);
  Object.assign(context, { globalAlpha: look.alpha, lineCap: "round", lineJoin: "round", lineWidth: (look.strong ? 1.9 : 1.4) * pixel });
  context.strokeStyle = context.fillStyle = look.strong ? ink.ink : ink.quiet;
  context.setLineDash([]);
  FORMS[tie.type]?.(context, tie, route, pixel, look, { x: end[0], y: end[1], angle: Math.atan2(end[1] - before[1], end[0] - before[0]) });
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function seatsTie(context, tie, { curve }, pixel, look) {
  context.strokeStyle = look.grey ? ink.grey : listColour(tie.start);
  context.lineWidth = Math.max(look.slim ? 1.6 : tieWidth(tie), (look.strong ? 1.7 : 1) * pixel);
  context.lineCap = "butt";
  if (look.strong && (tie.marked || look.shared)) context.setLineDash([9 * pixel, 3.5 * pixel]);
  strokeCurve(context, curve);
}

function arrowTie(context, tie, { curve }, pixel, look, { x, y, angle }) {
  const size = (look.strong ? 8 : 6.5) * pixel;
  strokeCurve(context, curve);
  lineOf(context, [[x, y], ...[-0.45, 0.45].map((turn) => [x - size * Math.cos(angle + turn), y - size * Math.sin(angle + turn)])]);
  context.closePath();
  context.fill();
}

function joiningTie(dashes, context, tie, { curve }, pixel, look, { x, y, angle }) {
  const size = 3.4 * pixel;
  context.setLineDash(dashes.map((length) => length * pixel));
  strokeCurve(context, curve);
  context.setLineDash([]);
  circle(context, x - size * Math.cos(angle), y - size * Math.sin(angle), size);
  context.fillStyle = ink.paper;
  context.fill();
  context.stroke();
}

// A thin tie with a jagged middle and a bar at both ends: the break is the message.
function jaggedTie(context, tie, { points }, pixel, look, end) {
  const length = points.reduce((sum, [x, y], at) => (at ? sum + Math.hypot(x - points[at - 1][0], y - points[at - 1][1]) : 0), 0);
  const part = Math.min(0.8, ((look.strong ? 88 : 52) * pixel) / length), last = points.length - 1;
  const [from, to] = [Math.floor(last * (0.5 - part / 2)), Math.ceil(last * (0.5 + part / 2))];
  const teeth = Math.max(4, Math.round((length * part) / (3 * pixel))), middle = points.slice(from, to + 1);
  const between = Array.from({ length: teeth + 1 }, (_, at) => {
    const place = (at / teeth) * (middle.length - 1), low = Math.floor(place), [a, b] = [middle[low], middle[Math.min(low + 1, middle.length - 1)]];
    return [a[0] + (b[0] - a[0]) * (place - low), a[1] + (b[1] - a[1]) * (place - low)];
  });
  lineOf(context, [...points.slice(0, from), ...aside(between, 4 * pixel, 1), ...points.slice(to + 1)]);
  context.stroke();
  const first = Math.atan2(points[2][1] - points[0][1], points[2][0] - points[0][0]);
  for (const [x, y, angle] of [[...points[0], first], [end.x, end.y, end.angle]]) {
    const [across, down] = [4.5 * pixel * Math.cos(angle + Math.PI / 2), 4.5 * pixel * Math.sin(angle + Math.PI / 2)];
    lineOf(context, [[x - across, y - down], [x + across, y + down]]);
    context.stroke();
  }
}

function doubleTie(context, tie, { points }, pixel) {
  context.lineWidth = 1.1 * pixel;
  for (const by of [1.7, -1.7]) {
    lineOf(context, aside(points, by * pixel));
    context.stroke();
  }
}

function crossedTie(context, tie, { curve }, pixel, look, { x, y, angle }) {
  context.setLineDash([0.5 * pixel, 5 * pixel]);
  context.lineWidth = 2.6 * pixel;
  strokeCurve(context, curve);
  context.setLineDash([]);
  context.lineWidth = 2 * pixel;
  const size = 4.6 * pixel, [cx, cy] = [x - 5 * pixel * Math.cos(angle), y - 5 * pixel * Math.sin(angle)];
  for (const way of [size, -size]) {
    lineOf(context, [[cx - size, cy - way], [cx + size, cy + way]]);
    context.stroke();
  }
}

// --- Names: kind is shape, colour is the list ---

const LOOKS = { province: drawPlace, body: drawPlace, election: drawBallots, figure: drawFigure, office: drawOffice, bloc: drawBloc };

function drawName(context, node, [x, y], scale, look) {
  const pixel = 1 / scale, radius = radiusOf(node, scale, look.lit);
  Object.assign(context, { globalAlpha: look.alpha, lineCap: "butt", lineJoin: "round" });
  context.setLineDash([]);
  if (look.gap && look.alpha > 0.3) underlaid(context, () => circle(context, x, y, radius + look.gap), look.alpha); // a tie that passes here runs under it
  if (look.chosen) {
    circle(context, x, y, radius + (isRing(node) ? 9 : 6));
    Object.assign(context, { strokeStyle: ink.ink, lineWidth: 2 * pixel });
    context.stroke();
  }
  (LOOKS[node.kind] ?? drawList)(context, node, x, y, radius, look, pixel);
  if (look.open) drawOpened(context, x + radius * 0.72, y - radius * 0.72, pixel);
  context.globalAlpha = 1;
}

// A portrait never falls below some pixels: it stands for a person, not for a number.
const radiusOf = (node, scale, lit) => (isPortrait(node) ? Math.max(node.r, (lit ? 11 : 4.5) / scale) : node.r);

// Bare paper below a name, so that no tie shows through it.
function underlaid(context, shape, alpha) {
  if (alpha < 0.3) return;
  shape();
  Object.assign(context, { globalAlpha: 1, fillStyle: ink.paper });
  context.fill();
  context.globalAlpha = alpha;
}

function filled(context, shape, fill, stroke, width, alpha) {
  underlaid(context, shape, alpha);
  shape();
  context.fillStyle = fill;
  context.fill();
  if (!stroke) return;
  Object.assign(context, { strokeStyle: stroke, lineWidth: width });
  context.stroke();
}

function drawList(context, node, x, y, radius, look) {
  const shape = () => circle(context, x, y, radius), colour = colourOf(node);
  if (node.seats) filled(context, shape, look.grey?.(node.id) ? ink.grey : colour, null, 0, look.alpha);
  else filled(context, shape, mixed(colour, ink.tint, node.list ? 0.6 : 0.75), colour, 1.6, look.alpha);
}

// A council is a ring with one mark a seat; one that held no vote is dots.
function drawPlace(context, node, x, y, radius, look) {
  underlaid(context, () => circle(context, x, y, radius + 4), look.alpha);
  if (!isRing(node)) {
    circle(context, x, y, radius);
    context.setLineDash([2, 4]);
    Object.assign(context, { strokeStyle: ink.quiet, lineWidth: 1.4 });
    context.stroke();
    return context.setLineDash([]);
  }
  if (look.alone) filled(context, () => circle(context, x, y, radius), mixed(listColour(look.alone), ink.tint, 0.74), null, 0, look.alpha);
  const step = ROUND / node.seats, gap = Math.min(0.3 * step, 1.3 / radius), { held, turn } = look.ring;
  context.lineWidth = Math.max(4.5, Math.min(8, radius * 0.24));
  let seat = 0;
  for (const { list, seats } of held) {
    context.strokeStyle = look.grey?.(list) ? ink.grey : listColour(list);
    context.globalAlpha = look.alpha * (look.only && !look.only.has(list) ? 0.16 : 1);
    context.beginPath();
    for (const until = Math.min(seat + seats, node.seats); seat < until; seat += 1) {
      const from = turn + seat * step + gap / 2;
      context.moveTo(x + radius * Math.cos(from), y + radius * Math.sin(from));
      context.arc(x, y, radius, from, from + step - gap);
    }
    context.stroke();
  }
  context.globalAlpha = look.alpha;
  if (seat === node.seats) return;
  circle(context, x, y, radius, turn + seat * step, turn + ROUND - 0.001); // seats that nobody accounts for
  context.strokeStyle = ink.ring;
  context.stroke();
}

// The seats of a council by list, in the order of the ties around it and turned so that the marks face them.
function ringOf(node, slots) {
  const held = tiesOf(node.id).filter((tie) => isSeats(tie) && tie.end === node.id).map((tie) => ({ list: tie.start, seats: tie.seats, angle: slots.get(tie) ?? 0 }));
  held.sort((a, b) => a.angle - b.angle);
  let [x, y, run] = [0, 0, 0];
  for (const { seats, angle } of held) {
    const middle = ((run + seats / 2) / node.seats) * ROUND;
    x += seats * Math.cos(angle - middle);
    y += seats * Math.sin(angle - middle);
    run += seats;
  }
  return { held, turn: Math.atan2(y, x) };
}

function drawFigure(context, node, x, y, radius, look) {
  if (node.seats) return drawList(context, node, x, y, radius, look);
  const colour = colourOf(node);
  filled(context, () => circle(context, x, y, radius), mixed(colour, ink.tint, 0.86), colour, 2, look.alpha);
  drawHead(context, x, y, radius, colour);
}

// Head and shoulders.
function drawHead(context, x, y, radius, colour) {
  context.fillStyle = colour;
  circle(context, x, y - radius * 0.24, radius * 0.3);
  context.fill();
  context.beginPath();
  context.moveTo(x - radius * 0.56, y + radius * 0.6);
  context.bezierCurveTo(x - radius * 0.5, y + radius * 0.02, x + radius * 0.5, y + radius * 0.02, x + radius * 0.56, y + radius * 0.6);
  context.closePath();
  context.fill();
}

// A house with three pillars.
function drawOffice(context, node, x, y, radius, look) {
  filled(context, () => box(context, x - radius, y - radius, x + radius, y + radius, 3), ink.tint, ink.quiet, 1.5, look.alpha);
  context.lineWidth = 1.2;
  const lines = [[[-0.5, 0.45], [0.5, 0.45]], ...[-0.35, 0, 0.35].map((at) => [[at, -0.15], [at, 0.4]]), [[-0.55, -0.2], [0, -0.6], [0.55, -0.2], [-0.55, -0.2]]];
  for (const line of lines) {
    lineOf(context, line.map(([across, down]) => [x + across * radius, y + down * radius]));
    context.stroke();
  }
}

// A ballot box.
function drawBallots(context, node, x, y, radius, look) {
  filled(context, () => box(context, x - radius, y - radius * 0.8, x + radius, y + radius * 0.8, 4), ink.tint, ink.quiet, 1.6, look.alpha);
  lineOf(context, [[x - radius * 0.5, y - radius * 0.28], [x + radius * 0.5, y - radius * 0.28]]);
  context.lineWidth = 2.4;
  context.stroke();
}

function drawBloc(context, node, x, y, radius, look) {
  const corners = Array.from({ length: 6 }, (_, at) => [x + radius * Math.cos((at * Math.PI) / 3), y + radius * Math.sin((at * Math.PI) / 3)]);
  const shape = () => { lineOf(context, corners); context.closePath(); };
  filled(context, shape, mixed(ink.quiet, ink.tint, 0.8), ink.quiet, 2, look.alpha);
}

// A minus on a name whose ties are all open.
function drawOpened(context, x, y, pixel) {
  circle(context, x, y, 5.5 * pixel);
  context.fillStyle = ink.ink;
  context.fill();
  lineOf(context, [[x - 2.6 * pixel, y], [x + 2.6 * pixel, y]]);
  Object.assign(context, { strokeStyle: ink.paper, lineWidth: 1.5 * pixel });
  context.stroke();
}

// --- The land and the words ---

// The country as one faint shape: the borders inside it are painted over.
function drawLand(context, outlines, scale) {
  context.lineJoin = "round";
  for (const [colour, width] of [[ink.coast, 4.4], [ink.land, 2.6]]) {
    for (const outline of outlines) { // x, y, x, y...
      context.beginPath();
      for (let at = 0; at < outline.length; at += 2) context[at ? "lineTo" : "moveTo"](outline[at], outline[at + 1]);
      context.closePath();
      Object.assign(context, { strokeStyle: colour, fillStyle: colour, lineWidth: width / scale });
      context.stroke();
      if (colour === ink.land) context.fill();
    }
  }
}

// A label of one line or more, with a halo or on a plate.
function drawLabel(context, label, scale) {
  const pixel = 1 / scale, height = label.size * 1.18 * pixel, [left, top, right, bottom] = label.box;
  context.globalAlpha = 1;
  if (label.plate) {
    box(context, left - pixel, top, right + pixel, bottom, 3 * pixel);
    context.fillStyle = ink.paper;
    context.globalAlpha = 0.88;
    context.fill();
    context.globalAlpha = 1;
  }
  Object.assign(context, { textAlign: label.align ?? "center", textBaseline: "middle", lineJoin: "round" });
  label.lines.forEach((text, at) => {
    const y = label.y + (at - (label.lines.length - 1) / 2) * height;
    context.font = `${label.weights?.[at] ?? label.weight} ${rounded(label.size * pixel)}px ${FONT}`;
    if (!label.inside) {
      Object.assign(context, { strokeStyle: ink.paper, lineWidth: 3.6 * pixel });
      context.strokeText(text, label.x, y);
    }
    context.fillStyle = label.fill;
    context.fillText(text, label.x, y);
  });
}

// The line to a name that stands farther away.
function drawLead(context, { lead: [x, y, radius], box: [left, top, right, bottom] }, scale) {
  const [toX, toY] = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))], far = Math.hypot(toX - x, toY - y) || 1;
  if (far <= radius) return;
  lineOf(context, [[x + ((toX - x) / far) * radius, y + ((toY - y) / far) * radius], [toX, toY]]);
  Object.assign(context, { strokeStyle: ink.quiet, lineWidth: 1 / scale });
  context.stroke();
}

// A frame: round a number of seats on its tie, or dashed round somebody who stands apart.
function drawFrame(context, { box: bounds, colour, dashed, fill }, scale) {
  const pixel = 1 / scale;
  box(context, ...bounds, 6 * pixel);
  if (fill) {
    context.fillStyle = ink.paper;
    context.fill();
  }
  Object.assign(context, { strokeStyle: colour, lineWidth: 1.4 * pixel });
  context.setLineDash(dashed ? [4 * pixel, 3 * pixel] : []);
  context.stroke();
  context.setLineDash([]);
}

const rounded = (value) => Math.round(value * 10) / 10;
