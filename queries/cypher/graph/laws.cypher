// Question: By which law did votes become seats at each election, where a source states it?
// Group: graph
// Column: election (id) an election whose law is stated
// Column: date (date) the day of the vote
// Column: method (text) divisors, or largest_remainder
// Column: divisors (texts) the first divisors; each later one is as far from the one before as the last two are
// Column: threshold (text) the percentage of a constituency's votes under which a list wins nothing; empty: none
// Column: alone (seats) the most seats that a person who stands as a list can win; empty: no limit
// Column: sources (ids) the sources that state it
MATCH (e:Election)
WHERE e.method IS NOT NULL
RETURN e.id AS election, e.date AS date, e.method AS method, e.divisors AS divisors, e.threshold AS threshold,
       e.alone AS alone, e.law_sources AS sources
ORDER BY date DESC, election
