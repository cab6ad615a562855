// Question: Which elections are known?
// Group: graph
// Column: id (id) the election
// Column: name (text) its name
// Column: date (date) the day of the vote
MATCH (e:Election)
RETURN e.id AS id, e.name AS name, e.date AS date
ORDER BY date DESC, id
