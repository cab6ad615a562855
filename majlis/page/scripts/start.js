// The tabs, the language, light and dark, the keys of the whole page, and the beginning.

function startTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  for (const tab of tabs) tab.addEventListener("click", () => set({ view: tab.dataset.view }));
  byId("tabs").addEventListener("keydown", (event) => {
    const ahead = isRtl() ? -1 : 1, step = { ArrowRight: ahead, ArrowLeft: -ahead }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    set({ view: next.dataset.view });
    next.focus();
    event.preventDefault();
  });
  for (const button of document.querySelectorAll("[data-enlarge]")) button.addEventListener("click", () => set({ view: button.dataset.enlarge }));
  parts.push(() => {
    document.body.dataset.view = state.view;
    for (const tab of tabs) {
      const here = tab.dataset.view === state.view;
      tab.setAttribute("aria-selected", String(here));
      tab.tabIndex = here ? 0 : -1;
      byId(`view-${tab.dataset.view}`).hidden = !here;
    }
  });
}

// The words of the page itself, in its language.
function speak() {
  document.documentElement.lang = language;
  document.documentElement.dir = settings.directions[language];
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = wordsAt(element.dataset.say);
  for (const element of document.querySelectorAll("[data-say-label]")) {
    element.setAttribute("aria-label", wordsAt(element.dataset.sayLabel));
    if (element.title) element.title = element.ariaLabel;
  }
  for (const element of document.querySelectorAll("[data-say-placeholder]")) element.setAttribute("placeholder", wordsAt(element.dataset.sayPlaceholder));
  const holder = holders.get(state.node);
  for (const [name, text] of Object.entries({ map: holder ? phrase("page.shade", { name: holder.label }) : words["page.largest"], councils: words["page.councils"], seats: words["page.seats"] })) {
    byId(`rail-${name}`).querySelector("h2").textContent = text;
    byId(`rail-${name}`).querySelector("[data-enlarge]").setAttribute("aria-label", phrase("page.enlarge", { name: text }));
  }
  if (byId("version")) byId("version").textContent = phrase("page.footer", { version: versionWords() });
  if (byId("all-sources")) byId("all-sources").querySelector("summary").textContent = phrase("page.all_sources", { n: model.sources.length });
  const to = settings.languages.find((lang) => lang !== language), switcher = byId("language");
  switcher.textContent = words.language;
  switcher.lang = switcher.hreflang = to;
  switcher.href = addressFor(addressOf({ ...state, lang: to })) || "#";
  document.title = `${words.title}: ${byId("panel-title")?.textContent ?? model.title}`;
}

// A key with a dot in it may stand among the words of a kind: "status.none".
const wordsAt = (key) => words[key] ?? key.split(".").reduce((found, name) => found?.[name], words) ?? "";

// Light and dark: as the reader's system has it, until it is switched here.
function startTheme() {
  const button = byId("theme"), dark = matchMedia("(prefers-color-scheme: dark)");
  button.hidden = false;
  button.addEventListener("click", () => {
    const now = document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
    document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
    button.setAttribute("aria-pressed", String(now !== "dark"));
    dispatchEvent(new Event("recoloured"));
    draw();
  });
  dark.addEventListener("change", () => { dispatchEvent(new Event("recoloured")); draw(); });
}

function clearChoice() {
  byId("reading").textContent = "";
  set({ node: "", council: "", tie: "", path: "", open: "" });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && ["node", "council", "tie", "path", "open"].some((key) => state[key])) clearChoice();
  else if (event.key === "Escape" && state.full) set({ full: "" });
  else if (event.key === "/" && !event.target.matches("input, textarea, select") && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("search").focus();
  }
});
document.addEventListener("click", ({ target }) => {
  const toggle = target.closest("[data-toggle]"); // opens what stands behind it, by the style sheet
  toggle?.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") === "false"));
});
window.addEventListener("popstate", () => show(fromAddress()));
byId("language").addEventListener("click", (event) => {
  event.preventDefault();
  set({ lang: settings.languages.find((lang) => lang !== language) });
});
byId("home").addEventListener("click", (event) => {
  event.preventDefault();
  clearChoice();
});
byId("all-sources")?.addEventListener("toggle", () => {
  byId("sources").replaceChildren(...model.sources.map((from) => make("li", {}, link(from.url, from.cite))));
});

document.body.classList.remove("document");
byId("stage").hidden = byId("rail").hidden = byId("grip").hidden = false;
startTabs();
startTheme();
startFilters();
startSearch();
startTime();
startSeats();
startMap();
startNetwork();
startPaths();
startCouncils();
startTies();
const tellHistory = startPanel();
parts.push(speak);
state = cleaned(state);
draw();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
requestAnimationFrame(() => setTimeout(() => { // once that is painted
  stood = true;
  for (const part of small) part();
  speak();
  tellHistory();
}));
