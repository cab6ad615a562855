// Question: Which elections are known, and what did each of them fill?
// Group: graph
// Column: id (id) the election
// Column: name (text) its name
// Column: date (date) the day of the vote
// Column: body (id) the one body that it fills; empty where it fills a council in each province
// Column: body_name (text) the name of that body
// Column: seats (seats) all seats that it fills; empty where no source states them
// Column: seats_standing (text) the weakest standing that this number rests on
// Column: won_in_all (seats) the seats that lists are stated to have won in all; empty where no list's are
// Column: sat_until (date) when what it filled was dissolved before the next vote, where a source says so
MATCH (e:Election)
OPTIONAL MATCH (e)-[:ELECTS]->(b:Body)
RETURN e.id AS id, e.name AS name, e.date AS date, b.id AS body, b.name AS body_name, e.seats AS seats,
       e.seats_standing AS seats_standing, e.won_in_all AS won_in_all, e.sat_until AS sat_until
ORDER BY date DESC, id
