// Question: Which ties does the graph hold between people, lists, blocs, offices and provinces?
// Group: affiliation
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: fact (id) the fact of the tie
// Column: a (id) who holds, leads, joined or held
// Column: b (id) what is held, led or joined, or the rival
// Column: type (text) HOLDS_SEATS, LEADS, MEMBER_OF, EXPECTED_IN, RIVAL_OF or HELD
// Column: seats (seats) the seats held; a disputed number counts with its minimum; empty for other ties
// Column: since (date) since when, '' where no source says
// Column: until (date) until when, '' where no source says
// Column: standing (text) the standing of the fact
// Column: disputed (flag) whether sources dispute it
MATCH (a:Entity)-[r:HOLDS_SEATS|LEADS|MEMBER_OF|EXPECTED_IN|RIVAL_OF|HELD]->(b:Entity)
WHERE r.election IS NULL OR r.election = $election
RETURN r.id AS fact, a.id AS a, b.id AS b, type(r) AS type, r.seats AS seats, coalesce(r.since, '') AS since,
       coalesce(r.until, '') AS until, r.standing AS standing, r.disputed AS disputed
ORDER BY fact
