// Question: How many seats did each list win in a whole election, as stated in all and as its seats by province make?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: id (id) a list with seats
// Column: name (text) its name
// Column: kind (text) party, alliance or figure
// Column: stated (seats) the seats that are stated for it in all; empty where no source does. Never add it to placed
// Column: stated_most (seats) the largest such number that stands; as many as stated where nothing is disputed
// Column: standing (text) the standing of that number
// Column: disputed (flag) whether sources dispute it
// Column: reserved_for (text) the component that the seats are reserved for; empty where none is stated
// Column: fact (id) the fact of that number
// Column: placed (seats) its seats whose province is known; a disputed number counts with its minimum
// Column: placed_most (seats) the same with the largest numbers that stand
// Column: provinces (number) provinces in which it is known to have won any
// Column: facts (ids) the facts of these
MATCH (l:Entity)-[r:HOLDS_SEATS|WON_IN_ALL]->(x:Entity)
WHERE r.election = $election
WITH l, type(r) = 'WON_IN_ALL' AS whole, r
ORDER BY r.id
WITH l, max(CASE WHEN whole THEN r.seats END) AS stated, max(CASE WHEN whole THEN r.most END) AS stated_most,
     head(collect(CASE WHEN whole THEN r.standing END)) AS standing,
     count(CASE WHEN whole AND r.disputed THEN 1 END) > 0 AS disputed,
     head(collect(r.reserved_for)) AS reserved_for, head(collect(CASE WHEN whole THEN r.id END)) AS fact,
     toInteger(coalesce(sum(CASE WHEN whole THEN 0 ELSE r.seats END), 0)) AS placed,
     toInteger(coalesce(sum(CASE WHEN whole THEN 0 ELSE r.most END), 0)) AS placed_most,
     count(CASE WHEN NOT whole THEN 1 END) AS provinces,
     collect(CASE WHEN NOT whole THEN r.id END) AS facts
RETURN l.id AS id, l.name AS name, l.kind AS kind, stated, stated_most, standing, disputed, reserved_for, fact, placed,
       placed_most, provinces, facts
ORDER BY id
