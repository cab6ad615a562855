// Question: What is the shortest way between two people, parties, lists, blocs or offices, by every tie of any kind?
// Group: affiliation
// Parameter: first (entity), the figure, party, list, bloc or office to begin with
// Parameter: second (entity), the one to come to
// Column: steps (number) ties on the way; every way of this length has a row, for each kind of ties on it; the embedded engine looks at 256 chains of single ties at most, `majlis path` at all
// Column: through (texts) the names on the way, from the first to the second
// Column: through_ids (ids) their ids
// Column: through_kinds (texts) their kinds
// Column: types (texts) the ties in their order: LEADS, MEMBER_OF, EXPECTED_IN, RIVAL_OF, SUPPORTED, HELD or ELECTED; an office that two held, or were elected to, ties them only where nothing else does
// Column: subjects (ids) who leads, is the member, held the office... in each tie
// Column: facts (ids) the facts of the ties; where a tie is known of several elections or times, one of its facts
// Column: ties (texts) each tie in its own direction: who, by which tie, to whom
MATCH (a:Entity {id: $first})
MATCH (b:Entity {id: $second})
WITH a, b
WHERE a.id <> b.id
OPTIONAL MATCH p = allShortestPaths((a)-[:LEADS|MEMBER_OF|EXPECTED_IN|RIVAL_OF|SUPPORTED*1..12]-(b))
OPTIONAL MATCH q = allShortestPaths((a)-[:LEADS|MEMBER_OF|EXPECTED_IN|RIVAL_OF|SUPPORTED|HELD|ELECTED*1..12]-(b))
WITH coalesce(p, q) AS w
WHERE w IS NOT NULL
WITH length(w) AS steps, [n IN nodes(w) | n.name] AS through, [n IN nodes(w) | n.id] AS through_ids,
     [n IN nodes(w) | n.kind] AS through_kinds, [r IN relationships(w) | type(r)] AS types,
     [r IN relationships(w) | startNode(r).id] AS subjects, [r IN relationships(w) | r.id] AS found,
     [r IN relationships(w) | startNode(r).name + ' ' + type(r) + ' ' + endNode(r).name] AS ties
ORDER BY found
WITH steps, through, through_ids, through_kinds, types, subjects, ties, head(collect(found)) AS facts
RETURN steps, through, through_ids, through_kinds, types, subjects, facts, ties
ORDER BY steps, facts
