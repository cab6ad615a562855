// Question: Which seats of these councils are reported for a list that nobody registered?
// Group: coverage
// Parameter: province (provinces), the councils' provinces
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: text (text) the list's name as written
// Column: seats (seats) its seats
// Column: locator (text) the place in the source
// Column: title (text) the source's title
// Column: id (id) the statement
// Column: province (id) the council's province
UNWIND $province AS province
MATCH (s:Statement)-[:ABOUT]->(p:Entity {id: province})
WHERE s.predicate = 'holds_seats' AND s.subject IS NULL AND s.election = $election
MATCH (s)-[:FROM]->(src:Source)
RETURN s.subject_text AS text, s.value AS seats, s.locator AS locator, src.title AS title, s.id AS id, province
ORDER BY province, id
