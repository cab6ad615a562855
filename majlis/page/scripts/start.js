// The tabs, the keys of the whole page, and the beginning.

function startTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  for (const tab of tabs) tab.addEventListener("click", () => set({ view: tab.dataset.view }));
  byId("tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    set({ view: next.dataset.view });
    next.focus();
    event.preventDefault();
  });
  parts.push(() => {
    for (const tab of tabs) {
      const here = tab.dataset.view === state.view;
      tab.setAttribute("aria-selected", String(here));
      tab.tabIndex = here ? 0 : -1;
      byId(`view-${tab.dataset.view}`).hidden = !here;
    }
  });
}

function clearChoice() {
  byId("reading").textContent = "";
  set({ node: "", council: "", tie: "", path: "", open: "" });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && ["node", "council", "tie", "path", "open"].some((key) => state[key])) clearChoice();
  else if (event.key === "Escape" && state.full) set({ full: "" });
});
window.addEventListener("popstate", () => { state = fromAddress(); draw(); });

byId("sources").closest("details").addEventListener("toggle", () => {
  byId("sources").replaceChildren(...model.sources.map((from) => make("li", {}, link(from.url, from.cite))));
}, { once: true });

startTabs();
startFilters();
startSearch();
startSeats();
startMap();
startNetwork();
startCouncils();
startTies();
startPanel();
state = fromAddress();
draw();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
