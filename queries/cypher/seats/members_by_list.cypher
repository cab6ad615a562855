// Question: How many people does a list of members name for each list, province by province?
// Group: seats
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: list (id) a list; that its members are named proves neither that it won the seats nor that it has them today
// Column: name (text) its name
// Column: province (id) the province of the seats
// Column: members (number) how many people are named
// Column: standing (text) the standing of the list of members
// Column: fact (id) the fact
MATCH (l:Entity)-[r:HAS_MEMBERS]->(p:Province)
WHERE r.election IN $election
RETURN r.election AS election, l.id AS list, l.name AS name, p.id AS province, r.members AS members, r.standing AS standing,
       r.id AS fact
ORDER BY election, province, members DESC, list
