// Question: Who led or joined one list at an election, and at the next that is known of them another?
// Group: affiliation
// Column: figure (id) a figure that is tied to the list before at the first of these elections and no more at the second
// Column: name (text) the figure's name
// Column: first (id) the first election
// Column: first_date (date) the day of the vote
// Column: first_tie (text) LEADS or MEMBER_OF
// Column: before (id) what the figure led or joined then; no bloc
// Column: before_name (text) its name
// Column: second (id) the next election at which a source ties the figure to a list, of whatever body
// Column: second_date (date) the day of the vote
// Column: second_tie (text) LEADS or MEMBER_OF
// Column: after (id) what the figure led or joined then; a list is the same only by its id, so it may follow the first
// Column: after_name (text) its name
// Column: first_fact (id) the fact of the first tie
// Column: second_fact (id) the fact of the second tie
MATCH (f:Figure)-[r:LEADS|MEMBER_OF]->(a:Entity)
WHERE r.election IS NOT NULL AND a.kind <> 'bloc'
WITH f, r, a, r.election AS first
MATCH (d:Entity {id: first})
MATCH (f)-[k:LEADS|MEMBER_OF]->(x:Entity)
WHERE k.election IS NOT NULL AND x.kind <> 'bloc'
WITH f, r, a, d, k.election AS later
MATCH (t:Entity {id: later})
WHERE t.date > d.date
WITH f, r, a, d, min(t.date) AS next
MATCH (f)-[q:LEADS|MEMBER_OF]->(b:Entity)
WHERE q.election IS NOT NULL AND b.kind <> 'bloc'
WITH f, r, a, d, next, q, b, q.election AS second
MATCH (s:Entity {id: second})
WHERE s.date = next AND b.id <> a.id
OPTIONAL MATCH (f)-[same:LEADS|MEMBER_OF]->(a)
WHERE same.election = second
WITH f, r, a, d, s, q, b, count(same.id) AS still
OPTIONAL MATCH (f)-[had:LEADS|MEMBER_OF]->(b)
WHERE had.election = d.id
WITH f, r, a, d, s, q, b, still, count(had.id) AS already
WHERE still = 0 AND already = 0
RETURN f.id AS figure, f.name AS name, d.id AS first, d.date AS first_date, type(r) AS first_tie, a.id AS before,
       a.name AS before_name, s.id AS second, s.date AS second_date, type(q) AS second_tie, b.id AS after,
       b.name AS after_name, r.id AS first_fact, q.id AS second_fact
ORDER BY figure, first_date, first_fact, second_fact
