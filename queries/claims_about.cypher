// Question: What does every statement about these entities say, and what was decided?
// Group: provenance
// Parameter: ids (list of text) entities
// Column: fact fields (fact, fact_subject, predicate, fact_object, decided, values, fact_standing, disputed, counts, reason)
// Column: statement fields (statement, subject, subject_text, object, object_text, value, of, election, reserved_for, since,
// Column: until, standing, locator, quote, won) and source fields (source, title, publisher, published, url, source_kind, copy_of)
UNWIND $ids AS id
MATCH (s:Statement)-[:ABOUT]->(x:Entity {id: id})
MATCH (s)-[:FROM]->(src:Source)
WITH DISTINCT s, src, s.fact AS fact
OPTIONAL MATCH (f:Fact {id: fact})
RETURN fact, f.subject AS fact_subject, s.predicate AS predicate, f.object AS fact_object, f.value AS decided,
       f.values AS values, f.standing AS fact_standing, f.disputed AS disputed, f.counts AS counts, f.reason AS reason,
       s.id AS statement, s.subject AS subject, s.subject_text AS subject_text, s.object AS object,
       s.object_text AS object_text, s.value AS value, s.of AS of, s.election AS election,
       s.reserved_for AS reserved_for, s.since AS since, s.until AS until, s.standing AS standing,
       s.locator AS locator, s.quote AS quote, s.won AS won, src.id AS source, src.title AS title,
       src.publisher AS publisher, src.published AS published, src.url AS url, src.kind AS source_kind,
       src.copy_of AS copy_of
ORDER BY fact, statement
