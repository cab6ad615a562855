// The Table view: all ties as text, the alternative to the pictures.

function drawTies() {
  if (state.view !== "ties") return;
  const shown = ties.filter((tie) => tieShown(tie)).sort((a, b) => (b.seats ?? 0) - (a.seats ?? 0));
  byId("view-ties").replaceChildren(
    make("p", { class: "sentence" }, phrase("page.tie_count", { n: shown.length })),
    make("table", { class: "ties" }, make("caption", { class: "sr" }, words["page.all_ties"]),
      make("thead", {}, make("tr", {}, ["page.name", "page.tie", "page.with", "page.seats", "page.sources"].map((key) => make("th", { scope: "col" }, words[key])))),
      make("tbody", {}, shown.map(tieRow))));
}

function tieShown(tie) {
  const chosen = [state.node, state.council].filter(Boolean);
  const near = !chosen.length || chosen.includes(tie.start) || chosen.includes(tie.end) || (relatedLists(state.node).has(tie.start) && isSeats(tie));
  const place = isProvince(tie.end) ? !state.province || state.province === tie.end : passes(tie.end);
  return near && passes(tie.start) && place;
}

function tieRow(tie) {
  const seats = isSeats(tie) ? heldBy(tie).of : "";
  return make("tr", { class: tie.marked ? "marked" : "" },
    make("th", { scope: "row" }, go(tie.start)), make("td", {}, words.ties[tie.type][0], tie.current ? "" : ` (${tie.when || words["tie.not_then"]})`),
    make("td", {}, go(tie.end)), make("td", { class: "number" }, seats),
    make("td", {}, tie.ref === undefined ? "" : make("button", { type: "button", class: "go", "aria-label": phrase("page.who_says_of", { what: tieWords(tie) }), onclick: () => chooseTie(tie) }, tie.marked ? words.differ : words["page.said_by"])));
}
