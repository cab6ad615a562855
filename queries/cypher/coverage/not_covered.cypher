// Question: What does the data folder say that it does not cover at all?
// Group: coverage
// Column: what (texts) a sentence for each thing that nobody looked for
// Column: data_version (id) a hash of the data and documents
MATCH (m:Majlis)
RETURN m.not_covered AS what, m.data_version AS data_version
ORDER BY data_version
