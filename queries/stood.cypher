// Question: Which of these lists are known to have stood, and where?
// Group: seats
// Parameter: lists (list of text) ids of lists
// Parameter: election (text)
// Column: list, province, fact (text)
UNWIND $lists AS list
MATCH (l:Entity {id: list})-[r:STOOD_IN]->(p:Province)
WHERE r.election = $election
RETURN list, p.id AS province, r.id AS fact
ORDER BY list, province, fact
