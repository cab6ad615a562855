// Question: In which councils did these figures win a seat of a list, as a source says?
// Group: seats
// Parameter: figure (figures), figures
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: election (id) the election
// Column: province (id) the council's province
// Column: name (text) its name
// Column: reserved_for (text) the component that the seat is reserved for; empty for a general seat
// Column: standing (text) the standing of what is said
// Column: fact (id) the fact
// Column: figure (id) the figure
UNWIND $figure AS figure
MATCH (x:Entity {id: figure})-[r:WON_SEAT]->(p:Province)
WHERE r.election IN $election
RETURN r.election AS election, p.id AS province, p.name AS name, r.reserved_for AS reserved_for,
       r.standing AS standing, r.id AS fact, figure
ORDER BY election, figure, province, fact
