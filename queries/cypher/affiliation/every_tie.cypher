// Question: Which ties of any kind and of any time are known between people, parties, lists, blocs and offices, and which seats do lists have where?
// Group: affiliation
// Column: fact (id) the fact of the tie
// Column: a (id) who leads, joined, is the rival, supported, held or was elected; whose seats they are; or the office
// Column: b (id) what is led, joined or held, the rival, who was supported; or the province, body or election
// Column: type (text) LEADS, MEMBER_OF, EXPECTED_IN, RIVAL_OF, SUPPORTED, HELD, ELECTED, OFFICE_IN, HOLDS_SEATS or WON_IN_ALL
// Column: election (id) the election that it is of; empty where it is of none
// Column: since (date) since when, '' where no source says
// Column: until (date) until when, '' where no source says
// Column: standing (text) the standing of the fact
MATCH (a:Entity)-[r:LEADS|MEMBER_OF|EXPECTED_IN|RIVAL_OF|SUPPORTED|HELD|ELECTED|OFFICE_IN|HOLDS_SEATS|WON_IN_ALL]->(b:Entity)
RETURN r.id AS fact, a.id AS a, b.id AS b, type(r) AS type, r.election AS election, coalesce(r.since, '') AS since,
       coalesce(r.until, '') AS until, r.standing AS standing
ORDER BY fact
