// Question: Which lists does a source itself place in a bloc?
// Group: affiliation
// Parameter: id (text) the bloc's id
// Column: id, name, fact, since, until, standing (text)
MATCH (l:Entity)-[r:MEMBER_OF]->(b:Entity {id: $id})
RETURN l.id AS id, l.name AS name, r.id AS fact, coalesce(r.since, '') AS since,
       coalesce(r.until, '') AS until, r.standing AS standing
ORDER BY id, fact
