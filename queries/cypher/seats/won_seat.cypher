// Question: In which councils did these figures win a seat of a list, as a source says?
// Group: seats
// Parameter: figure (figures), figures
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: province (id) the council's province
// Column: name (text) its name
// Column: reserved_for (text) the component that the seat is reserved for; empty for a general seat
// Column: standing (text) the standing of what is said
// Column: fact (id) the fact
// Column: figure (id) the figure
MATCH (f:Fact)
WHERE f.predicate = 'won_seat' AND f.subject IN $figure AND f.election = $election AND f.counts
WITH f.subject AS figure, f.object AS province, f.reserved_for AS reserved_for, f.standing AS standing, f.id AS fact
MATCH (p:Entity {id: province})
RETURN province, p.name AS name, reserved_for, standing, fact, figure
ORDER BY figure, province, fact
