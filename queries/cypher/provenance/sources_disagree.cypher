// Question: On what do two sources disagree?
// Group: provenance
// Parameter: first (source), a source
// Parameter: second (source), another source
// Column: fact (id) the fact that both speak of
// Column: predicate (text) what is said
// Column: subject (id) of whom or what
// Column: object (id) with regard to whom or where; empty for the whole election
// Column: first_value (value) what the first source says
// Column: second_value (value) what the second source says
// Column: decided (value) the value that was decided; empty where it is disputed
// Column: reason (text) why
// Column: first_statement (id) the statement of the first source
// Column: second_statement (id) the statement of the second source
MATCH (s:Statement)-[:FROM]->(:Source {id: $first})
WHERE s.fact IS NOT NULL
WITH s, s.fact AS fact
MATCH (t:Statement {fact: fact})
WHERE s.source <> t.source AND s.value <> t.value
MATCH (t)-[:FROM]->(:Source {id: $second})
MATCH (f:Fact {id: fact})
RETURN fact, f.predicate AS predicate, f.subject AS subject, f.object AS object, s.value AS first_value,
       t.value AS second_value, f.value AS decided, f.reason AS reason, s.id AS first_statement,
       t.id AS second_statement
ORDER BY fact, first_statement, second_statement
