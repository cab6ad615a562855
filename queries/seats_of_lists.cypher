// Question: Where do these lists hold seats, and at which place by seats?
// Group: seats
// Parameter: lists (list of text) ids of lists
// Parameter: election (text)
// Column: list, name, province (text)
// Column: seats (number), reserved_for, standing, fact (text), disputed (true or false)
// Column: ahead (lists with more seats there), tied (list of ids with as many), rank_disputed (ranks that sources dispute)
UNWIND $lists AS list
MATCH (l:Entity {id: list})-[r:HOLDS_SEATS]->(p:Province)
WHERE r.election = $election
MATCH (o:Entity)-[q:HOLDS_SEATS]->(p)
WHERE q.election = $election AND q.seats >= r.seats
WITH list, l, r, p, sum(CASE WHEN q.seats > r.seats THEN 1 ELSE 0 END) AS ahead,
     collect(CASE WHEN q.seats = r.seats AND o.id <> list THEN o.id END) AS tied
OPTIONAL MATCH (l)-[k:RANKED]->(p)
WHERE k.election = $election AND k.disputed
RETURN list, l.name AS name, p.id AS province, r.seats AS seats, r.reserved_for AS reserved_for,
       r.standing AS standing, r.id AS fact, r.disputed AS disputed, ahead, tied, count(k) AS rank_disputed
ORDER BY list, province, fact
