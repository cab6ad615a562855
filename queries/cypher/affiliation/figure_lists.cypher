// Question: To which lists and parties is a figure tied, through any number of steps?
// Group: affiliation
// Parameter: figure (figure), the figure
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: list (id) a party, alliance or list
// Column: name (text) its name
// Column: kind (text) party, alliance or figure
// Column: relation (text) led: by leading alone; shared: a membership or an expected one is on the way
// Column: steps (number) ties on the way
// Column: way (text) who leads, joined or was expected to join what, from the figure on
// Column: held (flag) whether it won seats at the election
// Column: facts (ids) the facts of these ties
MATCH (e:Entity {id: $election})
WITH coalesce($as_of, e.date) AS day
MATCH p = (x:Entity {id: $figure})-[:LEADS|MEMBER_OF|EXPECTED_IN*1..6]->(l:Entity)
WHERE none(n IN nodes(p) WHERE n.kind = 'bloc')
  AND all(r IN relationships(p) WHERE coalesce(r.election, $election) = $election
    AND left(coalesce(r.since, ''), size(day)) <= day
    AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day))))
WITH x, l, length(p) AS steps, all(r IN relationships(p) WHERE type(r) = 'LEADS') AS led,
     reduce(text = x.name, r IN relationships(p) | text + ' ' + type(r) + ' ' + endNode(r).name) AS way,
     [r IN relationships(p) | r.id] AS facts
OPTIONAL MATCH (l)-[s:HOLDS_SEATS]->(c:Province)
WHERE s.election = $election
WITH l, steps, led, way, facts, count(s.id) AS councils
RETURN l.id AS list, l.name AS name, l.kind AS kind, CASE WHEN led THEN 'led' ELSE 'shared' END AS relation,
       steps, way, councils > 0 AS held, facts
ORDER BY steps, list, facts
