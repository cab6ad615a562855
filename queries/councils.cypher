// Question: Which provinces voted in an election, how large are their councils, and what is accounted for?
// Group: coverage
// Parameter: election (text)
// Column: id, name (text) the province
// Column: council_size, accounted (seats)
// Column: size_standing, accounted_standing (text) the weakest standing each rests on
// Column: no_vote (text) the fact that it held no vote, where a source says so
MATCH (p:Province)
OPTIONAL MATCH (p)-[v:VOTED_IN]->(e:Entity {id: $election})
OPTIONAL MATCH (p)-[n:HELD_NO_VOTE]->(f:Entity {id: $election})
RETURN p.id AS id, p.name AS name, v.council_size AS council_size, v.size_standing AS size_standing,
       v.accounted AS accounted, v.accounted_standing AS accounted_standing, n.id AS no_vote
ORDER BY id
