// Question: Whom do sources name for the seats of an election: winners, their votes, and people on a list of members?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: predicate (text) won_seat, candidate_votes or sits_for, which proves neither that a seat was won nor is held
// Column: figure (id) the person; empty for one of whom nothing else is registered
// Column: text (text) the source's words for the person; empty where the source is registered with the figure alone
// Column: list (id) the list that the source names the person for; empty where it names none
// Column: province (id) the province of the seat; empty where the source names none
// Column: votes (value) the votes for the person in person, where a source says them
// Column: reserved_for (text) the component that the seat is reserved for; empty where none is stated
// Column: standing (text) the standing of what is said
// Column: statement (id) the statement
// Column: fact (id) the fact that it speaks of; empty where the person is not registered
// Column: source (id) the source
// Column: locator (text) the place in it
// Column: title (text) the source's title
// Column: publisher (text) who published it
// Column: published (date) when
// Column: url (text) its address, where it is recorded
// Column: kind (text) official, relay, press or reference
MATCH (s:Statement)-[:FROM]->(o:Source)
WHERE s.election = $election AND s.predicate IN ['candidate_votes', 'sits_for', 'won_seat']
  AND (s.won OR s.fact IS NULL)
RETURN s.predicate AS predicate, s.subject AS figure, s.subject_text AS text, s.of AS list, s.object AS province,
       s.value AS votes, s.reserved_for AS reserved_for, s.standing AS standing, s.id AS statement, s.fact AS fact,
       o.id AS source, s.locator AS locator, o.title AS title, o.publisher AS publisher, o.published AS published,
       o.url AS url, o.kind AS kind
ORDER BY predicate DESC, province, statement
