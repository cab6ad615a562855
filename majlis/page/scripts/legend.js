// What stands around the stage: the kinds of ties as switches, and the key of sizes and signs. Signs are painted by the same code.

const FORM_OF = { seats: "HOLDS_SEATS", leads: "LEADS", member: "MEMBER_OF", rival: "RIVAL_OF", office: "HELD", absent: "BOYCOTTED" };

function switchKind(kind) {
  const on = kindsOn();
  if (!on.delete(kind)) on.add(kind);
  const kept = Object.keys(SWITCHES).filter((each) => on.has(each)).join();
  set({ kinds: kept === AT_REST.join() ? "" : kept || "none" });
}

function drawLegend() {
  const on = kindsOn();
  byId("net-title").textContent = headline();
  byId("net-full").setAttribute("aria-pressed", String(Boolean(state.full)));
  const known = new Set(ties.map((tie) => switchOf[tie.type]));
  for (const button of byId("legend-kinds").children) {
    const { kind } = button.dataset;
    button.hidden = !known.has(kind);
    button.setAttribute("aria-checked", String(on.has(kind)));
  }
}

// Each kind of tie beside its switch, as it is painted on the stage.
function drawSigns() {
  const looks = byId("legend-kinds"), asked = `${largestList()} ${paperIsDark}`;
  if (!camera || looks.dataset.asked === asked) return;
  looks.dataset.asked = asked;
  for (const button of looks.children) button.querySelector("canvas").replaceWith(painted(34, 14, (context) => tieSample(context, button.dataset.kind)));
}

// A small canvas beside a word that says the same.
function painted(width, height, paint) {
  const canvas = make("canvas", { width: width * 2, height: height * 2, "aria-hidden": "true" }), context = canvas.getContext("2d");
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  context.scale(2, 2);
  paint(context);
  return canvas;
}

function tieSample(context, kind) {
  const curve = [2, 7, 12, 7, 22, 7, 32, 7], points = Array.from({ length: 49 }, (_, at) => pointOn(curve, at / 48));
  drawTie(context, { type: FORM_OF[kind], start: largestList(), seats: 5 }, { curve, points }, 1, { alpha: 1, strong: false });
}

const largestList = () => lists.find((list) => nodes.has(list.id))?.id ?? "";

// The signs and sizes at the scale of the stage: discs of some seats, ring, full ring, portrait, grey mark, tie.
function drawKey() {
  const key = byId("net-key"), { scale } = scene, asked = [scale.toFixed(2), scene.lit.focus, scene.shape, state.lang, paperIsDark, model.election].join();
  if (key.dataset.asked === asked) return;
  key.dataset.asked = asked;
  key.hidden = scene.lit.focus || scale > fitted * 1.6;
  if (key.hidden) return;
  const unit = model.scale * scale, most = nodes.get(largestList())?.seats ?? 1, sizes = [...new Set([most, Math.round(most / 2), model.big])].filter((seats) => seats <= most), wide = 2 * unit * Math.sqrt(most) + 4;
  const ring = (context, alone) => {
    const node = { id: "", kind: "province", seats: 15, r: 8 };
    drawName(context, node, [10, 10], 1, { alpha: 1, ring: { held: [{ list: "", seats: 15 }], turn: 0 }, grey: () => false, alone: alone ? largestList() : null });
  };
  const line = (paint, text, width = 20, height = 20) => make("li", {}, painted(width, height, paint), make("span", {}, text));
  const discs = (context) => sizes.forEach((seats) => {
    circle(context, wide / 2, wide - 2 - unit * Math.sqrt(seats), unit * Math.sqrt(seats));
    Object.assign(context, { strokeStyle: ink.quiet, lineWidth: 1.3 });
    context.stroke();
  });
  const small = [...nodes.values()].some((node) => isSmall(node.id)), alone = Object.keys(model.alone).length > 0;
  key.replaceChildren(...[line(discs, `${sizes.join(" · ")} ${words["network.key.list"]}`, wide, wide), line((context) => ring(context, false), words["network.key.council"]),
    alone ? line((context) => ring(context, true), words["network.key.alone"]) : null,
    scene.shape === "tall" ? null : line((context) => drawName(context, { kind: "figure", r: 8 }, [10, 10], 1, { alpha: 1 }), words["network.key.leader"]),
    small ? line((context) => drawName(context, { kind: "party", seats: 2, r: Math.max(3, unit * 1.4), id: "" }, [10, 10], 1, { alpha: 1, grey: () => true }), phrase(scene.shape === "tall" ? "network.key.few" : "network.key.small", { n: model.big })) : null,
    scene.shape === "tall" ? null : line((context) => { context.globalAlpha = 0.65; Object.assign(context, { strokeStyle: ink.quiet, lineWidth: Math.max(1, 2.8 * scale) }); lineOf(context, [[1, 10], [19, 10]]); context.stroke(); }, phrase("network.key.bold", { n: model.bold }))].filter(Boolean));
}

// The sign of a name, beside its words.
const signOfName = (id, size) => painted(size, size, (context) => {
  const node = nodes.get(id), radius = size / 2 - 3, ring = isRing(node) ? ringOf(node, scene.slots) : null;
  drawName(context, { ...node, r: radius, seats: node.seats && !ring && isPortrait(node) ? 0 : node.seats }, [size / 2, size / 2], 1, { alpha: 1, ring });
});
