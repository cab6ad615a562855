// Question: What was decided about everything, at every election?
// Group: provenance
// Column: fact (id) the fact
// Column: predicate (text) what is said
// Column: subject (id) of whom or what
// Column: object (id) with regard to whom or where; empty where there is none
// Column: object_text (text) the words that stand for that, where they do
// Column: of (text) what the value is of, where it is stated
// Column: election (id) the election it is of; empty for what holds at any
// Column: value (value) the decided value; empty where there is none or it is disputed
// Column: values (values) every value that stands, the smallest first
// Column: reserved_for (text) the component that the seats are reserved for
// Column: since (date) when it began, where it is stated
// Column: until (date) when it ended, where it is stated
// Column: standing (text) its standing
// Column: disputed (flag) whether sources of equal weight differ
// Column: counts (flag) whether it decides anything
MATCH (f:Fact)
RETURN f.id AS fact, f.predicate AS predicate, f.subject AS subject, f.object AS object,
       f.object_text AS object_text, f.of AS of, f.election AS election, f.value AS value, f.values AS values,
       f.reserved_for AS reserved_for, f.since AS since, f.until AS until, f.standing AS standing, f.disputed AS disputed, f.counts AS counts
ORDER BY fact
