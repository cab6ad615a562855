// The side panel: what is chosen, where it has seats, and who says so.

function drawPanel() {
  const body = byId("panel-body");
  const tie = state.tie && tieOf(state.tie), holder = holders.get(state.node), council = councils.get(state.council);
  const content = state.path ? pathPanel() : tie ? tiePanel(tie) : holder && council ? cellPanel(holder, council)
    : holder ? holderPanel(holder) : council ? councilPanel(council) : state.node ? otherPanel(state.node) : overview();
  const before = body.querySelector("h2")?.textContent;
  body.replaceChildren(...content.flat().filter(Boolean));
  if (body.querySelector("h2").textContent !== before) byId("panel").scrollTop = 0;
  byId("panel").classList.toggle("evidence", Boolean(tie || (holder && council)));
  byId("back").hidden = !(state.node || state.council || state.tie || state.path);
  say(body.querySelector("h2").textContent);
  drawPeek();
}

// On a narrow screen the panel stands below the pictures: what is chosen is told at the edge and leads there.
let panelSeen = false;

function drawPeek() {
  byId("peek").hidden = panelSeen || byId("back").hidden;
  byId("peek").replaceChildren(named(byId("panel-title").textContent));
}

// The live region says what changed, once.
function say(text) {
  const live = byId("live");
  if (live.textContent !== text) live.textContent = text;
}

const go = (id, text = labelOf(id), council = "") => make("button", { type: "button", class: "go", onclick: () => choose(id, council), data: { key: `go/${id}/${council}` } }, named(text));
const heading = (text, id) => make("h2", { id: "panel-title", tabindex: "-1" }, id ? make("span", { class: `dot ${listClass(id)}` }) : null, named(text));
const local = (item) => (item.name_local ? make("p", { class: "local", lang: item.lang, dir: "auto" }, item.name_local) : null);
const notes = (texts) => (texts?.length ? make("ul", { class: "notes" }, texts.map((text) => make("li", {}, text))) : null);

function overview() {
  const largest = lists.slice(0, 5).map((holder) => make("li", {}, go(holder.id), ` ${holder.seats}`));
  const marked = lists.flatMap((holder) => voting.filter((council) => cellOf(holder, council).differ && cellOf(holder, council).relation === "own").map((council) => [holder, council]));
  const unheard = voting.filter((council) => council.status !== "voted").length;
  const more = unheard ? ` Of ${plural(unheard, "province")} no result is known.` : "";
  return [
    heading("Who has what where"),
    make("p", { class: "sentence" }, `${capital(words.overview)}.${more} Choose a list, a council or a cell.`),
    make("h3", {}, "Largest lists"), make("ol", { class: "links" }, largest),
    marked.length ? make("h3", {}, capital(words.differ)) : null, ...some(marked.map(([holder, council]) => go(holder.id, `${holder.label} in ${council.name}`, council.id))),
    notes(model.notes),
  ];
}

// A list of which the first few are shown at once.
function some(items, first = 5) {
  const list = (part) => make("ul", { class: "links" }, part.map((item) => make("li", {}, item)));
  if (items.length <= first + 1) return items.length ? [list(items)] : [];
  return [list(items.slice(0, first)), make("details", {}, make("summary", {}, `${items.length - first} more`), list(items.slice(first)))];
}

const ORDER = ["seats", "shared", "unknown", "did_not_stand", "none"];

function holderPanel(holder) {
  const groups = new Map(), place = (council) => ORDER.indexOf(cellOf(holder, council).status);
  for (const council of [...voting].sort((a, b) => place(a) - place(b))) {
    const { status, words: { head } } = cellOf(holder, council), key = status === "seats" ? status : head;
    groups.set(key, [...(groups.get(key) ?? []), council]);
  }
  return [
    heading(holder.name, holder.seats ? holder.id : ""), local(holder),
    make("p", { class: "sentence" }, holder.sentence),
    [...groups].map(([key, found]) => group(holder, key, found)),
    notes([...legend(holder), ...(holder.notes ?? [])]),
    neighbours(holder.id),
    make("h3", {}, "Who says so"), statements(holder.facts ?? [], false),
  ];
}

// What the marks behind numbers and names mean.
function legend(holder) {
  const marks = [["listed", words["members.mark"], words["sitting.members"]], ["mark", words["size.mark"], words["size.inferred"]]];
  return marks.filter(([has]) => voting.some((council) => cellOf(holder, council).words[has])).map(([, mark, text]) => `${mark} ${text}`);
}

function group(holder, key, found) {
  if (key === "seats") {
    found.sort((a, b) => cellOf(holder, b).seats - cellOf(holder, a).seats);
    return make("ul", { class: "bars" }, found.map((council) => bar(holder, council)));
  }
  const links = found.flatMap((council, place) => [place ? ", " : "", go(holder.id, markedName(holder, council), council.id)]);
  return make("p", { class: `group ${cellOf(holder, found[0]).status}` }, make("b", {}, `${capital(key)}: `), links);
}

// The name of a council, with what a list of members says where nothing else does, and with its mark.
function markedName(holder, council) {
  const { listed, head, mark = "" } = cellOf(holder, council).words;
  return `${council.name}${listed ? ` ${head}` : ""}${mark}`;
}

function bar(holder, council) {
  const cell = cellOf(holder, council);
  const width = council.size ? `${(100 * cell.seats) / council.size}%` : "0";
  const fill = make("span", { class: "fill" });
  fill.style.width = width;
  return make("li", {}, go(holder.id, council.name, council.id),
    make("span", { class: "track", "aria-hidden": "true" }, fill),
    make("span", { class: "figure" }, `${cell.words.head}${cell.words.mark ?? ""}${cell.differ ? " !" : ""}`));
}

function cellPanel(holder, council) {
  const cell = cellOf(holder, council);
  return [
    heading(`${holder.label} in ${council.name}: ${cell.words.head}`, holder.seats ? holder.id : ""),
    make("p", { class: "sentence" }, cellSentence(holder, council)),
    make("h3", {}, "Who says so"), statements(cell.facts ?? [], true),
    make("p", {}, go(holder.id, `All of ${holder.label}`), " · ", go(council.id, `All of ${council.name}`)),
    picture(council, new Set((cell.lists ?? []).map((item) => item.id))),
  ];
}

function cellSentence(holder, council) {
  const cell = cellOf(holder, council);
  if (cell.status === "no_vote") return council.sentence;
  const { words: { whole, through, mark }, standing, differ } = cell;
  const said = [`${holder.name} in ${council.name}: ${whole}${through ? ` (${through})` : ""}.`, mark ? `${capital(words["size.inferred"])}.` : "", standing ? `Standing: ${standing}.` : "", differ ? `${capital(differ)}, see below.` : ""];
  return said.filter(Boolean).join(" ");
}

function councilPanel(council) {
  return [
    heading(council.name), local(council), make("p", { class: "sentence" }, council.sentence),
    picture(council, null), councilTable(council), notes(council.notes),
    make("h3", {}, "Who says so"), statements(council.facts ?? [], false),
  ];
}

function councilTable(council) {
  if (!council.lists?.length) return null;
  const line = (item) => make("tr", {},
    make("th", { scope: "row" }, make("span", { class: `dot ${listClass(item.id)}` }), go(item.id, labelOf(item.id), council.id),
      item.reserved_for ? make("span", { class: "faint" }, ` reserved for ${item.reserved_for}`) : null, item.disputed ? " !" : ""),
    make("td", {}, item.number), make("td", {}, item.share ?? ""));
  return make("table", { class: "lists" }, make("caption", { class: "sr" }, `Lists in ${council.name}`),
    make("thead", {}, make("tr", {}, ["List", "Seats", "Share"].map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, council.lists.map(line),
      council.missing ? make("tr", { class: "missing" }, make("th", { scope: "row" }, capital(words.accounted)), make("td", {}, String(council.missing)), make("td", {}, council.missing_share)) : null));
}

function otherPanel(id) {
  return [heading(nameOf(id)), make("p", {}, nodes.get(id).kind), neighbours(id)];
}

function tiePanel(tie) {
  return [
    heading(`${labelOf(tie.start)} ${words.ties[tie.type][0]} ${labelOf(tie.end)}`),
    tie.current ? null : make("p", { class: "sentence" }, "This tie did not hold on the day of the vote."),
    make("p", {}, go(tie.start), " · ", go(tie.end)),
    make("h3", {}, "Who says so"), statements([tie.ref], true),
  ];
}

function neighbours(id) {
  const rows = ties.filter((tie) => tie.type !== "HOLDS_SEATS" && (tie.start === id || tie.end === id)).map((tie) => {
    const [there, back] = words.ties[tie.type];
    const other = tie.start === id ? tie.end : tie.start;
    return make("li", {}, `${tie.start === id ? there : back} `, go(other), tie.current ? "" : ` (${words["tie.not_then"]})`, tie.ref === undefined ? null : [" · ", source(tie)]);
  });
  return rows.length ? [make("h3", {}, "Ties"), make("ul", { class: "links" }, rows)] : [];
}

const source = (tie) => make("button", { type: "button", class: "go faint", onclick: () => set({ tie: `${tie.start}>${tie.end}>${tie.type}` }),
  "aria-label": `Who says so: ${tieWords(tie)}` }, "who says so");

function statements(facts, open) {
  const found = facts.map((at) => model.facts[at]);
  if (!found.length) return make("p", { class: "faint" }, "No statement is recorded.");
  if (open || found.length < 3) return make("div", { class: "facts" }, found.map(factCard));
  return make("details", { class: "facts" }, make("summary", {}, `${plural(found.length, "fact")}, each with its sources`), found.map(factCard));
}

function factCard(fact) {
  const differ = fact.disputed || fact.dissent;
  return make("section", { class: `fact${differ ? " differ" : ""}` },
    make("h4", {}, named(fact.head), fact.said ? make("b", {}, `: ${fact.said}`) : null),
    make("p", { class: "faint" }, [differ ? capital(words.differ) : "", fact.decides_nothing ? words.decides_nothing : "", fact.standing ?? "", fact.reason].filter(Boolean).join("; ")),
    make("ul", {}, fact.claims.map((claim) => claimLine(fact, claim))));
}

function claimLine(fact, claim) {
  const from = model.sources[claim.source];
  const said = [claim.said, claim.words ? `as “${claim.words}”` : ""].filter(Boolean).join(" · ");
  return make("li", { class: claim.overruled ? "lost" : "won" },
    claim.quote ? make("blockquote", { dir: "auto" }, claim.quote) : null,
    make("p", {}, said ? make("b", {}, named(said)) : null, said ? " " : "", make("span", { class: "standing" }, claim.standing), claim.overruled ? ` · ${words.overruled}` : ""),
    make("p", {}, link(from.url, from.cite), claim.locator ? make("span", {}, ", ", named(claim.locator)) : ""),
    make("p", { class: "faint" }, claim.quote ? "" : "As summarised in the data, without a quotation. ", copyButton(fact, claim, from)));
}

function citation(fact, claim, from) {
  const said = claim.said || fact.said;
  const place = claim.locator ? `, ${claim.locator}` : "";
  return `${fact.head}${said ? `: ${said}` : ""} (${claim.standing}). Source: ${from.cite}${place}${from.url ? ` <${from.url}>` : ""}. Majlis, data version ${model.data_version}.`;
}

function copyButton(fact, claim, from) {
  const button = make("button", { type: "button", class: "copy" }, "Copy citation");
  button.addEventListener("click", async () => {
    const done = await copied(citation(fact, claim, from));
    button.textContent = done ? "Copied" : "Select and copy it yourself";
    say(button.textContent);
  });
  return button;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    window.prompt("Copy this citation", text); // a browser that keeps the clipboard from pages
    return false;
  }
}

function startPanel() {
  byId("back").addEventListener("click", () => clearChoice());
  byId("peek").addEventListener("click", (event) => {
    event.preventDefault(); // the address is the state's
    byId("panel").scrollIntoView();
    byId("panel").focus({ preventScroll: true });
  });
  new IntersectionObserver(([entry]) => { panelSeen = entry.isIntersecting; drawPeek(); }, { rootMargin: "0px 0px -120px" }).observe(byId("panel"));
  parts.push(drawPanel);
}
