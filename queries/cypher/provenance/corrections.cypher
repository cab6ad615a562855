// Question: Which facts were wrong when they were published, and what were they corrected to?
// Group: provenance
// Column: correction (id) the correction
// Column: fact (id) the fact
// Column: predicate (text) what it says
// Column: subject (id) of whom or what
// Column: object (id) with regard to whom or where; empty where there is none
// Column: of (text) what its value is of, where it is stated
// Column: date (date) when it was corrected
// Column: was (text) what was published; empty where it was left out
// Column: now (text) what it was corrected to; empty where it was taken out
// Column: why (text) why
// Column: source (id) the source that showed it; empty where no page did
MATCH (c:Correction)
WITH c, c.fact AS fact
OPTIONAL MATCH (f:Fact {id: fact})
RETURN c.id AS correction, fact, f.predicate AS predicate, f.subject AS subject, f.object AS object, f.of AS of,
       c.date AS date, c.was AS was, c.now AS now, c.why AS why, c.source AS source
ORDER BY date, correction
