// Question: Who held or was elected to the offices of a province or body from the day of the vote until the next one?
// Group: influence
// Parameter: province (entity), the province or body of the offices
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Parameter: as_of (date) = vote, a day on which the term must hold; vote: any day from the vote until the next one
// Column: office (id) the office
// Column: office_name (text) its name
// Column: figure (id) who held it or was elected to it
// Column: figure_name (text) the figure's name
// Column: type (text) HELD or ELECTED
// Column: since (date) when the term began or the election was; empty where no source says
// Column: until (date) when the term ended; empty where no source says
// Column: basis (text) of an election: what the number counts, votes, present or members; empty for a term
// Column: number (number) of an election: votes for the figure, members present or members of the council
// Column: supporters (ids) who supported the figure then, where a source says
// Column: support (ids) the facts of that
// Column: standing (text) the standing of the fact
// Column: disputed (flag) whether sources differ on the dates or the number
// Column: fact (id) the fact of the term or the election
// Column: since_source (id) a source that says this beginning; empty where none does
// Column: until_source (id) a source that says this end; empty where none does
// Column: place (number) the place of the office among those of the body, 1 for its head; empty where it has none
MATCH (e:Entity {id: $election})
OPTIONAL MATCH (e)-[:ELECTS]->(b:Body)
OPTIONAL MATCH (e)-[:ELECTS]->(:Body)<-[:ELECTS]-(m:Election)
WHERE m.date > e.date
WITH e, b, min(m.date) AS next_of_body
OPTIONAL MATCH (:Entity {id: $province})-[:VOTED_IN]->(n:Election)
WHERE n.date > e.date AND NOT (n)-[:ELECTS]->(:Body)
WITH e, b, next_of_body, min(n.date) AS next_of_council
WITH coalesce($as_of, e.date) AS day, CASE WHEN b IS NULL THEN next_of_council ELSE next_of_body END AS next
MATCH (f:Entity)-[r:HELD|ELECTED]->(o:Entity)-[i:OFFICE_IN]->(p:Entity {id: $province})
WHERE (next IS NULL OR coalesce(r.since, r.until, '') < next)
  AND ($as_of IS NULL OR left(coalesce(r.since, ''), size(day)) <= day)
  AND coalesce(r.until, day) >= left(day, size(coalesce(r.until, day)))
OPTIONAL MATCH (s:Entity)-[b:SUPPORTED]->(f)
WHERE b.since STARTS WITH r.since OR r.since STARTS WITH b.since
WITH f, r, o, i.place AS place, s, b
ORDER BY s.id, b.id
WITH f, r, o, place, collect(DISTINCT s.id) AS supporters, collect(DISTINCT b.id) AS support
WITH f, r, o, place, supporters, support, r.id AS fact, r.since AS since, r.until AS until
MATCH (c:Statement {fact: fact})
WHERE c.won
WITH f, r, o, place, supporters, support, fact, since, until,
     min(CASE WHEN c.since = since THEN c.source END) AS since_source,
     min(CASE WHEN c.until = until THEN c.source END) AS until_source
RETURN o.id AS office, o.name AS office_name, f.id AS figure, f.name AS figure_name, type(r) AS type,
       coalesce(since, '') AS since, coalesce(until, '') AS until, coalesce(r.basis, '') AS basis,
       r.number AS number, supporters, support, r.standing AS standing, r.disputed AS disputed, fact,
       coalesce(since_source, '') AS since_source, coalesce(until_source, '') AS until_source, place
ORDER BY place IS NULL, place, office, since, figure, fact
