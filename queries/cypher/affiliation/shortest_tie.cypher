// Question: What is the shortest tie between two figures, and what is it made of?
// Group: affiliation
// Parameter: first (figure), the figure to begin with
// Parameter: second (figure), the figure to come to
// Column: steps (number) ties on the way; every way of this length has a row
// Column: through (texts) the names on the way, from the first figure to the second
// Column: through_ids (ids) their ids
// Column: through_kinds (texts) their kinds
// Column: types (texts) the ties in their order: LEADS or MEMBER_OF
// Column: subjects (ids) who leads or is the member in each tie
// Column: facts (ids) the facts of the ties
MATCH (a:Entity {id: $first})
MATCH (b:Entity {id: $second})
WITH a, b
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:LEADS|MEMBER_OF*1..12]-(b))
RETURN length(p) AS steps, [n IN nodes(p) | n.name] AS through, [n IN nodes(p) | n.id] AS through_ids,
       [n IN nodes(p) | n.kind] AS through_kinds, [r IN relationships(p) | type(r)] AS types,
       [r IN relationships(p) | startNode(r).id] AS subjects,
       [r IN relationships(p) | r.id] AS facts
ORDER BY steps, facts
