// Where the parts of the data and the address of what is shown are on a server: at addresses of their own, and in the path.

async function fetchedPart(name) {
  const answer = await fetch(`${settings.data}/${name}.json`);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.json();
}

// The page was asked for by a name in any spelling, or by a question; the server says which address that is.
const askedPath = location.pathname;
const pathHere = () => (location.pathname === askedPath ? settings.here.split("?")[0] : location.pathname);
const addressHere = () => (location.pathname === "/ask" ? settings.here : pathHere() + location.search).slice(1);
const addressFor = (text) => `/${text}`;

// Parts that do not come, for the server is gone or has other data now: the browser asks for the page itself.
const unloaded = (address) => { location.assign(address); return new Promise(() => {}); };

// What these data cannot answer, the server may.
const askElsewhere = (text) => location.assign(`/ask?${new URLSearchParams({ q: text, ...(language === settings.lang ? {} : { lang: language }) })}`);
