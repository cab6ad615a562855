// Question: Of which lists does a source say that they won no seat in a council or constituency?
// Group: seats
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: list (id) a list
// Column: province (id) where it won none
// Column: standing (text) the standing of that number
// Column: fact (id) the fact
MATCH (f:Fact)
WHERE f.predicate = 'holds_seats' AND f.value = 0 AND f.object IS NOT NULL AND f.election IN $election AND f.counts AND NOT f.disputed
  AND f.reserved_for IS NULL
RETURN f.election AS election, f.subject AS list, f.object AS province, f.standing AS standing, f.id AS fact
ORDER BY election, list, province, fact
