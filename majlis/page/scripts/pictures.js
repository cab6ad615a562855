// Pictures that came with the page, taken from their templates: a council's half-circle and the map.

let copies = 0;

// A copy of a picture; its ids are made unique, so that the same picture may stand in two places.
function copyOf(id) {
  const kept = byId(`picture-${id}`);
  if (!kept) return null;
  const svg = kept.content.firstElementChild.cloneNode(true);
  copies += 1;
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    if (element.id) element.id += `-${copies}`;
    for (const name of ["aria-labelledby", "aria-describedby"]) {
      if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).split(" ").map((text) => `${text}-${copies}`).join(" "));
    }
  }
  return svg;
}

// A council's half-circle; with `lit`, a set of lists, the others step back.
function picture(council, lit) {
  const svg = council.status === "voted" ? copyOf(council.id) : null;
  if (!svg) return null;
  for (const wedge of svg.querySelectorAll("[data-list]")) {
    const list = wedge.dataset.list;
    wedge.classList.toggle("back", Boolean(lit?.size) && !lit.has(list));
    wedge.setAttribute("role", list ? "button" : "img");
    if (list) asButton(wedge, () => choose(list, council.id));
  }
  return make("div", { class: "picture" }, svg);
}

// A part of a picture that is chosen by click, Enter or space.
function asButton(part, act) {
  part.setAttribute("tabindex", "0");
  part.addEventListener("click", act);
  part.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  });
}
