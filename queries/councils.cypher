// Question: Which provinces of its time voted in an election, how large are their councils, and which held no vote?
// Group: coverage
// Parameter: election (election) = latest, the election asked about
// Column: id (id) the province
// Column: name (text) its name
// Column: council_size (seats) seats of the council; empty where it is not known
// Column: size_standing (text) the weakest standing that the size rests on
// Column: accounted (seats) seats whose list is known; empty where the province did not vote
// Column: accounted_standing (text) the weakest standing that these rest on
// Column: no_vote (id) the fact that it held no vote, where a source says so
MATCH (at:Entity {id: $election})
MATCH (p:Province)
WHERE (p.founded IS NULL OR p.founded <= at.date) AND (p.dissolved IS NULL OR p.dissolved > at.date)
OPTIONAL MATCH (p)-[v:VOTED_IN]->(e:Entity {id: $election})
OPTIONAL MATCH (p)-[n:HELD_NO_VOTE]->(f:Entity {id: $election})
RETURN p.id AS id, p.name AS name, v.council_size AS council_size, v.size_standing AS size_standing,
       v.accounted AS accounted, v.accounted_standing AS accounted_standing, n.id AS no_vote
ORDER BY id
