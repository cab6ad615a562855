// Question: What does a source say, all of it?
// Group: provenance
// Parameter: source (source), the source
// Column: predicate (text) what is said
// Column: subject (id) of whom or what; empty where the words were not recognised
// Column: subject_text (text) the source's words for it
// Column: object (id) with regard to whom or where; empty where there is none or it was not recognised
// Column: object_text (text) the source's words for it
// Column: value (value) the value, where there is one
// Column: of (text) what the value is of, where it is stated
// Column: standing (text) what the source attributes it to
// Column: won (flag) whether it carries the decision on its fact
// Column: locator (text) the place in the source
// Column: fact (id) the fact it speaks of; empty where nothing could be decided
// Column: statement (id) the statement
// Column: election (id) the election it speaks of; empty for what holds at any
MATCH (s:Statement)-[:FROM]->(:Source {id: $source})
RETURN s.predicate AS predicate, s.subject AS subject, s.subject_text AS subject_text, s.object AS object,
       s.object_text AS object_text, s.value AS value, s.of AS of, s.standing AS standing, s.won AS won,
       s.locator AS locator, s.fact AS fact, s.id AS statement, s.election AS election
ORDER BY predicate, statement
