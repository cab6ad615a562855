// Question: Which seats does each list have, at every election and in every place, in one table?
// Group: seats
// Column: election (id) the election
// Column: date (date) the day of the vote
// Column: province (id) the province; empty for seats that are stated in all, never to be added to those by province
// Column: province_name (text) its name
// Column: list (id) the list
// Column: list_name (text) its name
// Column: kind (text) party, alliance or figure
// Column: seats (seats) its seats; a disputed number is the smallest that stands
// Column: most (seats) the largest number that stands; as many as seats where nothing is disputed
// Column: reserved_for (text) the component that the seats are reserved for; empty where none is stated
// Column: standing (text) the standing of the fact
// Column: disputed (flag) whether sources dispute the number
// Column: fact (id) the fact
MATCH (l:Entity)-[r:HOLDS_SEATS|WON_IN_ALL]->(x:Entity)
MATCH (e:Election)
WHERE e.id = r.election
RETURN e.id AS election, e.date AS date, CASE WHEN type(r) = 'HOLDS_SEATS' THEN x.id END AS province,
       CASE WHEN type(r) = 'HOLDS_SEATS' THEN x.name END AS province_name, l.id AS list, l.name AS list_name, l.kind AS kind,
       r.seats AS seats, r.most AS most, r.reserved_for AS reserved_for, r.standing AS standing, r.disputed AS disputed,
       r.id AS fact
ORDER BY date, election, fact
