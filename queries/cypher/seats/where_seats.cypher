// Question: Where did somebody win seats, on a list of their own, a list they led or a list they joined?
// Group: seats
// Parameter: who (list), a figure, party or alliance
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: province (id) a province where such a list won seats; one that is missing here is no zero
// Column: province_name (text) its name
// Column: list (id) the list that won them
// Column: list_name (text) its name
// Column: relation (text) own, led or shared; shared: joined or was expected to join it, so the part is not known
// Column: seats (seats) all seats of that list there; where sources dispute them the smallest number
// Column: most (seats) the largest number that stands; as many as seats where nothing is disputed
// Column: council_size (seats) seats of the whole council; empty where it is not known
// Column: reserved_for (text) the component that the seats are reserved for; empty where none is stated
// Column: standing (text) the standing of the seats
// Column: disputed (flag) whether sources dispute the number
// Column: fact (id) the fact of the seats
MATCH (e:Entity {id: $election})
WITH coalesce($as_of, e.date) AS day
MATCH p = (x:Entity {id: $who})-[:LEADS|MEMBER_OF|EXPECTED_IN*0..6]->(l:Entity)
WHERE none(n IN nodes(p) WHERE n.kind = 'bloc')
  AND all(r IN relationships(p) WHERE coalesce(r.election, $election) = $election
    AND left(coalesce(r.since, ''), size(day)) <= day
    AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day))))
WITH l, min(CASE WHEN length(p) = 0 THEN 0
                 WHEN all(r IN relationships(p) WHERE type(r) = 'LEADS') THEN 1
                 ELSE 2 END) AS distance
MATCH (l)-[s:HOLDS_SEATS]->(c:Province)
WHERE s.election = $election
MATCH (c)-[v:VOTED_IN]->(:Entity {id: $election})
RETURN c.id AS province, c.name AS province_name, l.id AS list, l.name AS list_name,
       CASE distance WHEN 0 THEN 'own' WHEN 1 THEN 'led' ELSE 'shared' END AS relation,
       s.seats AS seats, s.most AS most, v.council_size AS council_size, s.reserved_for AS reserved_for,
       s.standing AS standing, s.disputed AS disputed, s.id AS fact
ORDER BY distance, seats DESC, province, list, fact
