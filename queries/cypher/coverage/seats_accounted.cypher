// Question: How many seats of each council are accounted for, and how many are missing?
// Group: coverage
// Parameter: election (election) = sitting, the election asked about; sitting: that of each body that sits
// Column: province (id) a province that voted
// Column: province_name (text) its name
// Column: council_size (seats) seats of the whole council; empty where it is not known
// Column: size_standing (text) the standing of that size; inferred: worked out from the seats
// Column: accounted (seats) seats whose list is known; a disputed number counts with its minimum
// Column: missing (seats) seats not accounted for; empty where the size is not known
// Column: share (share) accounted of all
MATCH (p:Province)-[v:VOTED_IN]->(:Entity {id: $election})
RETURN p.id AS province, p.name AS province_name, v.council_size AS council_size, v.size_standing AS size_standing,
       v.accounted AS accounted, v.council_size - v.accounted AS missing,
       CASE WHEN v.council_size > 0 THEN 1.0 * v.accounted / v.council_size END AS share
ORDER BY province
