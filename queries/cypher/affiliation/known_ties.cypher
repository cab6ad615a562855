// Question: What do these lead or belong to, and which offices have they held, at any time?
// Group: affiliation
// Parameter: id (entities), figures, parties or alliances
// Column: id (id) one of these
// Column: type (text) LEADS, MEMBER_OF, EXPECTED_IN or HELD
// Column: other (id) what it leads, joined or held
// Column: name (text) its name
// Column: kind (text) figure, party, alliance, bloc or office
// Column: date (date) the day of the election that it is of, where it is of one
// Column: since (date) when it began; empty where no source says
// Column: until (date) when it ended; empty where no source says
// Column: fact (id) the fact
UNWIND $id AS id
MATCH (x:Entity {id: id})-[r:LEADS|MEMBER_OF|EXPECTED_IN|HELD]->(y:Entity)
OPTIONAL MATCH (e:Election)
WHERE e.id = r.election
RETURN id, type(r) AS type, y.id AS other, y.name AS name, y.kind AS kind, e.date AS date,
       coalesce(r.since, '') AS since, coalesce(r.until, '') AS until, r.id AS fact
ORDER BY id, type, other, date, since, until, fact
