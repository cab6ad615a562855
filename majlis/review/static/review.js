"use strict";
// The page of a review: shows what the server says, and sends acts. All text of a document is set as text, never as markup.
const words = JSON.parse(document.body.dataset.words);
const at = (id) => document.getElementById(id);
let state = null;
let current = null;
const MOST_LINES = 1500; // of the document at once: around the current claim where it has more
const MOST_CLAIMS = 400; // in the list at once: the next come as these are settled

const say = (key, values = {}) =>
  (words[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

function made(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (name === "text") element.textContent = value;
    else if (name === "on") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function tell(text, wrong = false) {
  at("status").textContent = text;
  at("status").className = wrong ? "wrong" : "";
}

async function send(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const told = answer.headers.get("content-type").startsWith("application/json") ? await answer.json() : { error: await answer.text() };
  if (told.error) tell(told.error, true);
  return told;
}

async function act(body) {
  const told = await send("act", body);
  if (told.error) return false;
  Object.assign(state, told);
  draw();
  return true;
}

const order = () => [...state.items].sort((a, b) => a.index - b.index || a.start - b.start);
const by = (id) => state.items.find((item) => item.id === id);
const mean = (words, id) => (words ? (id ? words : `${words} (${say("unknown")})`) : "");

function draw() {
  drawDocument();
  drawQueue();
  drawBlocks();
  drawTables();
  drawClaims();
  const open = state.items.filter((item) => item.predicate && item.said === "open" && !item.kept).length;
  at("left").textContent = `(${state.queue.length})`;
  at("undo").disabled = state.undo === 0;
  if (!at("status").classList.contains("wrong")) {
    const unread = state.items.filter((item) => !item.predicate).length;
    tell(state.saved ? say("saved") : say("counts", { open, accepted: state.items.filter((item) => item.said === "accepted").length, unread }));
  }
  at("status").classList.remove("wrong");
}

function drawDocument() {
  const marks = new Map();
  for (const item of order()) marks.set(item.index, [...(marks.get(item.index) || []), item]);
  const kept = at("document").scrollTop;
  const middle = current === null ? 0 : by(current).index;
  const first = state.lines.length > MOST_LINES ? Math.max(0, Math.floor(middle / 500) * 500 - 500) : 0;
  at("document").replaceChildren(
    ...state.lines.slice(first, first + MOST_LINES).map((line, place) => {
      const index = first + place;
      const text = made("span", { class: "text", dir: "auto" });
      let done = 0;
      for (const item of marks.get(index) || []) {
        const start = Math.max(item.start, done);
        const end = Math.min(item.end, line.text.length);
        if (end <= start) continue;
        text.append(line.text.slice(done, start));
        const classes = [item.certainty, item.said, item.id === current ? "current" : ""].join(" ");
        text.append(made("mark", { class: classes, "data-id": item.id, text: line.text.slice(start, end), on: () => choose(item.id) }));
        done = end;
      }
      text.append(line.text.slice(done));
      return made("div", { class: `line ${line.kind}` }, made("span", { class: "no", text: line.where || String(line.number) }), text);
    }),
  );
  at("document").scrollTop = kept;
}

function drawQueue() {
  at("queue").replaceChildren(
    ...state.queue.slice(0, 30).map((one, place) => {
      const item = made("li", { "data-key": one.key });
      const settles = say("settles", { n: one.ids.length });
      const question = { name: say("who_is", { text: one.text }), place: say("is_place", { text: one.text }), table: say("is_table", { text: one.text }), claim: say("is_so") }[one.asks];
      item.append(made("strong", { text: question, dir: "auto" }), made("span", { class: "why", text: [settles, one.reason].filter(Boolean).join(" · ") }));
      if (one.asks === "name") {
        for (const [id, name] of one.candidates) item.append(made("button", { type: "button", text: name, on: () => act({ act: "name", kind: one.kind, text: one.text, entity: id }) }));
        item.append(made("button", { type: "button", text: say("new"), on: () => act({ act: "name", kind: one.kind, text: one.text }) }));
      } else {
        item.append(made("button", { type: "button", text: say("accept"), on: () => act({ act: "accept", ids: one.ids }) }));
        item.append(made("button", { type: "button", text: say("reject"), on: () => act({ act: "reject", ids: one.ids }) }));
      }
      if (place === 0) item.firstChild.before(made("kbd", { text: "q" }), " ");
      return item;
    }),
  );
}

// Claims in the order of the document; where they are too many, those that are settled come last, as those kept before do.
function listing() {
  const many = state.items.length > MOST_CLAIMS;
  const last = (item) => item.kept || (many && item.said !== "open");
  return [...order().filter((item) => !last(item)), ...order().filter(last)];
}

function drawBlocks() {
  const chosen = at("block").value;
  at("block").replaceChildren(...state.blocks.map((block, place) => made("option", { value: place, text: block.table ? say("table", { lines: block.name }) : block.name })));
  if (chosen) at("block").value = chosen;
}

function drawTables() {
  const tables = state.tables.map((table) => {
    const caption = say("table", { lines: state.blocks.filter((block) => block.table)[state.tables.indexOf(table)].name });
    const rows = table.columns.map((column) => {
      const header = column.header || String(column.column);
      const select = made("select", { "aria-label": `${caption}: ${header}` }, made("option", { value: "", text: "-" }), ...state.roles.map((role) => made("option", { value: role, text: role })));
      select.value = state.roles.includes(column.role) ? column.role : "";
      select.addEventListener("change", () => act({ act: "columns", role: select.value, header }));
      const sum = table.sums.find((one) => one.column === column.header);
      const words = sum ? (sum.said === sum.counted ? say("sum_agrees", { said: sum.said }) : say("sum_differs", sum)) : "";
      return made("tr", {}, made("th", { scope: "row", text: header, dir: "auto" }), made("td", {}, select), made("td", { text: words, class: sum && sum.said !== sum.counted ? "differ" : "" }));
    });
    const body = made("tbody", {}, ...rows);
    return made("table", {}, made("caption", { text: caption }), body);
  });
  at("tables").replaceChildren(...tables);
}

function drawClaims() {
  const kept = at("side").scrollTop;
  const listed = listing();
  at("more").textContent = listed.length > MOST_CLAIMS ? say("more", { n: listed.length - MOST_CLAIMS }) : "";
  at("claims").replaceChildren(
    ...listed.slice(0, MOST_CLAIMS).map((item) => {
      const line = state.lines[item.index];
      const said = item.predicate
        ? [mean(item.subject, item.subject_id), say(`is.${item.predicate}`) === `is.${item.predicate}` ? item.predicate : say(`is.${item.predicate}`), item.value ?? "", mean(item.object, item.object_id)].filter((part) => part !== "").join(" · ")
        : line.text.slice(item.start, item.end);
      const why = [line.where || say("line", { n: line.number }), item.kept ? say("kept") : item.said === "open" ? say(`is.${item.certainty}`) : say(`is.${item.said}`), item.place_from && item.object ? say("place_from", { from: say(`from.${item.place_from.replaceAll(" ", "_")}`) }) : "", item.reason].filter(Boolean).join(" · ");
      const row = made("li", { class: `${item.certainty} ${item.said}${item.kept ? " kept" : ""}`, id: `claim-${item.id}`, "aria-current": String(item.id === current) });
      row.append(made("span", { class: "claim", text: said, dir: "auto" }), made("span", { class: "why", text: why }));
      if (item.predicate) {
        row.append(made("button", { type: "button", text: say("accept"), on: () => settle(item.id, "accept") }));
        row.append(made("button", { type: "button", text: say("reject"), on: () => settle(item.id, "reject") }));
      }
      row.append(made("button", { type: "button", text: say(item.predicate ? "edit" : "make"), on: () => edit(item.id) }));
      row.addEventListener("click", (event) => { if (event.target.tagName !== "BUTTON") choose(item.id); });
      return row;
    }),
  );
  at("side").scrollTop = kept;
}

function choose(id) {
  current = id;
  drawDocument();
  for (const row of at("claims").children) row.setAttribute("aria-current", String(row.id === `claim-${id}`));
  at(`claim-${id}`)?.scrollIntoView({ block: "nearest" });
  document.querySelector("mark.current")?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const ids = listing().slice(0, MOST_CLAIMS).map((item) => item.id);
  if (!ids.length) return;
  const place = current === null ? (by > 0 ? 0 : ids.length - 1) : Math.min(Math.max(ids.indexOf(current) + by, 0), ids.length - 1);
  choose(ids[place]);
}

async function settle(id, how) {
  if (await act({ act: how, ids: [id] })) { current = id; step(1); }
}

function edit(id) {
  const item = by(id);
  choose(id);
  at("e-predicate").value = item.predicate || "holds_seats";
  at("e-subject").value = item.subject;
  at("e-object").value = item.object;
  at("e-value").value = item.value ?? "";
  at("editor").returnValue = "";
  at("editor").showModal();
  at("editor").onclose = () => {
    if (at("editor").returnValue !== "keep") return;
    act({ act: "edit", id, predicate: at("e-predicate").value, subject: at("e-subject").value, object: at("e-object").value, value: at("e-value").value });
  };
}

async function saving() {
  const told = await send("diff", {});
  if (told.error) return;
  at("diff").textContent = told.diff || say("nothing");
  at("save").disabled = !told.diff;
  at("saving").returnValue = "";
  at("saving").showModal();
  at("saving").onclose = async () => {
    if (at("saving").returnValue !== "save") return;
    const written = await send("save", {});
    if (!written.error) { Object.assign(state, written); draw(); }
  };
}

const together = (body) => act({ ...body, block: Number(at("block").value) });
at("together").addEventListener("submit", (event) => {
  event.preventDefault();
  together({ act: "set", field: at("field").value, value: at("value").value });
});
at("accept-block").addEventListener("click", () => together({ act: "accept" }));
at("election").addEventListener("change", () => act({ act: "set", field: "election", value: at("election").value, ids: state.items.map((item) => item.id) }));
at("stated").addEventListener("click", () => act({ act: "accept_stated" }));
at("undo").addEventListener("click", () => act({ act: "undo" }));
at("show-diff").addEventListener("click", saving);

const KEYS = {
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  a: () => current !== null && by(current).predicate && settle(current, "accept"),
  r: () => current !== null && by(current).predicate && settle(current, "reject"),
  e: () => current !== null && edit(current),
  u: () => act({ act: "undo" }),
  s: () => saving(),
  S: () => act({ act: "accept_stated" }),
  q: () => at("queue").querySelector("button")?.focus(),
  d: () => at("document").focus(),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName)) return;
  const key = KEYS[event.key];
  if (!key) return;
  event.preventDefault();
  key();
});

(async () => {
  state = await (await fetch("state.json")).json();
  at("about").textContent = [state.title, state.publisher, state.published, ...state.remarks].filter(Boolean).join(" · ");
  at("election").replaceChildren(made("option", { value: "", text: "-" }), ...Object.entries(state.elections).map(([id, name]) => made("option", { value: id, text: name })));
  at("election").value = state.election;
  for (const [id, name] of Object.entries(state.elections)) at("choices").append(made("option", { value: id, text: name }));
  draw();
})();
