// Question: In which provinces did a list win seats at each election, and which part of the council or constituency?
// Group: seats
// Parameter: list (list), a list; it is the same list only by its id, a list of its name may be another
// Column: election (id) an election
// Column: date (date) the day of the vote
// Column: province (id) a province where it is known to have won seats; one that is missing here is no zero
// Column: name (text) the name of the province
// Column: seats (seats) its seats there; where sources dispute them the smallest number
// Column: most (seats) the largest number that stands; as many as seats where nothing is disputed
// Column: size (seats) all seats of the council or constituency; empty where they are not known
// Column: share (share) its part of them, by the smallest number
// Column: disputed (flag) whether sources dispute the number
// Column: fact (id) the fact of the seats
MATCH (l:Entity {id: $list})-[r:HOLDS_SEATS]->(p:Province)
WITH r, p, r.election AS election
MATCH (e:Entity {id: election})
OPTIONAL MATCH (p)-[v:VOTED_IN]->(e)
WITH r, p, e, v.council_size AS size, r.seats AS seats
RETURN e.id AS election, e.date AS date, p.id AS province, p.name AS name, seats, r.most AS most, size,
       CASE WHEN size > 0 THEN 1.0 * seats / size END AS share, r.disputed AS disputed, r.id AS fact
ORDER BY date DESC, election, seats DESC, province, fact
