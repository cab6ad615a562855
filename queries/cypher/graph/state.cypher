// Question: Is the graph whole, and from which data was it built?
// Group: graph
// Column: state (text) building or ready
// Column: model (id) a hash of the labels, edges and properties that it was written with
// Column: data_version (id) a hash of the data and documents
// Column: documents (texts) the user's documents that it was built from
MATCH (m:Majlis)
RETURN m.state AS state, m.model AS model, m.data_version AS data_version, m.documents AS documents
ORDER BY data_version
