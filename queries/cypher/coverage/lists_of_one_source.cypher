// Question: Which lists does one source give results for, and another does not?
// Group: coverage
// Parameter: first (source), the source that has them
// Parameter: second (source), the source that lacks them
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: list (id) the list
// Column: name (text) its name
// Column: statements (number) what the first source says of its seats, votes or places
MATCH (s:Statement)-[:FROM]->(:Source {id: $first})
WHERE s.election = $election AND s.subject IS NOT NULL AND s.predicate IN ['holds_seats', 'votes', 'ranked', 'stood_in']
WITH s.subject AS list, count(s.id) AS statements
OPTIONAL MATCH (t:Statement)-[:ABOUT]->(:Entity {id: list})
WHERE t.subject = list AND t.source = $second AND t.election = $election
  AND t.predicate IN ['holds_seats', 'votes', 'ranked', 'stood_in']
WITH list, statements, count(t.id) AS others
WHERE others = 0
MATCH (l:Entity {id: list})
RETURN list, l.name AS name, statements
ORDER BY list
