// Question: Which figures are tied to no list that took part in an election?
// Group: affiliation
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: figure (id) a figure that neither was, led nor joined such a list
// Column: name (text) the figure's name
// Column: boycotted (flag) whether a source says that the figure, or what the figure leads, boycotted it
MATCH (e:Entity {id: $election})
WITH coalesce($as_of, e.date) AS day
MATCH (f:Figure)
OPTIONAL MATCH p = (f)-[:LEADS|MEMBER_OF|EXPECTED_IN*0..6]->(l:Entity)-[s:HOLDS_SEATS|STOOD_IN|RANKED]->(:Entity)
WHERE s.election = $election
  AND all(r IN relationships(p) WHERE coalesce(r.election, $election) = $election
    AND left(coalesce(r.since, ''), size(day)) <= day
    AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day))))
WITH day, f, count(s.id) AS found
WHERE found = 0
OPTIONAL MATCH (f)-[:LEADS*0..6]->(:Entity)-[k:BOYCOTTED]->(:Entity {id: $election})
WITH f, count(k.id) AS boycotts
RETURN f.id AS figure, f.name AS name, boycotts > 0 AS boycotted
ORDER BY figure
