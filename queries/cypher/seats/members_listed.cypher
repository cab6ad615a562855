// Question: Who is on a list of members for the seats of an election?
// Group: seats
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: figure (id) the person; empty for one of whom nothing else is registered
// Column: text (text) the source's words for the person; empty where the source is registered with the figure alone
// Column: list (id) the list that the source names the person for; empty where it names none
// Column: province (id) the province of the seat; empty where the source names none
// Column: fact (id) the fact that it speaks of; empty where the person is not registered
// Column: statement (id) the statement
MATCH (s:Statement)
WHERE s.election = $election AND s.predicate = 'sits_for' AND (s.won OR s.fact IS NULL)
RETURN s.subject AS figure, s.subject_text AS text, s.of AS list, s.object AS province, s.fact AS fact, s.id AS statement
ORDER BY province, statement
