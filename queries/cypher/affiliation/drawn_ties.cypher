// Question: Which ties are the lines of a picture of an election: seats, who leads, joined or opposes whom, offices, and who took no part?
// Group: affiliation
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: fact (id) the fact of the tie
// Column: a (id) who holds, leads, joined, held or took no part; or the office
// Column: b (id) what is held, led or joined, the rival, who was supported; or the province, body or election
// Column: type (text) HOLDS_SEATS, LEADS, MEMBER_OF, EXPECTED_IN, RIVAL_OF, SUPPORTED, HELD, ELECTED, OFFICE_IN, BOYCOTTED, BARRED or DID_NOT_STAND
// Column: seats (seats) the seats held; a disputed number counts with its minimum; empty for other ties
// Column: since (date) since when, '' where no source says
// Column: until (date) until when, '' where no source says
// Column: disputed (flag) whether sources dispute it
MATCH (a:Entity)-[r:HOLDS_SEATS|LEADS|MEMBER_OF|EXPECTED_IN|RIVAL_OF|SUPPORTED|HELD|ELECTED|OFFICE_IN|BOYCOTTED|BARRED|DID_NOT_STAND]->(b:Entity)
WHERE (r.election IS NULL OR r.election = $election) AND (b.kind <> 'election' OR b.id = $election)
RETURN r.id AS fact, a.id AS a, b.id AS b, type(r) AS type, r.seats AS seats, coalesce(r.since, '') AS since,
       coalesce(r.until, '') AS until, r.disputed AS disputed
ORDER BY fact
