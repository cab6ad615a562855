// Question: Who boycotted an election, was barred from it or did not stand, of these?
// Group: seats
// Parameter: ids (entities), figures, parties or alliances
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: id (id) one of these
// Column: name (text) its name
// Column: type (text) BOYCOTTED, BARRED or DID_NOT_STAND
// Column: province (id) the province, where it holds there only
// Column: fact (id) the fact
// Column: standing (text) its standing
UNWIND $ids AS id
MATCH (x:Entity {id: id})-[r:BOYCOTTED|BARRED|DID_NOT_STAND]->(e:Election)
WHERE e.id IN $election
RETURN e.id AS election, id, x.name AS name, type(r) AS type, r.province AS province, r.id AS fact, r.standing AS standing
ORDER BY election, id, fact
