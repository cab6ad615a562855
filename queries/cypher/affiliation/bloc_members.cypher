// Question: Which lists does a source itself place in these blocs?
// Group: affiliation
// Parameter: id (blocs), blocs
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election that the tie is of; empty where it is of none
// Column: id (id) a list or party
// Column: name (text) its name
// Column: fact (id) the fact of its membership
// Column: since (date) when it joined; empty where no source says
// Column: until (date) when it left; empty where no source says
// Column: standing (text) the standing of the membership
// Column: bloc (id) the bloc
UNWIND $id AS bloc
MATCH (l:Entity)-[r:MEMBER_OF]->(b:Entity {id: bloc})
WHERE r.election IS NULL OR r.election IN $election
RETURN r.election AS election, l.id AS id, l.name AS name, r.id AS fact, coalesce(r.since, '') AS since,
       coalesce(r.until, '') AS until, r.standing AS standing, bloc
ORDER BY bloc, id, fact
