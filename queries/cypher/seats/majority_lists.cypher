// Question: In which councils, not in constituencies of a house, does one list have a majority alone?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: province (id) the council's province
// Column: province_name (text) its name
// Column: list (id) the list with the majority
// Column: list_name (text) its name
// Column: seats (seats) its seats
// Column: council_size (seats) seats of the whole council, reserved ones included
// Column: majority (seats) seats that a majority needs
// Column: size_standing (text) the standing of the council's size; inferred: worked out from the seats
// Column: fact (id) the fact of the seats
MATCH (l:Entity)-[r:HOLDS_SEATS]->(p:Province)-[v:VOTED_IN]->(e:Entity {id: $election})
WHERE r.election = $election AND 2 * r.seats > v.council_size AND NOT (e)-[:ELECTS]->(:Body)
RETURN p.id AS province, p.name AS province_name, l.id AS list, l.name AS list_name, r.seats AS seats,
       v.council_size AS council_size, v.council_size / 2 + 1 AS majority, v.size_standing AS size_standing,
       r.id AS fact
ORDER BY province, list, fact
