// Question: Which names in documents were not recognised?
// Group: coverage
// Column: text (text) the name as written
// Column: kind (text) what it was read as the name of
// Column: source (id) the source
// Column: locator (text) the place in it
// Column: reason (text) why it was not recognised
// Column: id (id) the name's number in its source
MATCH (u:Unresolved)
RETURN u.text AS text, u.kind AS kind, u.source AS source, u.locator AS locator, u.reason AS reason, u.id AS id
ORDER BY source, id
