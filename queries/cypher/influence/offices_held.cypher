// Question: Who held which office, and when?
// Group: influence
// Column: office (id) the office
// Column: office_name (text) its name
// Column: figure (id) who held it
// Column: figure_name (text) the figure's name
// Column: since (date) when it began; empty where no source says
// Column: until (date) when it ended; empty where no source says
// Column: terms (value) how many terms, where a source says
// Column: standing (text) the standing of the fact
// Column: fact (id) the fact
// Column: disputed (flag) whether sources differ on the dates
// Column: places (ids) the provinces or bodies that the office is of
// Column: place (number) the place of the office among those of such, 1 for the head; empty where it has none
MATCH (f:Entity)-[r:HELD]->(o:Entity)
OPTIONAL MATCH (o)-[i:OFFICE_IN]->(p:Entity)
WITH f, r, o, i, p
ORDER BY p.id
WITH f, r, o, min(i.place) AS place, collect(DISTINCT p.id) AS places
RETURN o.id AS office, o.name AS office_name, f.id AS figure, f.name AS figure_name, coalesce(r.since, '') AS since,
       coalesce(r.until, '') AS until, r.terms AS terms, r.standing AS standing, r.id AS fact, r.disputed AS disputed,
       places, place
ORDER BY place IS NULL, place, office, since, fact
