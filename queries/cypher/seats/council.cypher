// Question: Who holds the seats of these councils?
// Group: seats
// Parameter: province (provinces), the councils' provinces
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: id (id) a list with seats
// Column: name (text) its name
// Column: kind (text) party, alliance or figure
// Column: seats (seats) its seats; where sources dispute them the smallest number
// Column: most (seats) the largest number that stands; as many as seats where nothing is disputed
// Column: reserved_for (text) the component that the seats are reserved for; empty where none is stated
// Column: standing (text) the standing of the seats
// Column: fact (id) the fact of the seats
// Column: disputed (flag) whether sources dispute the number
// Column: province (id) the council's province
UNWIND $province AS province
MATCH (l:Entity)-[r:HOLDS_SEATS]->(p:Entity {id: province})
WHERE r.election = $election
RETURN l.id AS id, l.name AS name, l.kind AS kind, r.seats AS seats, r.most AS most,
       r.reserved_for AS reserved_for, r.standing AS standing, r.id AS fact, r.disputed AS disputed,
       province
ORDER BY province, seats DESC, most DESC, id
