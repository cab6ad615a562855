// Question: Which facts rest on one independent source?
// Group: coverage
// Column: fact (id) the fact; what decides nothing is left out
// Column: predicate (text) what is said
// Column: subject (id) of whom or what
// Column: object (id) with regard to whom or where; empty for the whole election
// Column: value (value) the value, where there is one and it is not disputed
// Column: standing (text) the fact's standing
// Column: reason (text) why it stands
MATCH (f:Fact)
WHERE f.counts AND f.sources = 1
RETURN f.id AS fact, f.predicate AS predicate, f.subject AS subject, f.object AS object, f.value AS value,
       f.standing AS standing, f.reason AS reason
ORDER BY predicate, fact
