// Question: Which two lists won seats in the same provinces most often?
// Group: influence
// Parameter: minimum (number) = 2, provinces in which they must meet at least
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: first (id) a list
// Column: first_name (text) its name
// Column: second (id) another list
// Column: second_name (text) its name
// Column: councils (number) councils, or constituencies of a house, in which both won seats
MATCH (p:Province)-[:VOTED_IN]->(:Entity {id: $election})
MATCH (a:Entity)-[r:HOLDS_SEATS]->(p)
WHERE r.election = $election
MATCH (b:Entity)-[q:HOLDS_SEATS]->(p)
WHERE q.election = $election AND a.id < b.id
WITH a, b, count(DISTINCT p.id) AS councils
WHERE councils >= $minimum
RETURN a.id AS first, a.name AS first_name, b.id AS second, b.name AS second_name, councils
ORDER BY councils DESC, first, second
