// Question: Which lines of documents look like claims and could not be read?
// Group: coverage
// Column: text (text) the line as written
// Column: source (id) the source
// Column: locator (text) the place in it
// Column: reason (text) why it could not be read
// Column: id (id) the line's number in its source
MATCH (u:Unreadable)
RETURN u.text AS text, u.source AS source, u.locator AS locator, u.reason AS reason, u.id AS id
ORDER BY source, id
