// Where words stand on the network: measured, placed by rank, never on each other, on a disc or off the stage. The rest wait
// for zoom, hover or a choice. Sizes are pixels of the screen; boxes (left, top, right, bottom) are in units of the layout.

const pen = document.createElement("canvas").getContext("2d"), measured = new Map();
const LEADS_TO = [13, 24, 38, 54, 74, 98]; // how far from its disc a name may stand that finds no room beside it
const WORST = 420; // what such a place may cost: less than lying on a disc, or than a line across four

const widthOf = (text, size, weight) => remembered(measured, `${size}|${weight}|${text}`, () => {
  pen.font = `${weight} ${size}px ${FONT}`;
  return pen.measureText(text).width;
});

const SQUARE = 40;
const squareOf = (x, y) => Math.floor(x / SQUARE) * 10000 + Math.floor(y / SQUARE);
const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const toBox = ({ x, y }, [left, top, right, bottom]) => Math.hypot(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom)));

// What is taken on the stage: words, discs, and the points of the ties that can be seen.
class Board {
  constructor(scene, scale, view) {
    Object.assign(this, { scene, view, pixel: 1 / scale, taken: [], labels: [] });
    this.names = [...scene.shown].filter((id) => nameStrength(id, scene) > 0.4).sort((a, b) => rankOf(b, scene) - rankOf(a, scene));
    this.discs = this.names.map((id) => ({ id, x: scene.at.get(id)[0], y: scene.at.get(id)[1], radius: Math.max(rimOf(nodes.get(id)), radiusOf(nodes.get(id), scale, scene.lit.names.has(id))) }));
    const seen = scene.ties.filter((tie) => strengthOf(tie) >= 0.3), pointsOf = (tie) => scene.routes.get(tie)?.points ?? [];
    const points = seen.flatMap((tie) => pointsOf(tie).map(([x, y]) => [x, y, isSeats(tie) ? 1 : 1.5]));
    this.squares = Map.groupBy(points, ([x, y]) => squareOf(x, y)); // of the stage
  }

  vacant(box) { return !this.taken.some((other) => meet(box, other)); }

  clear(box, own) { return !this.discs.some((disc) => disc.id !== own && toBox(disc, box) < disc.radius + 1.5 * this.pixel); }

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

  put(label) {
    this.labels.push({ ...label, name: this.scene.at.get(label.id) });
    if (!label.inside || label.frame) this.taken.push(label.box);
  }
}

// `view` is what can be seen, `covered` the boxes of what stands over the stage.
function layLabels(scene, scale, view, covered) {
  const board = new Board(scene, scale, view);
  board.taken.push(...covered);
  const absent = (id) => SWITCHES.absent.indexOf(nodes.get(id).absent.toUpperCase()); // who boycotted before who did not stand
  const apart = scene.lit.focus ? [] : board.names.filter((id) => standsApart(nodes.get(id))).sort((a, b) => absent(a) - absent(b)).filter((id) => boxed(board, id));
  const outside = board.names.filter((id) => !apart.includes(id) && !isGrey(id, scene) && !inside(board, id, scale));
  if (scene.lit.focus) seatChips(board);
  for (const id of outside) beside(board, id);
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

// False where there is no room for the frame.
function boxed(board, id) {
  const node = nodes.get(id), [x, y] = board.scene.at.get(id), { pixel } = board, name = labelOf(id), said = words.absent[node.absent] ?? "";
  const wide = Math.max(widthOf(name, 12, 650), widthOf(said, 11, 450)) * pixel, room = node.r + 7 * pixel;
  const [bounds, align] = [[[x - room, y - 19 * pixel, x + room + wide + 8 * pixel, y + 19 * pixel], "left"], [[x - room - wide - 8 * pixel, y - 19 * pixel, x + room, y + 19 * pixel], "right"]]
    .sort(([a], [b]) => board.within(b) - board.within(a) || board.clear(b, id) - board.clear(a, id)).find(([sides]) => board.vacant(sides)) ?? [];
  if (!bounds) return false;
  const line = (text, down, look) => board.put({ id, x: align === "left" ? x + room : x - room, y: y + down * pixel, lines: [text], align, inside: true, box: bounds, ...look });
  line(name, -7.5, { size: 12, weight: 650, css: "apart", frame: true });
  line(said, 8, { size: 11, weight: 450, css: "quiet" });
  return true;
}

// Inside a disc its name and seats, as far as they fit, inside a ring its size. True where nothing is left to say outside.
function inside(board, id, scale) {
  const node = nodes.get(id), [x, y] = board.scene.at.get(id), radius = node.r * scale;
  const label = (lines, size, css, weight) => board.put({ id, x, y, lines, size, css, list: node.list, weight, weights: lines.map((_, at) => (at === lines.length - 1 ? weight : 650)), inside: true, box: [x, y, x, y] });
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

// The places around a disc, the usual ones first; farther ones stand at the end of a line that leads there.
function placesAround([x, y], radius, wide, high, pixel, far) {
  const down = radius * 0.72, gap = far ?? 0;
  if (!far) {
    return [[x + radius + pixel, y - high / 2, "left"], [x - radius - wide - pixel, y - high / 2, "right"], [x - wide / 2, y + radius, "center"], [x - wide / 2, y - radius - high, "center"],
      [x + down, y + down - high * 0.3, "left"], [x + down, y - down - high * 0.7, "left"], [x - down - wide, y + down - high * 0.3, "right"], [x - down - wide, y - down - high * 0.7, "right"]];
  }
  const [right, left, below, above] = [x + radius + gap, x - radius - wide - gap, y + radius + gap, y - radius - high - gap];
  return [[right, y - high / 2, "left"], [left, y - high / 2, "right"], [right, y - high / 2 - gap, "left"], [right, y - high / 2 + gap, "left"], [left, y - high / 2 - gap, "right"], [left, y - high / 2 + gap, "right"],
    [x - wide / 2, below, "center"], [x - wide / 2, above, "center"], [x - wide * 0.2, below - gap * 0.4, "left"], [x - wide * 0.8, below - gap * 0.4, "right"], [x - wide * 0.2, above + gap * 0.4, "left"], [x - wide * 0.8, above + gap * 0.4, "right"]];
}

function beside(board, id) {
  const { scene, pixel } = board, node = nodes.get(id), point = scene.at.get(id), style = styleOf(id, scene);
  const must = isChosen(id, scene), needed = must || isLit(id, scene) || isRing(node) || node.named;
  const wide = Math.max(...style.lines.map((line) => widthOf(line, style.size, style.weight))) * pixel, high = style.lines.length * style.size * 1.2 * pixel;
  const radius = Math.max(rimOf(node), radiusOf(node, 1 / pixel, isLit(id, scene))) + (must ? 9 : 3) * pixel;
  const usual = isRing(node) || (node.seats && tiesOf(id).filter(isSeats).length > 1) ? 2 : point[0] >= 0 ? 0 : 1;
  const boxesOf = (places) => places.map(([left, top, align], at) => ({ at, align, box: [left - 1.5 * pixel, top, left + wide + 1.5 * pixel, top + high] })).filter(({ box }) => board.vacant(box) && (board.within(box) || (!board.within([...point, ...point]) && !must)));
  const cheapest = (options) => options.sort((a, b) => a.cost - b.cost)[0];
  let found = cheapest(boxesOf(placesAround(point, radius, wide, high, pixel)).filter(({ box }) => board.clear(box, id)).map((place) => ({ ...place, cost: board.struck(place.box) * 4 + (place.at === usual ? 0 : place.at < 4 ? 3 : 6) })));
  for (const far of !found && needed ? LEADS_TO : []) {
    if (found?.cost <= far) break; // a farther place costs more
    const options = boxesOf(placesAround(point, radius, wide, high, pixel, far * pixel)).map((place) => ({ ...place, lead: rimOf(node), cost: far + leadCost(board, id, point, place.box) + board.struck(place.box) }));
    found = cheapest([...(found ? [found] : []), ...options.filter(({ cost }) => must || cost < WORST)]);
  }
  if (!found) return;
  const struck = board.struck(found.box), [left, top, right, bottom] = found.box;
  if (struck > 5 && !needed) return;
  const x = { left: left + 1.5 * pixel, right: right - 1.5 * pixel, center: (left + right) / 2 }[found.align];
  board.put({ id, ...style, x, y: (top + bottom) / 2, align: found.align, box: found.box, plate: struck > 0, lead: found.lead ?? null });
}

// What it costs a name and the line that leads to it to touch a grey mark, to lie on a disc (never), and to cross one.
function leadCost(board, id, [x, y], box) {
  const [toX, toY] = [Math.max(box[0], Math.min(x, box[2])), Math.max(box[1], Math.min(y, box[3]))], [dx, dy] = [toX - x, toY - y], length = dx * dx + dy * dy || 1;
  let cost = 0;
  for (const disc of board.discs) {
    const reach = disc.radius + 1, aside = disc.x + reach < Math.min(x, box[0]) || disc.x - reach > Math.max(x, box[2]) || disc.y + reach < Math.min(y, box[1]) || disc.y - reach > Math.max(y, box[3]);
    if (aside || disc.id === id) continue;
    const grey = isGrey(disc.id, board.scene), part = Math.max(0, Math.min(1, ((disc.x - x) * dx + (disc.y - y) * dy) / length));
    if (toBox(disc, box) < disc.radius) cost += grey ? 10 + 2 * disc.radius : 1000;
    if (Math.hypot(disc.x - x - part * dx, disc.y - y - part * dy) < disc.radius) cost += grey ? 12 : 110;
  }
  return cost;
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
