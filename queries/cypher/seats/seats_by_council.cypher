// Question: Which lists hold how many seats, council by council?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: province (id) the council's province
// Column: list (id) a list with seats in it
// Column: name (text) the list's name
// Column: seats (seats) its seats; a disputed number counts with its minimum
// Column: fact (id) the fact that it holds them
// Column: disputed (flag) whether sources dispute the number
MATCH (p:Province)-[:VOTED_IN]->(:Entity {id: $election})
MATCH (l:Entity)-[r:HOLDS_SEATS]->(p)
WHERE r.election = $election
RETURN p.id AS province, l.id AS list, l.name AS name, r.seats AS seats, r.id AS fact, r.disputed AS disputed
ORDER BY province, seats DESC, list
