// Question: What does every statement about these say, and what was decided?
// Group: provenance
// Parameter: ids (entities), whom or what the statements are about
// Column: fact (id) the fact that the statement speaks of; empty where nothing could be decided
// Column: fact_subject (id) of whom or what the fact is
// Column: predicate (text) what is said
// Column: fact_object (id) with regard to whom or where; empty for the whole election
// Column: decided (value) the decided value; empty where there is none or it is disputed
// Column: values (values) every value that stands, the smallest first
// Column: fact_standing (text) the standing of the fact
// Column: disputed (flag) whether the fact is disputed
// Column: fact_sources (number) independent sources whose statements carry the decision
// Column: counts (flag) whether the fact decides anything
// Column: reason (text) why it was decided so
// Column: statement (id) the statement
// Column: subject (id) of whom it speaks; empty where the words were not recognised
// Column: subject_text (text) the source's words for it
// Column: object (id) with regard to whom or where; empty where there is none or it was not recognised
// Column: object_text (text) the source's words for it
// Column: value (value) the value it states
// Column: of (text) what the value is of, where it is stated
// Column: election (id) the election it speaks of
// Column: reserved_for (text) the component that the seats are reserved for
// Column: since (date) when it began, where it is stated
// Column: until (date) when it ended, where it is stated
// Column: standing (text) what the source attributes it to
// Column: locator (text) the place in the source
// Column: quote (text) the source's words, where the document itself was read
// Column: won (flag) whether the statement carries the decision
// Column: source (id) the source
// Column: title (text) its title
// Column: publisher (text) who published it
// Column: published (date) when
// Column: url (text) its address, where it is recorded
// Column: source_kind (text) official, relay, press or reference
// Column: copy_of (id) the source that it repeats
// Column: accessed (date) when the source was read
// Column: archived (text) the address of a copy of it in an archive
// Column: read (text) how much of it was read: whole, opening or summary; empty where that was not noted
// Column: added (flag) whether a user added the source to the data
// Column: reason_code (text) the reason of the decision as a code
// Column: reason_values (values) what the words of the reason take
UNWIND $ids AS id
MATCH (s:Statement)-[:ABOUT]->(x:Entity {id: id})
MATCH (s)-[:FROM]->(src:Source)
WITH DISTINCT s, src, s.fact AS fact
OPTIONAL MATCH (f:Fact {id: fact})
RETURN fact, f.subject AS fact_subject, s.predicate AS predicate, f.object AS fact_object, f.value AS decided,
       f.values AS values, f.standing AS fact_standing, f.disputed AS disputed, f.sources AS fact_sources,
       f.counts AS counts, f.reason AS reason,
       s.id AS statement, s.subject AS subject, s.subject_text AS subject_text, s.object AS object,
       s.object_text AS object_text, s.value AS value, s.of AS of, s.election AS election,
       s.reserved_for AS reserved_for, s.since AS since, s.until AS until, s.standing AS standing,
       s.locator AS locator, s.quote AS quote, s.won AS won, src.id AS source, src.title AS title,
       src.publisher AS publisher, src.published AS published, src.url AS url, src.kind AS source_kind,
       src.copy_of AS copy_of, src.accessed AS accessed, src.archived AS archived, src.read AS read, src.added AS added,
       f.reason_code AS reason_code, f.reason_values AS reason_values
ORDER BY fact, statement
