// Question: In which councils, not in constituencies of a house, do two lists have a majority together?
// Group: influence
// Parameter: first (list), a list
// Parameter: second (list), another list
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: province (id) the council's province; both lists won seats there
// Column: province_name (text) its name
// Column: first_seats (seats) seats of the first list
// Column: second_seats (seats) seats of the second list
// Column: together (seats) their sum
// Column: council_size (seats) seats of the whole council, reserved ones included
// Column: majority (seats) seats that a majority needs
// Column: size_standing (text) the standing of the council's size; inferred: worked out from the seats
// Column: first_fact (id) the fact of the first list's seats
// Column: second_fact (id) the fact of the second list's seats
MATCH (a:Entity {id: $first})-[r:HOLDS_SEATS]->(p:Province)-[v:VOTED_IN]->(e:Entity {id: $election})
WHERE r.election = $election AND NOT (e)-[:ELECTS]->(:Body)
MATCH (b:Entity {id: $second})-[q:HOLDS_SEATS]->(p)
WHERE q.election = $election AND a.id <> b.id AND 2 * (r.seats + q.seats) > v.council_size
RETURN p.id AS province, p.name AS province_name, r.seats AS first_seats, q.seats AS second_seats,
       r.seats + q.seats AS together, v.council_size AS council_size, v.council_size / 2 + 1 AS majority,
       v.size_standing AS size_standing, r.id AS first_fact, q.id AS second_fact
ORDER BY province, first_fact, second_fact
