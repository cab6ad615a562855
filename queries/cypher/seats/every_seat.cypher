// Question: How many seats did each list win in each election, province by province and as stated in all?
// Group: seats
// Column: election (id) the election
// Column: list (id) the list
// Column: province (id) the province; empty where the seats are those stated in all
// Column: seats (seats) the seats; a disputed number counts with its minimum. Never add those stated in all to others
MATCH (l:Entity)-[r:HOLDS_SEATS|WON_IN_ALL]->(x:Entity)
RETURN r.election AS election, l.id AS list, CASE WHEN x.kind = 'province' THEN x.id END AS province, r.seats AS seats
ORDER BY election, list, province
