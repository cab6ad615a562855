// Question: How many seats did the lists of each bloc win, each list counted once?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: bloc (id) a bloc that lists were placed in by the day of the vote
// Column: name (text) its name
// Column: lists (number) its lists that won seats
// Column: seats (seats) their seats; a disputed number counts with its minimum
// Column: councils (number) councils in which they won any
MATCH (e:Entity {id: $election})
WITH coalesce($as_of, e.date) AS day
MATCH (l:Entity)-[m:MEMBER_OF]->(b:Bloc)
WHERE coalesce(m.election, $election) = $election
  AND left(coalesce(m.since, ''), size(day)) <= day
  AND coalesce(m.until, day) >= left(day, size(coalesce(m.until, day)))
WITH DISTINCT b, l
MATCH (l)-[r:HOLDS_SEATS]->(p:Province)
WHERE r.election = $election
RETURN b.id AS bloc, b.name AS name, count(DISTINCT l.id) AS lists, toInteger(coalesce(sum(r.seats), 0)) AS seats,
       count(DISTINCT p.id) AS councils
ORDER BY seats DESC, bloc
