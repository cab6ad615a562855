// The Table view: all ties as text, the alternative to the pictures.

function drawTies() {
  const shown = ties.filter((tie) => tieShown(tie)).sort((a, b) => (b.seats ?? 0) - (a.seats ?? 0));
  byId("view-ties").replaceChildren(
    make("p", { class: "sentence" }, phrase("page.tie_count", { n: shown.length })),
    make("table", { class: "ties" }, make("caption", { class: "sr" }, words["page.all_ties"]),
      headsOf("name", "tie", "with", "seats", "sources"),
      make("tbody", {}, shown.map(tieRow))));
}

function tieShown(tie) {
  const chosen = [state.node, state.council].filter(Boolean), counted = isSeats(tie) && relatedLists(state.node).has(tie.start);
  const near = !chosen.length || chosen.includes(tie.start) || chosen.includes(tie.end) || counted;
  return near && passes(tie.start) && (isProvince(tie.end) ? !state.province || state.province === tie.end : passes(tie.end));
}

function tieRow(tie) {
  return make("tr", { class: tie.marked ? "marked" : "" },
    make("th", { scope: "row" }, go(tie.start)), make("td", {}, words.ties[tie.type][0], tie.current ? "" : ` (${tie.when || words["tie.not_then"]})`),
    make("td", {}, go(tie.end)), make("td", { class: "number" }, isSeats(tie) ? heldBy(tie).of : ""),
    make("td", {}, tie.ref === undefined ? "" : whoSays(tie, "go", tie.marked ? words.differ : words["page.said_by"], () => chooseTie(tie))));
}
