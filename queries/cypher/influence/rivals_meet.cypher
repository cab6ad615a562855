// Question: In which councils do rivals meet, each with seats of lists that they lead?
// Group: influence
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: first (id) who is called a rival
// Column: first_name (text) the name
// Column: second (id) the rival
// Column: second_name (text) the name
// Column: province (id) the council's province
// Column: province_name (text) its name
// Column: first_seats (seats) seats there of the lists that the first is or leads
// Column: second_seats (seats) seats there of the lists that the second is or leads
// Column: fact (id) the fact of the rivalry
MATCH (e:Entity {id: $election})
WITH coalesce($as_of, e.date) AS day
MATCH (a:Entity)-[v:RIVAL_OF]->(b:Entity)
MATCH w = (a)-[:LEADS*0..6]->(l:Entity)
WHERE all(r IN relationships(w) WHERE coalesce(r.election, $election) = $election
    AND left(coalesce(r.since, ''), size(day)) <= day
    AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day))))
WITH DISTINCT day, a, v, b, l
MATCH (l)-[s:HOLDS_SEATS]->(p:Province)
WHERE s.election = $election
WITH day, a, v, b, p, toInteger(coalesce(sum(s.seats), 0)) AS first_seats
MATCH w = (b)-[:LEADS*0..6]->(m:Entity)
WHERE all(r IN relationships(w) WHERE coalesce(r.election, $election) = $election
    AND left(coalesce(r.since, ''), size(day)) <= day
    AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day))))
WITH DISTINCT a, v, b, p, first_seats, m
MATCH (m)-[q:HOLDS_SEATS]->(p)
WHERE q.election = $election
WITH a, v, b, p, first_seats, toInteger(coalesce(sum(q.seats), 0)) AS second_seats
RETURN a.id AS first, a.name AS first_name, b.id AS second, b.name AS second_name, p.id AS province,
       p.name AS province_name, first_seats, second_seats, v.id AS fact
ORDER BY first, second, province, fact
