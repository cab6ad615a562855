// Question: What is each entity called in its country's language, and where does it lie?
// Group: graph
// Column: id (id) the entity
// Column: name_local (text) its name in the country's language; empty where none is recorded
// Column: lang (text) that language, as in BCP 47
// Column: lat (value) degrees north of the equator; empty for what is no place
// Column: lon (value) degrees east of Greenwich; empty for what is no place
MATCH (e:Entity)
RETURN e.id AS id, e.name_local AS name_local, e.lang AS lang, e.lat AS lat, e.lon AS lon
ORDER BY id
