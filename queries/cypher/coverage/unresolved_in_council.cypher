// Question: Which seats of a council are reported for a list that nobody registered?
// Group: coverage
// Parameter: province (province), the council's province
// Parameter: election (election) = latest, the election asked about
// Column: text (text) the list's name as written
// Column: seats (seats) its seats
// Column: locator (text) the place in the source
// Column: title (text) the source's title
// Column: id (id) the statement
MATCH (s:Statement)-[:ABOUT]->(p:Entity {id: $province})
WHERE s.predicate = 'holds_seats' AND s.subject IS NULL AND s.election = $election
MATCH (s)-[:FROM]->(src:Source)
RETURN s.subject_text AS text, s.value AS seats, s.locator AS locator, src.title AS title, s.id AS id
ORDER BY id
