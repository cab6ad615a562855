// Question: Which seats did each list gain or lose between two elections?
// Group: seats
// Parameter: first (election), the earlier election
// Parameter: second (election), the later one, best of the same body
// Column: list (id) a list with seats at either; it is the same list only by its id, a list of its name may be another
// Column: name (text) its name
// Column: kind (text) party, alliance or figure
// Column: first (seats) its seats in all at the first: the sum by province where every seat of the election has one, else as stated in all; empty where neither is known
// Column: first_most (seats) the largest such number that stands; as many where nothing is disputed
// Column: first_placed (seats) its seats whose province is known; never add them to the seats in all
// Column: second (seats) its seats in all at the second, likewise
// Column: second_most (seats) the largest such number that stands
// Column: second_placed (seats) its seats whose province is known
// Column: change (number) seats more, or less than 0; empty where either number is not known or disputed: an empty number is no 0
UNWIND [$first, $second] AS election
MATCH (e:Entity {id: election})
OPTIONAL MATCH (e)-[:ELECTS]->(b:Body)
OPTIONAL MATCH (p:Province)-[v:VOTED_IN]->(e)
WITH election, b.id AS body, e.seats AS seats, count(v.id) AS voted,
     count(CASE WHEN v.accounted >= v.council_size THEN v.id END) AS full,
     toInteger(coalesce(sum(v.council_size), 0)) AS sizes
ORDER BY election
WITH collect(CASE WHEN voted > 0 AND full = voted AND (body IS NULL OR sizes >= coalesce(seats, sizes + 1))
                  THEN election END) AS placed
MATCH (l:Entity)-[r:HOLDS_SEATS|WON_IN_ALL]->(:Entity)
WHERE r.election = $first OR r.election = $second
WITH placed, l, r, r.election = $first AS before, r.election = $second AS after, type(r) = 'WON_IN_ALL' AS whole
WITH l, $first IN placed AS first_whole, $second IN placed AS second_whole,
     max(CASE WHEN before AND whole THEN r.seats END) AS first_stated,
     max(CASE WHEN before AND whole THEN r.most END) AS first_stated_most,
     max(CASE WHEN after AND whole THEN r.seats END) AS second_stated,
     max(CASE WHEN after AND whole THEN r.most END) AS second_stated_most,
     count(CASE WHEN before AND NOT whole THEN r.id END) AS first_rows,
     count(CASE WHEN after AND NOT whole THEN r.id END) AS second_rows,
     toInteger(coalesce(sum(CASE WHEN before AND NOT whole THEN r.seats END), 0)) AS first_sum,
     toInteger(coalesce(sum(CASE WHEN before AND NOT whole THEN r.most END), 0)) AS first_sum_most,
     toInteger(coalesce(sum(CASE WHEN after AND NOT whole THEN r.seats END), 0)) AS second_sum,
     toInteger(coalesce(sum(CASE WHEN after AND NOT whole THEN r.most END), 0)) AS second_sum_most
WITH l, CASE WHEN first_rows > 0 THEN first_sum END AS first_placed,
     CASE WHEN second_rows > 0 THEN second_sum END AS second_placed,
     CASE WHEN NOT first_whole THEN first_stated WHEN first_rows > 0 THEN first_sum END AS before,
     CASE WHEN NOT first_whole THEN first_stated_most WHEN first_rows > 0 THEN first_sum_most END AS before_most,
     CASE WHEN NOT second_whole THEN second_stated WHEN second_rows > 0 THEN second_sum END AS after,
     CASE WHEN NOT second_whole THEN second_stated_most WHEN second_rows > 0 THEN second_sum_most END AS after_most
RETURN l.id AS list, l.name AS name, l.kind AS kind, before AS first, before_most AS first_most, first_placed,
       after AS second, after_most AS second_most, second_placed,
       CASE WHEN before = before_most AND after = after_most THEN after - before END AS change
ORDER BY CASE WHEN change IS NULL THEN 1 ELSE 0 END, change DESC, list
