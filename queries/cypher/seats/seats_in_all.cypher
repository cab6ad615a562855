// Question: How many seats are these lists stated to have won in the whole election?
// Group: seats
// Parameter: lists (entities), parties, alliances or figures that stood
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: list (id) one of these
// Column: seats (seats) its seats in all; where sources dispute them the smallest number
// Column: most (seats) the largest number that stands; as many as seats where nothing is disputed
// Column: standing (text) the standing of the number
// Column: disputed (flag) whether sources dispute it
// Column: fact (id) the fact
UNWIND $lists AS list
MATCH (l:Entity {id: list})-[r:WON_IN_ALL]->(:Election)
WHERE r.election IN $election
RETURN r.election AS election, list, r.seats AS seats, r.most AS most, r.standing AS standing, r.disputed AS disputed, r.id AS fact
ORDER BY election, list, fact
