// Question: Which provinces of its time voted in an election, how large are their councils, and which held no vote?
// Group: coverage
// Parameter: election (election) = latest, the election asked about
// Column: id (id) the province; left out where it is only known from elections that no province of this one was in
// Column: name (text) its name
// Column: council_size (seats) seats of the council; empty where it is not known
// Column: size_standing (text) the weakest standing that the size rests on
// Column: accounted (seats) seats whose list is known; empty where the province did not vote
// Column: accounted_standing (text) the weakest standing that these rest on
// Column: no_vote (id) the fact that it held no vote, where a source says so
MATCH (e:Entity {id: $election})
OPTIONAL MATCH (e)<-[:VOTED_IN|HELD_NO_VOTE]-(q:Province)
OPTIONAL MATCH (q)-[:VOTED_IN|HELD_NO_VOTE]->(f:Election)
WITH DISTINCT e, f
OPTIONAL MATCH (f)<-[:VOTED_IN|HELD_NO_VOTE]-(r:Province)
WITH DISTINCT e, r.id AS id
ORDER BY id
WITH e, collect(id) AS together
MATCH (p:Province)
WHERE (size(together) = 0 OR p.id IN together OR NOT (p)-[:VOTED_IN|HELD_NO_VOTE]->(:Election))
  AND (p.founded IS NULL OR p.founded <= e.date) AND (p.dissolved IS NULL OR p.dissolved > e.date)
OPTIONAL MATCH (p)-[v:VOTED_IN]->(e)
OPTIONAL MATCH (p)-[n:HELD_NO_VOTE]->(e)
RETURN p.id AS id, p.name AS name, v.council_size AS council_size, v.size_standing AS size_standing,
       v.accounted AS accounted, v.accounted_standing AS accounted_standing, n.id AS no_vote
ORDER BY id
