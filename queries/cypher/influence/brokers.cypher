// Question: Who is tied to two blocs, and so could speak with both?
// Group: influence
// Column: broker (id) a figure, party or alliance that leads or belongs to members of both, at any time
// Column: name (text) its name
// Column: kind (text) figure, party or alliance
// Column: first (id) one bloc
// Column: first_name (text) its name
// Column: first_steps (number) ties on the shortest way to it
// Column: second (id) the other bloc
// Column: second_name (text) its name
// Column: second_steps (number) ties on the shortest way to it
MATCH w = (x:Entity)-[:LEADS|MEMBER_OF*1..6]->(b:Bloc)
WITH x, b, min(length(w)) AS steps
MATCH v = (x)-[:LEADS|MEMBER_OF*1..6]->(c:Bloc)
WHERE b.id < c.id
WITH x, b, steps, c, min(length(v)) AS second_steps
RETURN x.id AS broker, x.name AS name, x.kind AS kind, b.id AS first, b.name AS first_name, steps AS first_steps,
       c.id AS second, c.name AS second_name, second_steps
ORDER BY broker, first, second
