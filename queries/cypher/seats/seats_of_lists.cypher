// Question: Where do these lists hold seats, and at which place by seats?
// Group: seats
// Parameter: lists (entities), parties, alliances or figures that stood
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: list (id) one of these
// Column: name (text) its name
// Column: province (id) a province where it holds seats
// Column: seats (seats) its seats there; where sources dispute them the smallest number
// Column: most (seats) the largest number that stands; as many as seats where nothing is disputed
// Column: reserved_for (text) the component that the seats are reserved for; empty where none is stated
// Column: standing (text) the standing of the seats
// Column: fact (id) the fact of the seats
// Column: disputed (flag) whether sources dispute the number
// Column: ahead (number) lists with surely more seats there than its largest number
// Column: perhaps_ahead (number) lists with possibly more than its smallest number
// Column: tied (ids) lists with as many; none where its own number or theirs is disputed
UNWIND $lists AS list
MATCH (l:Entity {id: list})-[r:HOLDS_SEATS]->(p:Province)
WHERE r.election IN $election
MATCH (o:Entity)-[q:HOLDS_SEATS]->(p)
WHERE q.election = r.election AND q.most >= r.seats
WITH list, l, r, p, o.id AS other, q.seats AS least, q.most AS theirs
ORDER BY other
RETURN r.election AS election, list, l.name AS name, p.id AS province, r.seats AS seats, r.most AS most, r.reserved_for AS reserved_for,
       r.standing AS standing, r.id AS fact, r.disputed AS disputed,
       count(CASE WHEN other <> list AND least > r.most THEN 1 END) AS ahead,
       count(CASE WHEN other <> list AND theirs > r.seats THEN 1 END) AS perhaps_ahead,
       collect(CASE WHEN other <> list AND least = r.most AND theirs = r.seats THEN other END) AS tied
ORDER BY election, list, province, fact
