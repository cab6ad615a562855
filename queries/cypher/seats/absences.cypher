// Question: Who boycotted an election, was barred from it or did not stand, of these?
// Group: seats
// Parameter: ids (entities), figures, parties or alliances
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: id (id) one of these
// Column: name (text) its name
// Column: type (text) BOYCOTTED, BARRED or DID_NOT_STAND
// Column: province (id) the province, where it holds there only
// Column: fact (id) the fact
// Column: standing (text) its standing
UNWIND $ids AS id
MATCH (x:Entity {id: id})-[r:BOYCOTTED|BARRED|DID_NOT_STAND]->(e:Entity {id: $election})
RETURN id, x.name AS name, type(r) AS type, r.province AS province, r.id AS fact, r.standing AS standing
ORDER BY id, fact
