// Question: Who belonged to these blocs, or was expected in them, at any time?
// Group: affiliation
// Parameter: id (blocs), blocs
// Column: id (id) one of these
// Column: type (text) MEMBER_OF or EXPECTED_IN
// Column: other (id) who belonged to it
// Column: name (text) the name
// Column: kind (text) figure, party, alliance or bloc
// Column: date (date) the day of the election that it is of, where it is of one
// Column: since (date) when it began; empty where no source says
// Column: until (date) when it ended; empty where no source says
// Column: fact (id) the fact
UNWIND $id AS id
MATCH (y:Entity)-[r:MEMBER_OF|EXPECTED_IN]->(x:Entity {id: id})
OPTIONAL MATCH (e:Election)
WHERE e.id = r.election
RETURN id, type(r) AS type, y.id AS other, y.name AS name, y.kind AS kind, e.date AS date,
       coalesce(r.since, '') AS since, coalesce(r.until, '') AS until, r.id AS fact
ORDER BY id, type, other, date, since, until, fact
