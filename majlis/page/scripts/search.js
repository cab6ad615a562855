// Search as the resolver reads a question (graph/names.py): a name, the beginning of one, else one clear guess by its sound
// or as a fuller name.

const naming = rules.names;
const pattern = (source) => new RegExp(source, "gu");
const SEPARATORS = pattern(naming.separators), SUN_ARTICLE = pattern(naming.sun_article);
const JOINED_ARTICLE = pattern(naming.joined_article), GLOSS = pattern(naming.gloss);

const simpler = (text) => [...text].map((letter) => naming.letters[letter] ?? letter).join(""); // digits, too

// As `words` of graph/names.py; a test holds the two together over every name that ships.
function fold(text) {
  const plain = simpler(simpler(text).normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase().replace(/ß/gu, "ss").replace(/ς/gu, "σ");
  return plain.replace(SUN_ARTICLE, "").split(SEPARATORS).filter((word) => word && !naming.articles.includes(word))
    .map((word) => (word.startsWith(naming.arabic_article) && [...word].length > naming.whole ? word.slice(naming.arabic_article.length) : word)).join(" ");
}

// A plain text without the words that only say what sort of thing it names, unless it has no others; and that by kind.
const bare = (plain, kind) => plain.split(" ").filter((word) => !naming.noise[kind].includes(word)).join(" ") || plain;
const byKind = (plain) => Object.fromEntries(Object.keys(naming.noise).map((kind) => [kind, bare(plain, kind)]));

// Everything that can be found, with its names and how they sound; made when somebody first goes to the search.
const entries = new WeakMap(); // by what is open

const bodies = () => Object.keys(settings.bodies).map((id) => inWords(registry.get(id), language));
const known = () => remembered(entries, model, () => [...model.holders, ...model.councils, ...bodies()].map((item) => {
    const { kind } = item;
    const name = (text, local) => {
      const plain = fold(text), found = { text, local, plain, bare: bare(plain, kind), vowelled: vowelled(text) };
      return { ...found, heard: spoken(found.bare, found.vowelled) };
    };
    const everywhere = [item.latin, ...(item.aliases ?? [])].map((text) => name(text, false));
    const names = [...everywhere, ...(item.local_aliases ?? []).map((text) => name(text, true))];
    return { item, kind, names, weight: item.total ?? item.seats ?? item.size ?? 0 };
  }).sort((a, b) => b.weight - a.weight || (a.item.id < b.item.id ? -1 : 1)));

const having = (test) => known().filter((entry) => entry.names.some((name) => test(name, entry)));

// Whom a text names: written just so, else in its plain form, else around its brackets and in them. As `Resolver.resolve`.
function resolve(text) {
  const everywhere = (test) => having((name, entry) => !name.local && test(name, entry));
  const plainly = (part, asked = byKind(fold(part))) => everywhere((name, { kind }) => name.bare === asked[kind]);
  const aroundBrackets = () => {
    const [gloss] = text.matchAll(GLOSS), outer = gloss ? plainly(text.replace(GLOSS, " ")) : [], inner = gloss ? plainly(gloss[1]) : [];
    const both = outer.filter((entry) => inner.includes(entry));
    return both.length ? both : [...outer, ...inner];
  };
  const ways = [() => known().filter(({ item }) => item.id === text || item.latin === text), () => everywhere((name) => name.text === text), () => plainly(text), aroundBrackets];
  return ways.reduce((found, way) => (found.length ? found : way()), []);
}

// What has a name that begins so, then what has a word that begins so within one.
const begun = (plain, local) => having((name) => local === name.local && [name.plain, name.bare].some((text) => text.startsWith(plain)));
const within = (plain) => having((name) => [name.plain, name.bare].some((text) => text.includes(` ${plain}`)));

// What has all these words in one of its names.
function withWords(plain) {
  const asked = byKind(plain);
  return having((name, { kind }) => asked[kind].split(" ").every((word) => name.plain.split(" ").includes(word)));
}

// What sounds most like a text, nearest first, and whether it may be meant. As `Resolver._nearest`, but no name is left out.
function nearest(text) {
  const asked = byKind(fold(text)), withVowels = vowelled(text), found = [];
  for (const kind of Object.keys(asked)) {
    const readings = new Set([asked[kind], asked[kind].replace(JOINED_ARTICLE, "")]);
    asked[kind] = [...readings].map((reading) => spoken(reading, withVowels)).filter(Boolean);
  }
  for (const entry of known()) {
    const { kind, names } = entry;
    // A name of a script that writes other vowels is heard only where none as long is in the text's own.
    const own = new Set(names.filter((name) => name.heard && name.vowelled === withVowels).map((name) => name.heard.length));
    const audible = names.filter((name) => name.heard && !name.local && (name.vowelled === withVowels || !own.has(name.heard.length)));
    const likes = asked[kind].filter(() => audible.length).map((words) => {
      const [whole, least] = audible.map((name) => likeness(words, name.heard)).reduce(liker);
      return [whole, least >= naming.minimum && loudness(words) >= naming.shortest];
    });
    if (likes.length) found.push([...likes.reduce(liker), entry]);
  }
  return found.sort((a, b) => b[0] - a[0]).map(([like, meant, entry]) => ({ like, meant, entry }));
}

// What is offered for a text that is no name, of what is `near`: only what really is. As `Resolver._offered`.
function offered(plain, typed, near) {
  const said = plain.split(" "), telling = said.filter((word) => !naming.list_words.includes(word));
  const long = telling.filter((word) => [...word].length >= naming.offered_shortest);
  const rare = long.filter((word) => having((name) => name.plain.split(" ").includes(word)).length <= naming.common).join(" ");
  const asked = rare && spoken(rare, vowelled(typed)), audible = asked && loudness(asked) >= naming.shortest;
  const half = (name) => name.heard && partHeard(asked, name.heard) >= naming.offered_part;
  const likely = near.filter(({ like }) => telling.length > 1 && like >= naming.offered_word).slice(0, naming.nearest);
  const heard = audible ? near.filter((one) => !likely.includes(one) && one.entry.names.some(half)).slice(0, naming.nearest - likely.length) : [];
  return [...likely.map(({ entry }) => entry), ...(said.length > 1 ? long.flatMap(resolve) : []), ...heard.map(({ entry }) => entry)];
}

// How much of a text sounds like some word of a name: 0 to 1, by the sounds of its words.
function partHeard(asked, name) {
  const heard = asked.filter((word) => name.some((part) => alike(word, part) >= naming.offered_word)), size = (words) => sum(words.map((word) => word.sounds.length));
  return size(heard) / (size(asked) || 1);
}

// Figures of whom a name of two words or more stands in a text, in order and from its first word on. As `Resolver._fuller`.
function fuller(plain) {
  const asked = bare(plain, "figure").split(" ");
  const inOrder = (inner, outer) => outer.reduce((at, word) => at + (word === inner[at]), 0) === inner.length;
  return known().filter(({ kind, names }) => {
    const each = names.filter((name) => !name.local).map((name) => name.bare.split(" ")).filter((words) => words.length > 1 && words[0] === asked[0]);
    const inside = each.filter((words) => inOrder(words, asked)), beyond = each.filter((words) => !inside.includes(words));
    if (kind !== "figure" || !inside.length || beyond.some((outer) => inside.some((inner) => inOrder(inner, outer)))) return false;
    const further = asked.filter((word) => !inside.flat().includes(word));
    return !having((name, entry) => entry.kind !== "figure" && name.plain.split(" ").some((word) => further.includes(word))).length;
  });
}

// What a text may mean, best first. `active`: the one that Enter takes, -1 for none; `guessed`: it only sounds so, or is a fuller name; `begun`:
// it only begins so; `lead`: what is said of them. A name in which such a word stands further on is offered and never taken: it may be his father's.
function search(text) {
  const typed = text.trim(), plain = fold(typed);
  const result = (entries, active, lead, { guessed = false, begun = false } = {}) => (
    { found: [...new Set(entries)].slice(0, naming.most).map((entry) => entry.item), active, lead, guessed, begun });
  if (!plain || [...typed].length > naming.longest) return result([], -1, typed && phrase("page.nobody", { asked: typed }));
  const meant = resolve(typed), parts = [...begun(plain, true), ...within(plain), ...withWords(plain)];
  const names = [...meant, ...begun(plain, false)];
  if (meant.length > 1) return result([...names, ...parts], -1, phrase("page.several", { asked: typed }));
  if (names.length) return result([...names, ...parts], 0, "", { begun: !meant.length });
  const near = nearest(typed), [first, second] = near;
  const clear = Boolean(first?.meant) && first.like - (second?.like ?? 0) >= naming.margin;
  const bareOfArticle = plain.replace(JOINED_ARTICLE, "");
  const others = parts.length ? parts : [...begun(bareOfArticle, false), ...within(bareOfArticle), ...offered(plain, typed, near)];
  const guesses = clear ? [first.entry] : fuller(plain);
  if (guesses.length === 1) return result([...guesses, ...others], 0, "", { guessed: true });
  if (guesses.length) return result(guesses, -1, phrase("page.several", { asked: typed }));
  if (parts.length) return result(parts, -1, phrase("page.part_of", { asked: typed }));
  return result(others, -1, phrase(others.length ? "page.nearest" : "page.nobody", { asked: typed }));
}

function startSearch() {
  const input = byId("search"), list = byId("suggestions"), said = byId("reading");
  let shown = search(""), active = -1, asked = Promise.resolve();

  function offer() {
    shown = search(input.value);
    list.replaceChildren(...shown.found.map(option));
    said.textContent = shown.lead;
    mark(shown.active);
  }
  function option(item, place) {
    const seats = councils.has(item.id) ? (item.status === "no_vote" ? words["letters.no_vote"] : item.size_words) : item.total > 0 ? item.summary : "";
    return make("li", { role: "option", id: `option-${place}`, onmousedown: (event) => { event.preventDefault(); take(place); } },
      named(item.name), make("span", { class: "faint" }, ` ${words.kind[item.kind]}${seats ? ` · ${seats}` : ""}`));
  }
  // The list stands open while something is in it, one of that marked.
  function mark(at) {
    [list.hidden, active] = [!list.firstChild, at];
    [...list.children].forEach((child, place) => child.setAttribute("aria-selected", String(place === at)));
    give(input, { "aria-expanded": String(!list.hidden), "aria-activedescendant": list.children[at]?.id });
  }
  function close() {
    if (list.firstChild) said.textContent = ""; // it led to the list
    list.replaceChildren();
    mark(active);
  }
  function take(place) {
    const item = shown.found[place];
    if (!item) return;
    close();
    choose(item.id);
    said.textContent = (shown.guessed || shown.begun) && place === 0 ? phrase("page.reading", { asked: input.value.trim(), name: item.name }) : "";
  }
  // A name that was written, else a question, else the name that is meant or that was chosen from the list.
  async function answer() {
    if (list.hidden) offer();
    const text = input.value.trim(), sure = shown.active >= 0 && !shown.guessed && !shown.begun, question = sure || active !== shown.active ? null : await questionIn(text);
    if (!question) return take(active);
    close();
    await askInWords(text, question);
  }
  const ask = () => { give(byId("ask"), { "aria-busy": "true" }); asked = asked.then(answer, answer).finally(() => give(byId("ask"), { "aria-busy": "false" })); }; // one after the other
  function step(by) {
    const { length } = shown.found;
    if (list.hidden) offer();
    else mark(by > 0 ? (active + 1) % length : (Math.max(active, 0) || length) - 1);
  }
  on("ask", "submit", ask);
  input.addEventListener("focus", known, { once: true });
  for (const [event, act] of [["input", offer], ["blur", close]]) input.addEventListener(event, act);
  input.addEventListener("keydown", (event) => {
    const act = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: ask }[event.key];
    if (act) {
      event.preventDefault();
      act();
    } else if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
    }
  });
}
