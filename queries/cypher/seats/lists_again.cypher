// Question: Which lists took part in several elections, and how many seats did they win at each?
// Group: seats
// Parameter: least (number) = 2, in how many elections at least
// Column: list (id) a list; it is the same list only by its id, a list of its name may be another
// Column: name (text) its name
// Column: elections (number) in how many elections it is known to have taken part
// Column: election (id) one of these
// Column: date (date) the day of the vote
// Column: stated (seats) the seats that are stated for it in all; empty where no source does. Never add it to placed
// Column: placed (seats) its seats whose province is known; a disputed number counts with its minimum; empty where none is
// Column: provinces (number) provinces in which it is known to have won any
MATCH (x:Entity)-[k:HOLDS_SEATS|WON_IN_ALL|STOOD_IN|RANKED]->(:Entity)
WITH x.id AS list, count(DISTINCT k.election) AS elections
WHERE elections >= $least
MATCH (l:Entity {id: list})-[r:HOLDS_SEATS|WON_IN_ALL|STOOD_IN|RANKED]->(:Entity)
WITH l, elections, r.election AS election, max(CASE WHEN type(r) = 'WON_IN_ALL' THEN r.seats END) AS stated,
     toInteger(coalesce(sum(CASE WHEN type(r) = 'HOLDS_SEATS' THEN r.seats END), 0)) AS placed,
     count(CASE WHEN type(r) = 'HOLDS_SEATS' THEN r.id END) AS provinces
MATCH (e:Entity {id: election})
RETURN l.id AS list, l.name AS name, elections, e.id AS election, e.date AS date, stated,
       CASE WHEN provinces > 0 THEN placed END AS placed, provinces
ORDER BY elections DESC, list, date DESC, election
