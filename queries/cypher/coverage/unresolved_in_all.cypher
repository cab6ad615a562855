// Question: Which seats of a whole election are reported for a group that is no registered list?
// Group: coverage
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: text (text) the group or list as written; it may hold lists that are counted by their names
// Column: seats (seats) its seats
// Column: locator (text) the place in the source
// Column: title (text) the source's title
// Column: id (id) the statement
MATCH (s:Statement)-[:FROM]->(src:Source)
WHERE s.predicate = 'holds_seats' AND s.subject IS NULL AND s.election = $election
  AND s.object IS NULL AND coalesce(s.object_text, '') = ''
RETURN s.subject_text AS text, s.value AS seats, s.locator AS locator, src.title AS title, s.id AS id
ORDER BY seats DESC, id
