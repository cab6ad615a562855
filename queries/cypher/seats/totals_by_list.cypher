// Question: How many seats did each list win in the whole election, and in how many councils?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: list (id) the list
// Column: name (text) its name
// Column: kind (text) party, alliance or figure
// Column: seats (seats) its seats in all councils; a disputed number counts with its minimum
// Column: councils (number) councils in which it won any
// Column: disputed (number) councils where its number is disputed
MATCH (p:Province)-[:VOTED_IN]->(:Entity {id: $election})
MATCH (l:Entity)-[r:HOLDS_SEATS]->(p)
WHERE r.election = $election
RETURN l.id AS list, l.name AS name, l.kind AS kind, toInteger(coalesce(sum(r.seats), 0)) AS seats,
       count(DISTINCT p.id) AS councils, count(CASE WHEN r.disputed THEN r.id END) AS disputed
ORDER BY seats DESC, list
