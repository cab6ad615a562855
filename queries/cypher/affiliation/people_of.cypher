// Question: Which figures lead a list or bloc, are members of it, or of what is a member of it?
// Group: affiliation
// Parameter: id (entity), a party, alliance or bloc
// Column: figure (id) who leads it or is a member, through any number of steps
// Column: name (text) the figure's name
// Column: steps (number) ties on the way
// Column: through (ids) the entities on the way, from the figure to what was asked about
// Column: types (texts) the ties in their order: LEADS or MEMBER_OF
// Column: facts (ids) their facts
// Column: elections (ids) the elections that they are of; an empty text where they are of none
// Column: sinces (dates) when they began; an empty text where no source says
// Column: untils (dates) when they ended; an empty text where no source says
MATCH p = (f:Figure)-[:LEADS|MEMBER_OF*1..6]->(x:Entity {id: $id})
RETURN f.id AS figure, f.name AS name, length(p) AS steps, [n IN nodes(p) | n.id] AS through,
       [r IN relationships(p) | type(r)] AS types, [r IN relationships(p) | r.id] AS facts,
       [r IN relationships(p) | coalesce(r.election, '')] AS elections,
       [r IN relationships(p) | coalesce(r.since, '')] AS sinces,
       [r IN relationships(p) | coalesce(r.until, '')] AS untils
ORDER BY figure, steps, facts
