// Question: Which lists won seats although no source says who led them at the election?
// Group: affiliation
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: list (id) the list; a figure that stood alone needs no leader and is left out
// Column: name (text) its name
// Column: kind (text) party or alliance
// Column: seats (seats) its seats in all councils
// Column: councils (number) councils in which it won any
MATCH (p:Province)-[:VOTED_IN]->(e:Entity {id: $election})
WITH p, coalesce($as_of, e.date) AS day
MATCH (l:Entity)-[s:HOLDS_SEATS]->(p)
WHERE s.election = $election AND l.kind <> 'figure'
WITH day, l, toInteger(coalesce(sum(s.seats), 0)) AS seats, count(DISTINCT p.id) AS councils
OPTIONAL MATCH (:Entity)-[r:LEADS]->(l)
WHERE coalesce(r.election, $election) = $election
  AND left(coalesce(r.since, ''), size(day)) <= day
  AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day)))
WITH l, seats, councils, count(r.id) AS leaders
WHERE leaders = 0
RETURN l.id AS list, l.name AS name, l.kind AS kind, seats, councils
ORDER BY seats DESC, list
