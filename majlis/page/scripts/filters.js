// The filters, the legend of kinds with its check-boxes, and the count of what they leave.

function options(select, label, items) {
  select.replaceChildren(make("option", { value: "" }, label), ...items.map((item) => make("option", { value: item.id }, item.name)));
}

function startFilters() {
  const used = new Set(model.holders.flatMap((holder) => holder.within ?? []));
  const byTotal = (a, b) => (b.total ?? 0) - (a.total ?? 0) || (a.name < b.name ? -1 : 1);
  const ofKind = (kind) => model.holders.filter((holder) => holder.kind === kind && used.has(holder.id)).sort(byTotal);
  options(byId("filter-alliance"), "All", ofKind("alliance"));
  options(byId("filter-bloc"), "All", ofKind("bloc"));
  options(byId("filter-province"), "All", [...model.councils].sort((a, b) => (a.name < b.name ? -1 : 1)));
  for (const name of ["alliance", "bloc", "province"]) {
    byId(`filter-${name}`).addEventListener("change", (event) => set({ [name]: event.target.value }));
  }
  const present = new Set([...model.holders.map((holder) => holder.kind), ...networkNodes.map((node) => node.kind)]);
  byId("kinds").append(...Object.keys(words.kinds).filter((kind) => present.has(kind) && kind !== "province").map(kindBox));
  byId("filters-more").addEventListener("click", ({ currentTarget: more }) => more.setAttribute("aria-expanded", String(more.getAttribute("aria-expanded") === "false")));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("reset").addEventListener("click", (event) => {
    event.preventDefault();
    set({ ...EMPTY, view: state.view });
    byId("search").value = "";
    byId("reading").textContent = "";
  });
  parts.push(drawFilters);
}

function kindBox(kind) {
  const box = make("input", { type: "checkbox", data: { kind } });
  box.addEventListener("change", () => {
    const off = kindsOff();
    if (box.checked) off.delete(kind);
    else off.add(kind);
    set({ off: [...off].sort().join(",") });
  });
  return make("label", {}, box, make("span", { class: `sign ${kind}`, "aria-hidden": "true" }), words.kinds[kind]);
}

function drawFilters() {
  for (const name of ["alliance", "bloc", "province"]) byId(`filter-${name}`).value = state[name];
  const off = kindsOff();
  for (const box of byId("kinds").querySelectorAll("input")) box.checked = !off.has(box.dataset.kind);
  const active = ["alliance", "bloc", "province"].filter((name) => state[name]).length + off.size;
  byId("filters-more").textContent = active ? `Filters (${active})` : "Filters";
  const count = model.holders.filter((holder) => passes(holder.id)).length;
  const seats = lists.filter((holder) => passes(holder.id));
  const won = (holder) => (state.province ? seatsIn(holder, state.province) : holder.seats);
  const where = state.province ? ` in ${nameOf(state.province)}` : "";
  const says = `${plural(count, "name")}, ${seats.filter(won).length} with seats${where} (${plural(seats.reduce((sum, holder) => sum + won(holder), 0), "seat")})`;
  if (byId("count").textContent !== says) byId("count").textContent = says;
}
