// The filters of the Seats view.

function drawFilters() {
  const used = new Set(model.holders.flatMap((holder) => holder.within ?? []));
  const byName = (a, b) => (a.name < b.name ? -1 : 1), byTotal = (a, b) => (b.total ?? 0) - (a.total ?? 0) || byName(a, b);
  const grouping = (kind) => model.holders.filter((holder) => holder.kind === kind && used.has(holder.id)).sort(byTotal);
  const offered = Object.entries({ alliance: grouping("alliance"), bloc: grouping("bloc"), province: model.councils.toSorted(byName) });
  for (const [filter, items] of offered) {
    byId(`filter-${filter}`).replaceChildren(make("option", { value: "" }, words["page.all"]), ...items.map(({ id, name }) => make("option", { value: id, selected: id === state[filter] }, name)));
  }
  const active = offered.filter(([filter]) => state[filter]).length;
  byId("filters-more").textContent = active ? phrase("page.filters_some", { n: active }) : words["page.filters"];
}

byId("filters").addEventListener("change", ({ target }) => set({ [target.name]: target.value }));
byId("filters").addEventListener("reset", () => set({ alliance: "", bloc: "", province: "", all: "" }));
