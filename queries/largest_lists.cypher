// Question: Which list is the largest in each council, and which lists are level with it?
// Group: seats
// Parameter: election (election) = latest, the election asked about
// Column: province (id) the council's province
// Column: province_name (text) its name
// Column: list (id) a list that no other list there exceeds
// Column: list_name (text) its name
// Column: seats (seats) its seats
// Column: tied (flag) whether another list has as many
// Column: missing (seats) seats of the council that are not accounted for; empty where its size is not known
MATCH (p:Province)-[v:VOTED_IN]->(:Entity {id: $election})
MATCH (o:Entity)-[q:HOLDS_SEATS]->(p)
WHERE q.election = $election
WITH p, v, max(q.seats) AS most
MATCH (m:Entity)-[k:HOLDS_SEATS]->(p)
WHERE k.election = $election AND k.seats = most
WITH p, v, most, count(k) AS level
MATCH (l:Entity)-[r:HOLDS_SEATS]->(p)
WHERE r.election = $election AND r.seats = most
RETURN p.id AS province, p.name AS province_name, l.id AS list, l.name AS list_name, r.seats AS seats,
       level > 1 AS tied, v.council_size - v.accounted AS missing
ORDER BY province, list
