// The picture of the network to keep: the view as it stands, with its headline above and its sources below.

const TOP = 58, STEP = 15, MOST_LINES = 8; // pixels; lines of sources

// What the picture says of itself: the answer in a sentence, and the facts that it rests on.
function answerTold() {
  const chosen = holders.get(state.node) ?? councils.get(state.council), tie = state.tie && tieOf(state.tie);
  const resting = () => ties.filter((each) => each.rest && isSeats(each)).map(({ ref }) => ref);
  if (state.path) return { said: pathSentence(), facts: chosenChain()?.flatMap((step) => step.drawn.map(({ ref }) => ref)) ?? resting() };
  if (tie) return { said: tieWords(tie), facts: [tie.ref] };
  return { said: chosen?.sentence ?? (isBody(state.node) ? election().said : centre() ? nameOf(centre()) : model.finding ?? words.overview), facts: chosen?.facts ?? resting() };
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

function networkSheet() {
  stale = true; // the camera may move still
  camera.redraw();
  const [width, height] = [stage.clientWidth, stage.clientHeight], { said: title, facts } = answerTold(), { e: x, f: y } = view.transform.baseVal[0].matrix;
  const titles = linesOf(title, 17, 700, width - 44), notes = linesOf(sourcesLine(facts), 11, 400, width - 44), head = TOP + (titles.length - 1) * 22, full = head + height + 24 + notes.length * STEP;
  const words = (lines, css, top, step) => lines.map((text, at) => make("svg:text", { class: css, x: isRtl() ? width - 20 : 20, y: top + at * step, "text-anchor": isRtl() ? "end" : "start" }, alongPage(text.trimEnd())));
  const paper = (y, high) => make("svg:rect", { class: "paper", y, width, height: high });
  return make("svg:svg", { class: "network", viewBox: `0 0 ${width} ${full}` }, make("svg:title", {}, title), byId("net-ends").cloneNode(true), paper(0, full),
    give(view.cloneNode(true), { transform: `translate(${x} ${head + y}) scale(${scene.scale.toFixed(4)})`, data: { top: head } }), paper(0, head), paper(head + height, full - head - height),
    words(titles, "title", 30, 22), words(notes, "notes", head + height + 16, STEP));
}
