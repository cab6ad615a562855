// Question: Through which ties does somebody come to lists, parties and blocs?
// Group: affiliation
// Parameter: id (entities), figures, parties or alliances
// Parameter: election (elections) = sitting, the elections asked about; sitting: that of each body that sits
// Column: id (id) the entity at the end of the ties
// Column: name (text) its name
// Column: kind (text) party, alliance, bloc or figure
// Column: through (ids) the entities on the way, from the one that was asked about to the last
// Column: kinds (texts) their kinds
// Column: types (texts) the ties in their order: LEADS, MEMBER_OF or EXPECTED_IN
// Column: facts (ids) their facts
// Column: sinces (dates) when they began; an empty text where no source says
// Column: untils (dates) when they ended; an empty text where no source says
// Column: elections (ids) the election that each is of; an empty text where it is of none
// Column: standings (texts) their standings
// Column: steps (number) how many ties
UNWIND $id AS asked
MATCH p = (x:Entity {id: asked})-[:LEADS|MEMBER_OF|EXPECTED_IN*1..6]->(y:Entity)
WHERE all(r IN relationships(p) WHERE r.election IS NULL OR r.election IN $election)
RETURN y.id AS id, y.name AS name, y.kind AS kind,
       [n IN nodes(p) | n.id] AS through, [n IN nodes(p) | n.kind] AS kinds,
       [r IN relationships(p) | type(r)] AS types, [r IN relationships(p) | r.id] AS facts,
       [r IN relationships(p) | coalesce(r.since, '')] AS sinces,
       [r IN relationships(p) | coalesce(r.until, '')] AS untils,
       [r IN relationships(p) | coalesce(r.election, '')] AS elections,
       [r IN relationships(p) | r.standing] AS standings, length(p) AS steps
ORDER BY through[0], steps, id, facts
