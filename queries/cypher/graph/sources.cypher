// Question: Which sources does the graph know?
// Group: graph
// Column: id (id) the source
// Column: title (text) its title
// Column: publisher (text) who published it
// Column: published (date) when, as precisely as it is known
// Column: kind (text) official, relay, press or reference
// Column: copy_of (id) the source that it repeats; a copy never counts as a second source
// Column: url (text) its address, where it is recorded
// Column: added (flag) whether a user added it to the data; empty for the sources of the data
MATCH (s:Source)
RETURN s.id AS id, s.title AS title, s.publisher AS publisher, s.published AS published, s.kind AS kind,
       s.copy_of AS copy_of, s.url AS url, s.added AS added
ORDER BY id
