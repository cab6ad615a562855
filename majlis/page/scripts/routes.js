// Ties as curves that run round the names that are not their own, each to a slot of its own on a council's ring.

const BENDS = [0, 0.1, -0.1, 0.2, -0.2, 0.31, -0.31, 0.44, -0.44, 0.6, -0.6]; // part of the length, the straightest first
const SKEWS = [[1, 1], [1, 0.3], [0.3, 1], [1, -0.8]]; // how much of a bend each half takes; the last is an S
const DETOURS = [0, 40, 80, 130, 200, 280, 380], TURNS = [0, 0.5, -0.5, 1, -1, 1.6, -1.6]; // tried where a tie would still run behind a name: farther round, and to another side of the ring
const LANES = [0, 0.16, -0.16, 0.3]; // the bends of ties between the same two names
const LONGEST = 520, CLEARANCE = 4, SAMPLES = 26;

const weightsAt = (part, rest = 1 - part) => [rest ** 3, 3 * rest * rest * part, 3 * rest * part * part, part ** 3];
const WEIGHTS = Array.from({ length: SAMPLES }, (_, sample) => weightsAt(sample / SAMPLES));

function pointOn(curve, part) {
  const [a, b, c, d] = weightsAt(part);
  return [0, 1].map((axis) => a * curve[axis] + b * curve[axis + 2] + c * curve[axis + 4] + d * curve[axis + 6]);
}

// The angle at which each tie of seats meets its council: in the order of where they come from, and apart by their width.
function slotsOf(ties, at) {
  const slots = new Map(), ends = ties.filter(isSeats).map((tie) => {
    const [from, to] = [at.get(tie.start), at.get(tie.end)];
    return { tie, angle: Math.atan2(from[1] - to[1], from[0] - to[0]), half: (tieWidth(tie) / 2 + 0.9) / rimOf(nodes.get(tie.end)) };
  });
  for (const around of Map.groupBy(ends, ({ tie }) => tie.end).values()) {
    around.sort((a, b) => a.angle - b.angle);
    for (let pass = 0; pass < 24 && around.length > 1; pass += 1) around.forEach((end, place) => pushApart(end, around[(place + 1) % around.length], place + 1 === around.length));
    for (const { tie, angle } of around) slots.set(tie, angle);
  }
  return slots;
}

function pushApart(first, second, wraps) {
  const gap = second.angle + (wraps ? ROUND : 0) - first.angle, missing = first.half + second.half - gap;
  if (missing <= 0) return;
  first.angle -= missing / 2;
  second.angle += missing / 2;
}

// What ties have to run round; a name that has faded shows what runs behind it, and weighs little.
const FADED = 0.1;
const obstaclesOf = (scene) => [...scene.shown].map((id) => ({ id, x: scene.at.get(id)[0], y: scene.at.get(id)[1], radius: rimOf(nodes.get(id)), weight: nameStrength(id, scene) > 0.3 ? 1 : FADED }));

// The route of a tie: the cheapest of some curves, its points, and whose discs it still runs behind. `lane` parts the ties of one pair; `quick`: names move,
// and the long search for a way round waits until they rest.
function routeOf(tie, at, slot, obstacles, lane, quick) {
  const [from, to] = [at.get(tie.start), at.get(tie.end)], [start, end] = [nodes.get(tie.start), nodes.get(tie.end)], seats = isSeats(tie);
  const angle = Math.atan2(from[1] - to[1], from[0] - to[0]), leave = seats ? start.r * 0.6 : start.r + 2, arrive = rimOf(end) + (seats ? -1 : 3);
  const half = tieWidth(tie) / 2 + 1.5;
  const [middle, reach] = [[(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], Math.hypot(from[0] - to[0], from[1] - to[1]) / 2 + 180];
  const near = obstacles.filter(({ id, x, y }) => id !== tie.start && id !== tie.end && Math.abs(x - middle[0]) < reach && Math.abs(y - middle[1]) < reach);
  let best = null;
  // One curve that leaves and arrives at these angles with this bend: true where nothing is in its way.
  const tries = (departure, arrival, part, by, [early, late], cost) => {
    const [x0, y0] = [from[0] - leave * Math.cos(departure), from[1] - leave * Math.sin(departure)];
    const [x1, y1] = [to[0] + arrive * Math.cos(arrival), to[1] + arrive * Math.sin(arrival)], [dx, dy] = [x1 - x0, y1 - y0], length = Math.hypot(dx, dy) || 1;
    const pull = (seats ? Math.min(length * 0.34, 90) : length * 0.3) * 0.6, bend = by + part * Math.min(length, LONGEST), [nx, ny] = [(-dy / length) * bend, (dx / length) * bend];
    const out = departure === angle ? 0 : 40 + length * 0.4; // it leaves to a side before it turns
    const curve = [x0, y0, x0 + dx * 0.32 + nx * early - out * Math.cos(departure), y0 + dy * 0.32 + ny * early - out * Math.sin(departure), x1 + pull * Math.cos(arrival) - dx * 0.12 + nx * late, y1 + pull * Math.sin(arrival) - dy * 0.12 + ny * late, x1, y1];
    const met = meeting(curve, near, half, cost, best);
    if (met) best = { cost: met.cost, curve, behind: met.behind };
    return met?.cost === cost;
  };
  const usual = slot ?? angle, plain = BENDS.some((bend) => (bend ? SKEWS : SKEWS.slice(0, 1)).some((skew) => tries(angle, usual, bend + LANES[Math.max(0, lane) % LANES.length], 0, skew, Math.abs(bend) * 44 + (skew[1] < 0 ? 3 : 0))));
  const detours = (act) => DETOURS.some((by) => [by, -by].some((way) => SKEWS.some((skew) => act(way, skew, 26 + by / 12))));
  if (!plain && !quick && best.behind.size) TURNS.some((turn) => detours((way, skew, cost) => tries(angle, usual + turn, 0, way, skew, cost + 12 * Math.abs(turn))));
  if (!plain && !quick && best.behind.size) TURNS.some((away) => TURNS.some((turn) => detours((way, skew, cost) => tries(angle + away, usual + turn, 0, way, skew, cost + 20))));
  const pieces = ["RIVAL_OF", "HELD"].includes(tie.type) ? 48 : 24;
  return { curve: best.curve, behind: best.behind, points: Array.from({ length: pieces + 1 }, (_, piece) => pointOn(best.curve, piece / pieces)) };
}

// What it costs a curve to come near to names that are not its own, and behind which it would run; null where another is as good, which has
// fewest names that it passes behind and then the least cost. The page spends most of its time here: no array is made for a point.
function meeting([x0, y0, x1, y1, x2, y2, x3, y3], near, half, first, best) {
  const behind = new Set(), worse = () => best && (behind.size > best.behind.size || (behind.size === best.behind.size && cost >= best.cost));
  let cost = first;
  for (let sample = 1; sample < SAMPLES; sample += 1) {
    if (worse()) return null;
    const [a, b, c, d] = WEIGHTS[sample];
    const x = a * x0 + b * x1 + c * x2 + d * x3, y = a * y0 + b * y1 + c * y2 + d * y3;
    for (const obstacle of near) {
      const across = obstacle.x - x, down = obstacle.y - y, reach = obstacle.radius + half + CLEARANCE;
      if (across * across + down * down >= reach * reach) continue;
      const room = Math.hypot(across, down) - obstacle.radius - half;
      cost += (CLEARANCE - room * 0.4) * obstacle.weight;
      if (room >= 0) continue;
      cost += 40 * obstacle.weight;
      if (obstacle.weight === 1) behind.add(obstacle.id);
    }
  }
  return worse() ? null : { cost, behind };
}

// A free place for a name that no layout knows: beside the name that revealed it, or amid those it is tied to.
function freePlace(id, beside, scene) {
  const node = nodes.get(id), tied = tiesOf(id).map((tie) => scene.at.get(farEnd(tie, id))).filter(Boolean);
  const mean = (axis) => sum(tied.map((point) => point[axis])) / (tied.length || 1);
  const from = scene.at.get(beside) ?? [mean(0), mean(1)], base = scene.at.has(beside) ? rimOf(nodes.get(beside)) + node.r + (beside === centre() ? 16 : 0) : 0; // the chosen name needs room for itself
  const away = Math.atan2(from[1], from[0] || 0.01), side = Math.min(labelOf(id).length * 3.4, 60);
  const taken = [...scene.at].filter(([other]) => other !== id && (scene.shown.has(other) || scene.home.has(other))).map(([other, point]) => ({ point, radius: rimOf(nodes.get(other)), wide: scene.shown.has(other) ? side * 0.5 : 0 }));
  const passing = scene.ties.filter((tie) => tie.start !== id && tie.end !== id).flatMap((tie) => scene.routes.get(tie)?.points ?? []);
  const costAt = (x, y) => {
    const gaps = taken.map(({ point, radius, wide }) => Math.hypot(Math.max(0, Math.abs(point[0] - x) - wide), (point[1] - y) * 1.25) - radius - node.r);
    const under = passing.filter(([px, py]) => Math.abs(px - x) < node.r + 10 && Math.abs(py - y) < node.r + 10);
    return sum(gaps.map((gap) => (gap < 26 ? 30 + (26 - gap) * 1.4 : 0))) + 2.2 * under.length + 0.02 * sum(tied.map(([px, py]) => Math.hypot(px - x, py - y)));
  };
  const places = [16, 30, 48, 70, 96, 130, 170, 220].flatMap((far) => Array.from({ length: 30 }, (_, turn) => {
    const turned = Math.ceil(turn / 2), point = pointAt(...from, base + far, away + ((turn % 2 ? -1 : 1) * turned * Math.PI) / 15);
    return { point, cost: far * 0.3 + turned * 0.7 + costAt(...point) };
  }));
  return places.sort((a, b) => a.cost - b.cost)[0].point;
}
