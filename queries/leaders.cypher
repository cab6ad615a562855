// Question: Who leads an entity?
// Group: affiliation
// Parameter: id (text) an entity's id
// Column: id, name, fact, since, until, standing (text)
MATCH (l:Entity)-[r:LEADS]->(x:Entity {id: $id})
RETURN l.id AS id, l.name AS name, r.id AS fact, coalesce(r.since, '') AS since,
       coalesce(r.until, '') AS until, r.standing AS standing
ORDER BY id, fact
