// Question: Which of these entities boycotted an election or were barred from it?
// Group: seats
// Parameter: ids (list of text)
// Parameter: election (text)
// Column: id, name, type (BOYCOTTED or BARRED), province (where only there), fact, standing (text)
UNWIND $ids AS id
MATCH (x:Entity {id: id})-[r:BOYCOTTED|BARRED]->(e:Entity {id: $election})
RETURN id, x.name AS name, type(r) AS type, r.province AS province, r.id AS fact, r.standing AS standing
ORDER BY id, fact
