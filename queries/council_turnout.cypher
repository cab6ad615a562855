// Question: What was the turnout in a province, and of what?
// Group: coverage
// Parameter: province (text)
// Parameter: election (text)
// Column: turnout (percent), of (text), voters (number)
MATCH (p:Entity {id: $province})-[v:VOTED_IN]->(e:Entity {id: $election})
RETURN v.turnout AS turnout, v.of AS basis, v.voters AS voters
