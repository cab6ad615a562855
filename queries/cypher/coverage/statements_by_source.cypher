// Question: How many statements does each source make, of which standing?
// Group: coverage
// Column: source (id) the source
// Column: title (text) its title
// Column: publisher (text) who published it
// Column: kind (text) official, relay, press or reference
// Column: standing (text) what the source attributes these statements to
// Column: statements (number) how many
// Column: won (number) how many of them carry a decision
MATCH (s:Statement)-[:FROM]->(o:Source)
RETURN o.id AS source, o.title AS title, o.publisher AS publisher, o.kind AS kind, s.standing AS standing,
       count(s.id) AS statements, count(CASE WHEN s.won THEN s.id END) AS won
ORDER BY standing, source
