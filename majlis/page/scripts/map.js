// The map: coloured by the chosen name's share of seats, or by the largest list of each council.

const SVG = "http://www.w3.org/2000/svg";
const drawnAreas = new Map(); // the province's group, and how it was drawn for the largest lists

function startMap() {
  const svg = byId("picture-map")?.content.firstElementChild;
  if (!svg) return;
  byId("map").append(svg, make("ul", { class: "map-legend", id: "map-legend" }));
  svg.setAttribute("role", "group");
  for (const area of svg.querySelectorAll("[data-province]")) {
    const id = area.dataset.province;
    drawnAreas.set(id, { area, css: area.getAttribute("class"), fill: area.getAttribute("fill"), words: area.getAttribute("aria-label") });
    if (!councils.has(id)) continue;
    area.setAttribute("role", "button");
    area.dataset.key = `map/${id}`;
    asButton(area, () => set(holders.has(state.node) ? { council: id, tie: "" } : { node: "", council: id, tie: "" }));
  }
  svg.querySelector(".labels")?.replaceChildren();
  parts.push(drawMap);
}

function drawMap() {
  const holder = holders.get(state.node), labels = byId("map").querySelector(".labels");
  labels.replaceChildren();
  for (const [id, drawn] of drawnAreas) {
    const council = councils.get(id);
    const look = holder && council ? areaOf(holder, council) : { css: drawn.css, fill: drawn.fill, words: drawn.words, text: largestSeats(council) };
    const { area } = drawn;
    area.setAttribute("class", `${look.css}${state.council === id ? " chosen" : ""}`);
    if (look.fill) area.setAttribute("fill", look.fill);
    else area.removeAttribute("fill");
    area.setAttribute("aria-label", look.words);
    area.setAttribute("aria-pressed", String(state.council === id));
    area.querySelector("title").textContent = look.words;
    if (council) labels.append(mapLabel(id, look.text, state.council === id));
  }
  byId("map-legend").replaceChildren(...(holder ? statusLegend(holder) : largestLegend()));
}

function areaOf(holder, council) {
  const cell = cellOf(holder, council), says = `${council.name}: ${cellWords(holder, council)}`;
  const mark = cell.differ ? "!" : "";
  if (cell.status === "seats") return { css: `province step-${shade(cell.seats, council.size)}`, words: says, text: `${narrow(cell)}${mark}` };
  if (cell.status === "none") return { css: "province none", words: says, text: mark };
  return { css: "province", fill: `url(#map-${cell.status})`, words: says, text: SIGNS[cell.status] ?? "" };
}

function largestSeats(council) {
  const first = leading(council), seats = Math.max(...first.map((item) => item.seats)), most = Math.max(...first.map((item) => item.most ?? item.seats));
  return first.length ? narrow({ seats, most: most > seats ? most : undefined }) : "";
}

function mapLabel(id, text, chosen) {
  const label = document.createElementNS(SVG, "text"), [x, y] = model.spots[id] ?? [0, 0];
  label.setAttribute("class", `label strong middle${chosen ? " chosen" : ""}`);
  label.setAttribute("x", x);
  label.setAttribute("y", y + 8);
  label.setAttribute("font-size", "23");
  label.textContent = text;
  return label;
}

function largestLegend() {
  const first = new Map();
  for (const council of voting) for (const item of leading(council)) first.set(item.id, (first.get(item.id) ?? 0) + 1);
  const shown = [...first].sort((a, b) => b[1] - a[1]).filter(([id]) => id in slots);
  const rest = first.size - shown.length;
  return [make("li", {}, "Largest list in each province, with its seats:"), ...shown.map(([id]) => make("li", {}, make("span", { class: `dot ${listClass(id)}` }), labelOf(id))),
    rest ? make("li", {}, make("span", { class: "dot rest" }), `${rest} other`) : ""].filter(Boolean);
}

function statusLegend(holder) {
  const found = new Set(model.councils.map((council) => cellOf(holder, council).status));
  const said = Object.entries({ seats: words["legend.seats"], ...words.status }).filter(([status]) => found.has(status));
  return said.map(([status, text]) => make("li", {}, make("span", { class: `key cell ${status} ${status === "seats" ? "step-3" : ""}`, "aria-hidden": "true" }), SIGNS[status] ? `${SIGNS[status]} ${text}` : text));
}
