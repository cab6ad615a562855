// Question: What was the turnout in these provinces, and of what?
// Group: coverage
// Parameter: province (provinces), the provinces
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: turnout (percent) the turnout; empty where none is known
// Column: values (values) what sources of equal standing say, where they differ; else empty
// Column: basis (text) registered or eligible; empty where no source says of what
// Column: voters (people) who voted; empty where it is not known
// Column: province (id) the province
UNWIND $province AS asked
MATCH (p:Entity {id: asked})-[v:VOTED_IN]->(e:Entity {id: $election})
OPTIONAL MATCH (f:Fact)
WHERE f.predicate = 'turnout' AND f.subject = p.id AND f.election = $election AND f.disputed
WITH p, v, f
ORDER BY f.id
WITH p, v, head(collect(f.values)) AS values
RETURN v.turnout AS turnout, values, v.of AS basis, v.voters AS voters, p.id AS province
ORDER BY province
