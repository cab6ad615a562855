// Question: Of which groups do sources speak in words at an election, naming no list, and in which provinces?
// Group: seats
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: statement (id) the statement
// Column: predicate (text) what is said: seats, votes or a place, that they stood, or were expected in a list
// Column: subject_text (text) the source's words for the group
// Column: province (id) where: the province, or one where the list that they were expected in stood; empty for all of it
// Column: list (id) the list that they were expected in, before the vote
// Column: list_name (text) its name
// Column: value (value) the number, where one is stated
// Column: locator (text) the place in the source
// Column: source (id) the source
// Column: title (text) its title
// Column: publisher (text) who published it
// Column: published (date) when
// Column: url (text) its address, where it is recorded
// Column: kind (text) official, relay, press or reference
MATCH (s:Statement)-[:FROM]->(src:Source)
WHERE s.subject IS NULL AND s.election IN $election
  AND s.predicate IN ['holds_seats', 'votes', 'ranked', 'stood_in', 'expected_in']
OPTIONAL MATCH (s)-[:ABOUT]->(o:Entity)
OPTIONAL MATCH (o)-[r:HOLDS_SEATS|STOOD_IN|RANKED]->(p:Province)
WHERE r.election = s.election
WITH DISTINCT s, src, o, p
RETURN s.election AS election, s.id AS statement, s.predicate AS predicate, s.subject_text AS subject_text,
       coalesce(p.id, s.object) AS province, CASE WHEN s.predicate = 'expected_in' THEN o.id END AS list,
       CASE WHEN s.predicate = 'expected_in' THEN o.name END AS list_name, s.value AS value, s.locator AS locator,
       src.id AS source, src.title AS title, src.publisher AS publisher, src.published AS published, src.url AS url,
       src.kind AS kind
ORDER BY election, province, statement
