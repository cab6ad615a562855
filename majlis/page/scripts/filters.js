// The filters of the Seats view.

const FILTERS = ["alliance", "bloc", "province"];

function options(select, items) {
  select.replaceChildren(make("option", { value: "" }, words["page.all"]), ...items.map((item) => make("option", { value: item.id }, item.name)));
}

let filtered = null; // the model whose alliances, blocs and provinces can be chosen

function openFilters() {
  const used = new Set(model.holders.flatMap((holder) => holder.within ?? []));
  const byTotal = (a, b) => (b.total ?? 0) - (a.total ?? 0) || (a.name < b.name ? -1 : 1);
  for (const kind of ["alliance", "bloc"]) options(byId(`filter-${kind}`), model.holders.filter((holder) => holder.kind === kind && used.has(holder.id)).sort(byTotal));
  options(byId("filter-province"), [...model.councils].sort((a, b) => (a.name < b.name ? -1 : 1)));
  filtered = model;
}

function drawFilters() {
  if (state.view !== "seats") return;
  if (filtered !== model) openFilters();
  for (const name of FILTERS) byId(`filter-${name}`).value = state[name];
  const active = FILTERS.filter((name) => state[name]).length;
  byId("filters-more").textContent = active ? phrase("page.filters_some", { n: active }) : words["page.filters"];
}

byId("filters").addEventListener("change", ({ target }) => set({ [target.name]: target.value }));
byId("filters").addEventListener("reset", () => set({ alliance: "", bloc: "", province: "", all: "" }));
