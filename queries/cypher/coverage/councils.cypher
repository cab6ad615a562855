// Question: Which provinces voted in an election, how many seats has each there, and which of its time held no vote?
// Group: coverage
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: id (id) a province: of the councils of its time, or a constituency of the body that the election fills
// Column: name (text) its name
// Column: council_size (seats) seats of its council or constituency; empty where it is not known
// Column: size_standing (text) the weakest standing that the size rests on
// Column: accounted (seats) seats whose list is known; empty where the province did not vote
// Column: accounted_standing (text) the weakest standing that these rest on
// Column: no_vote (id) the fact that it held no vote, where a source says so
MATCH (e:Entity {id: $election})
OPTIONAL MATCH (e)-[:ELECTS]->(b:Body)
OPTIONAL MATCH (e)<-[:VOTED_IN|HELD_NO_VOTE]-(q:Province)
WITH e, b, q.id AS id, q.country AS country
ORDER BY id
WITH e, b, collect(id) AS own, collect(DISTINCT country) AS countries
OPTIONAL MATCH (f:Election)
WHERE b IS NULL AND NOT (f)-[:ELECTS]->(:Body)
  AND EXISTS { MATCH (f)<-[:VOTED_IN|HELD_NO_VOTE]-(q:Province) WHERE q.id IN own }
WITH e, b, own, countries, collect(f.id) AS votes
MATCH (p:Province)
WHERE p.id IN own OR (b IS NULL
  AND (p.founded IS NULL OR p.founded <= e.date) AND (p.dissolved IS NULL OR p.dissolved > e.date)
  AND (size(own) = 0
    OR (NOT (p)-[:VOTED_IN|HELD_NO_VOTE]->(:Election) AND (p.country IN countries OR size(countries) = 0))
    OR EXISTS { MATCH (p)-[:VOTED_IN|HELD_NO_VOTE]->(f:Election) WHERE f.id IN votes }))
OPTIONAL MATCH (p)-[v:VOTED_IN]->(e)
OPTIONAL MATCH (p)-[n:HELD_NO_VOTE]->(e)
RETURN p.id AS id, p.name AS name, v.council_size AS council_size, v.size_standing AS size_standing,
       v.accounted AS accounted, v.accounted_standing AS accounted_standing, n.id AS no_vote
ORDER BY id
