// Question: How many seats did the lists of each bloc win, each list counted once?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: bloc (id) a bloc that lists were placed in by the day of the vote
// Column: name (text) its name
// Column: lists (number) its lists that won seats
// Column: seats (seats) their seats whose province is known; a disputed number counts with its minimum
// Column: councils (number) councils in which they won any
// Column: stated (seats) the seats that are stated for them in all, where a source does. Never add it to seats
MATCH (e:Entity {id: $election})
WITH coalesce($as_of, e.date) AS day
MATCH (l:Entity)-[m:MEMBER_OF]->(b:Bloc)
WHERE coalesce(m.election, $election) = $election
  AND left(coalesce(m.since, ''), size(day)) <= day
  AND coalesce(m.until, day) >= left(day, size(coalesce(m.until, day)))
WITH DISTINCT b, l
MATCH (l)-[r:HOLDS_SEATS|WON_IN_ALL]->(x:Entity)
WHERE r.election = $election
WITH b, l, x, r, type(r) = 'WON_IN_ALL' AS whole
WITH b, count(DISTINCT l.id) AS lists, count(DISTINCT CASE WHEN NOT whole THEN x.id END) AS councils,
     toInteger(coalesce(sum(CASE WHEN whole THEN 0 ELSE r.seats END), 0)) AS placed,
     count(CASE WHEN whole THEN 1 END) AS told,
     toInteger(coalesce(sum(CASE WHEN whole THEN r.seats ELSE 0 END), 0)) AS in_all
RETURN b.id AS bloc, b.name AS name, lists, CASE WHEN councils > 0 THEN placed END AS seats, councils,
       CASE WHEN told > 0 THEN in_all END AS stated
ORDER BY placed DESC, bloc
