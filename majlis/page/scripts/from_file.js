// Where the parts of the data and the address of what is shown are kept in a file: compressed in it, and after the "#".

// The parts that the page opens with stand before this script; of the others each is whole once all of the file is read.
const early = new Set(Array.from(document.scripts, ({ id }) => id));

async function fetchedPart(name) {
  if (!early.has(`part-${name}`)) await read;
  const text = byId(`part-${name}`).textContent, bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

const addressHere = () => location.hash.slice(1);
const addressFor = (text) => (text ? `#${text}` : location.pathname + location.search);

// What these data cannot answer: where it can be asked, or what can be asked here.
function askElsewhere(text, command, unread) {
  const said = unread.length ? `${phrase("unread", { words: unread.join(words.comma) })} ` : "";
  byId("reading").textContent = said + (command ? phrase("ask.server", { command }) : words["ask.can"]);
}

// A file has all its parts.
const unloaded = (address, error) => { throw error; };
