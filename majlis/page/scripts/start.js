// The tabs, the language, light and dark, the keys of the whole page, and the beginning.

const tabs = [...document.querySelectorAll("[role=tab]")];
for (const button of document.querySelectorAll("button[data-view]")) button.addEventListener("click", () => set({ view: button.dataset.view }));
byId("tabs").addEventListener("keydown", (event) => {
  const next = stepAmong(tabs, event, isRtl() ? { ArrowRight: -1, ArrowLeft: 1 } : { ArrowRight: 1, ArrowLeft: -1 });
  if (next) set({ view: next.dataset.view });
});

function drawTabs() {
  document.body.dataset.view = state.view;
  document.body.classList.toggle("full", state.full === "1");
  for (const tab of tabs) {
    const here = tab.dataset.view === state.view;
    Object.assign(tab, { ariaSelected: String(here), tabIndex: here ? 0 : -1 });
    byId(`view-${tab.dataset.view}`).hidden = !here;
  }
}

// The words of the page itself: those that came with it are said anew in another language.
const SPOKEN = { say: "textContent", label: "ariaLabel", title: "title", placeholder: "placeholder" }; // by the attribute that has its key
function speak() {
  if (document.documentElement.lang !== language) {
    Object.assign(document.documentElement, { lang: language, dir: settings.directions[language] });
    for (const [name, property] of Object.entries(SPOKEN)) for (const element of document.querySelectorAll(`[data-${name}]`)) element[property] = wordsAt(element.dataset[name]);
  }
  byId("rail-map").firstChild.textContent = holders.has(state.node) ? phrase("page.shade", { name: labelOf(state.node) }) : words["page.largest"];
  for (const button of document.querySelectorAll("#rail > section > button")) button.ariaLabel = phrase("page.enlarge", { name: button.previousSibling.textContent });
  if (byId("version")) byId("version").textContent = phrase("page.footer", { version: versionWords() });
  if (byId("all-sources")) byId("all-sources").querySelector("summary").textContent = phrase("page.all_sources", { n: model.sources.length });
  const to = settings.languages.find((lang) => lang !== language);
  give(byId("language"), { lang: to, hreflang: to, href: addressFor(addressOf({ ...state, lang: to })) || "#" }).textContent = words.language;
  document.title = `${words.title}: ${byId("panel-title")?.textContent ?? model.title}`;
}

// A key with a dot in it may stand among the words of a kind: "status.none".
const wordsAt = (key) => words[key] ?? key.split(".").reduce((found, name) => found?.[name], words) ?? "";

function clearChoice() {
  byId("reading").textContent = "";
  set({ node: "", council: "", tie: "", path: "", open: "" });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && ["node", "council", "tie", "path", "open"].some((key) => state[key])) clearChoice();
  else if (event.key === "Escape") for (const key of ["full", "kinds"].filter((key) => state[key]).slice(0, 1)) set({ [key]: "" });
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const presses = ["Enter", " "].includes(event.key) && event.target.matches("svg [role=button]");
  const act = presses ? () => event.target.dispatchEvent(new Event("click")) : event.key === "/" ? () => byId("search").focus() : state.view === "network" ? networkKey(event.key) : null;
  if (act) event.preventDefault();
  act?.();
});
document.addEventListener("click", ({ target }) => {
  const toggle = target.closest("[data-toggle]"); // opens what stands behind it, by the style sheet
  toggle?.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") === "false"));
});
window.addEventListener("popstate", () => show(fromAddress()));
on("language", "click", () => set({ lang: settings.languages.find((lang) => lang !== language) }));
on("home", "click", clearChoice);
byId("all-sources")?.addEventListener("toggle", () => {
  byId("sources").replaceChildren(...model.sources.map((from) => make("li", {}, link(from.url, from.cite))));
});

// What stands on the stage; and of it what stands small beside the stage while another does. The map is drawn though no room is for it: it may be downloaded.
const VIEWS = { network: drawNetwork, map: () => byId("view-map").replaceChildren(...drawnMap("view-map") ?? []), seats: drawSeats, councils: drawCouncils, ties: drawTies };
const SMALL = { map: () => drawnMap("map"), councils: smallCouncils, seats: smallSeats };

function drawRail() {
  const seen = Boolean(byId("rail").offsetParent);
  for (const [view, draws] of Object.entries(SMALL)) {
    const room = byId(`rail-${view}`), drawn = state.view !== view && (seen || view === "map") ? draws() : null;
    room.hidden = !drawn;
    room.lastElementChild.replaceChildren(...drawn ?? []);
  }
}

// What draws the state, in this order: nothing before the network asks the browser where things stand; then what stands beside these, and waits until they are seen.
const PARTS = [drawTabs, drawAxis, drawSpans, drawPanel, speak, () => VIEWS[state.view]()], BESIDE = [drawRail, showStop, speak, tellHistory];

document.body.classList.remove("document");
for (const id of ["stage", "rail", "grip"]) byId(id).hidden = false;
startSearch();
state = cleaned(state);
draw();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
requestAnimationFrame(() => setTimeout(async () => { // once that is painted
  stood = true;
  await read;
  document.body.append(byId("library").content);
  for (const part of BESIDE) part();
  learnPhrases();
}));
