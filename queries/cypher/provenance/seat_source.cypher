// Question: In which line of which source do the seats of a list in a council stand?
// Group: provenance
// Parameter: list (list), the list
// Parameter: province (province), the council's province
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: seats (seats) the seats that were decided; where sources dispute them the smallest number
// Column: value (value) what the statement says
// Column: won (flag) whether the statement carries the decision
// Column: standing (text) what the source attributes it to
// Column: source (id) the source
// Column: title (text) its title
// Column: publisher (text) who published it
// Column: published (date) when
// Column: url (text) its address, where it is recorded
// Column: locator (text) the place in it
// Column: quote (text) its words, where the document itself was read
// Column: fact (id) the fact of the seats
// Column: statement (id) the statement
MATCH (l:Entity {id: $list})-[r:HOLDS_SEATS]->(p:Entity {id: $province})
WHERE r.election = $election
WITH r.id AS fact, r.seats AS seats
MATCH (s:Statement {fact: fact})
MATCH (s)-[:FROM]->(o:Source)
RETURN seats, s.value AS value, s.won AS won, s.standing AS standing, o.id AS source, o.title AS title,
       o.publisher AS publisher, o.published AS published, o.url AS url, s.locator AS locator, s.quote AS quote,
       fact, s.id AS statement
ORDER BY fact, statement
