// Pictures that came with the data: a council's half-circle and the map; and how a part of one is chosen.

let copies = 0;

// A copy of a picture; its ids are made unique, so that the same picture may stand in several places.
function copyOf(id) {
  const kept = model.pictures[id];
  if (!kept) return null;
  copies += 1;
  const text = kept.replaceAll(/(\bid="|by="|url\(#)([^")]+)/g, `$1$2-${copies}`);
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}

// A council's half-circle; with `lit`, a set of lists, the others step back. `still`: a mere picture, as the button around it says the same in words.
function picture(council, lit, still = false) {
  const svg = council.status === "voted" ? copyOf(council.id) : null;
  if (!svg) return null;
  for (const wedge of svg.querySelectorAll("[data-list]")) {
    const { list } = wedge.dataset;
    wedge.classList.toggle("back", lit !== null && !lit.has(list));
    if (list && !still) give(wedge, { ...AS_BUTTON, onclick: () => choose(list, council.id) });
  }
  return make("div", { class: "picture" }, give(svg, { "aria-hidden": still ? "true" : null }));
}

// A part of a picture that is chosen by click, Enter or space.
const AS_BUTTON = { role: "button", tabindex: "0" };
