// Question: How many seats is each list stated to have won in these whole elections?
// Group: seats
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: list (id) a list with seats
// Column: seats (seats) its seats in all; where sources dispute them the smallest number
// Column: most (seats) the largest number that stands; as many as seats where nothing is disputed
// Column: standing (text) the standing of the number
// Column: disputed (flag) whether sources dispute it
// Column: fact (id) the fact
UNWIND $election AS election
MATCH (l:Entity)-[r:WON_IN_ALL]->(:Entity {id: election})
RETURN election, l.id AS list, r.seats AS seats, r.most AS most, r.standing AS standing, r.disputed AS disputed, r.id AS fact
ORDER BY election, list, fact
