// Question: In which provinces did each election fill a council, and until when did these sit?
// Group: graph
// Column: election (id) an election of councils
// Column: date (date) the day of the vote
// Column: province (id) a province that took part in it
// Column: sat_until (date) when this council was dissolved before the next vote, where a source says so
MATCH (p:Province)-[v:VOTED_IN]->(e:Election)
WHERE NOT (e)-[:ELECTS]->(:Body)
RETURN e.id AS election, e.date AS date, p.id AS province, v.sat_until AS sat_until
ORDER BY date DESC, election, province
