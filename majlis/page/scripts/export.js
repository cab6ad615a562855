// What the stage shows as a picture to keep: SVG, and from it PNG.

// The colours and fonts of the page, written into a copy of a drawing.
function dressed(svg) {
  const copy = svg.cloneNode(true), [theirs, ours] = [svg, copy].map((one) => [one, ...one.querySelectorAll("*")]);
  theirs.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const name of ["fill", "stroke", "stroke-width", "font-family", "font-weight", "font-size", "text-anchor", "paint-order", "opacity"]) {
      if (!style[name] && name !== "fill") continue;
      if (!/^url/.test(ours[at].getAttribute(name) ?? "")) ours[at].style.setProperty(name, style.getPropertyValue(name));
    }
    ours[at].removeAttribute("tabindex");
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("width", width * 2);
  copy.setAttribute("height", height * 2);
  return copy;
}

// The drawing of what is chosen: the map, or the council.
function drawingHere() {
  if (state.council && !state.node) return byId("panel-body").querySelector(".picture svg");
  return byId(state.view === "map" ? "view-map" : "map").querySelector("svg");
}

function download(url, kind) {
  const name = [state.node || state.council || "councils", state.election].join("-");
  const link = make("a", { href: url, download: `majlis-${name}.${kind}` });
  document.body.append(link);
  link.click();
  link.remove();
}

function savePicture(kind) {
  if (state.view === "network") return saveNetwork(kind);
  const drawing = drawingHere();
  if (!drawing) return;
  const text = new XMLSerializer().serializeToString(dressed(drawing)), data = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  if (kind === "svg") return download(data, kind);
  const image = new Image();
  image.addEventListener("load", () => {
    const canvas = make("canvas", { width: image.width, height: image.height }), pen = canvas.getContext("2d");
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0);
    download(canvas.toDataURL("image/png"), kind);
  });
  image.src = data;
}
