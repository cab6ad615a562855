// What the stage shows as a picture to keep: SVG, and from it PNG.

const DRESS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "marker-start", "marker-mid", "marker-end", "display",
  "font-family", "font-weight", "font-size", "text-anchor", "dominant-baseline", "paint-order", "opacity"];
const plainColour = (value) => value.replace(/color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)/, (_, ...parts) => `rgb(${parts.slice(0, 3).map((part) => Math.round(255 * part)).join()}`);

// A drawing as text, with the colours and fonts of the page written into it; empty where there is none.
function dressed(svg) {
  if (!svg) return "";
  const copy = svg.cloneNode(true), [theirs, ours] = [svg, copy].map((one) => [one, ...one.querySelectorAll("*")]);
  theirs.forEach((element, at) => {
    const style = getComputedStyle(element), around = at && getComputedStyle(element.parentElement), own = ours[at].style;
    for (const name of DRESS) {
      const kept = own[name] || /^url/.test(ours[at].getAttribute(name) ?? ""); // what is fading has its own opacity
      if (!kept && style[name] !== around[name]) own.setProperty(name, plainColour(style[name]));
    }
    for (const name of [...own].filter((each) => each.startsWith("--"))) own.removeProperty(name); // for readers that know no variables
    ours[at].removeAttribute("tabindex");
  });
  const { width, height } = svg.viewBox.baseVal;
  return new XMLSerializer().serializeToString(give(copy, { width, height }));
}

// The drawing of what is chosen: the map, or the council.
function drawingHere() {
  if (state.council && !state.node) return byId("panel-body").querySelector(".picture svg");
  return byId(state.view === "map" ? "view-map" : "map").querySelector("svg");
}

function download(url, kind) {
  const name = [pathEnds().join("-") || state.node || state.council || state.view, model.election].join("-").replace(/[^\w-]+/g, "");
  make("a", { href: url, download: `majlis-${name}.${kind}` }).click();
}

// The picture on the stage as a file: SVG, or at twice its size PNG.
async function savePicture(kind) {
  const sheet = state.view === "network" ? byId("view-network").appendChild(networkSheet()) : null, text = dressed(sheet ?? drawingHere()); // what is on the page has its styles
  sheet?.remove();
  if (!text) return;
  const data = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`, image = new Image();
  if (kind === "svg") return download(data, kind);
  image.src = data;
  await image.decode();
  const canvas = make("canvas", { width: image.width * 2, height: image.height * 2 }), pen = canvas.getContext("2d");
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  download(canvas.toDataURL("image/png"), kind);
}
