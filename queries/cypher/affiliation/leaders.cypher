// Question: Who leads these parties, alliances or blocs?
// Group: affiliation
// Parameter: id (entities), what is led
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election that the tie is of; empty where it is of none
// Column: id (id) who leads it
// Column: name (text) the name
// Column: fact (id) the fact of the leadership
// Column: since (date) when it began; empty where no source says
// Column: until (date) when it ended; empty where no source says
// Column: standing (text) the standing of the fact
// Column: led (id) what is led
UNWIND $id AS led
MATCH (l:Entity)-[r:LEADS]->(x:Entity {id: led})
WHERE r.election IS NULL OR r.election IN $election
RETURN r.election AS election, l.id AS id, l.name AS name, r.id AS fact, coalesce(r.since, '') AS since,
       coalesce(r.until, '') AS until, r.standing AS standing, led
ORDER BY led, id, fact
