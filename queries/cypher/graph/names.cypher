// Question: Under which names is each entity known?
// Group: graph
// Column: id (id) the entity
// Column: kind (text) figure, party, alliance, bloc, office, province or election
// Column: name (text) its name
// Column: name_local (text) its name in the country's language
// Column: capital (text) of a province: its capital
// Column: aliases (texts) names that hold everywhere
// Column: local_aliases (texts) names that hold in one council, as "province: name"
MATCH (e:Entity)
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.name_local AS name_local, e.capital AS capital, e.aliases AS aliases,
       e.local_aliases AS local_aliases
ORDER BY id
