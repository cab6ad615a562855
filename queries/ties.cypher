// Question: Through which ties does an entity come to lists?
// Group: affiliation
// Parameter: id (text) an entity's id
// Column: id, name, kind (text) the entity at the end of the ties
// Column: through, kinds (lists of text) the entities on the way, from the first to the last, and their kinds
// Column: types, facts, sinces, untils, standings (lists of text) the ties, in their order; no date is ''
MATCH p = (x:Entity {id: $id})-[:LEADS|MEMBER_OF|EXPECTED_IN*1..6]->(y:Entity)
RETURN y.id AS id, y.name AS name, y.kind AS kind,
       [n IN nodes(p) | n.id] AS through, [n IN nodes(p) | n.kind] AS kinds,
       [r IN relationships(p) | type(r)] AS types, [r IN relationships(p) | r.id] AS facts,
       [r IN relationships(p) | coalesce(r.since, '')] AS sinces,
       [r IN relationships(p) | coalesce(r.until, '')] AS untils,
       [r IN relationships(p) | r.standing] AS standings, length(p) AS steps
ORDER BY steps, id, facts
