// The Councils view: every council as its half-circle.

function drawCouncils() {
  if (state.view !== "councils") return;
  const shown = model.councils.filter((council) => !state.province || council.id === state.province);
  byId("view-councils").replaceChildren(
    make("ul", { class: "cards" }, shown.filter((council) => council.status !== "no_vote").map(card)), listKey(), noVoteLine(shown));
}

// The lists that have a colour, the same in all pictures.
function listKey() {
  const coloured = lists.filter((holder) => holder.id in slots);
  return make("ul", { class: "legend" }, coloured.map((holder) => make("li", {}, make("span", { class: `dot ${listClass(holder.id)}` }), go(holder.id), ` ${holder.seats}`)),
    make("li", {}, make("span", { class: "dot" }), "all other lists"), make("li", {}, make("span", { class: "dot ringed" }), "reserved seat"), make("li", {}, make("span", { class: "dot hollow" }), words.accounted));
}

function noVoteLine(shown) {
  const without = shown.filter((council) => council.status === "no_vote");
  return without.length ? make("p", { class: "faint" }, `${capital(words.status.no_vote)}: `, without.flatMap((council, place) => [place ? ", " : "", go(council.id)])) : "";
}

function card(council) {
  const holder = holders.get(state.node);
  const cell = holder && cellOf(holder, council);
  const lit = holder ? new Set((cell.lists ?? []).map((item) => item.id)) : null;
  const says = holder ? cellWords(holder, council) : council.summary;
  const chosen = state.council === council.id;
  const arc = still(council, holder ? new Set(lit.size ? lit : [NOBODY]) : null);
  return make("li", { class: `card${chosen ? " chosen" : ""}${holder && cell.status !== "seats" ? " without" : ""}` },
    make("button", { type: "button", "aria-pressed": String(chosen), data: { key: `card/${council.id}` }, onclick: () => set({ council: council.id, tie: "" }) },
      make("span", { class: "top" }, make("b", {}, named(council.name)), make("span", { class: "faint" }, council.size_words)), arc, make("span", { class: "says" }, says)));
}

const NOBODY = "\u0000"; // no list has this id

// The half-circle as a mere picture: the button around it says the same in words.
function still(council, lit) {
  const drawn = picture(council, lit);
  if (!drawn) return null;
  drawn.firstElementChild.setAttribute("aria-hidden", "true");
  for (const part of drawn.querySelectorAll("[tabindex]")) {
    const bare = part.cloneNode(true);
    bare.removeAttribute("tabindex");
    part.replaceWith(bare);
  }
  return drawn;
}

function startCouncils() {
  byId("view-councils").addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const cards = [...byId("view-councils").querySelectorAll(".card button")];
    const at = cards.indexOf(event.target);
    if (!by || at < 0) return;
    cards[(at + by + cards.length) % cards.length].focus();
    event.preventDefault();
  });
  parts.push(drawCouncils);
}
