// Dragging a name: its leaves follow, others make room and come home. It stays where it is put.

let dragged = null; // { id, leaves: each with its place from the name } while a name is held
const placed = new Set(); // the names that somebody put somewhere: others make room for them

function startDrag() {
  camera.on("dragStart", ({ nodes: [id] }) => {
    if (id === undefined) return;
    const [x, y] = scene.at.get(id);
    dragged = { id, leaves: leavesOf(id).map((leaf) => [leaf, scene.home.get(leaf)[0] - x, scene.home.get(leaf)[1] - y]) };
    placed.add(id);
    view.classList.add("pulled");
    hideCard();
  });
  camera.on("dragging", () => {
    if (!dragged) return;
    const { x, y } = camera.body.nodes[dragged.id];
    for (const [id, byX, byY] of [[dragged.id, 0, 0], ...dragged.leaves]) scene.home.set(id, [x + byX, y + byY]);
    paint(makeRoom());
  });
  camera.on("dragEnd", () => {
    camera.unselectAll();
    if (!dragged) return;
    dragged = null;
    view.classList.remove("pulled");
    reroute();
    wake();
  });
}

// What hangs on this name alone, apart from places: they stand where they are in the country.
function leavesOf(id) {
  const endsHere = (tie, name) => tie.start === name || tie.end === name;
  const near = new Set(scene.ties.filter((tie) => endsHere(tie, id)).map((tie) => farEnd(tie, id)));
  return [...near].filter((leaf) => !isRing(nodes.get(leaf)) && scene.ties.every((tie) => !endsHere(tie, leaf) || endsHere(tie, id)));
}

// Bring every name home, but aside of those that somebody put there: the names that moved. Councils stay where they are in the country.
function makeRoom() {
  const moved = new Set();
  for (const id of scene.shown) {
    let [x, y] = scene.home.get(id);
    for (const other of placed.has(id) || isRing(nodes.get(id)) ? [] : placed) {
      const [px, py] = scene.at.get(other) ?? [Infinity, 0], room = rimOf(nodes.get(id)) + rimOf(nodes.get(other)) + 12, far = Math.hypot(x - px, y - py) || 1;
      if (far < room) [x, y] = [x + ((x - px) / far) * (room - far), y + ((y - py) / far) * (room - far)];
    }
    if (String([x, y]) === String(scene.at.get(id))) continue;
    scene.at.set(id, [x, y]);
    moved.add(id);
  }
  scene.obstacles = obstaclesOf(scene);
  scene.slots = slotsOf([...scene.slots.keys()], scene.at);
  for (const tie of scene.routes.keys()) if (moved.has(tie.start) || moved.has(tie.end)) scene.routes.delete(tie); // only their own ties are routed anew
  return moved;
}
