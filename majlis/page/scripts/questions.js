// Questions in words: what is asked comes from the table of question words that the server reads too, of whom from the names
// of the data. What these data cannot answer is told to be the server's, or is sent to it.

const EDGES = /^[?؟!.,،:;؛'"“”«»()[\]…]+|[?؟!.,،:;؛'"“”«»()[\]…]+$/g;
const MOST_WORDS = 7; // of a name or a phrase
const meanings = new Map(), rank = new Map(), prefixes = []; // a plain phrase means; which meaning goes before which; what may stand before a word

// The phrases of questions, in their plain form; fetched once the page stands, or when the first question comes.
async function learnPhrases() {
  const { phrases } = await part("questions");
  for (const [means, said] of rank.size ? [] : phrases) {
    if (means === "prefix") prefixes.push(said.split("="));
    else if (!meanings.has(said)) meanings.set(said, means);
    if (!rank.has(means)) rank.set(means, rank.size);
  }
}

const variants = (text) => [text, ...prefixes.filter(([before]) => text.startsWith(before) && text.length > before.length + 2).map(([before, after]) => after + text.slice(before.length))];

// The one that words name just so; null where they name nobody, or several.
function namedBy(text) {
  for (const variant of variants(text)) {
    const found = resolve(variant);
    if (found.length) return found.length === 1 ? found[0].item : null;
  }
  return null;
}

const phraseOf = (plain) => meanings.get(plain) ?? (/^[وف]/.test(plain) ? meanings.get(plain.slice(1)) : undefined);

// A text as phrases, names, years and words that are none of these; null where nothing is asked.
async function questionIn(text) {
  await learnPhrases();
  const said = text.replaceAll("’", "'").split(/\s+/).map((word) => word.replace(EDGES, "").replace(/'s$/i, "")).map((word) => ({ word, plain: fold(word) })).filter(({ plain }) => plain);
  const found = { means: [], items: [], years: [], unread: [] };
  for (let at = 0; at < said.length;) {
    let length = Math.min(MOST_WORDS, said.length - at);
    for (; length; length -= 1) {
      const part = said.slice(at, at + length), means = phraseOf(part.map(({ plain }) => plain).join(" ")), item = means ? null : namedBy(part.map(({ word }) => word).join(" "));
      if (item) found.items.push(item);
      else if (means !== undefined) found.means.push(means);
      else continue;
      break;
    }
    if (!length) (/^(19|20)\d\d$/.test(said[at].plain) ? found.years : found.unread).push(said[at].word);
    at += length || 1;
  }
  found.means = found.means.filter(Boolean).sort((a, b) => rank.get(a) - rank.get(b));
  if (!found.means.length && new Set(found.items).size < 2) return null; // one name, however often it stands there, asks nothing
  if (found.unread.length) { // a name with a slip
    const { found: near, active } = search(found.unread.join(" "));
    if (active >= 0) [found.items, found.unread] = [[...found.items, near[active]], []];
  }
  return found;
}

const listed = (ids) => [...new Set(ids)].map(labelOf).join(words.comma);
const endsOf = (type, id, end) => ties.filter((tie) => tie.type === type && tie[end] === id).map((tie) => tie[end === "start" ? "end" : "start"]);
const toldTies = (type, id) => { const ids = endsOf(type, id, "end"); return ids.length ? `${labelOf(id)} ${words.ties[type][1]} ${listed(ids)}` : ""; };

// Who holds an office of a place, or held it last.
function officeWords(roles, place) {
  const held = common.terms.filter((term) => (!place || term.places?.includes(place.id)) && roles.every((role) => fold(registry.get(term.office)?.name ?? "").includes(fold(role))));
  const last = held.sort((a, b) => ((a.since ?? "") < (b.since ?? "") ? 1 : -1))[0];
  return last ? `${labelOf(last.office)}: ${labelOf(last.figure)}${last.period ? ` (${last.period})` : ""}` : "";
}

// What each question shows and says here, of holders and places; nothing where it is not asked about these.
const ANSWERED = {
  where: ([one, two], [place]) => (two ? null : one ? { node: one.id, council: place?.id ?? "" } : place && { council: place.id }),
  who: ([one, two], [place]) => (two || !place ? null : { node: one?.id ?? "", council: place.id }),
  why: ([one], [place]) => (one || place) && { node: one?.id ?? "", council: place?.id ?? "" },
  entity: ([one], [place]) => (one || place) && { node: one?.id ?? "", council: one ? "" : place.id },
  history: ([one, two]) => one && !two && { node: one.id },
  path: ([one, two]) => one && two && { path: `${one.id}..${two.id}~0` },
  allies: ([one, two]) => (two ? ANSWERED.path([one, two]) : one && { node: one.id, open: one.id, kinds: "seats,leads,member" }),
  leaders: ([one, two]) => (two ? ANSWERED.path([one, two]) : one && { node: one.id, told: toldTies("LEADS", one.id) }),
  parts: ([one, two]) => (two ? ANSWERED.path([one, two]) : one && { node: one.id, told: toldTies("MEMBER_OF", one.id) }),
  largest: (_, [place]) => (place ? { council: place.id, told: place.summary } : lists[0] && { told: `${lists[0].label}: ${lists[0].summary}` }),
  absent: ([one]) => (one ? { node: one.id } : { kinds: "seats,leads,absent", told: [...new Set(model.nodes.map((node) => node.absent).filter(Boolean))].map((how) => `${words.absent[how]}: ${listed(model.nodes.filter((node) => node.absent === how).map(({ id }) => id))}`).join("; ") }),
  offices: ([one], [place]) => (one || place) && { node: one?.id ?? "", council: one ? "" : place.id },
  map: () => ({ view: "map" }),
  network: ([one]) => ({ view: "network", node: one?.id ?? "" }),
};

// The answer to a question: what it shows, and what is told beside it; null where these data have none.
function answerTo({ means, items, years, unread }) {
  const holdersOf = items.filter((item) => item.kind !== "province"), places = items.filter((item) => item.kind === "province");
  const roles = means.filter((text) => text.startsWith("office ")).map((text) => text.slice(7)), house = means.includes("election house"), of = means.includes("election councils");
  const time = years.length === 1 ? common.elections.find((at) => at.date.startsWith(years[0]) && (house ? at.house : of ? !at.house : true)) : null;
  if (unread.length || means.includes("none") || years.length > 1 || (years.length && !time)) return null;
  const asks = means.filter((text) => !/^(office|election|month) /.test(text)).flatMap((text) => text.replace(/\?$/, "").split("|")).map((text) => text.split("@")[0]);
  if (roles.length) return roles.length && (places.length || !holdersOf.length) ? { council: places[0]?.id ?? "", told: officeWords(roles, places[0]) } : null;
  for (const page of asks.length ? asks : ["path"]) {
    if (!Object.hasOwn(ANSWERED, page)) return null;
    const found = ANSWERED[page](holdersOf, places);
    if (found) return { ...found, ...(time ? { election: time.id } : {}) };
  }
  return null;
}

// Show the answer to a question, and say what is told, in the language of the question; elsewhere it is the server's.
async function askInWords(text, question) {
  if (RIGHT_TO_LEFT.test(text) && language !== "ar" && settings.languages.includes("ar")) {
    await load(state.election, "ar");
    set({ lang: "ar" });
  }
  const found = answerTo(question), said = byId("reading");
  if (!found) {
    const page = question.means.map((means) => means.split(/[|@?]/)[0]).find((means) => !means.includes(" ") && means !== "none");
    return askElsewhere(text, page && !question.unread.length && !question.means.includes("none") ? `majlis ${page} ${question.items.map(({ latin }) => (latin.includes(" ") ? `'${latin}'` : latin)).join(" ")}`.trim() : "");
  }
  const { told = "", ...shown } = found;
  set({ node: "", council: "", tie: "", path: "", ...shown });
  said.textContent = told;
}
