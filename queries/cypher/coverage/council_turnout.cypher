// Question: What was the turnout in these provinces, and of what?
// Group: coverage
// Parameter: province (provinces), the provinces
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: turnout (percent) the turnout; empty where none is known
// Column: basis (text) registered or eligible; empty where no source says of what
// Column: voters (people) who voted; empty where it is not known
// Column: province (id) the province
UNWIND $province AS asked
MATCH (p:Entity {id: asked})-[v:VOTED_IN]->(e:Entity {id: $election})
RETURN v.turnout AS turnout, v.of AS basis, v.voters AS voters, p.id AS province
ORDER BY province
