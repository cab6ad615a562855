// Dragging a name: its leaves follow, others make room and come home. It stays where it is put.

let dragged = null; // { id, leaves: each with its place from the name } while a name is held
const PATIENCE = 160; // milliseconds for which words go with their names before all are laid anew
const placed = new Set(); // the names that somebody put somewhere: others make room for them
let settling = 0; // frames that names still have to come home

function startDrag() {
  camera.on("dragStart", ({ nodes: [id] }) => {
    if (id === undefined) return;
    const [x, y] = scene.at.get(id);
    dragged = { id, leaves: leavesOf(id).map((leaf) => [leaf, scene.home.get(leaf)[0] - x, scene.home.get(leaf)[1] - y]) };
    placed.add(id);
    hideCard();
  });
  camera.on("dragging", () => {
    if (!dragged) return;
    const { x, y } = camera.body.nodes[dragged.id];
    scene.at.set(dragged.id, [x, y]);
    for (const [id, byX, byY] of [[dragged.id, 0, 0], ...dragged.leaves]) scene.home.set(id, [x + byX, y + byY]);
    settle();
  });
  camera.on("dragEnd", () => {
    camera.unselectAll();
    dragged = null;
  });
}

function settle() {
  settling = 90;
  wake();
}

// What hangs on this name alone, apart from places: they stand where they are in the country.
function leavesOf(id) {
  const endsHere = (tie, name) => tie.start === name || tie.end === name;
  const near = new Set(scene.ties.filter((tie) => endsHere(tie, id)).map((tie) => farEnd(tie, id)));
  return [...near].filter((leaf) => !isRing(nodes.get(leaf)) && scene.ties.every((tie) => !endsHere(tie, leaf) || endsHere(tie, id)));
}

// One frame of names on their way home. True while something moves.
function moveHome() {
  if (!settling) return false;
  const moved = new Set(dragged ? [dragged.id] : []);
  for (const id of scene.shown) {
    if (id === dragged?.id) continue;
    const [x, y] = scene.at.get(id), [byX, byY] = stepHome(id, x, y);
    if (Math.abs(byX) + Math.abs(byY) <= 0.15) continue;
    scene.at.set(id, [x + byX, y + byY]);
    Object.assign(camera.body.nodes[id] ?? {}, { x: x + byX, y: y + byY });
    moved.add(id);
  }
  if (moved.size) rerouteNear(moved);
  settling = moved.size ? settling - 1 : 0;
  if (!settling) reroute();
  return true; // the last routes are still to be drawn
}

function stepHome(id, x, y) {
  const [homeX, homeY] = scene.home.get(id), pull = motionless.matches ? 1 : 0.16;
  let [byX, byY] = [(homeX - x) * pull, (homeY - y) * pull];
  for (const other of placed) {
    if (other === id || placed.has(id) || !scene.shown.has(other) || isRing(nodes.get(id))) continue; // councils stay where they are in the country
    const [px, py] = scene.at.get(other), room = rimOf(nodes.get(id)) + rimOf(nodes.get(other)) + 12, far = Math.hypot(x - px, y - py) || 1;
    if (far < room) [byX, byY] = [byX + ((x - px) / far) * (room - far) * 0.5, byY + ((y - py) / far) * (room - far) * 0.5];
  }
  return [byX, byY];
}

// While names move only their own ties are routed anew.
function rerouteNear(moved) {
  scene.obstacles = obstaclesOf(scene);
  scene.slots = slotsOf([...scene.slots.keys()], scene.at);
  for (const tie of scene.routes.keys()) if (moved.has(tie.start) || moved.has(tie.end)) scene.routes.delete(tie);
  if (performance.now() - laidWhen > PATIENCE) laidFor = "";
}
