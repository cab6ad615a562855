// Question: Which statements name somebody that is not registered, or groups that no source names?
// Group: coverage
// Column: predicate (text) what is said
// Column: subject (id) of whom; empty where only the source's words are known
// Column: subject_text (text) the source's words for it
// Column: object (id) with regard to whom; empty where only the source's words are known
// Column: object_text (text) the source's words for it
// Column: source (id) the source
// Column: locator (text) the place in it
// Column: statement (id) the statement
MATCH (s:Statement)-[:FROM]->(o:Source)
WHERE s.subject IS NULL
   OR (s.object IS NULL AND coalesce(s.object_text, '') <> ''
       AND s.predicate <> 'renamed_from' AND s.predicate <> 'described_as')
RETURN s.predicate AS predicate, s.subject AS subject, s.subject_text AS subject_text, s.object AS object,
       s.object_text AS object_text, o.id AS source, s.locator AS locator, s.id AS statement
ORDER BY predicate, source, statement
