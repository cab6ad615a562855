// Question: Which of these lists are known to have stood, and where?
// Group: seats
// Parameter: lists (entities), parties, alliances or figures
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: list (id) one of these
// Column: province (id) a province where it stood
// Column: fact (id) the fact
UNWIND $lists AS list
MATCH (l:Entity {id: list})-[r:STOOD_IN]->(p:Province)
WHERE r.election = $election
RETURN list, p.id AS province, r.id AS fact
ORDER BY list, province, fact
