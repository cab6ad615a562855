// Question: How far does a figure reach through the lists that the figure leads?
// Group: influence
// Parameter: figure (figure), the figure
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, the day on which ties hold; vote: the day of the election
// Column: figure (id) the figure; no row where nothing that the figure leads won a seat
// Column: name (text) the figure's name
// Column: seats (seats) their seats whose province is known, each list once; a disputed number counts with its minimum
// Column: councils (number) councils in which they won any
// Column: population (people) people of these provinces, as far as it is known
// Column: population_unknown (number) these provinces whose population no source states
MATCH (e:Entity {id: $election})
WITH coalesce($as_of, e.date) AS day
MATCH w = (f:Entity {id: $figure})-[:LEADS*0..6]->(l:Entity)
WHERE all(r IN relationships(w) WHERE coalesce(r.election, $election) = $election
    AND left(coalesce(r.since, ''), size(day)) <= day
    AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day))))
WITH DISTINCT f, l
MATCH (l)-[s:HOLDS_SEATS]->(p:Province)
WHERE s.election = $election
WITH f, p, toInteger(coalesce(sum(s.seats), 0)) AS here
WITH f, toInteger(coalesce(sum(here), 0)) AS seats, count(p.id) AS councils,
     toInteger(coalesce(sum(p.population), 0)) AS people, count(p.population) AS known
RETURN f.id AS figure, f.name AS name, seats, councils, CASE WHEN known > 0 THEN people END AS population,
       councils - known AS population_unknown
ORDER BY figure
