// The Councils view: every council as its half-circle; small, beside the stage, as a row of them.

function drawCouncils() {
  const shown = model.councils.filter((council) => !state.province || council.id === state.province);
  byId("view-councils").replaceChildren(
    make("ul", { class: "cards" }, shown.filter((council) => council.status !== "no_vote").map(card)), listKey(), noVoteLine(shown));
}

// The lists that have a colour, the same in all pictures.
function listKey() {
  const coloured = lists.slice(0, 18).filter((holder) => holder.id in model.slots);
  return make("ul", { class: "legend" }, coloured.map((holder) => make("li", {}, dot(holder.id), go(holder.id), ` ${holder.seats}`)),
    make("li", {}, make("span", { class: "dot" }), words["page.rest"]), make("li", {}, make("span", { class: "dot ringed" }), words["page.reserved_seat"]), make("li", {}, make("span", { class: "dot hollow" }), words.accounted));
}

function noVoteLine(shown) {
  const without = shown.filter((council) => council.status === "no_vote");
  return without.length ? make("p", { class: "faint" }, `${capital(words.status.no_vote)}: `, inLine(without.map(({ id }) => go(id)))) : "";
}

// The lists of a council that the chosen name's answer counts; null where no name is chosen.
function litIn(council) {
  const holder = holders.get(state.node);
  return holder ? new Set((cellOf(holder, council).lists ?? []).map(({ id }) => id)) : null;
}

function card(council) {
  const holder = holders.get(state.node), cell = holder && cellOf(holder, council), says = holder ? cellWords(holder, council) : council.summary;
  const chosen = state.council === council.id;
  return make("li", { class: `card${chosen ? " chosen" : ""}${holder && cell.status !== "seats" ? " without" : ""}` },
    make("button", { type: "button", "aria-pressed": String(chosen), title: says, data: { key: `card/${council.id}` }, onclick: () => set({ council: council.id, tie: "", path: "" }) },
      make("span", { class: "top" }, make("b", {}, named(council.name)), make("span", { class: "faint" }, council.size_words)), picture(council, litIn(council), true), make("span", { class: "says" }, says)));
}

const smallCouncils = () => [make("ul", { class: "small" }, model.councils.filter((council) => council.status === "voted").map(card))];

byId("view-councils").addEventListener("keydown", (event) => {
  stepAmong([...byId("view-councils").querySelectorAll(".card button")], event, { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });
});
