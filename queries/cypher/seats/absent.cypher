// Question: Who boycotted an election, was barred from it, or did not stand?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: id (id) a figure, party or alliance
// Column: name (text) its name
// Column: kind (text) figure, party or alliance
// Column: type (text) BOYCOTTED, BARRED or DID_NOT_STAND
// Column: province (id) the province, where it holds there only
// Column: province_name (text) its name
// Column: standing (text) the standing of the fact
// Column: fact (id) the fact
MATCH (x:Entity)-[r:BOYCOTTED|BARRED|DID_NOT_STAND]->(e:Entity {id: $election})
OPTIONAL MATCH (p:Entity)
WHERE p.id = r.province
RETURN x.id AS id, x.name AS name, x.kind AS kind, type(r) AS type, r.province AS province, p.name AS province_name,
       r.standing AS standing, r.id AS fact
ORDER BY type, id, fact
