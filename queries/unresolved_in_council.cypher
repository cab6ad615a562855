// Question: Which seats of a council are reported for a list that nobody registered?
// Group: coverage
// Parameter: province (text)
// Parameter: election (text)
// Column: text, locator, title (text), seats (number)
MATCH (s:Statement)-[:ABOUT]->(p:Entity {id: $province})
WHERE s.predicate = 'holds_seats' AND s.subject IS NULL AND s.election = $election
MATCH (s)-[:FROM]->(src:Source)
RETURN s.subject_text AS text, s.value AS seats, s.locator AS locator, src.title AS title, s.id AS id
ORDER BY id
