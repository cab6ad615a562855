// Where words stand on the network: measured, placed by rank, never on each other, on a disc or off the stage. The rest wait
// for zoom, hover or a choice. Sizes are pixels of the screen; boxes (left, top, right, bottom) are in units of the layout.

const pen = document.createElement("canvas").getContext("2d"), measured = new Map();
const LEADS_TO = [13, 24, 38, 54, 74, 98, 126]; // how far from its disc a name may stand that finds no room beside it
const WORST = 800; // what such a place may cost: less than lying on a disc, or than a line across seven
const CROSSED = 100, HIDDEN = 400; // what it costs a line to cross another, and to run behind what stands over the stage
const BY = 14, TAKEN = 200, AS_MARK = 60; // so near to a foreign disc, and nearer than to its own, a name at the end of a line is taken for its name; what that costs, and at a grey mark
const AWAY = 100, AGAIN = 60, OFTEN = 30; // what it costs to send a name elsewhere that stands in the way, and each time again; how often a name may ask for that

const widthOf = (text, size, weight) => remembered(measured, `${size}|${weight}|${text}`, () => {
  pen.font = `${weight} ${size}px ${FONT}`;
  return pen.measureText(text).width;
});

const leading = () => (isRtl() ? 1.4 : 1.2); // from line to line, by the size of the letters: Arabic ones reach higher and lower
const SQUARE = 40, squareOf = (x, y) => Math.floor(x / SQUARE) * 10000 + Math.floor(y / SQUARE);
const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const sideOf = ([x, y, toX, toY], atX, atY) => (toX - x) * (atY - y) > (toY - y) * (atX - x);
const crossing = (a, b) => sideOf(a, b[0], b[1]) !== sideOf(a, b[2], b[3]) && sideOf(b, a[0], a[1]) !== sideOf(b, a[2], a[3]);

// Whether a line (x, y, to x, to y) runs through a box or comes too near: not all corners lie on one side of it.
function cuts(line, box, room) {
  const [x, y, toX, toY] = line, left = box[0] - room, top = box[1] - room, right = box[2] + room, bottom = box[3] + room;
  if (Math.max(x, toX) <= left || Math.min(x, toX) >= right || Math.max(y, toY) <= top || Math.min(y, toY) >= bottom) return false;
  const side = sideOf(line, left, top);
  return side !== sideOf(line, right, top) || side !== sideOf(line, left, bottom) || side !== sideOf(line, right, bottom);
}
const isNear = (x, y, radius) => x * x + y * y < radius * radius;
const touches = ({ x, y }, [left, top, right, bottom], radius) => isNear(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom)), radius);

// What is taken on the stage: words, discs, and the points of the ties that can be seen.
class Board {
  constructor(scene, scale, view, covered) {
    Object.assign(this, { scene, view, pixel: 1 / scale, labels: [], covered });
    this.names = [...scene.shown].filter((id) => nameStrength(id, scene) > 0.4).sort((a, b) => rankOf(b, scene) - rankOf(a, scene));
    this.discs = this.names.map((id) => ({ id, x: scene.at.get(id)[0], y: scene.at.get(id)[1], radius: Math.max(rimOf(nodes.get(id)), radiusOf(nodes.get(id), scale, scene.lit.names.has(id))), grey: isGrey(id, scene) }));
    const seen = scene.ties.filter((tie) => strengthOf(tie) >= 0.3), pointsOf = (tie) => scene.routes.get(tie)?.points ?? [];
    const points = seen.flatMap((tie) => pointsOf(tie).map(([x, y]) => [x, y, isSeats(tie) ? 1 : 1.5]));
    this.squares = Map.groupBy(points, ([x, y]) => squareOf(x, y)); // of the stage
  }

  // The labels on which a name and the line to it would lie, or that lie on them.
  under({ box, line }) {
    const room = 1.5 * this.pixel;
    return this.labels.filter((other) => meet(box, other.box) || (line && cuts(line, other.box, room)) || (other.line && cuts(other.line, box, room)));
  }

  vacant(box) { return !this.covered.some((other) => meet(box, other)) && !this.under({ box }).length; }
  clear(box, own) { return !this.discs.some((disc) => disc.id !== own && touches(disc, box, disc.radius + 1.5 * this.pixel)); }

  within(box) { return box[0] > this.view[0] && box[2] < this.view[2] && box[1] > this.view[1] && box[3] < this.view[3]; }

  // How much of the ties a box would lie on.
  struck([left, top, right, bottom]) {
    let sum = 0;
    for (let across = left; across < right + SQUARE; across += SQUARE) {
      for (let down = top; down < bottom + SQUARE; down += SQUARE) {
        for (const [x, y, weight] of this.squares.get(squareOf(across, down)) ?? []) if (x > left && x < right && y > top && y < bottom) sum += weight;
      }
    }
    return sum;
  }

  put(label) { this.labels.push({ ...label, name: this.scene.at.get(label.id) }); }
}

// `view` is what can be seen, `covered` the boxes of what stands over the stage.
function layLabels(scene, scale, view, covered) {
  const board = new Board(scene, scale, view, covered);
  const absent = (id) => SWITCHES.absent.indexOf(nodes.get(id).absent.toUpperCase()); // who boycotted before who did not stand
  const apart = scene.lit.focus ? [] : board.names.filter((id) => standsApart(nodes.get(id))).sort((a, b) => absent(a) - absent(b)).filter((id) => boxed(board, id));
  const outside = board.names.filter((id) => !apart.includes(id) && !isGrey(id, scene) && !inside(board, id, scale));
  if (scene.lit.focus) seatChips(board);
  const seekers = outside.map((id) => seekerOf(board, id));
  for (const seeker of seekers) seekers.push(...beside(board, seeker));
  if (scene.lit.focus) kindsInWords(board);
  return board;
}

const isGrey = (id, scene) => isSmall(id) && !(scene.lit.focus ? scene.lit.names.has(id) : scene.hovered ? scene.hovered.names.has(id) : scene.near);
const isChosen = (id, scene) => id === scene.hoverName || id === centre() || pathEnds().includes(id);
const isLit = (id, scene) => scene.lit.focus && scene.lit.names.has(id);

function rankOf(id, scene) {
  const node = nodes.get(id), held = nodes.get(node.list)?.seats ?? 0;
  const own = isRing(node) ? 5000 + (node.marks ?? 0) : isPortrait(node) ? (standsApart(node) ? 3000 : 90 + 25 * held) : (node.named ? 3000 : 60) + 230 * (node.seats ?? 0);
  return (isChosen(id, scene) ? 1e6 : 0) + (isLit(id, scene) ? 1e5 : 0) + own;
}

// Who took no part, and leads nothing that did, stands in a dashed frame, with the word for it.
const standsApart = (node) => Boolean(node.absent) && node.named && !node.list && isPortrait(node);

// False where there is no room for the frame; it may lie on the edge of a disc, not on one.
function boxed(board, id) {
  const node = nodes.get(id), [x, y] = board.scene.at.get(id), { pixel } = board, name = labelOf(id), said = words.absent[node.absent] ?? "";
  const wide = Math.max(widthOf(name, 12, 650), widthOf(said, 11, 450)) * pixel, room = node.r + 7 * pixel;
  const [bounds, align] = [[[x - room, y - 19 * pixel, x + room + wide + 8 * pixel, y + 19 * pixel], "left"], [[x - room - wide - 8 * pixel, y - 19 * pixel, x + room, y + 19 * pixel], "right"]]
    .sort(([a], [b]) => board.clear(b, id) - board.clear(a, id)).find(([sides]) => board.within(sides) && board.vacant(sides) && !board.discs.some((disc) => disc.id !== id && touches(disc, sides, disc.radius / 2))) ?? [];
  if (!bounds) return false;
  const line = (text, down, look) => board.put({ id, x: align === "left" ? x + room : x - room, y: y + down * pixel, lines: [text], align, inside: true, box: bounds, ...look });
  line(name, -7.5, { size: 12, weight: 650, css: "apart", frame: true });
  line(said, 8, { size: 11, weight: 450, css: "quiet" });
  return true;
}

// Inside a disc its name and seats, as far as they fit, inside a ring its size. True where nothing is left to say outside.
function inside(board, id, scale) {
  const node = nodes.get(id), [x, y] = board.scene.at.get(id), radius = node.r * scale;
  const label = (lines, size, css, weight) => {
    const weights = lines.map((_, at) => (at === lines.length - 1 ? weight : 650)), wide = (Math.max(...lines.map((line, at) => widthOf(line, size, weights[at]))) / 2) * board.pixel, high = lines.length * size * 0.5 * board.pixel;
    board.put({ id, x, y, lines, size, css, list: node.list, weight, weights, inside: true, box: [x - wide, y - high, x + wide, y + high] });
  };
  if (isRing(node)) {
    const said = ringWords(node, board.scene);
    const lines = halves(labelOf(id)), wide = Math.max(...lines.map((line) => widthOf(line, 14, 650))), fits = [14, 12, 11].find((size) => (wide * size) / 14 < radius * 1.5 && radius > 3 * size);
    if (fits) return label([...lines, said.text], fits, "", 750) ?? true; // a house, or a council seen from near
    if (radius > 10) label([said.text], Math.min(node.kind === "province" ? 15 : 30, Math.max(9.5, radius * (said.text.length > 3 ? 0.48 : 0.55))), said.bold ? "" : "quiet", said.bold ? 700 : 600);
    return false;
  }
  if (!node.seats || !shownInside(node)) return false;
  const name = labelOf(id), seats = String(node.seats);
  const lines = widthOf(name, 12, 650) > radius * 1.7 ? halves(name) : [name], wide = Math.max(...lines.map((line) => widthOf(line, 12, 650)));
  const high = (lines.length + 1) * 14, chord = 2 * Math.sqrt(Math.max(0, radius ** 2 - (high / 2) ** 2)) * 1.08 - 3;
  const size = [13, 12, 11, 10].find((each) => (wide * each) / 12 < chord);
  if (size && high < 2 * radius) return label([...lines, seats], size, "on", 750) ?? true;
  label([seats], Math.min(15, Math.max(10.5, radius * 0.8)), "on", 750);
  return false;
}

// What a ring says: its size; who alone has its majority; or the seats there of the choice, where that counts several lists.
function ringWords(node, scene) {
  const chosen = holders.get(state.node), council = councils.get(node.id), { lit } = scene;
  if (chosen && council && countsSeveral(lit)) {
    const cell = cellOf(chosen, council);
    return cell.status === "seats" ? { text: `${narrow(cell)}/${node.size}`, bold: true } : { text: node.size };
  }
  const alone = !lit.focus && model.alone[node.id], tie = alone && tiesOf(node.id).find((each) => isSeats(each) && each.start === alone && each.end === node.id);
  return tie ? { text: `${tie.seats}/${node.size}`, bold: true } : { text: node.size };
}

function halves(text) {
  const parts = text.split(" ");
  const cuts = parts.slice(1).map((_, at) => [parts.slice(0, at + 1).join(" "), parts.slice(at + 1).join(" ")]);
  return cuts.sort((a, b) => Math.max(a[0].length, a[1].length) - Math.max(b[0].length, b[1].length))[0] ?? [text];
}

// The places at some parts of a tie where a box of some size is free.
const placesOn = (board, tie, stops, wide, high) => stops.map((stop) => pointOn(board.scene.routes.get(tie).curve, stop))
  .map(([x, y]) => ({ x, y, box: [x - wide, y - high, x + wide, y + high] })).filter(({ box }) => board.vacant(box) && board.clear(box, null));

// The seats on the lit ties: they slide along the tie until they are free.
function seatChips(board) {
  const { scene, pixel } = board, toCouncil = isRing(nodes.get(centre()) ?? {});
  const stops = toCouncil ? [0.5, 0.42, 0.58, 0.36, 0.64, 0.3, 0.7, 0.76, 0.82] : [0.72, 0.66, 0.78, 0.6, 0.84, 0.54, 0.48, 0.42, 0.36, 0.3];
  for (const tie of scene.lit.ties) {
    if (!isSeats(tie) || !scene.routes.has(tie) || isSlim(tie, scene.lit) || nodes.get(tie.start).seats === tie.seats) continue;
    const text = narrow(heldBy(tie)), wide = (Math.max(17, widthOf(text, 11.5, 700) + 10) / 2) * pixel;
    const places = placesOn(board, tie, stops, wide, 8 * pixel), best = places.find(({ box }) => board.struck(box) < 3) ?? places[0];
    if (best) board.put({ id: tie.start, ...best, lines: [text], size: 11.5, weight: 700, css: "chip", list: tie.start, inside: true, frame: true });
  }
}

// How a name is written outside its disc. Who leads a list is called by the surname until chosen.
function styleOf(id, { shape, lit, near, hoverName }) {
  const node = nodes.get(id), resting = isPortrait(node) && !lit.focus && !near && hoverName !== id, strong = isRing(node) || id === centre() || pathEnds().includes(id);
  const name = (resting && (language === "en" ? node.surname : node.surname_local)) || labelOf(id), tall = shape === "tall";
  const text = node.seats && !isRing(node) && !shownInside(node) ? `${name} ${node.seats}` : name;
  return {
    lines: text.includes(" ") && text.length > (tall ? 15 : 26) ? halves(text) : [text],
    size: isRing(node) ? (tall ? 11.5 : 12.5) : isPortrait(node) ? 11.5 : node.seats ? (tall ? 11 : 12) : 11,
    weight: strong ? 700 : node.seats ? 600 : 450,
    css: isPortrait(node) || node.seats || strong ? "" : "quiet",
  };
}

const shownInside = (node) => node.r * scene.scale >= (scene.scale < 0.5 ? 8.5 : 13);

// The places around a disc, the usual ones first; farther ones, at the end of a line that leads there, stand all around.
function placesAround([x, y], radius, wide, high, pixel, far) {
  const sides = Math.round(8 + far / pixel / 4);
  if (far) return Array.from({ length: sides }, (_, at) => (at * ROUND) / sides).map((angle) => {
    const [across, down] = [Math.cos(angle), Math.sin(angle)], [toX, toY] = pointAt(x, y, radius + far, angle);
    return [toX - (wide * (1 - across)) / 2, toY - (high * (1 - down)) / 2, across > 0.3 ? "left" : across < -0.3 ? "right" : "center"];
  });
  const down = radius * 0.72;
  return [[x + radius + pixel, y - high / 2, "left"], [x - radius - wide - pixel, y - high / 2, "right"], [x - wide / 2, y + radius, "center"], [x - wide / 2, y - radius - high, "center"],
    [x + down, y + down - high * 0.3, "left"], [x + down, y - down - high * 0.7, "left"], [x - down - wide, y + down - high * 0.3, "right"], [x - down - wide, y - down - high * 0.7, "right"]];
}

// A name that seeks a place beside its disc: how it is written, whether it is needed, and its places, each with what it costs whoever else stands there.
function seekerOf(board, id) {
  const { scene, pixel } = board, node = nodes.get(id), point = scene.at.get(id), style = styleOf(id, scene), rim = rimOf(node), known = new Map();
  const must = isChosen(id, scene), needed = must || isLit(id, scene) || isRing(node) || node.named;
  const wide = Math.max(...style.lines.map((line) => widthOf(line, style.size, style.weight))) * pixel, high = style.lines.length * style.size * leading() * pixel;
  const radius = Math.max(rim, radiusOf(node, 1 / pixel, isLit(id, scene))) + (must ? 9 : 3) * pixel;
  const usual = isRing(node) || (node.seats && tiesOf(id).filter(isSeats).length > 1) ? 2 : point[0] >= 0 ? 0 : 1;
  const near = ({ box, at }) => (board.clear(box, id) ? board.struck(box) * 4 + (at === usual ? 0 : at < 4 ? 3 : 6) : Infinity);
  const placesAt = (far) => remembered(known, far, () => placesAround(point, radius, wide, high, pixel, far * pixel)
    .map(([left, top, align], at) => ({ at, align, box: [left - 1.5 * pixel, top, left + wide + 1.5 * pixel, top + high] }))
    .filter(({ box }) => !board.covered.some((other) => meet(box, other)) && (board.within(box) || (!board.within([...point, ...point]) && !must)))
    .map((place) => ({ ...place, line: far ? lineTo(point, rim, place.box) : null }))
    .map((place) => ({ ...place, cost: far ? far + leadCost(board, id, place, must ? Infinity : WORST - far) : near(place) })));
  return { id, style, needed, placesAt, sent: 0 };
}

// Put a name in the cheapest of its places. Who has to look for another: those that it sends away, or itself, once others have moved.
function beside(board, seeker) {
  const { id, style, needed } = seeker, { pixel, labels } = board, asks = needed && seeker.sent < OFTEN;
  let found = { cost: Infinity };
  for (const far of needed ? [0, ...LEADS_TO] : [0]) {
    if (found.cost <= far || (far && found.away?.length === 0 && !found.line)) break; // a farther place costs more
    for (const place of seeker.placesAt(far)) {
      if (place.cost >= found.cost) continue;
      const away = board.under(place);
      if (away.length && !(asks && away.every((label) => label.seeker))) continue;
      const cost = place.cost + sum(away.map((label) => AWAY + AGAIN * label.seeker.sent)) + (place.line ? CROSSED * labels.filter(({ line }) => line && crossing(place.line, line)).length : 0);
      if (cost < found.cost) found = { ...place, cost, away };
    }
  }
  seeker.sent += 1;
  if (!found.box) return asks ? [seeker] : [];
  const struck = board.struck(found.box), [left, top, right, bottom] = found.box;
  if (struck > 5 && !needed) return [];
  const x = { left: left + 1.5 * pixel, right: right - 1.5 * pixel, center: (left + right) / 2 }[found.align];
  board.labels = labels.filter((label) => !found.away.includes(label));
  board.put({ id, ...style, x, y: (top + bottom) / 2, align: found.align, box: found.box, plate: struck > 0, line: found.line, seeker });
  return found.away.map((label) => label.seeker);
}

// The line from the rim of a disc to the nearest point of a box, where there is room between them.
function lineTo([x, y], rim, [left, top, right, bottom]) {
  const [toX, toY] = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))], far = Math.hypot(toX - x, toY - y);
  return far > rim ? [x + ((toX - x) * rim) / far, y + ((toY - y) * rim) / far, toX, toY] : null;
}

// What it costs a name and the line that leads to it to touch a grey mark, to lie on a disc (never), to cross one, and to run behind what stands over the stage.
function leadCost(board, id, { box, line }, most) {
  const [x, y, toX, toY] = line ?? box, [dx, dy] = [toX - x, toY - y], length = dx * dx + dy * dy || 1;
  const [left, top, right, bottom] = [Math.min(x, box[0]), Math.min(y, box[1]), Math.max(x, box[2]), Math.max(y, box[3])];
  let cost = line && board.covered.some((other) => cuts(line, other, 0)) ? HIDDEN : 0;
  for (const disc of board.discs) {
    const { radius, grey } = disc, reach = radius + (grey && radius < 5 * board.pixel ? 1 : Math.max(1, Math.min(BY * board.pixel, Math.sqrt(length) - 6 * board.pixel)));
    if (disc.x + reach < left || disc.x - reach > right || disc.y + reach < top || disc.y - reach > bottom || disc.id === id) continue;
    const part = Math.max(0, Math.min(1, ((disc.x - x) * dx + (disc.y - y) * dy) / length));
    if (touches(disc, box, radius)) cost += grey ? 10 + 2 * radius : 1000;
    else if (line && touches(disc, box, reach)) cost += grey ? AS_MARK : TAKEN;
    if (isNear(disc.x - x - part * dx, disc.y - y - part * dy, radius)) cost += grey ? 12 : 110;
    if (cost > most) return Infinity;
  }
  return cost + board.struck(box);
}

// The kind of each lit tie that is not of seats, in words on it, while they are few.
function kindsInWords(board) {
  const { scene, pixel } = board;
  for (const tie of scene.lit.ties) {
    if (isSeats(tie) || isCrowded(tie, scene.lit) || !scene.routes.has(tie)) continue;
    const text = words.shortTies[tie.type] ?? "", stops = tie.type === "RIVAL_OF" ? [0.3, 0.7, 0.25, 0.75, 0.36, 0.64] : [0.5, 0.42, 0.58, 0.34, 0.66, 0.26];
    const [place] = placesOn(board, tie, stops, ((widthOf(text, 10.5, 500) + 6) / 2) * pixel, 6.5 * pixel);
    if (place) board.put({ id: tie.end, ...place, lines: [text], size: 10.5, weight: 500, css: "quiet", plate: true });
  }
}
