// Question: For which provinces that voted is no one turnout known?
// Group: coverage
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: province (id) the province
// Column: name (text) its name
// Column: values (values) what sources of equal standing say, where they differ; empty where none says anything
MATCH (p:Province)-[v:VOTED_IN]->(:Entity {id: $election})
WHERE v.turnout IS NULL
OPTIONAL MATCH (f:Fact)
WHERE f.predicate = 'turnout' AND f.subject = p.id AND f.election = $election
RETURN p.id AS province, p.name AS name, f.values AS values
ORDER BY province
