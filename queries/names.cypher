// Question: Under which names is each entity known?
// Group: graph
// Column: id, kind, name, name_local (text)
// Column: aliases (list of text) names that hold everywhere
// Column: local_aliases (list of text) names that hold in one council, as "province: name"
MATCH (e:Entity)
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.name_local AS name_local, e.aliases AS aliases,
       e.local_aliases AS local_aliases
ORDER BY id
