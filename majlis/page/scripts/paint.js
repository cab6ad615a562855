// All drawing of the network. It speaks to a 2D context: the canvas of the screen, that of the PNG, or the SVG of picture.js.
// Lengths are those of the layout; what keeps its size on the screen is divided by the scale.

const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif";
const ROUND = 2 * Math.PI, RIM = 6; // a council's ring is as much wider than its radius
const RINGS = ["province", "body"];
let ink = {}, paperIsDark = false; // the colours of the stage, from the style sheet

// Each is written there as light-dark(#rrggbb, #rrggbb).
function readInk() {
  const style = getComputedStyle(document.documentElement);
  paperIsDark = isDark();
  for (const name of ["paper", "ink", "quiet", "grey", "ring", "tint", "land", "coast"]) ink[name] = style.getPropertyValue(`--stage-${name}`).match(/#\w{6}/g)[Number(paperIsDark)];
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

// --- Paths, and how one is drawn ---

const line = (points, closed = false) => (context) => {
  points.forEach(([x, y], at) => (at ? context.lineTo(x, y) : context.moveTo(x, y)));
  if (closed) context.closePath();
};

const cubic = ([x, y, ...rest]) => (context) => {
  context.moveTo(x, y);
  context.bezierCurveTo(...rest);
};

const circle = (x, y, radius, from = 0, to = ROUND) => (context) => context.arc(x, y, radius, from, to);
const box = (left, top, right, bottom, round) => (context) => context.roundRect(left, top, right - left, bottom - top, round);
const pointAt = (x, y, radius, angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];

// Fill a path and stroke it, each where a colour is given for it.
function drawPath(context, path, fill, stroke, width = 1, dash = []) {
  context.beginPath();
  path(context);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (!stroke) return;
  Object.assign(context, { strokeStyle: stroke, lineWidth: width });
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}

// Bare paper below what is drawn, so that no tie shows through it.
function drawOnPaper(context, path, alpha, ...colours) {
  if (alpha >= 0.3) {
    context.globalAlpha = 1;
    drawPath(context, path, ink.paper);
    context.globalAlpha = alpha;
  }
  drawPath(context, path, ...colours);
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
  const pixel = 1 / scale, { points } = route, [x, y] = points.at(-1), before = points.at(-3);
  const how = { ...look, pixel, tone: look.strong ? ink.ink : ink.quiet, wide: (look.strong ? 1.9 : 1.4) * pixel };
  Object.assign(context, { globalAlpha: look.alpha, lineCap: "round", lineJoin: "round" });
  FORMS[tie.type]?.(context, route, how, { x, y, angle: Math.atan2(y - before[1], x - before[0]) }, tie);
}

function seatsTie(context, { curve }, { pixel, strong, slim, grey, shared }, end, tie) {
  const width = Math.max(slim ? 1.6 : tieWidth(tie), (strong ? 1.7 : 1) * pixel);
  context.lineCap = "butt";
  drawPath(context, cubic(curve), null, grey ? ink.grey : listColour(tie.start), width, strong && (tie.marked || shared) ? [9 * pixel, 3.5 * pixel] : []);
}

function arrowTie(context, { curve }, { pixel, strong, tone, wide }, { x, y, angle }) {
  const barb = (turn) => pointAt(x, y, (strong ? -8 : -6.5) * pixel, angle + turn);
  drawPath(context, cubic(curve), null, tone, wide);
  drawPath(context, line([[x, y], barb(-0.45), barb(0.45)]), tone);
}

function joiningTie(dashes, context, { curve }, { pixel, tone, wide }, { x, y, angle }) {
  const size = 3.4 * pixel;
  drawPath(context, cubic(curve), null, tone, wide, dashes.map((length) => length * pixel));
  drawPath(context, circle(...pointAt(x, y, -size, angle), size), ink.paper, tone, wide);
}

// A thin tie with a jagged middle and a bar at both ends: the break is the message.
function jaggedTie(context, { points }, { pixel, strong, tone, wide }, end) {
  const length = points.reduce((sum, [x, y], at) => (at ? sum + Math.hypot(x - points[at - 1][0], y - points[at - 1][1]) : 0), 0);
  const part = Math.min(0.8, ((strong ? 88 : 52) * pixel) / length), last = points.length - 1;
  const [from, to] = [Math.floor(last * (0.5 - part / 2)), Math.ceil(last * (0.5 + part / 2))];
  const teeth = Math.max(4, Math.round((length * part) / (3 * pixel))), middle = points.slice(from, to + 1);
  const between = Array.from({ length: teeth + 1 }, (_, at) => {
    const place = (at / teeth) * (middle.length - 1), low = Math.floor(place), [a, b] = [middle[low], middle[Math.min(low + 1, middle.length - 1)]];
    return [a[0] + (b[0] - a[0]) * (place - low), a[1] + (b[1] - a[1]) * (place - low)];
  });
  drawPath(context, line([...points.slice(0, from), ...aside(between, 4 * pixel, 1), ...points.slice(to + 1)]), null, tone, wide);
  const first = Math.atan2(points[2][1] - points[0][1], points[2][0] - points[0][0]);
  for (const [x, y, angle] of [[...points[0], first], [end.x, end.y, end.angle]]) {
    drawPath(context, line([-4.5, 4.5].map((by) => pointAt(x, y, by * pixel, angle + Math.PI / 2))), null, tone, wide);
  }
}

function doubleTie(context, { points }, { pixel, tone }) {
  for (const by of [1.7, -1.7]) drawPath(context, line(aside(points, by * pixel)), null, tone, 1.1 * pixel);
}

function crossedTie(context, { curve }, { pixel, tone }, { x, y, angle }) {
  const size = 4.6 * pixel, [cx, cy] = pointAt(x, y, -5 * pixel, angle);
  drawPath(context, cubic(curve), null, tone, 2.6 * pixel, [0.5 * pixel, 5 * pixel]);
  for (const way of [size, -size]) drawPath(context, line([[cx - size, cy - way], [cx + size, cy + way]]), null, tone, 2 * pixel);
}

// --- Names: kind is shape, colour is the list ---

const LOOKS = { province: drawPlace, body: drawPlace, election: drawBallots, figure: drawFigure, office: drawOffice, bloc: drawBloc };

function drawName(context, node, [x, y], scale, look) {
  const pixel = 1 / scale, radius = radiusOf(node, scale, look.lit);
  Object.assign(context, { globalAlpha: look.alpha, lineCap: "butt", lineJoin: "round" });
  if (look.gap) drawOnPaper(context, circle(x, y, radius + look.gap), look.alpha); // a tie that passes here runs under it
  if (look.chosen) drawPath(context, circle(x, y, radius + (isRing(node) ? 9 : 6)), null, ink.ink, 2 * pixel);
  (LOOKS[node.kind] ?? drawList)(context, node, x, y, radius, look);
  if (look.open) drawOpened(context, x + radius * 0.72, y - radius * 0.72, pixel);
}

// A portrait never falls below some pixels: it stands for a person, not for a number.
const radiusOf = (node, scale, lit) => (isPortrait(node) ? Math.max(node.r, (lit ? 11 : 4.5) / scale) : node.r);

function drawList(context, node, x, y, radius, { alpha, grey }) {
  const colour = colourOf(node), bare = () => [mixed(colour, ink.tint, node.list ? 0.6 : 0.75), colour, 1.6];
  drawOnPaper(context, circle(x, y, radius), alpha, ...(node.seats ? [grey?.(node.id) ? ink.grey : colour] : bare()));
}

// A council is a ring with one mark a seat; one that held no vote is dots.
function drawPlace(context, node, x, y, radius, look) {
  drawOnPaper(context, circle(x, y, radius + 4), look.alpha);
  if (!isRing(node)) return drawPath(context, circle(x, y, radius), null, ink.quiet, 1.4, [2, 4]);
  if (look.alone) drawOnPaper(context, circle(x, y, radius), look.alpha, mixed(listColour(look.alone), ink.tint, 0.74));
  const step = ROUND / node.seats, gap = Math.min(0.3 * step, 1.3 / radius), { held, turn } = look.ring;
  const width = Math.max(4.5, Math.min(8, radius * 0.24));
  let seat = 0;
  for (const { list, seats } of held) {
    const until = Math.min(seat + seats, node.seats);
    context.globalAlpha = look.alpha * (look.only && !look.only.has(list) ? 0.16 : 1);
    drawPath(context, () => {
      for (; seat < until; seat += 1) {
        const from = turn + seat * step + gap / 2;
        context.moveTo(...pointAt(x, y, radius, from));
        context.arc(x, y, radius, from, from + step - gap);
      }
    }, null, look.grey?.(list) ? ink.grey : listColour(list), width);
  }
  context.globalAlpha = look.alpha;
  const open = circle(x, y, radius, turn + seat * step, turn + ROUND - 0.001); // seats that nobody accounts for
  if (seat < node.seats) drawPath(context, open, null, ink.ring, width);
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

// Head and shoulders; who was a list is its disc.
function drawFigure(context, node, x, y, radius, look) {
  if (node.seats) return drawList(context, node, x, y, radius, look);
  const colour = colourOf(node), shoulders = [-0.56, 0.6, -0.5, 0.02, 0.5, 0.02, 0.56, 0.6];
  drawOnPaper(context, circle(x, y, radius), look.alpha, mixed(colour, ink.tint, 0.86), colour, 2);
  drawPath(context, circle(x, y - radius * 0.24, radius * 0.3), colour);
  drawPath(context, cubic(shoulders.map((by, at) => (at % 2 ? y : x) + by * radius)), colour);
}

// A house with three pillars.
function drawOffice(context, node, x, y, radius, { alpha }) {
  const lines = [[[-0.5, 0.45], [0.5, 0.45]], ...[-0.35, 0, 0.35].map((at) => [[at, -0.15], [at, 0.4]]), [[-0.55, -0.2], [0, -0.6], [0.55, -0.2], [-0.55, -0.2]]];
  drawOnPaper(context, box(x - radius, y - radius, x + radius, y + radius, 3), alpha, ink.tint, ink.quiet, 1.5);
  for (const points of lines) drawPath(context, line(points.map(([across, down]) => [x + across * radius, y + down * radius])), null, ink.quiet, 1.2);
}

// A ballot box.
function drawBallots(context, node, x, y, radius, { alpha }) {
  drawOnPaper(context, box(x - radius, y - radius * 0.8, x + radius, y + radius * 0.8, 4), alpha, ink.tint, ink.quiet, 1.6);
  drawPath(context, line([[x - radius * 0.5, y - radius * 0.28], [x + radius * 0.5, y - radius * 0.28]]), null, ink.quiet, 2.4);
}

function drawBloc(context, node, x, y, radius, { alpha }) {
  const corners = [0, 1, 2, 3, 4, 5].map((at) => pointAt(x, y, radius, (at * Math.PI) / 3));
  drawOnPaper(context, line(corners, true), alpha, mixed(ink.quiet, ink.tint, 0.8), ink.quiet, 2);
}

// A minus on a name whose ties are all open.
function drawOpened(context, x, y, pixel) {
  drawPath(context, circle(x, y, 5.5 * pixel), ink.ink);
  drawPath(context, line([[x - 2.6 * pixel, y], [x + 2.6 * pixel, y]]), null, ink.paper, 1.5 * pixel);
}

// --- The land and the words ---

// The country as one faint shape: the borders inside it are painted over.
function drawLand(context, outlines, scale) {
  context.lineJoin = "round";
  for (const [colour, width] of [[ink.coast, 4.4], [ink.land, 2.6]]) {
    for (const outline of outlines) { // x, y, x, y...
      drawPath(context, () => {
        for (let at = 0; at < outline.length; at += 2) context[at ? "lineTo" : "moveTo"](outline[at], outline[at + 1]);
        context.closePath();
      }, colour === ink.land && colour, colour, width / scale);
    }
  }
}

// A label of one line or more, with a halo, on a plate, or in a frame: round a number of seats on its tie, or dashed round somebody who stands apart.
function drawLabel(context, label, scale) {
  const pixel = 1 / scale, height = label.size * 1.18 * pixel, [left, top, right, bottom] = label.box, { frame } = label;
  Object.assign(context, { globalAlpha: 0.88, textAlign: label.align ?? "center", textBaseline: "middle", lineJoin: "round" });
  if (label.plate) drawPath(context, box(left - pixel, top, right + pixel, bottom, 3 * pixel), ink.paper);
  context.globalAlpha = 1;
  if (frame) drawPath(context, box(...label.box, 6 * pixel), frame.fill, frame.colour, 1.4 * pixel, (frame.dash ?? []).map((length) => length * pixel));
  label.lines.forEach((text, at) => {
    const y = label.y + (at - (label.lines.length - 1) / 2) * height;
    Object.assign(context, { font: `${label.weights?.[at] ?? label.weight} ${rounded(label.size * pixel)}px ${FONT}`, fillStyle: label.fill });
    if (!label.inside) {
      Object.assign(context, { strokeStyle: ink.paper, lineWidth: 3.6 * pixel });
      context.strokeText(text, label.x, y);
    }
    context.fillText(text, label.x, y);
  });
}

// The line to a name that stands farther away.
function drawLead(context, { lead: [x, y, radius], box: [left, top, right, bottom] }, scale) {
  const [toX, toY] = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))], far = Math.hypot(toX - x, toY - y) || 1;
  const from = [x + ((toX - x) / far) * radius, y + ((toY - y) / far) * radius];
  if (far > radius) drawPath(context, line([from, [toX, toY]]), null, ink.quiet, 1 / scale);
}

const rounded = (value) => Math.round(value * 10) / 10;
