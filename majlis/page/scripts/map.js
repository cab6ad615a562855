// The map: coloured by the chosen name's share of seats, or by the largest list of each council; beside the stage or on it.

// The map and its legend for a room; none where the data have no map.
function drawnMap(room) {
  const svg = copyOf("map"), holder = holders.get(state.node), large = room === "view-map";
  if (!svg) return null;
  const counted = [...relatedLists(state.node)].filter(([, relation]) => relation !== "shared"), labels = svg.querySelector(".labels");
  const style = counted.length === 1 ? tint(counted[0][0]) : { "--c": "var(--ink)" }, areas = [...svg.querySelectorAll("[data-province]")];
  give(svg, { style }).querySelector(".labels")?.replaceChildren();
  for (const area of areas) {
    const id = area.dataset.province, council = councils.get(id), chosen = state.council === id;
    if (!council) continue;
    const { says, text, ...look } = holder ? areaOf(holder, council) : { text: council.largest ?? "" };
    give(area, { ...look, ...AS_BUTTON, "aria-pressed": String(chosen), data: { key: `${room}/${id}` },
      onclick: () => set({ node: holder ? state.node : "", council: id, tie: "", path: "" }) });
    area.classList.toggle("chosen", chosen);
    if (says) give(area, { "aria-label": says }).querySelector("title").textContent = says;
    labels?.append(...mapLabels(id, text, chosen, large));
  }
  const found = holder ? model.councils.map((council) => cellOf(holder, council).status) : areas.map(({ dataset }) => dataset.status);
  return [svg, make("ul", { class: "map-legend", style }, holder ? [] : largestLegend(), statusLegend(new Set(found)))];
}

// How a province is drawn for a name, what is said of it, and what stands on it.
function areaOf(holder, council) {
  const cell = cellOf(holder, council), says = `${council.name}: ${cellWords(holder, council)}`;
  const mark = cell.differ ? "!" : "";
  if (cell.status === "seats") return { class: `province tinted step-${shade(cell.seats, council.size)}`, fill: null, says, text: `${narrow(cell)}${mark}` };
  if (cell.status === "none") return { class: "province none", fill: null, says, text: mark };
  return { class: "province", fill: `url(#map-${cell.status}-${copies})`, says, text: SIGNS[cell.status] ?? "" };
}

// The number on a province, and on the stage its name above it.
function mapLabels(id, text, chosen, large) {
  const [x, y] = model.spots[id] ?? [0, 0];
  const label = (text, down, size, css) => make("svg:text", { class: `label middle ${css}${chosen ? " chosen" : ""}`, x, y: y + down, "font-size": size }, text);
  return large ? [label(labelOf(id), -1, 12, ""), label(text, 14, 15, "strong")] : [label(text, 8, 23, "strong")];
}

function largestLegend() {
  const first = Map.groupBy(voting.flatMap(({ leading = [] }) => leading), (id) => id);
  const shown = [...first].sort((a, b) => b[1].length - a[1].length).filter(([id]) => id in model.slots), rest = first.size - shown.length;
  return [...shown.map(([id]) => make("li", {}, dot(id), named(labelOf(id)))), rest ? make("li", {}, make("span", { class: "dot rest" }), phrase("page.other", { n: rest })) : null];
}

function statusLegend(found) {
  const said = Object.entries({ seats: words["legend.seats"], ...words.status }).filter(([status]) => found.has(status));
  return said.map(([status, text]) => make("li", {}, make("span", { class: `key cell ${status} ${status === "seats" ? "step-3" : ""}`, "aria-hidden": "true" }), SIGNS[status] ? `${SIGNS[status]} ${text}` : text));
}
