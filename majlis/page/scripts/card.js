// Pointing: what lies under the pointer lights up and tells of itself on a card; a click chooses it, two open its ties.

const CARD_TIES = { LEADS: ["leads", "led"], MEMBER_OF: ["joined"], EXPECTED_IN: ["expected"], RIVAL_OF: ["rivals", "rivals"], HELD: ["offices", "holders"] }; // the words of each end
const SHOWN = 4; // names in a line of a card
let clicked = 0;

function placeOf(event) {
  const { left, top } = stage.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function startPointing() {
  stage.addEventListener("pointerdown", (event) => hold(nameAt(placeOf(event))), { capture: true });
  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || dragged || event.buttons) return;
    const at = placeOf(event), id = nameAt(at), tie = id ? null : tieAt(at);
    stage.style.cursor = id || tie ? "pointer" : "";
    setHover(id, tie);
    if (id || tie) showCard(id ? nameCard(id) : tieCard(tie), at);
    else hideCard();
  });
  stage.addEventListener("pointerleave", () => { setHover("", null); hideCard(); });
  camera.on("click", ({ pointer, event }) => {
    const id = nameAt(pointer.DOM), tie = id ? null : tieAt(pointer.DOM);
    clearTimeout(clicked);
    hideCard();
    camera.unselectAll();
    if (id && event.srcEvent?.shiftKey && state.node && state.node !== id) return askPath(state.node, id);
    clicked = setTimeout(() => {
      if (id) choose(id);
      else if (tie) chooseTie(tie);
      else if (centre() || state.path) set({ node: "", council: "", tie: "", path: "" });
    }, id ? 190 : 0);
  });
  camera.on("doubleClick", ({ pointer: { DOM: at } }) => {
    clearTimeout(clicked);
    if (nameAt(at)) toggleOpen(nameAt(at));
  });
}

function tieAt(at) {
  const { x, y } = camera.DOMtoCanvas(at), reach = 5 / scene.scale;
  const far = (tie) => Math.min(...(scene.routes.get(tie)?.points ?? []).map(([px, py]) => Math.hypot(px - x, py - y))) - tieWidth(tie) / 2;
  const near = scene.ties.filter((tie) => strengthOf(tie) >= 0.3).map((tie) => ({ tie, far: far(tie) })).filter((one) => one.far < reach);
  return near.sort((a, b) => a.far - b.far)[0]?.tie ?? null;
}

function setHover(id, tie) {
  if (id === scene.hoverName && tie === scene.hoverTie) return;
  [scene.hoverName, scene.hoverTie] = [id, tie];
  scene.hovered = scene.lit.focus ? null : id ? lightOf(id) : tie ? lightOn([tie]) : null;
  renew();
}

const hideCard = () => { byId("net-card").hidden = true; };

function showCard(content, { x, y }) {
  const card = byId("net-card");
  card.replaceChildren(...content.flat().filter(Boolean));
  card.hidden = false;
  const [width, height] = [card.offsetWidth, card.offsetHeight];
  card.style.left = `${Math.max(8, Math.min(stage.clientWidth - width - 8, x + 18 + width > stage.clientWidth ? x - width - 18 : x + 18))}px`;
  card.style.top = `${Math.max(8, Math.min(stage.clientHeight - height - 8, y + 14))}px`;
}

const cardHead = (id, text, below) => make("div", { class: "card-head" },
  make("svg:svg", { class: "network name", width: 34, height: 34, viewBox: "-17 -17 34 34", "aria-hidden": "true" }, emblemOf({ ...nodes.get(id), r: 14 }, 14, {})),
  make("div", {}, make("b", {}, named(text)), make("span", {}, below)));

// Who somebody is, the seats as the answer says them, some ties (offices with their dates, the last ones) and the first source.
function nameCard(id) {
  const node = nodes.get(id), known = holders.get(id) ?? councils.get(id);
  const told = Map.groupBy(tiesOf(id).filter(({ type, current }) => current || type === "HELD"), (tie) => CARD_TIES[tie.type]?.[Number(tie.end === id)]);
  const item = (tie, at) => [at ? words.comma : "", named(labelOf(farEnd(tie, id))), tie.type === "HELD" && tie.when ? ` (${tie.when})` : ""];
  const once = (ties) => [...new Map(ties.map((tie) => [farEnd(tie, id) + tie.when, tie])).values()];
  const items = (ties) => [...ties.slice(-SHOWN).flatMap(item), ties.length > SHOWN ? " …" : ""];
  const rows = { seats: [known?.summary], vote: [words.absent[node.absent]], ...Object.fromEntries(Object.values(CARD_TIES).flat().map((key) => [key, items(once(told.get(key) ?? []))])) };
  const row = ([key, said]) => (said.some(Boolean) ? make("div", {}, make("dt", {}, words[`network.card.${key}`]), make("dd", {}, said)) : null);
  return [cardHead(id, nameOf(id), node.other ? named(node.other, node.other_lang) : words.kind[node.kind] ?? ""),
    make("dl", {}, Object.entries(rows).map(row)), sourceLine(known?.facts ?? []), tiesOf(id).length > 1 ? make("p", { class: "hint" }, words["network.hint"]) : null];
}

function tieCard(tie) {
  const fact = model.facts[tie.ref];
  const below = [tie.when, fact?.said, tie.current ? "" : words["tie.not_then"], tie.marked ? words.differ : ""].filter(Boolean).join(" · ");
  return [cardHead(tie.start, tieWords(tie), below), sourceLine([tie.ref])];
}

const sourceLine = (facts, places = sourcesOf(facts)) => (places.length ? make("p", { class: "said" }, `${words["network.card.sources"]}: `, named(model.sources[places[0]].cite), places.length > 1 ? ` (+${places.length - 1})` : "") : null);
