// The axis of time: the elections of each body, and below them what the chosen name held, led or joined, where it has dates.

const yearOf = (date) => { const [year, month = "7", day = "1"] = date.split("-"); return +year + (+month - 1) / 12 + (+day - 1) / 365.25; };

const AXIS = common.axis.map((date, end) => yearOf(date) + [-0.4, 1.8][end]); // from where to where it runs, in years
const placeOn = (date) => `${(100 * Math.min(1, Math.max(0, (yearOf(date) - AXIS[0]) / (AXIS[1] - AXIS[0])))).toFixed(2)}%`;

function drawAxis() {
  byId("axis").replaceChildren(...[...Map.groupBy(common.elections, ({ body }) => body)].map(([body, found]) =>
    make("div", { class: "body" }, make("b", {}, named(body)), make("ul", { class: "line" }, found.reverse().map(stop)))));
}

// Where elections are chips in a row, the one that is shown stands in the middle.
const showStop = () => byId("axis").querySelector("[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

function stop(election) {
  const here = election.id === model.election;
  return make("li", { class: "stop", style: { "--at": placeOn(election.date) } },
    make("a", { href: addressFor(addressOf({ ...state, election: election.id })) || "#", "aria-current": here ? "true" : null, title: `${election.name}${words.comma}${election.day}`, data: { key: `election/${election.id}` },
      onclick: (event) => { event.preventDefault(); set({ election: election.id, tie: "", province: "" }); } }, make("i", { "aria-hidden": "true" }), election.date.slice(0, 4), make("span", {}, ` ${election.body}`)));
}

// What the chosen name held, led or belonged to, in rows that do not run into each other.
function drawSpans() {
  const chosen = state.node, found = [];
  for (const term of common.terms) if (term.figure === chosen || term.office === chosen || (!chosen && term.places?.includes(state.council))) found.push({ ...term, name: term.figure === chosen || state.council ? term.office : term.figure, who: term.figure });
  const within = ({ since, until }) => !(since && yearOf(since) > AXIS[1]) && !(until && yearOf(until) < AXIS[0]);
  for (const tie of ties) if (tie.start === chosen && (tie.since || tie.until) && !["HELD", "ELECTED"].includes(tie.type)) found.push({ ...tie, period: tie.when, name: tie.end });
  const rows = [];
  const spans = found.filter(within).sort((a, b) => ((a.since ?? "") < (b.since ?? "") ? -1 : 1)).map((span) => {
    const from = span.since ? yearOf(span.since) : AXIS[0], to = span.until ? yearOf(span.until) : AXIS[1];
    const text = state.council && !chosen && span.who ? `${labelOf(span.who)}` : labelOf(span.name), long = (text.length * 7.2) / Math.max(byId("spans").clientWidth, 300) * (AXIS[1] - AXIS[0]);
    const late = span.since && parseFloat(placeOn(span.since)) > 84; // its words stand before it
    let row = rows.findIndex((end) => end < (late ? from - long : from));
    if (row < 0) row = rows.push(0) - 1;
    rows[row] = (late ? to : Math.max(to, from + long)) + 0.1;
    return row > 3 ? null : make("li", { class: late ? "span late" : "span", title: `${labelOf(span.name)}${span.who ? words.comma + labelOf(span.who) : ""} ${span.period ?? ""}`, style: { "--at": placeOn(span.since ?? `${Math.ceil(AXIS[0])}`), "--to": placeOn(span.until ?? "2999"), "--row": row } }, named(text));
  });
  byId("spans").replaceChildren(...(spans.length ? [make("ul", { style: { "--rows": Math.min(rows.length, 4) } }, spans)] : [make("p", {}, words[chosen || state.council ? "page.no_dates" : "page.choose"])]));
}
