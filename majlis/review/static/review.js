"use strict";
// The page of a review: the server makes what it shows, every text of a document escaped; this sends acts and walks the claims.
const at = (id) => document.getElementById(id);
const claims = () => [...at("claims").children];
const chosen = () => at(`claim-${current}`);
let current = ""; // the id of a claim

const tell = (text, wrong = false) => Object.assign(at("status"), { textContent: text, className: wrong ? "wrong" : "" });

// What the server says to a request, at the address's own language: null where it refuses, which is told.
async function ask(path, body) {
  const asked = new URLSearchParams(location.search);
  asked.set("at", current);
  const said = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
  const answer = await fetch(`${path}?${asked}`, said);
  const told = answer.headers.get("content-type").startsWith("application/json") ? await answer.json() : { error: await answer.text() };
  if (told.error) tell(told.error, true);
  return told.error ? null : told;
}

// Show what the server says: each part stands where it is for, and what was scrolled stays there.
async function show(path, body) {
  const told = await ask(path, body);
  if (!told) return false;
  const kept = [at("document"), at("side")].map((part) => [part, part.scrollTop]), block = at("block").value;
  for (const part of new DOMParser().parseFromString(told.html, "text/html").querySelectorAll("[data-for]")) at(part.dataset.for).replaceChildren(...part.childNodes);
  for (const [part, top] of kept) part.scrollTop = top;
  if (block) at("block").value = block;
  at("undo").disabled = told.undo === 0;
  tell(told.status);
  mark();
  return true;
}

const act = (body) => show("act", body);
const marked = () => document.querySelector(`mark[data-id="${current}"]`);

function mark() {
  for (const row of claims()) row.setAttribute("aria-current", String(row === chosen()));
  document.querySelector("mark.current")?.classList.remove("current");
  marked()?.classList.add("current");
}

// Choose a claim; where its line is not among those shown the server shows those around it.
async function choose(id) {
  current = id;
  if (!marked()) await show("state.json");
  mark();
  for (const part of [chosen(), marked()]) part?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const ids = claims().map((row) => row.dataset.id), place = ids.indexOf(current);
  if (ids.length) choose(ids[current ? Math.min(Math.max(place + by, 0), ids.length - 1) : by > 0 ? 0 : ids.length - 1]);
}

// Open a dialog; `then` is done where it is closed by the button of this value.
function opens(dialog, value, then) {
  dialog.returnValue = "";
  dialog.onclose = () => dialog.returnValue === value && then();
  dialog.showModal();
}

function edit(row) {
  const fields = [...at("editor").querySelectorAll("[name]")];
  choose(row.dataset.id);
  for (const field of fields) field.value = row.dataset[field.name] || (field.name === "predicate" ? "holds_seats" : "");
  opens(at("editor"), "keep", () => act({ act: "edit", id: Number(row.dataset.id), ...Object.fromEntries(fields.map(({ name, value }) => [name, value])) }));
}

async function saving() {
  const told = await ask("diff", {});
  if (!told) return;
  at("diff").textContent = told.diff || at("diff").dataset.nothing;
  at("save").disabled = !told.diff;
  opens(at("saving"), "save", () => show("save", {}));
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-act]"), row = target.closest("[data-id]");
  if (button && (await act(JSON.parse(button.dataset.act))) && row) {
    current = row.dataset.id;
    step(1);
  } else if (!button && row) (target.closest(".edit") ? edit(row) : choose(row.dataset.id));
});
document.addEventListener("change", ({ target }) => { if (target.dataset.header) act({ act: "columns", role: target.value, header: target.dataset.header }); });

const together = (body) => act({ ...body, block: Number(at("block").value) });
at("together").addEventListener("submit", (event) => {
  event.preventDefault();
  together({ act: "set", field: at("field").value, value: at("value").value });
});
at("accept-block").addEventListener("click", () => together({ act: "accept" }));
at("election").addEventListener("change", () => act({ act: "set", field: "election", value: at("election").value, ids: "all" }));
at("show-diff").addEventListener("click", saving);

const KEYS = {
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  a: () => chosen()?.querySelector(".accept")?.click(), r: () => chosen()?.querySelector(".reject")?.click(), e: () => chosen() && edit(chosen()),
  u: () => at("undo").click(), s: saving, S: () => at("stated").click(), q: () => at("queue").querySelector("button")?.focus(), d: () => at("document").focus(),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input, select, textarea") || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});
show("state.json");
