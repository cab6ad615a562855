// The picture of the network as SVG: the view as it stands with its headline above and its sources below, by the code that paints the stage.

const TOP = 58, STEP = 15, MOST_LINES = 8; // pixels; lines of sources

// A 2D context that writes SVG; what is drawn between `begin` and `end` is a group that says what it is.
class SvgContext {
  constructor() {
    Object.assign(this, { parts: [], path: "", dash: [], globalAlpha: 1, font: "", textAlign: "left", lineCap: "butt", lineJoin: "miter" });
  }

  begin(about) { this.parts.push(`<g ${Object.entries(about).map(([name, value]) => `data-${name}="${escaped(String(value))}"`).join(" ")}>`); }
  end() { this.parts.push("</g>"); }
  beginPath() { this.path = ""; }
  moveTo(x, y) { this.path += `M${rounded(x)} ${rounded(y)}`; }
  lineTo(x, y) { this.path += `L${rounded(x)} ${rounded(y)}`; }
  bezierCurveTo(...values) { this.path += `C${values.map(rounded).join(" ")}`; }
  closePath() { this.path += "Z"; }
  setLineDash(dash) { this.dash = dash; }

  // By two arcs, since one alone cannot end where it begins.
  arc(x, y, radius, from, to) {
    this.moveTo(...pointAt(x, y, radius, from));
    for (const angle of [(from + to) / 2, to]) this.path += `A${rounded(radius)} ${rounded(radius)} 0 0 1 ${pointAt(x, y, radius, angle).map(rounded).join(" ")}`;
  }

  roundRect(x, y, wide, high, round) {
    const [by, across, down] = [round, wide - 2 * round, high - 2 * round].map(rounded), turn = `a${by} ${by} 0 0 1`;
    this.path += `M${rounded(x + round)} ${rounded(y)}h${across}${turn} ${by} ${by}v${down}${turn} ${-by} ${by}h${-across}${turn} ${-by} ${-by}v${-down}${turn} ${by} ${-by}Z`;
  }

  stroke() {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.map(rounded).join(" ")}"` : "";
    this.parts.push(`<path d="${this.path}" ${this.stroked()} stroke-linecap="${this.lineCap}"${dash}${this.opacity()}/>`);
  }

  fill() { this.parts.push(`<path d="${this.path}" fill="${this.fillStyle}"${this.opacity()}/>`); }
  fillText(text, x, y) { this.write(text, x, y, `fill="${this.fillStyle}"`); }
  strokeText(text, x, y) { this.write(text, x, y, this.stroked()); }
  stroked() { return `fill="none" stroke="${this.strokeStyle}" stroke-width="${rounded(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"`; }
  opacity() { return this.globalAlpha < 1 ? ` opacity="${this.globalAlpha.toFixed(2)}"` : ""; }

  write(text, x, y, look) {
    const [, weight = "400", size] = /^(\d+)? ?([\d.]+)px/.exec(this.font), anchor = { center: "middle", left: "start", right: "end" }[this.textAlign];
    this.parts.push(`<text x="${rounded(x)}" y="${rounded(y)}" font-family="${FONT}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" dominant-baseline="central" ${look}${this.opacity()}>${escaped(isRtl() ? `\u2067${text}\u2069` : text)}</text>`); // a line runs as the page does
  }
}

const escaped = (text) => text.replace(/[^\P{Cc}\t\n]/gu, "").replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]);

// What the picture says of itself: the answer in a sentence, and the facts that it rests on.
function answerTold() {
  const chosen = holders.get(state.node) ?? councils.get(state.council), tie = state.tie && tieOf(state.tie);
  const resting = () => ties.filter((each) => each.rest && isSeats(each)).map(({ ref }) => ref);
  if (state.path) return { said: pathSentence(), facts: chosenChain()?.flatMap((step) => step.drawn.map(({ ref }) => ref)) ?? resting() };
  if (tie) return { said: tieWords(tie), facts: [tie.ref] };
  return { said: chosen?.sentence ?? (centre() ? nameOf(centre()) : model.finding ?? words.overview), facts: chosen?.facts ?? resting() };
}

// Whom it comes from, and the version of the data.
function sourcesLine(facts) {
  const said = sourcesOf(facts).map((at) => model.sources[at].cite);
  const shown = said.slice(0, SHOWN).join("; "), more = said.length > SHOWN ? ` (+${said.length - SHOWN})` : "";
  return `${words["network.card.sources"]}: ${shown}${more}. Majlis, ${phrase("version", { version: versionWords() })}.`;
}

function linesOf(text, size, weight, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (widthOf(`${lines.at(-1)}${word}`, size, weight) > width && lines.at(-1)) lines.push("");
    lines[lines.length - 1] += `${word} `;
  }
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1].trimEnd()}…`] : lines;
}

function networkSvg() {
  const [width, height] = [stage.clientWidth, stage.clientHeight], { said: title, facts } = answerTold(), { x, y } = camera.getViewPosition(), scale = camera.getScale();
  const titles = linesOf(title, 17, 700, width - 44), notes = linesOf(sourcesLine(facts), 11, 400, width - 44), head = TOP + (titles.length - 1) * 22, foot = 24 + notes.length * STEP;
  const view = new SvgContext(), sheet = new SvgContext(), rtl = isRtl(), full = head + height + foot;
  const say = (lines, size, weight, fill, top, step) => lines.forEach((line, at) => {
    Object.assign(sheet, { font: `${weight} ${size}px ${FONT}`, fillStyle: fill });
    sheet.fillText(line.trimEnd(), rtl ? width - 20 : 20, top + at * step);
  });
  paintScene(view, scale, true);
  for (const [top, high] of [[0, head], [head + height, foot]]) {
    drawPath(sheet, box(0, top, width, top + high, 0), ink.paper);
  }
  sheet.textAlign = rtl ? "right" : "left";
  say(titles, 17, 700, ink.ink, 30, 22);
  say(notes, 11, 400, ink.quiet, head + height + 16, STEP);
  return `<svg xmlns="${SVG}" width="${width}" height="${full}" viewBox="0 0 ${width} ${full}"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="${ink.paper}"/>`
    + `<g transform="translate(${rounded(width / 2 - x * scale)} ${rounded(head + height / 2 - y * scale)}) scale(${scale.toFixed(4)})" data-top="${head}">${view.parts.join("")}</g>${sheet.parts.join("")}</svg>`;
}
