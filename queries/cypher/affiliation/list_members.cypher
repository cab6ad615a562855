// Question: What is a list made of?
// Group: affiliation
// Parameter: list (list), an alliance or party
// Parameter: as_of (date) = any, the day on which every tie must hold; any: whenever it held
// Column: member (id) a party, alliance or figure in it
// Column: name (text) its name
// Column: kind (text) party, alliance or figure
// Column: depth (number) 1: a member of the list itself, 2: a member of a member, and so on
// Column: into (id) what it is a member of
// Column: into_name (text) the name of that
// Column: since (date) when it joined; empty where no source says
// Column: until (date) when it left; empty where no source says
// Column: standing (text) the standing of the membership
// Column: fact (id) the fact of the membership
MATCH p = (m:Entity)-[:MEMBER_OF*1..6]->(l:Entity {id: $list})
WHERE $as_of IS NULL OR all(r IN relationships(p) WHERE left(coalesce(r.since, ''), size($as_of)) <= $as_of
    AND coalesce(r.until, $as_of) >= left($as_of, size(coalesce(r.until, $as_of))))
WITH m, nodes(p)[1] AS o, relationships(p)[0] AS r, min(length(p)) AS depth
RETURN m.id AS member, m.name AS name, m.kind AS kind, depth, o.id AS into, o.name AS into_name,
       coalesce(r.since, '') AS since, coalesce(r.until, '') AS until, r.standing AS standing, r.id AS fact
ORDER BY depth, member, fact
