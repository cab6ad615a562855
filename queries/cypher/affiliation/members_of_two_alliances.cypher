// Question: Who was a member of two alliances at once, on the day of an election?
// Group: affiliation
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: member (id) the party, alliance or figure
// Column: name (text) its name
// Column: kind (text) party, alliance or figure
// Column: first (id) one alliance; a bloc is no alliance
// Column: first_name (text) its name
// Column: second (id) the other alliance
// Column: second_name (text) its name
// Column: first_fact (id) the fact of the first membership
// Column: second_fact (id) the fact of the second membership
MATCH (e:Entity {id: $election})
WITH coalesce($as_of, e.date) AS day
MATCH (a:Alliance)<-[r:MEMBER_OF]-(m:Entity)-[q:MEMBER_OF]->(b:Alliance)
WHERE a.id < b.id
  AND coalesce(r.election, $election) = $election
  AND left(coalesce(r.since, ''), size(day)) <= day
  AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day)))
  AND coalesce(q.election, $election) = $election
  AND left(coalesce(q.since, ''), size(day)) <= day
  AND coalesce(q.until, day) >= left(day, size(coalesce(q.until, day)))
RETURN m.id AS member, m.name AS name, m.kind AS kind, a.id AS first, a.name AS first_name, b.id AS second,
       b.name AS second_name, r.id AS first_fact, q.id AS second_fact
ORDER BY member, first, second, first_fact, second_fact
