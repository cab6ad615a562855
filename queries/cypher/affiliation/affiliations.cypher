// Question: Who leads what, and who is a member of what?
// Group: affiliation
// Column: a (id) who leads or is a member
// Column: a_name (text) its name
// Column: a_kind (text) figure, party or alliance
// Column: b (id) what is led or joined
// Column: b_name (text) its name
// Column: b_kind (text) party, alliance or bloc
// Column: type (text) LEADS or MEMBER_OF
// Column: fact (id) the fact of the tie
// Column: election (id) the election that it is of; empty where it is of none
// Column: since (date) since when, '' where no source says
// Column: until (date) until when, '' where no source says
MATCH (a:Entity)-[r:LEADS|MEMBER_OF]->(b:Entity)
RETURN a.id AS a, a.name AS a_name, a.kind AS a_kind, b.id AS b, b.name AS b_name, b.kind AS b_kind,
       type(r) AS type, r.id AS fact, r.election AS election, coalesce(r.since, '') AS since, coalesce(r.until, '') AS until
ORDER BY fact
