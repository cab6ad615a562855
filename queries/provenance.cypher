// Question: Which statements stand behind these facts, and from which sources?
// Group: provenance
// Parameter: facts (list of text)
// Column: fact, statement, locator (text), won (true or false)
// Column: source, title, publisher, published, url, kind (text)
UNWIND $facts AS fact
MATCH (s:Statement {fact: fact})-[:FROM]->(src:Source)
RETURN fact, s.id AS statement, s.locator AS locator, s.won AS won, src.id AS source, src.title AS title,
       src.publisher AS publisher, src.published AS published, src.url AS url, src.kind AS kind
ORDER BY fact, statement
