// Questions in words: what is asked comes from the table of question words that the server reads too, of whom from the names
// of the data, by the rules of majlis/web/questions. What these data cannot answer is told to be the server's, or is sent to it.

const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const EDGES = /^[?؟!.,،:;؛'"“”«»()[\]…]+|[?؟!.,،:;؛'"“”«»()[\]…]+$/g;
const YEAR = /^(?:[^\P{L}a-z]{1,2})?((?:19|20)\d\d)[^\P{L}a-z]?$/u;
const MOST_WORDS = 9; // of a name or a phrase
const GUESSED = 3; // words that are looked up together as a name misspelt
let vocabulary = null; // the table, read

// The phrases of questions, in their plain form; fetched once the page stands, or when the first question comes.
async function learnPhrases() {
  const { phrases, ...rest } = await part("questions");
  vocabulary ??= { ...rest, meanings: new Map(phrases.flatMap(([means, said]) => said.map((text) => [text, means]))) };
}

const variants = (text) => [text, ...vocabulary.prefixes.filter(([before]) => text.startsWith(before) && text.length > before.length + 2).map(([before, after]) => after + text.slice(before.length))];
const wordsIn = (text) => fold(text).split(" ").filter(Boolean);
const sameWords = (plain) => plain.map((word) => vocabulary.same[word] ?? word);

// Every word of a name here.
const nameWords = new WeakMap(); // by what is open
const isNameWord = (word) => remembered(nameWords, model, () => new Set(known().flatMap(({ names }) => names.flatMap(({ plain }) => plain.split(" "))))).has(word);

// Who words name just so: one, or several; nothing where they name nobody. Words that no name has are not looked up.
function namedBy(text) {
  for (const variant of variants(text)) {
    const said = wordsIn(variant), found = said.every(isNameWord) ? resolve(variant) : [], [first, second] = found;
    const bodies = known().filter(({ kind, names }) => kind === "body" && names.some(({ plain }) => said.every((word) => plain.split(" ").includes(word))));
    // But for a word such as Coalition it is what all is about, or a body.
    if (first && !second && bodies.length && !first.names.some(({ text, plain }) => text === variant || plain === said.join(" "))) return said.every((word) => vocabulary.country.includes(word)) ? null : bodies.map(({ item }) => item);
    if (found.length) return found.map(({ item }) => item);
  }
  return null;
}

// What words mean: with or without what Arabic joins to the first or the last of them; `whole`: without.
function phraseOf(plain) {
  const said = sameWords(plain.join(" ").split(" "));
  for (const [before, after] of [["", ""], ...vocabulary.joined]) {
    if (!said[0].startsWith(before) || !said.at(-1).endsWith(after)) continue;
    const bared = said.with(-1, said.at(-1).slice(0, said.at(-1).length - after.length));
    bared[0] = bared[0].slice(before.length);
    const means = vocabulary.meanings.get(bared.join(" ")), whole = !before && !after;
    if (means !== undefined && (whole || Math.min([...bared[0]].length, [...bared.at(-1)].length) > 1)) return { means, whole };
  }
  return null;
}

// Where a phrase whose parts stand apart has its words among these; nothing where it has not.
function placesOf(parts, plain) {
  const found = [];
  let start = 0;
  for (const part of parts) {
    while (start + part.length <= plain.length && part.some((word, at) => plain[start + at] !== word)) start += 1;
    if (start + part.length > plain.length) return null;
    for (const word of part) found.push(word && start++);
  }
  return found;
}

// A text as phrases, names, years and words that are none of these; null where nothing is asked.
async function questionIn(text) {
  await learnPhrases();
  const said = text.replace(MARKS, " ").replaceAll("’", "'").split(/\s+/).map((word) => word.replace(EDGES, "").replace(/'s$/i, "").replace(/(?<=s)'$/i, ""))
    .map((word) => ({ word, plain: fold(word) })).filter(({ plain }) => plain);
  const plain = said.map((word) => word.plain), spans = [], names = new Map(), shouted = said.every(({ word }) => word === word.toUpperCase());
  const several = said.some((_, at) => at && vocabulary.clauses.some((clause) => clause.every((word, next) => plain[at + next] === word)));
  for (let start = 0; start < said.length; start += 1) {
    for (let length = 1; length <= Math.min(MOST_WORDS, said.length - start); length += 1) {
      const phrase = phraseOf(plain.slice(start, start + length)), items = plain.slice(start + 1, start + length).every((word) => word.split(" ").every(isNameWord)) && namedBy(said.slice(start, start + length).map(({ word }) => word).join(" "));
      if (phrase && (length > 1 || phrase.means || shouted || !/^\p{Lu}{2,}$/u.test(said[start].word))) spans.push({ start, length, means: phrase.means, rank: phrase.whole ? 0 : 2 });
      if (items) names.set(`${start} ${length}`, items), spans.push({ start, length, items, rank: 1 });
    }
  }
  // A name is the same without a word of questions at its edge, unless what is left asks something itself.
  const shorter = ({ start, length, items }) => [[start + 1, start], [start, start + length - 1]].some(([at, word]) => {
    const rest = names.get(`${at} ${length - 1}`);
    return items && rest && rest.length === items.length && rest.every((item) => items.includes(item)) && phraseOf([plain[word]]) && !phraseOf(plain.slice(at, at + length - 1))?.means;
  });
  const found = { means: [], items: [], years: [], unread: [], several }, free = new Set(said.keys()), named = new Set();
  let taken = [];
  for (const span of spans.filter((span) => !shorter(span)).sort((a, b) => b.length - a.length || a.rank - b.rank || a.start - b.start)) {
    const places = Array.from({ length: span.length }, (_, at) => span.start + at);
    if (YEAR.test(plain[span.start]) || !places.every((at) => free.has(at))) continue;
    for (const at of places) free.delete(at), span.items && named.add(at);
    taken.push(span);
  }
  const alike = sameWords(plain);
  for (const [means, parts] of vocabulary.apart) {
    const places = placesOf(parts, alike);
    if (!places || places.some((at) => named.has(at))) continue;
    for (const at of places) free.delete(at);
    taken = [...taken.filter((span) => !places.includes(span.start) || span.means.startsWith("office ")), { start: places[0], length: places.at(-1) - places[0] + 1, means }];
  }
  taken.sort((a, b) => a.start - b.start);
  found.means = taken.filter(({ means }) => means).map(({ means }) => means);
  for (const items of taken.map((span) => span.items).filter(Boolean)) {
    if (items.length > 1) found.several = true;
    else if (!found.items.includes(items[0])) found.items.push(items[0]);
  }
  for (const at of [...free].sort((a, b) => a - b)) {
    const year = YEAR.exec(plain[at]);
    if (year && vocabulary.spans.includes(plain[at - 1])) found.spanned = true; // before or after it: that is told by all years
    else if (year) found.years.push(year[1]);
    else if (!plain[at].split(" ").every((word) => vocabulary.country.includes(word))) found.unread.push(at);
  }
  if (!found.means.length && found.items.length < 2) return null; // one name, however often it stands there, asks nothing
  const { unread } = found, guess = unread.length && unread.length <= GUESSED && unread.at(-1) - unread[0] < unread.length ? guessed(said, unread) : null;
  const beyond = taken.filter(({ means }) => means === "none").map(({ start, length }) => said.slice(start, start + length).map(({ word }) => word).join(" "));
  found.unread = [...beyond, ...(guess ? [] : unread.map((at) => said[at].word).filter(weighs))];
  if (guess && !found.items.includes(guess)) found.items.push(guess);
  return found;
}

// Whether a word may change what is asked: a number that counts something and a small word do not.
const weighs = (word) => !/^\d+$/.test(word) && (word !== word.toLowerCase() || [...word].length > (/^[\0-\x7f]*$/.test(word) ? 3 : 2));

// A name misspelt that these words are: no word that names have, and none in small letters where others of a sentence have capitals.
function guessed(said, places) {
  const text = places.map((at) => said[at].word).join(" "), capital = ({ word }) => word.length > 1 && /^\p{Lu}/u.test(word);
  if (wordsIn(text).every(isNameWord) || (said.length > 3 && said.slice(1).some(capital) && text === text.toLowerCase() && text !== text.toUpperCase())) return null;
  const { found, active, guessed: near } = search(text);
  return near && active >= 0 ? found[active] : null;
}

// The office that is meant by words of its name and the place that it is of, of another body than the country's house only if said; all of a body of which no more is said.
function officesOf(roles, place) {
  const wanted = new Set([...roles, ...(place ? [place.latin] : [])].flatMap(wordsIn)), every = vocabulary.bodies.some((own) => wanted.isSubsetOf(new Set(own)));
  const near = [...registry.values()].filter(({ kind }) => kind === "office").map(({ id, name }) => ({ id, said: new Set(wordsIn(name)) }))
    .filter(({ said }) => wanted.isSubsetOf(said) && vocabulary.bodies.every((own) => own.every((word) => !said.has(word)) || own.some((word) => wanted.has(word)))).sort((a, b) => a.said.size - b.said.size);
  return (every ? near : near.filter(({ said }, at) => !at && said.size !== near[1]?.said.size)).map(({ id }) => id);
}

// Who holds offices, or held them last; all who held one, where it is asked who did before or after.
function officeWords(offices, most) {
  const each = offices.map((office) => common.terms.filter((term) => term.office === office).slice(0, most)).filter(({ length }) => length), period = (term) => (term.period ? ` (${term.period})` : "");
  return { told: each.map((terms) => `${labelOf(terms[0].office)}: ${terms.map((term) => labelOf(term.figure) + period(term)).join(words.semicolon)}`).join(words.semicolon), from: each.flat().flatMap(({ sources = [] }) => sources) };
}

// What each question shows and says here, of holders and places: undefined where it is not asked about these, null where it
// is and these data have no answer. All is of the election that is asked about.
const solely = (found, names) => (names.length === 1 ? found : null);
const ANSWERED = {
  where: ([one, two], [place, other], { body }) => (two ? null : one ? { node: one.id, council: other ? "" : place?.id ?? "" } : place ? undefined : body && { node: body.id }),
  who: ([one, two], places, { time, body }) => (two ? null : places.length ? (one ? ANSWERED.where([one], places, {}) : solely({ council: places[0].id }, places)) : one || !(time ?? election()).house ? undefined : body ? { node: body.id } : { told: (time ?? election()).said, from: model.cited }),
  why: ([one, two], [place, other]) => ((two || other) && (one || place) ? null : (one || place) && { node: one?.id ?? "", council: place?.id ?? "" }),
  entity: ([one], [place], { all, body }) => (one || place ? solely({ node: one?.id ?? "", council: one ? "" : place?.id }, all) : body && { node: body.id }),
  history: ([one], _, { all }) => (all.length ? one && solely({ node: one.id }, all) || null : undefined),
  path: ([one, two], _, { all }) => (two ? (all.length === 2 ? { path: `${one.id}..${two.id}~0` } : null) : undefined),
  leaders: ([one], _, { all, led }) => one && solely({ node: one.id, ...led[one.id] }, all),
  largest: (_, __, { all }) => (all.length ? undefined : lists[0] ? { told: `${lists[0].label}: ${lists[0].summary}`, from: lists[0].cited } : null), // beside what is said of all
  offices: ([one], [place], { all }) => (one && one.kind !== "figure" ? null : (one || place) && solely({ node: one?.id ?? "", council: one ? "" : place.id }, all)),
  map: (_, __, { all }) => (all.length ? undefined : { view: "map" }),
  network: ([one], _, { all }) => (all.length ? one && solely({ view: "network", node: one.id }, all) : { view: "network", node: "" }),
  compare: ([one, two], places) => (two ? null : one && places.length > 1 ? { node: one.id } : undefined),
  majority: ([one]) => (one ? null : undefined),
};
const OF_OFFICES = ["offices", "history", "leaders", "entity", "why", "where", "who"]; // may be asked of an office, or beside it
const OF_TIES = ["leaders", "parts", "allies", "members"]; // of two names, these ask how the two are tied

// The pages that meanings ask for, each first one before what stands in for one that cannot be asked.
function pagesOf(means) {
  const each = means.map((text) => text.replace(/\?$/, "").split("|"));
  return [...means.filter((text) => !text.endsWith("?")).map((text) => text.split("|")[0]).filter((page) => page !== "where" && page !== "who"), ...each.flat()];
}

// The election that a question names; undefined where it names none, null where it is none of these. As `asked_of` of
// majlis/web/questions/times.py: of several of a year the one in which the places voted, else the one with most seats.
function electionOf({ means, years, items }) {
  const here = items.some(({ kind }) => kind === "province"), house = means.includes("election house"), councils = means.includes("election councils") || (here && means.includes("election councils?")), bodies = items.filter(({ id }) => isBody(id)).map(({ id }) => id);
  if (!years.length && !house && !councils && !bodies.length) return undefined;
  const largest = common.elections.filter((at) => at.house).sort((a, b) => b.seats - a.seats)[0]?.house, today = new Date().toISOString();
  const found = common.elections.filter((at) => (bodies.length ? bodies.includes(at.house) : house && !councils ? at.house === largest : !councils || !at.house) && (years.length ? at.date.startsWith(years[0]) : at.date <= today));
  const places = items.filter(({ kind }) => kind === "province"), voted = (at) => places.length > 0 && places.every(({ id }) => at.voted.includes(id));
  return years.length > 1 ? null : (years.length ? found.sort((a, b) => voted(b) - voted(a) || b.seats - a.seats) : found)[0] ?? null;
}

// The answer to a question: what it shows, and what is told beside it; null where these data have none.
function answerTo(question, time, led) {
  const { unread, several, spanned, years } = question, items = question.items.filter((item) => !isBody(item.id)), [body, second] = question.items.filter(({ id }) => isBody(id));
  // A word that may be an office is one where all that is named is of its kinds and no other office is.
  const office = (text) => { const [, role, kinds, rest] = /^(office [^@]*)@([^|]*)[|](.*)/.exec(text) ?? [], of = new Set(kinds?.split("+")); return !role ? text : question.items.length && question.items.every(({ kind }) => of.has(kind)) && !question.means.some((other) => /^office [^@|]*$/.test(other)) ? role : rest; };
  const means = vocabulary.order.filter((text) => question.means.includes(text)).map(office);
  const asked = means.filter((text) => !/^(office|election|month|fact) /.test(text)), roles = means.filter((text) => text.startsWith("office ")).map((text) => text.slice(7));
  const who = items.filter((item) => item.kind !== "province"), places = items.filter((item) => item.kind === "province"), succession = asked.includes("offices@office");
  const over = spanned || years.length > 1; // that is told by all years
  if (unread.length || several || second || (time === null && !roles.length && !over) || means.some((text) => text === "none" || /^(month|fact) /.test(text))) return null;
  if (who.length > 1 && asked.some((text) => OF_TIES.includes(text.split(/[|@]/)[0]) && question.means.filter((other) => other === text).length > 1)) return null;
  // A body without a year is told by its last election, on which the page may stand already.
  const shown = (found) => found && { ...found, ...(time && (years.length || question.items.length || time.id !== onStage(state.election)) ? { election: time.id } : {}) };
  if (roles.length) {
    if (years.length || over || body || places.length > 1 || who.length > (succession ? 1 : 0) || asked.some((text) => !OF_OFFICES.includes(text.split(/[|@?]/)[0]))) return null; // who held it then, who of a name, or something else beside, is for the server
    const offices = officesOf(roles, places[0]);
    return offices.length ? { council: places[0]?.id ?? "", ...officeWords(offices, succession ? undefined : 1) } : places[0] ? { council: places[0].id } : null;
  }
  const pages = pagesOf(asked), all = { all: items, who, time, body, led };
  if (over && pages.some((page) => !["where", "who", "entity", "history", "compare"].includes(page))) return null;
  if (over || !pages.length) pages.unshift(over ? "history" : who.length > 1 ? "compare" : "where");
  for (const page of pages) {
    const [name, only] = page.split("@");
    if (only === "several" && who.length < 2) continue;
    const found = OF_TIES.includes(name) && who.length > 1 ? ANSWERED.path(who, places, all)
      : (name === "where" || name === "who") && who.length > 1 ? ANSWERED.compare(who, places, all)
        : name.startsWith("query ") && items.length ? undefined
          : Object.hasOwn(ANSWERED, name) ? ANSWERED[name](who, places, all) : null;
    if (found !== undefined) return shown(found);
  }
  return null;
}

// Show the answer to a question, and say what is told, in the language of the question; elsewhere it is the server's.
async function askInWords(text, question) {
  if (RIGHT_TO_LEFT.test(text) && language !== "ar" && settings.languages.includes("ar")) await set({ lang: "ar" });
  const time = electionOf(question), said = byId("reading");
  if (time) { // what it asks is looked up there, and shown with what it asks
    await load(time.id, language);
    use(time.id, language);
  }
  const found = answerTo(question, time, question.means.some((text) => text.includes("leaders")) ? (await part(`history-${language}`)).led : {});
  use(state.election, language);
  if (!found || found.told === null) {
    const asks = !question.unread.length && !question.several;
    return askElsewhere(text, asks && (question.means.length || question.items.length > 1) ? `majlis ask '${text.replaceAll("'", "’")}'` : "", question.unread);
  }
  const { told = "", from = [], ...shown } = found;
  set({ node: "", council: "", tie: "", path: "", ...shown });
  said.replaceChildren(told, sourceLine([], from) ?? "");
}
