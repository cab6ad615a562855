// Question: Which elections are known?
// Group: graph
// Column: id, name, date (text)
MATCH (e:Election)
RETURN e.id AS id, e.name AS name, e.date AS date
ORDER BY date DESC, id
