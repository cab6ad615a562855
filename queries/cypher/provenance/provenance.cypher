// Question: Which statements stand behind these facts, and from which sources?
// Group: provenance
// Parameter: facts (texts), ids of facts
// Column: fact (id) one of these
// Column: statement (id) a statement that speaks of it
// Column: locator (text) the place in the source
// Column: standing (text) certified, final, preliminary, reported or inferred
// Column: value (value) what it states
// Column: won (flag) whether the statement carries the decision
// Column: source (id) the source
// Column: title (text) its title
// Column: publisher (text) who published it
// Column: published (date) when
// Column: url (text) its address, where it is recorded
// Column: kind (text) official, relay, press or reference
// Column: copy_of (id) the source that it repeats
// Column: added (flag) whether a user added the source to the data
UNWIND $facts AS fact
MATCH (s:Statement {fact: fact})
MATCH (s)-[:FROM]->(src:Source)
RETURN fact, s.id AS statement, s.locator AS locator, s.standing AS standing, s.value AS value, s.won AS won,
       src.id AS source, src.title AS title, src.publisher AS publisher, src.published AS published, src.url AS url, src.kind AS kind,
       src.copy_of AS copy_of, src.added AS added
ORDER BY fact, statement
