// The Seats view: lists down, councils across. A grid of one tab stop; arrows step, Enter chooses. Beside the stage it is small.

let gridAt = "all";

function seatRows() {
  const wanted = lists.filter((holder) => passes(holder.id));
  if (state.province) wanted.sort((a, b) => seatsIn(b, state.province) - seatsIn(a, state.province));
  const related = relatedLists(state.node);
  const small = (holder) => !state.province && holder.seats < FOLDED && !related.has(holder.id) && !heldIn(holder, state.council);
  return { shown: wanted.filter((holder) => state.all || !small(holder)), folded: wanted.filter(small) };
}

const ownSeats = (cell) => (cell.status === "seats" && cell.relation === "own" ? cell.seats : 0);
const seatsIn = (holder, council) => ownSeats(cellOf(holder, councils.get(council)));
const heldIn = (holder, council) => Boolean(council && !state.node && seatsIn(holder, council));

function drawSeats() {
  drawFilters();
  const table = byId("grid"), { shown, folded } = seatRows();
  const chosen = holders.get(state.node);
  const pinned = chosen && !shown.includes(chosen) ? [row(chosen, true)] : [];
  table.replaceChildren(
    make("caption", { class: "sr" }, phrase("page.seats_by", { election: model.title })),
    make("thead", {}, headRow()),
    make("tbody", {}, pinned, shown.map((holder) => row(holder, false)), foldRow(folded), missingRow()));
  byId("no-rows").hidden = shown.length > 0;
  (table.querySelector(`[data-key="${CSS.escape(gridAt)}"]`) ?? table.querySelector("[data-key]")).tabIndex = 0;
}

function headRow() {
  const all = make("th", { scope: "col", class: "head total", tabindex: "-1", data: { key: "all", council: "" } },
    make("span", {}, make("b", {}, model.whole), make("i", {}, model.total_size ?? "")));
  return make("tr", {}, make("td", { class: "corner" }), all, model.councils.map(headCell));
}

function headCell(council) {
  const lit = state.node && cellOf(holders.get(state.node) ?? { cells: {} }, council).status === "seats";
  const classes = ["head", council.status, lit && "lit", state.council === council.id && "chosen"].filter(Boolean).join(" ");
  const says = `${council.name}: ${council.status === "no_vote" ? words.status.no_vote : council.size_words}`;
  return make("th", { scope: "col", class: classes, tabindex: "-1", "aria-label": says, title: says, data: { key: `/${council.id}`, council: council.id } },
    make("span", {}, make("b", {}, named(council.name)), make("i", {}, council.size ?? (council.status === "no_vote" ? "" : "?"))));
}

function row(holder, pinned) {
  const related = relatedLists(state.node);
  const lit = holder.id === state.node || related.has(holder.id) || heldIn(holder, state.council);
  const dim = (state.node || state.council) && !lit;
  const classes = [pinned && "pinned", lit && "lit", dim && "dim", holder.id === state.node && "chosen"].filter(Boolean).join(" ");
  const total = pinned ? holder.total : holder.seats;
  return make("tr", { class: classes, style: tint(holder.id) },
    make("th", { scope: "row", tabindex: "-1", title: holder.name, data: { key: `${holder.id}/`, node: holder.id, council: "" } },
      holder.seats ? dot(holder.id) : null, named(holder.label)),
    make("td", { class: "total", tabindex: "-1", "aria-label": `${holder.name}: ${holder.summary}`, data: { key: `${holder.id}/all`, node: holder.id, council: "" } },
      total === undefined ? SIGNS[holder.status] : holder.minimum ? `≥ ${total}` : String(total)),
    model.councils.map((council) => seatCell(holder, council, pinned)));
}

// The sign and the classes of a cell: no answer looks like another. Seats of a led list are counted in its own row.
function signOf(cell, council, pinned) {
  if (cell.words.listed) return [cell.words.sign, cell.status];
  if (cell.status !== "seats") return [(cell.status !== "unknown" && SIGNS[cell.status]) || "", cell.status];
  return pinned || cell.relation === "own" ? [narrow(cell), `seats step-${shade(cell.seats, council.size)}`] : [`(${narrow(cell)})`, "led"];
}

function seatCell(holder, council, pinned) {
  const cell = cellOf(holder, council), [sign, kind] = signOf(cell, council, pinned);
  const here = state.council === council.id && (!state.node || state.node === holder.id);
  const classes = ["cell", kind, cell.differ && "marked", here && "chosen"].filter(Boolean).join(" ");
  const says = phrase("page.cell", { name: holder.label, place: council.name, said: cellWords(holder, council) });
  return make("td", { class: classes, tabindex: "-1", "aria-label": says, title: says, data: { key: `${holder.id}/${council.id}`, node: holder.id, council: council.id } }, sign);
}

// A row below the lists: what it says of each council with a vote is the kind of its cell and a text.
const lastRow = (css, head, total, says) => make("tr", { class: css }, make("th", { scope: "row" }, head), make("td", { class: "total" }, total),
  model.councils.map((council) => (council.status === "no_vote" ? ["no_vote", ""] : says(council))).map(([kind, text]) => make("td", { class: `cell ${kind}` }, text)));

function foldRow(folded) {
  if (!folded.length) return null;
  const text = phrase(state.all ? "page.unfolded" : "page.folded", { n: folded.length, most: FOLDED });
  const toggle = make("button", { type: "button", data: { key: "fold", fold: "1" }, "aria-expanded": String(Boolean(state.all)) }, text);
  return lastRow("fold", toggle, String(sum(folded.map(({ seats }) => seats))), ({ id }) => ["sum", String(sum(folded.map((holder) => seatsIn(holder, id))) || "")]);
}

function missingRow() {
  if (!voting.some((council) => council.missing !== 0)) return null;
  const whole = model.total_size === undefined ? "?" : String(model.total_size - model.accounted);
  return lastRow("missing", capital(words.accounted), whole, ({ missing }) => [missing === 0 ? "sum" : "unknown", missing === undefined ? "?" : String(missing || "")]);
}

// From a cell to its neighbour; false where there is none, or with another key.
function stepInGrid(from, key) {
  const rows = [...byId("grid").rows].filter((line) => line.querySelector("[tabindex]")), y = rows.indexOf(from.parentElement), x = from.cellIndex, ahead = isRtl() ? -1 : 1;
  const places = { ArrowRight: [y, x + ahead], ArrowLeft: [y, x - ahead], ArrowDown: [y + 1, x], ArrowUp: [y - 1, x], Home: [y, 0], End: [y, rows[y].cells.length - 1] };
  const [down, across] = places[key] ?? [], cells = rows[down]?.cells ?? [], next = cells[across]?.matches(".corner") && down !== y ? cells[1] : cells[across];
  if (!next?.dataset.key) return false;
  from.tabIndex = -1;
  next.tabIndex = 0;
  gridAt = next.dataset.key;
  next.focus();
  return true;
}

// The lists with most seats, and what is chosen, without numbers.
function smallSeats() {
  const related = relatedLists(state.node), shown = [...lists.slice(0, 15), ...lists.slice(15).filter((holder) => related.has(holder.id))];
  const square = (holder, council) => {
    const cell = cellOf(holder, council), seats = ownSeats(cell);
    return make("td", { class: seats ? `seats step-${shade(seats, council.size)}` : "", title: seats ? phrase("page.cell", { name: holder.label, place: council.name, said: cellWords(holder, council) }) : null });
  };
  const line = (holder) => make("tr", { class: related.size && !related.has(holder.id) ? "dim" : "", style: tint(holder.id), onclick: () => choose(holder.id) },
    make("th", { scope: "row" }, go(holder.id)), make("td", { class: "number" }, String(holder.seats)), voting.map((council) => square(holder, council)));
  return [make("table", { class: "squares" }, make("caption", { class: "sr" }, phrase("page.seats_by", { election: model.title })),
    make("colgroup", {}, make("col", { style: { width: "92px" } }), make("col", { style: { width: "26px" } })), make("tbody", {}, shown.map(line)))];
}

function takeCell(target) {
  const place = target.closest("[data-key]");
  if (!place) return;
  gridAt = place.dataset.key;
  if (place.dataset.fold) set({ all: state.all ? "" : "1" });
  else set({ node: place.dataset.node ?? "", council: place.dataset.council, tie: "", path: "" });
}

byId("grid").addEventListener("click", (event) => takeCell(event.target));
byId("grid").addEventListener("keydown", (event) => {
  const place = event.target.closest("th[data-key], td[data-key]");
  if (!place) return;
  if (event.key === "Enter" || event.key === " ") takeCell(place);
  else if (!stepInGrid(place, event.key)) return;
  event.preventDefault();
});
