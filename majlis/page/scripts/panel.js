// The answer: what is chosen, where it has seats, through time, and who says so.

function drawPanel() {
  const body = byId("panel-body");
  numbered.length = 0;
  const tie = state.tie && tieOf(state.tie), holder = holders.get(state.node), council = councils.get(state.council);
  const content = state.path ? pathPanel() : tie ? tiePanel(tie) : holder && council ? cellPanel(holder, council)
    : holder || council ? subjectPanel(holder || council) : isBody(state.node) ? overview(state.node) : state.node ? otherPanel(state.node) : overview();
  const before = body.querySelector("h1")?.textContent;
  body.replaceChildren(...content.flat(Infinity).filter(Boolean));
  const title = body.querySelector("h1").textContent;
  if (stood && title !== before) body.scrollTop = 0;
  byId("stage-day").textContent = holder && !council ? asOfVote(holder) : "";
  byId("back").hidden = !(state.node || state.council || state.tie || state.path);
  say(title);
}

// The live region says what changed, once.
function say(text) {
  const live = byId("live");
  if (live.textContent !== text) live.textContent = text;
}

const go = (id, text = labelOf(id), council = "", election = state.election) => make("button", { type: "button", class: "go",
  onclick: (event) => { event.stopPropagation(); choose(id, council, election); }, data: { key: `go/${id}/${council}/${election}` } }, named(text));
const heading = (text, id) => make("h1", { id: "panel-title", tabindex: "-1" }, id ? dot(id) : null, named(text));
const other = (item) => (item.other ? make("p", {}, Object.assign(named(item.other, item.other_lang), { className: "local" })) : null);
const notes = (texts) => (texts?.length ? make("ul", { class: "notes" }, texts.map((text) => make("li", {}, text))) : null);
const election = () => common.elections.find(({ id }) => id === model.election);
const eyebrow = () => make("p", { class: "eyebrow" }, named(model.title), words.comma, election().day);

// --- The answer as it can be taken away ---

const numbered = []; // the sources of the answer that footnotes name, in their order; like all sources here, places in the model's
const footnoted = (sentence, sources) => make("p", { class: "sentence" }, sentence, footnotes(sources, 3));

function footnotes(sources = [], most) {
  const marks = sources.slice(0, most).map((at) => {
    if (!numbered.includes(at)) numbered.push(at);
    const { url, cite } = model.sources[at], text = `[${numbered.indexOf(at) + 1}]`;
    return isWeb(url) ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank", title: cite }, text) : make("span", { title: cite }, text);
  });
  return marks.length ? make("sup", {}, marks) : null;
}

// What is copied: what is said, its sources, and the version of the data.
function citation(said, sources) {
  const from = sources.length ? `${phrase("cite.source", { source: sources.join("; ") })}.` : "";
  return [said, from, `${phrase("cite.version", { version: versionWords() })}.`].filter(Boolean).join(" ");
}

const addressed = ({ cite, url }, place = "") => cite + place + (url ? ` <${url}>` : "");

// What can be taken away of a sentence: with as many of its sources, or the picture.
function actions(sentence, sources = [], most = 4) {
  const copied = () => citation(sentence, sources.slice(0, most).map((at) => addressed(model.sources[at])));
  return make("div", { class: "actions" }, copyButton(words["page.copy"], "primary", copied),
    ["picture", "svg"].map((key) => make("button", { type: "button", onclick: () => savePicture(key === "svg" ? key : "png") }, words[`page.${key}`])));
}

// All that footnotes name, and further sources.
function sourceList(sources = []) {
  const items = [...new Set([...numbered, ...sources])].map((at) => link(model.sources[at].url, model.sources[at].cite));
  return items.length ? [make("h2", {}, words["page.sources"]), ...some(items, 4, { tag: "ol", css: "sources", also: 0 })] : null;
}

// --- What may be chosen ---

// Everything, or the body that the election filled.
function overview(body) {
  const most = Math.max(...lists.map((holder) => holder.seats), 1);
  const largest = lists.slice(0, 10).map((holder) => make("li", { style: tint(holder.id) }, go(holder.id), track(holder.seats, most), make("span", { class: "figure" }, String(holder.seats))));
  const marked = lists.flatMap((holder) => voting.filter((council) => cellOf(holder, council).differ && cellOf(holder, council).relation === "own").map((council) => [holder, council]));
  const unheard = voting.filter((council) => council.status !== "voted").length;
  const title = body ? nameOf(body) : model.finding || words["page.title"], copied = body ? election().said : `${model.finding ? `${model.finding}. ` : ""}${capital(model.overview)} (${election().day}).`;
  const sentence = body ? copied : phrase("page.overview", { said: capital(model.overview), more: unheard ? phrase("page.no_result", { n: unheard }) : "" });
  return [
    eyebrow(), heading(title), footnoted(sentence, model.cited), actions(copied, model.cited),
    make("h2", {}, words["page.largest_lists"]), make("ul", { class: "bars" }, largest),
    marked.length ? make("h2", {}, capital(words.differ)) : null, ...some(marked.map(([holder, council]) => go(holder.id, phrase("page.in", { name: holder.label, place: council.name }), council.id))),
    notes(model.notes), sourceList(model.cited),
  ];
}

// A list of which the first few are shown at once, or all where these are few more.
function some(items, first = 5, { tag = "ul", css = "links", also = 1 } = {}) {
  const list = (part, start) => make(tag, { class: css, start }, part.map((item) => make("li", {}, item)));
  if (items.length <= first + also) return items.length ? [list(items)] : [];
  const more = make("summary", {}, phrase("page.more", { n: items.length - first }));
  return [list(items.slice(0, first)), make("details", {}, more, list(items.slice(first), tag === "ol" ? first + 1 : null))];
}

// A name or a place: what it has, in every body that sits where no election is chosen; through time, its offices and ties, and who says so.
function subjectPanel(item) {
  const { id, cited = [], facts = [] } = item, place = councils.has(id), { bodies, said } = ofEvery(state) ? told.get(`sitting-${language}`) : {}, each = said?.[id];
  const answers = each?.answers ?? [{ ...(place ? item : item.places), said: item.sentence, cited, notes: item.notes }];
  const all = answers.map((answer) => answer.cited ?? []), behind = new Set([...all.map(([first]) => first ?? []), ...all].flat()); // a source of every body before further ones
  const sourced = behind.size ? answers.filter((answer) => answer.cited?.length) : answers; // what has no source is not copied beside what has
  return [
    each ? null : eyebrow(), heading(item.name, !place && item.seats ? id : ""), other(item),
    answers.map((one, at) => {
      const { election: there, heading: body } = bodies?.[one.body] ?? {};
      return [body ? make("h2", {}, go(id, body, "", there)) : null, footnoted(one.said, one.cited), at ? null : actions(sourced.map(({ said }) => said).join(" "), [...behind]),
        place && !each ? picture(item, null) : null, one.lists ? councilTable(one, id, there) : seatBars(id, one, there), notes([...one.marks ?? [], ...one.notes ?? []])];
    }), notes(each?.notes),
    place ? offices((term) => term.places?.includes(id), "figure") : [overTime(id), offices((term) => term.figure === id, "office"), neighbours(id)],
    sourceList(cited), make("h2", {}, words["page.who_says"]), statements(facts, false),
  ];
}

// What the pictures show of a name, as of the vote, where the text tells something else of today.
function asOfVote({ id, sentence, summary }) {
  const { bodies, said } = ofEvery(state) ? told.get(`sitting-${language}`) : {}, today = said?.[id]?.answers.find(({ body }) => bodies[body].election === model.election);
  return today && today.said !== sentence ? phrase("page.as_of_vote", { day: election().day, said: summary }) : "";
}

// Things in a line, each with the comma behind it.
const inLine = (items) => items.flatMap((item, at) => [make("span", { class: "item" }, item, at < items.length - 1 ? words.comma.trimEnd() : ""), " "]);

// The seats of a name as bars, and the other councils under what holds of them.
function seatBars(id, { bars = [], rest = [] }, election) {
  const bar = ([council, text, held, size, list]) => make("li", { style: tint(list) }, go(id, nameOf(council), council, election), track(held, size), make("span", { class: "figure" }, text));
  return [bars.length ? make("ul", { class: "bars" }, bars.map(bar)) : null, ...rest.map(([key, places]) => make("p", { class: "group" }, make("b", {}, `${capital(key)}: `),
    inLine(places.map(([council, mark]) => go(id, `${nameOf(council)}${mark}`, council, election)))))];
}

const track = (part, whole) => make("span", { class: "track", "aria-hidden": "true" }, make("span", { class: "fill", style: { width: whole ? `${(100 * part) / whole}%` : "0" } }));

// The seats of a name at each election, as columns: of the chosen election filled. The numbers come with the answers.
function overTime(id) {
  const seats = told.get(`history-${language}`)?.seats[id];
  if (!seats || Object.keys(seats).length < 2) return null;
  const shown = common.elections.filter((at) => seats[at.id]).reverse(), heights = shown.map((at) => height(seats[at.id])), most = Math.max(...heights, 1);
  return [make("h2", {}, words["page.over_time"]), make("ul", { class: "columns" }, shown.map((at, place) => make("li", {},
    make("button", { type: "button", "aria-pressed": String(at.id === model.election), title: `${at.body}${words.comma}${at.day}`, data: { key: `then/${at.id}` }, onclick: () => set({ election: at.id, council: "", tie: "", province: "" }) },
      make("span", { class: "column", "aria-hidden": "true" }, make("i", { style: { height: `${(100 * heights[place]) / most}%` } })), make("b", {}, seats[at.id][2]), make("span", {}, at.date.slice(0, 4)), make("small", {}, at.body)))))];
}

const height = ([number, size]) => (size ? Math.max(number ? 3 : 0, (100 * number) / size) : 0);

// Who held which office, the latest first: of each term the figure or the office leads on.
function offices(test, end) {
  const found = common.terms.filter(test);
  if (!found.length) return null;
  return [make("h2", {}, words["page.offices"]), ...some(found.map((term) => make("span", {}, go(term[end]), end === "figure" ? [words.comma, named(labelOf(term.office))] : null,
    term.period ? ` · ${term.period}` : "", term.disputed ? " !" : "", " ", footnotes(term.sources, 1))), 4)];
}

function cellPanel(holder, council) {
  const cell = cellOf(holder, council), sources = sourcesOf(cell.facts ?? [], false);
  const sentence = cellSentence(holder, council);
  return [
    eyebrow(), heading(phrase("page.cell", { name: holder.label, place: council.name, said: cell.words.head }), holder.seats ? holder.id : ""),
    make("p", { class: "sentence" }, sentence), actions(sentence, sources),
    make("h2", {}, words["page.who_says"]), statements(cell.facts ?? [], true),
    make("p", {}, go(holder.id, phrase("page.all_of", { name: holder.label })), " · ", go(council.id, phrase("page.all_of", { name: council.name }))),
    picture(council, cell.lists ? litIn(council) : null),
  ];
}

function cellSentence(holder, council) {
  const cell = cellOf(holder, council);
  if (cell.status === "no_vote") return council.sentence;
  const { words: { whole, through, mark }, standing, differ } = cell;
  const said = [`${phrase("page.cell", { name: holder.name, place: council.name, said: `${whole}${through ? ` (${through})` : ""}` })}.`, mark?.includes(words["size.mark"]) ? `${capital(words["size.inferred"])}.` : "",
    standing ? phrase("page.standing", { standing }) : "", differ ? phrase("page.see_below", { said: capital(differ) }) : ""];
  return said.filter(Boolean).join(" ");
}

const headsOf = (...keys) => make("thead", {}, make("tr", {}, keys.map((key) => make("th", { scope: "col" }, words[`page.${key}`]))));

function councilTable({ lists: rows, missing, missing_share: share }, id, election) {
  if (!rows?.length) return null;
  const line = (item) => make("tr", {},
    make("th", { scope: "row" }, dot(item.id), go(item.id, labelOf(item.id), id, election),
      item.reserved_for ? make("span", { class: "faint" }, ` ${phrase("page.reserved", { whom: item.reserved_for })}`) : null, item.disputed ? " !" : ""),
    make("td", {}, item.number), make("td", {}, item.share ?? ""));
  return make("table", { class: "lists" }, make("caption", { class: "sr" }, phrase("page.lists_in", { name: nameOf(id) })),
    headsOf("list", "seats", "share"),
    make("tbody", {}, rows.map(line),
      missing ? make("tr", { class: "missing" }, make("th", { scope: "row" }, capital(words.accounted)), make("td", {}, String(missing)), make("td", {}, share)) : null));
}

function otherPanel(id) {
  return [heading(nameOf(id)), make("p", {}, words.kind[kindOf(id)]), offices((term) => term.office === id, "figure"), neighbours(id), sourceList()];
}

function tiePanel(tie) {
  return [
    heading(`${labelOf(tie.start)} ${words.ties[tie.type][0]} ${labelOf(tie.end)}`),
    tie.current ? tie.when ? make("p", { class: "sentence" }, tie.when) : null : make("p", { class: "sentence" }, tie.when ? `${tie.when}. ` : "", words["page.not_then"]),
    make("p", {}, go(tie.start), " · ", go(tie.end)), actions(`${model.facts[tie.ref].head}${tie.when ? ` (${tie.when})` : ""}.`, sourcesOf([tie.ref], false)),
    make("h2", {}, words["page.who_says"]), statements([tie.ref], true),
  ];
}

function neighbours(id) {
  const rows = ties.filter((tie) => tie.type !== "HOLDS_SEATS" && (tie.start === id || tie.end === id)).map((tie) => {
    const [there, back] = words.ties[tie.type], end = farEnd(tie, id);
    return make("span", {}, `${tie.start === id ? there : back} `, go(end), tie.when ? ` · ${tie.when}` : "", tie.current ? "" : ` (${words["tie.not_then"]})`, tie.ref === undefined ? null : [" · ", whoSays(tie, "go faint", words["page.said_by"], () => set({ tie: keyOf(tie) }))]);
  });
  return rows.length ? [make("h2", {}, words["page.ties"]), ...some(rows, 8)] : [];
}

const whoSays = (tie, css, text, act) => make("button", { type: "button", class: css, "aria-label": phrase("page.who_says_of", { what: tieWords(tie) }), onclick: act }, text);

// --- Who says so ---

function statements(facts, open) {
  const found = facts.map((at) => model.facts[at]);
  if (!found.length) return make("p", { class: "faint" }, words["page.no_statement"]);
  if (open || found.length < 3) return make("div", { class: "facts" }, found.map(factCard));
  return make("details", { class: "facts" }, make("summary", {}, phrase("page.facts", { n: found.length })), found.map(factCard));
}

function factCard(fact) {
  const differ = fact.disputed || fact.dissent;
  return make("section", { class: `fact${differ ? " differ" : ""}` },
    make("h3", {}, named(fact.head), fact.said ? make("b", {}, `: ${fact.said}`) : null),
    make("p", { class: "faint" }, [differ ? capital(words.differ) : "", fact.decides_nothing ? words.decides_nothing : "", fact.standing ?? "", fact.reason].filter(Boolean).join("; ")),
    make("ul", {}, fact.claims.map((claim) => claimLine(fact, claim))));
}

function claimLine(fact, claim) {
  const from = model.sources[claim.source];
  const said = [claim.said, claim.words ? phrase("cite.as", { words: claim.words }) : ""].filter(Boolean).join(" · ");
  return make("li", { class: claim.overruled ? "lost" : "won" },
    claim.quote ? make("blockquote", { dir: "auto" }, claim.quote) : null,
    make("p", {}, said ? [make("b", {}, named(said)), " "] : null, make("span", { class: "standing" }, claim.standing), claim.overruled ? ` · ${words.overruled}` : ""),
    make("p", {}, link(from.url, from.cite), claim.locator ? make("span", {}, words.comma, named(claim.locator)) : ""),
    make("p", { class: "faint" }, claim.quote ? "" : `${words["page.unquoted"]} `, copyButton(words["page.copy_claim"], "copy", () => claimCitation(fact, claim, from))));
}

function claimCitation(fact, claim, from) {
  const said = claim.said || fact.said, head = phrase(said ? "page.claim" : "page.fact", { head: fact.head, said, standing: claim.standing });
  return citation(head, [addressed(from, claim.locator ? `${words.comma}${claim.locator}` : "")]);
}

function copyButton(text, css, made) {
  const button = make("button", { type: "button", class: css, onclick: async () => {
    const text = made(), done = await Promise.resolve(text).then((said) => navigator.clipboard.writeText(said)).then(() => true, () => false);
    if (!done) window.prompt(words["page.copy_this"], text); // a browser that keeps the clipboard from pages, or this page
    button.textContent = words[done ? "page.copied" : "page.copy_yourself"];
    say(button.textContent);
  } }, text);
  return button;
}

// The seats through the elections: no choice waits for them.
async function tellHistory() {
  const name = `history-${language}`;
  if (told.has(name)) return;
  told.set(name, await part(name));
  drawPanel();
}

on("back", "click", () => clearChoice());
