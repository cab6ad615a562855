// Pictures that came with the data: a council's half-circle and the map; and how a part of one is chosen.

const SVG = "http://www.w3.org/2000/svg";
let copies = 0;

// A copy of a picture; its ids are made unique, so that the same picture may stand in several places.
function copyOf(id) {
  const kept = model.pictures[id];
  if (!kept) return null;
  const svg = document.importNode(new DOMParser().parseFromString(kept, "image/svg+xml").documentElement, true);
  copies += 1;
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    if (element.id) element.id += `-${copies}`;
    for (const name of ["aria-labelledby", "aria-describedby"]) {
      if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).split(" ").map((text) => `${text}-${copies}`).join(" "));
    }
    const fill = element.getAttribute("fill")?.match(/^url\(#(.*)\)$/);
    if (fill) element.setAttribute("fill", `url(#${fill[1]}-${copies})`);
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

const NOBODY = "\u0000"; // no list has this id

// The half-circle as a mere picture: the button around it says the same in words.
function still(council, lit) {
  const svg = council.status === "voted" ? copyOf(council.id) : null;
  if (!svg) return null;
  for (const wedge of svg.querySelectorAll("[data-list]")) wedge.classList.toggle("back", Boolean(lit?.size) && !lit.has(wedge.dataset.list));
  for (const part of [svg, ...svg.querySelectorAll("*")]) for (const name of ["role", "tabindex", "aria-label", "aria-labelledby", "aria-describedby"]) part.removeAttribute(name);
  svg.setAttribute("aria-hidden", "true");
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
