// Question: What does every source say about an election, and about what holds at any?
// Group: provenance
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: fact (id) the fact that the statement speaks of; empty where nothing could be decided
// Column: statement (id) the statement
// Column: source (id) the source
// Column: predicate (text) what is said
// Column: subject (id) of whom or what; empty where the words were not recognised
// Column: subject_text (text) the source's words for it
// Column: object (id) with regard to whom or where; empty where there is none or it was not recognised
// Column: value (value) the value, where there is one
// Column: reserved_for (text) the component that the seats are reserved for
// Column: since (date) when it began, where it is stated
// Column: until (date) when it ended, where it is stated
// Column: standing (text) what the source attributes it to
// Column: won (flag) whether it carries the decision on its fact
// Column: locator (text) the place in the source
MATCH (s:Statement)-[:FROM]->(o:Source)
WHERE s.election = $election OR s.election IS NULL
RETURN s.fact AS fact, s.id AS statement, o.id AS source, s.predicate AS predicate, s.subject AS subject,
       s.subject_text AS subject_text, s.object AS object, s.value AS value, s.reserved_for AS reserved_for,
       s.since AS since, s.until AS until, s.standing AS standing, s.won AS won, s.locator AS locator
ORDER BY statement
