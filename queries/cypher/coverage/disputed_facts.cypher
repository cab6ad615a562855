// Question: Which facts are disputed, between which values?
// Group: coverage
// Column: fact (id) the fact
// Column: predicate (text) what is said
// Column: subject (id) of whom or what
// Column: object (id) with regard to whom or where; empty for the whole election
// Column: of (text) what the value is of, where it is stated
// Column: values (values) every value that stands, the smallest first
// Column: standing (text) the fact's standing
// Column: reason (text) why it is disputed
MATCH (f:Fact)
WHERE f.disputed
RETURN f.id AS fact, f.predicate AS predicate, f.subject AS subject, f.object AS object, f.of AS of,
       f.values AS values, f.standing AS standing, f.reason AS reason
ORDER BY predicate, fact
