// Question: Who holds the seats of a council?
// Group: seats
// Parameter: province (text)
// Parameter: election (text)
// Column: id, name, kind (text) the list
// Column: seats (number), reserved_for, standing, fact (text), disputed (true or false)
MATCH (l:Entity)-[r:HOLDS_SEATS]->(p:Entity {id: $province})
WHERE r.election = $election
RETURN l.id AS id, l.name AS name, l.kind AS kind, r.seats AS seats, r.reserved_for AS reserved_for,
       r.standing AS standing, r.id AS fact, r.disputed AS disputed
ORDER BY seats DESC, id
