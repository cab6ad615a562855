// Question: How many seats did each list win by province, in how many councils, and how many are stated in all?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: list (id) the list
// Column: name (text) its name
// Column: kind (text) party, alliance or figure
// Column: seats (seats) its seats whose province is known; a disputed number counts with its minimum
// Column: councils (number) councils in which it won any
// Column: disputed (number) councils where its number is disputed
// Column: stated (seats) the seats that are stated for it in all; empty where no source does. Never add it to seats
MATCH (l:Entity)-[r:HOLDS_SEATS|WON_IN_ALL]->(x:Entity)
WHERE r.election = $election
WITH l, type(r) = 'WON_IN_ALL' AS whole, r
WITH l, count(CASE WHEN NOT whole THEN 1 END) AS councils,
     toInteger(coalesce(sum(CASE WHEN whole THEN 0 ELSE r.seats END), 0)) AS placed,
     count(CASE WHEN NOT whole AND r.disputed THEN 1 END) AS disputed,
     max(CASE WHEN whole THEN r.seats END) AS stated
RETURN l.id AS list, l.name AS name, l.kind AS kind, CASE WHEN councils > 0 THEN placed END AS seats, councils,
       disputed, stated
ORDER BY coalesce(stated, placed) DESC, list
