// Question: Which list has most seats of each province, in its council or a house, and which lists are level with it?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: province (id) the province of the council or constituency
// Column: province_name (text) its name
// Column: list (id) a list that no other list there surely exceeds
// Column: list_name (text) its name
// Column: seats (seats) its seats; where sources dispute them the smallest number
// Column: most (seats) the largest number that stands; as many as seats where nothing is disputed
// Column: tied (flag) whether another list has as many, or may have as many or more where numbers are disputed
// Column: missing (seats) seats of the council or constituency that are not accounted for; empty where its size is not known
MATCH (p:Province)-[v:VOTED_IN]->(:Entity {id: $election})
MATCH (o:Entity)-[q:HOLDS_SEATS]->(p)
WHERE q.election = $election
WITH p, v, max(q.seats) AS least
MATCH (m:Entity)-[k:HOLDS_SEATS]->(p)
WHERE k.election = $election AND k.most >= least
WITH p, v, least, count(k) AS level
MATCH (l:Entity)-[r:HOLDS_SEATS]->(p)
WHERE r.election = $election AND r.most >= least
RETURN p.id AS province, p.name AS province_name, l.id AS list, l.name AS list_name, r.seats AS seats,
       r.most AS most, level > 1 AS tied, v.council_size - v.accounted AS missing
ORDER BY province, list
