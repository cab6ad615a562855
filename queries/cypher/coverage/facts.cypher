// Question: What was decided about an election, and about what holds at any in its country, on how many sources?
// Group: coverage
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: fact (id) the fact
// Column: predicate (text) what is said
// Column: subject (id) of whom or what
// Column: object (id) with regard to whom or where; empty where there is none
// Column: object_text (text) the words that stand for that, where they do
// Column: of (text) what the value is of, where it is stated
// Column: value (value) the decided value; empty where there is none or it is disputed
// Column: values (values) every value that stands where it is disputed, the smallest first
// Column: standing (text) the fact's standing
// Column: sources (number) independent sources whose statements carry it
// Column: counts (flag) whether it decides anything
// Column: disputed (flag) whether sources of equal weight differ
// Column: reason (text) why it was decided so
// Column: reason_code (text) the same as a code
// Column: reason_values (values) what the words of the reason take
MATCH (e:Entity {id: $election})
MATCH (f:Fact)
WHERE f.election = $election OR (f.election IS NULL AND (f.country IS NULL OR f.country = e.country))
RETURN f.id AS fact, f.predicate AS predicate, f.subject AS subject, f.object AS object,
       f.object_text AS object_text, f.of AS of, f.value AS value, f.values AS values,
       f.standing AS standing, f.sources AS sources, f.counts AS counts, f.disputed AS disputed,
       f.reason AS reason, f.reason_code AS reason_code, f.reason_values AS reason_values
ORDER BY fact
