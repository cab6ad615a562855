// Question: Which seats are reserved, for whom, and who holds them?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: province (id) a province whose council has reserved seats
// Column: province_name (text) its name
// Column: reserved_seats (seats) reserved seats of the council, where a source states them
// Column: holder (id) the list that holds a reserved seat; empty where no source read here names one
// Column: holder_name (text) its name
// Column: seats (seats) all its seats in that council, the reserved ones among them
// Column: reserved_for (text) the component that these are reserved for
// Column: standing (text) the standing of the seats
// Column: fact (id) the fact of the seats
MATCH (p:Province)-[v:VOTED_IN]->(:Entity {id: $election})
OPTIONAL MATCH (l:Entity)-[r:HOLDS_SEATS]->(p)
WHERE r.election = $election AND r.reserved_for IS NOT NULL
WITH p, v, l, r
WHERE v.reserved_seats IS NOT NULL OR r.id IS NOT NULL
RETURN p.id AS province, p.name AS province_name, v.reserved_seats AS reserved_seats, l.id AS holder,
       l.name AS holder_name, r.seats AS seats, r.reserved_for AS reserved_for, r.standing AS standing, r.id AS fact
ORDER BY province, holder, fact
