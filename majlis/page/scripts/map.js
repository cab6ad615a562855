// The map: coloured by the chosen name's share of seats, or by the largest list of each council; beside the stage or on it.

const shownMaps = new Map(); // by where a map stands: its svg, and how each province is drawn for the largest lists

// The map that stands in a room; made when it is first seen.
function mapIn(id) {
  if (shownMaps.has(id)) return shownMaps.get(id);
  const room = byId(id), svg = copyOf("map");
  room.replaceChildren(svg, make("ul", { class: "map-legend" }));
  svg.setAttribute("role", "group");
  const areas = new Map();
  for (const area of svg.querySelectorAll("[data-province]")) {
    const id = area.dataset.province;
    areas.set(id, { area, css: area.getAttribute("class"), fill: area.getAttribute("fill"), words: area.getAttribute("aria-label") });
    if (!councils.has(id)) continue;
    area.setAttribute("role", "button");
    area.dataset.key = `${room.id}/${id}`;
    asButton(area, () => set(holders.has(state.node) ? { council: id, tie: "", path: "" } : { node: "", council: id, tie: "", path: "" }));
  }
  shownMaps.set(id, { room, svg, areas });
  return shownMaps.get(id);
}

function drawLargeMap() {
  if (state.view === "map" && model.pictures.map) drawMap(mapIn("view-map"));
}

function drawSmallMap() {
  byId("rail-map").hidden = state.view === "map" || !model.pictures.map;
  if (model.pictures.map) drawMap(mapIn("map"));
}

function drawMap({ room, svg, areas }) {
  const holder = holders.get(state.node), labels = svg.querySelector(".labels"), defs = svg.querySelector("defs [id]")?.id.split("-").at(-1);
  const counted = [...relatedLists(state.node)].filter(([, relation]) => relation !== "shared"), large = room.id === "view-map";
  for (const [name, value] of Object.entries(counted.length === 1 ? tint(counted[0][0]) : { "--c": "var(--step-4)" })) svg.style.setProperty(name, value);
  labels?.replaceChildren();
  for (const [id, drawn] of areas) {
    const council = councils.get(id);
    const look = holder && council ? areaOf(holder, council, defs) : { css: drawn.css, fill: drawn.fill, words: drawn.words, text: largestSeats(council) };
    const { area } = drawn;
    attribute(area, { class: `${look.css}${state.council === id ? " chosen" : ""}`, fill: look.fill ?? null, "aria-label": look.words });
    if (council) area.setAttribute("aria-pressed", String(state.council === id));
    area.querySelector("title").textContent = look.words;
    if (council && labels) labels.append(...mapLabels(id, look.text, state.council === id, large));
  }
  room.querySelector(".map-legend").replaceChildren(...(holder ? statusLegend(holder) : largestLegend()));
}

function areaOf(holder, council, copy) {
  const cell = cellOf(holder, council), says = `${council.name}: ${cellWords(holder, council)}`;
  const mark = cell.differ ? "!" : "";
  if (cell.status === "seats") return { css: `province tinted step-${shade(cell.seats, council.size)}`, words: says, text: `${narrow(cell)}${mark}` };
  if (cell.status === "none") return { css: "province none", words: says, text: mark };
  return { css: "province", fill: `url(#map-${cell.status}-${copy})`, words: says, text: SIGNS[cell.status] ?? "" };
}

function largestSeats(council) {
  const first = leading(council), seats = Math.max(...first.map((item) => item.seats)), most = Math.max(...first.map((item) => item.most ?? item.seats));
  return first.length ? narrow({ seats, most: most > seats ? most : undefined }) : "";
}

// The number on a province, and on the stage its name above it.
function mapLabels(id, text, chosen, large) {
  const [x, y] = model.spots[id] ?? [0, 0];
  const label = (text, down, size, css) => {
    const found = attribute(document.createElementNS(SVG, "text"), { class: `label middle ${css}${chosen ? " chosen" : ""}`, x, y: y + down, "font-size": size });
    found.textContent = text;
    return found;
  };
  return large ? [label(labelOf(id), -1, 12, ""), label(text, 14, 15, "strong")] : [label(text, 8, 23, "strong")];
}

function largestLegend() {
  const first = Map.groupBy(voting.flatMap(leading), ({ id }) => id);
  const shown = [...first].sort((a, b) => b[1].length - a[1].length).filter(([id]) => id in model.colours), rest = first.size - shown.length;
  return [...shown.map(([id]) => make("li", {}, dot(id), named(labelOf(id)))), rest ? make("li", {}, make("span", { class: "dot rest" }), phrase("page.other", { n: rest })) : ""].filter(Boolean);
}

function statusLegend(holder) {
  const found = new Set(model.councils.map((council) => cellOf(holder, council).status));
  const said = Object.entries({ seats: words["legend.seats"], ...words.status }).filter(([status]) => found.has(status));
  return said.map(([status, text]) => make("li", {}, make("span", { class: `key cell ${status} ${status === "seats" ? "step-3" : ""}`, "aria-hidden": "true" }), SIGNS[status] ? `${SIGNS[status]} ${text}` : text));
}

opened.push(() => shownMaps.clear());
