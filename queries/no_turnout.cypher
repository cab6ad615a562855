// Question: For which provinces that voted is no turnout known?
// Group: coverage
// Parameter: election (election) = latest, the election asked about
// Column: province (id) the province
// Column: name (text) its name
MATCH (p:Province)-[v:VOTED_IN]->(:Entity {id: $election})
WHERE v.turnout IS NULL
RETURN p.id AS province, p.name AS name
ORDER BY province
