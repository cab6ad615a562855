// Question: Which of these lists are known to have stood, and where?
// Group: seats
// Parameter: lists (entities), parties, alliances or figures
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: list (id) one of these
// Column: province (id) a province where it stood
// Column: fact (id) the fact
UNWIND $lists AS list
MATCH (l:Entity {id: list})-[r:STOOD_IN]->(p:Province)
WHERE r.election IN $election
RETURN r.election AS election, list, p.id AS province, r.id AS fact
ORDER BY election, list, province, fact
