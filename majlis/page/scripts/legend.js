// What stands around the stage: the kinds of ties as switches, and the key of sizes and signs.

function switchKind(kind) {
  const on = kindsOn().symmetricDifference(new Set([kind]));
  const kept = Object.keys(SWITCHES).filter((each) => on.has(each)).join();
  set({ kinds: kept === AT_REST.join() ? "" : kept || "none" });
}

function drawLegend() {
  const on = kindsOn();
  byId("net-title").textContent = answerTold().said;
  byId("net-full").setAttribute("aria-pressed", String(Boolean(state.full)));
  const known = new Set(ties.map((tie) => switchOf[tie.type]));
  for (const button of byId("legend-kinds").children) {
    const { kind } = button.dataset;
    Object.assign(button, { hidden: !known.has(kind), ariaChecked: String(on.has(kind)) });
  }
}

// The key: discs of some seats at the scale of the stage, and which signs there are.
function drawKey() {
  const key = byId("net-key"), { scale, shape } = scene;
  key.dataset.shape = shape;
  key.hidden = scene.lit.focus || scale > fitted * 1.6;
  const unit = model.scale * scale, most = lists.find(({ id }) => nodes.has(id))?.seats ?? 1, sizes = [...new Set([most, Math.round(most / 2), model.big])].filter((seats) => seats <= most);
  const wide = 2 * unit * Math.sqrt(most) + 4, radii = sizes.map((seats) => unit * Math.sqrt(seats));
  give(key.querySelector("svg"), { viewBox: `0 0 ${wide} ${wide}`, style: { width: `${wide}px`, height: `${wide}px` } })
    .replaceChildren(...radii.map((r) => make("svg:circle", { cx: wide / 2, cy: wide - 2 - r, r })));
  byId("key-sizes").textContent = `${sizes.join(" · ")} ${words["network.key.list"]}`;
  byId("key-small").lastChild.textContent = phrase(shape === "tall" || scene.size[0] < 600 ? "network.key.few" : "network.key.small", { n: model.big });
  byId("key-bold").lastChild.textContent = phrase("network.key.bold", { n: model.bold });
  byId("key-alone").hidden = !Object.keys(model.alone).length;
  byId("key-small").hidden = ![...nodes.keys()].some(isSmall);
}
