MATCH (e:Election) RETURN e.name AS name, e.date AS d ORDER BY d DESC LIMIT 1
MATCH (p:Party)-[h:HOLDS_SEATS]->(c:Province) WHERE h.election = 'iq-2023-governorates' RETURN p.name AS party, sum(h.seats) AS seats ORDER BY seats DESC, party LIMIT 10
MATCH (a)-[h:HOLDS_SEATS]->(c) WITH c, h.election AS e, max(h.seats) AS m MATCH (x)-[k:HOLDS_SEATS {election: e, seats: m}]->(c) RETURN c.name AS c, e, x.name AS x ORDER BY c, e, x LIMIT 20
MATCH (f:Figure)-[:LEADS]->(l)<-[:MEMBER_OF]-(p) RETURN DISTINCT f.name AS f, l.name AS l, p.name AS p ORDER BY f, l, p LIMIT 20
MATCH (f:Figure) OPTIONAL MATCH (f)-[:LEADS]->(l) WITH f, count(l) AS n WHERE n = 0 RETURN count(f) AS idle
MATCH (f:Figure) WHERE NOT (f)-[:LEADS]->() RETURN count(f) AS n
MATCH (f:Figure) WHERE NOT EXISTS { (f)-[:LEADS]->() } RETURN count(f) AS n
MATCH (f:Figure) WHERE EXISTS { MATCH (f)-[:LEADS]->(l) WHERE l:Party } RETURN f.name AS n ORDER BY n LIMIT 10
MATCH (f:Figure) RETURN f.name AS n, COUNT { (f)--() } AS d ORDER BY d DESC, n LIMIT 5
MATCH (f:Figure) RETURN f.name AS n, size([(f)-[:LEADS]->(l) | l.name]) AS d ORDER BY d DESC, n LIMIT 5
MATCH (n) WHERE n:Party OR n:Alliance RETURN labels(n)[1] AS k, count(*) AS c ORDER BY k
MATCH (n:Party|Alliance) RETURN count(n) AS c
MATCH ()-[r:LEADS|MEMBER_OF]->() RETURN type(r) AS t, count(*) AS c ORDER BY t
MATCH (s:Statement)-[:FROM]->(so:Source) RETURN so.publisher AS p, count(s) AS c ORDER BY c DESC, p LIMIT 8
MATCH (s:Statement) WHERE s.value > 40 RETURN count(s) AS c
MATCH (s:Statement) WHERE s.value IS NULL RETURN count(s) AS c
MATCH (f:Fact) WHERE f.disputed RETURN f.predicate AS p, count(*) AS c ORDER BY p
MATCH (f:Fact) WHERE f.disputed = true RETURN count(*) AS c
MATCH (c:Province) RETURN c.name AS c, c.population AS p ORDER BY p DESC LIMIT 5
MATCH (c:Province) RETURN c.name AS c, c.population AS p ORDER BY p LIMIT 5
MATCH (c:Province) RETURN c.name AS c, c.lat + c.lon AS x ORDER BY c LIMIT 3
MATCH (c:Province) RETURN c.name AS c, round(c.area_km2 / 1000.0, 2) AS x ORDER BY c LIMIT 3
MATCH (c:Province) RETURN c.name AS c, c.population / c.area_km2 AS x ORDER BY c LIMIT 5
MATCH (c:Province) RETURN c.name AS c, toString(c.population) + ' people' AS x ORDER BY c LIMIT 5
MATCH (n:Figure) WHERE n.name =~ '.*al-H.*' RETURN n.name AS n ORDER BY n
MATCH (n:Figure) WHERE n.name CONTAINS 'Barzani' RETURN n.name AS n, n.aliases AS a ORDER BY n
MATCH (n:Figure) WHERE any(a IN n.aliases WHERE a CONTAINS 'Abu') RETURN n.name AS n ORDER BY n
MATCH (n:Entity) WHERE n.name_local STARTS WITH 'ائتلاف' RETURN n.name AS n ORDER BY n
MATCH (n:Entity) UNWIND n.aliases AS a RETURN n.name AS n, a ORDER BY n, a LIMIT 5
MATCH (n:Entity) WHERE size(n.aliases) > 3 RETURN n.name AS n, size(n.aliases) AS c ORDER BY c DESC, n LIMIT 5
MATCH p = (a:Figure {name: 'Nouri al-Maliki'})-[*1..2]-(b:Figure) RETURN DISTINCT b.name AS b ORDER BY b LIMIT 10
MATCH p = shortestPath((a:Figure {name: 'Nouri al-Maliki'})-[:LEADS|MEMBER_OF*..6]-(b:Figure {name: 'Hadi al-Amiri'})) RETURN length(p) AS l
MATCH p = allShortestPaths((a:Figure {name: 'Nouri al-Maliki'})-[:LEADS|MEMBER_OF*..6]-(b:Figure {name: 'Hadi al-Amiri'})) RETURN count(p) AS l
MATCH (a:Figure)-[:LEADS]->(l)-[h:HOLDS_SEATS]->(c:Province {name: 'Baghdad'}) WHERE h.election STARTS WITH 'iq-2025' RETURN DISTINCT a.name AS a, l.name AS l, h.seats AS s ORDER BY s DESC, a
MATCH (l)-[h:HOLDS_SEATS]->(c) WITH h.election AS e, c, sum(h.seats) AS s, max(h.seats) AS m RETURN e, c.name AS c, 1.0 * m / s AS share ORDER BY share DESC, e, c LIMIT 10
MATCH (l)-[h:HOLDS_SEATS]->(c) RETURN h.election AS e, count(DISTINCT l) AS lists, count(DISTINCT c) AS councils, sum(h.seats) AS seats ORDER BY e
MATCH (l)-[w:WON_IN_ALL]->(e:Election) WITH e, l, w ORDER BY w.seats DESC, l.name WITH e, collect(l.name + ' ' + toString(w.seats)) AS ls RETURN e.id AS e, ls[0] AS first, ls[1] AS second ORDER BY e
MATCH (f:Figure)-[h:HELD]->(o:Office) RETURN f.name AS f, o.name AS o, h.since AS s, h.until AS u ORDER BY s, f, o LIMIT 10
MATCH (f:Figure)-[h:HELD]->(o:Office) WHERE h.until IS NULL RETURN f.name AS f, o.name AS o ORDER BY o, f LIMIT 10
MATCH (f:Figure)-[h:HELD]->(o:Office) WHERE h.since >= '2020' AND (h.until IS NULL OR h.until > '2024') RETURN count(*) AS c
MATCH (f:Figure)-[h:HELD]->(o) RETURN f.name AS f, count(o) AS n ORDER BY n DESC, f LIMIT 5
MATCH (a:Entity)-[:MEMBER_OF]->(b)-[:MEMBER_OF]->(c) RETURN a.name AS a, b.name AS b, c.name AS c ORDER BY a, b, c LIMIT 10
MATCH (b:Bloc)<-[:MEMBER_OF*1..3]-(x) RETURN b.name AS b, count(DISTINCT x) AS n ORDER BY n DESC, b
MATCH (c:Province)-[v:VOTED_IN]->(e:Election) WHERE v.turnout IS NOT NULL RETURN e.id AS e, c.name AS c, v.turnout AS t ORDER BY t DESC, e, c LIMIT 10
MATCH (c)-[v:VOTED_IN]->(e) WHERE v.council_size <> v.accounted RETURN e.id AS e, c.name AS c, v.council_size AS s, v.accounted AS a ORDER BY e, c LIMIT 10
MATCH (c)-[v:VOTED_IN]->(e) RETURN e.id AS e, sum(v.council_size) AS s, sum(v.accounted) AS a ORDER BY e
MATCH (s:Source) RETURN substring(s.published, 0, 4) AS y, count(*) AS c ORDER BY y
MATCH (s:Source) RETURN left(s.published, 7) AS y, count(*) AS c ORDER BY c DESC, y LIMIT 5
MATCH (s:Source) WHERE s.url IS NULL RETURN count(*) AS c
MATCH (s:Source) WHERE s.copy_of IS NOT NULL MATCH (o:Source {id: s.copy_of}) RETURN s.id AS s, o.id AS o ORDER BY s LIMIT 5
MATCH (s:Source) RETURN s.language AS l, count(*) AS c ORDER BY l
MATCH (s:Statement)-[a:ABOUT]->(e:Entity) RETURN a.role AS r, count(*) AS c ORDER BY r
MATCH (f:Fact) MATCH (s:Statement {fact: f.id}) WITH f, collect(DISTINCT s.value) AS v WHERE size(v) > 1 RETURN f.id AS f, size(v) AS n ORDER BY f LIMIT 5
MATCH (a)-[r:HOLDS_SEATS]->(b) MATCH (s:Statement) WHERE s.fact = r.id RETURN count(s) AS n
MATCH (f:Fact) WHERE f.since IS NOT NULL WITH date(f.since) AS d RETURN d.year AS y, count(*) AS n ORDER BY y LIMIT 5
MATCH (e:Election) WITH date(e.date) AS d, e RETURN e.id AS e, d.year AS y, d.month AS m, d.dayOfWeek AS w ORDER BY e
MATCH (e:Election) WHERE date(e.date) > date('2020-01-01') RETURN e.id AS e ORDER BY e
MATCH (e:Election) RETURN e.id AS e, duration.inMonths(date(e.date), date('2026-11-28')).months AS m ORDER BY e
MATCH (e:Election) RETURN e.id AS e, duration.inDays(date(e.date), date('2026-11-28')).days AS m ORDER BY e
RETURN 7 / 2 AS a, 7 % 2 AS b, -7 / 2 AS c, -7 % 2 AS d, 2 ^ 3 AS e, 7 / 2.0 AS f
RETURN 1 = 1.0 AS a, null = null AS b, null IS NULL AS c, 'a' < 'b' AS d, [1,2] = [1,2] AS e, 1 IN [null, 1] AS f, 1 IN [null] AS g
RETURN toUpper('abc') AS a, trim('  x ') AS b, replace('aXb', 'X', '-') AS c, split('a,b', ',') AS d, reverse('abc') AS e, size('abc') AS f
RETURN coalesce(null, 1) AS a, head([1,2]) AS b, last([1,2]) AS c, tail([1,2,3]) AS d, range(1, 5) AS e, range(5, 1, -2) AS f
RETURN [x IN range(1, 10) WHERE x % 2 = 0 | x * x] AS a, reduce(s = 0, x IN [1,2,3] | s + x) AS b
RETURN CASE WHEN 1 > 2 THEN 'a' WHEN 2 > 1 THEN 'b' ELSE 'c' END AS a, CASE 3 WHEN 1 THEN 'x' ELSE 'y' END AS b
RETURN toInteger('12') AS a, toFloat('1.5') AS b, toInteger('x') AS c, toBoolean('true') AS d, toString(1.0) AS e
RETURN {a: 1, b: 'x'} AS m, {a: 1}.a AS n
RETURN 0.1 + 0.2 AS a, 1e3 AS b, 10 / 4 AS c, 3 * 1.5 AS d
RETURN all(x IN [1,2] WHERE x > 0) AS a, none(x IN [1] WHERE x > 1) AS b, single(x IN [1,2] WHERE x = 1) AS c, any(x IN [] WHERE x = 1) AS d
UNWIND [3, 1, null, 2] AS x RETURN x ORDER BY x
UNWIND [3, 1, null, 2] AS x RETURN x ORDER BY x DESC
UNWIND [1, 1, 2] AS x RETURN count(x) AS a, count(DISTINCT x) AS b, collect(x) AS c, sum(x) AS d, avg(x) AS e
UNWIND ['b', 'a', 'B', 'ä', 'z'] AS x RETURN x ORDER BY x
MATCH (n:Bloc) RETURN n.name AS x UNION MATCH (n:Body) RETURN n.name AS x
MATCH (n:Bloc) RETURN count(n) AS x UNION ALL MATCH (n:Body) RETURN count(n) AS x
MATCH (e:Election) CALL { WITH e MATCH (l)-[w:WON_IN_ALL]->(e) RETURN l.name AS l, w.seats AS s ORDER BY s DESC, l LIMIT 1 } RETURN e.id AS e, l, s ORDER BY e
MATCH (e:Election) CALL (e) { MATCH (l)-[w:WON_IN_ALL]->(e) RETURN l.name AS l, w.seats AS s ORDER BY s DESC, l LIMIT 2 } RETURN e.id AS e, l, s ORDER BY e, s DESC, l
MATCH (a:Alliance) WITH a ORDER BY a.name SKIP 5 LIMIT 5 RETURN a.name AS n
MATCH (a:Party) WHERE a.id IN ['taqaddum', 'badr', 'kdp'] RETURN a.id AS i, a.name AS n ORDER BY i
MATCH (a:Party) WHERE a.founded < '1960' RETURN a.name AS n, a.founded AS f ORDER BY f, n
MATCH (a:Figure) WHERE a.born IS NOT NULL RETURN a.name AS n, a.born AS b ORDER BY b, n LIMIT 5
MATCH (a)-[r:RIVAL_OF]-(b) WHERE a.id < b.id RETURN a.name AS a, b.name AS b ORDER BY a, b
MATCH (a)-[r]->(b) WHERE type(r) = 'SUPPORTED' RETURN a.name AS a, b.name AS b ORDER BY a, b
MATCH (a {name: 'Taqaddum Party'})-[r]->(b) RETURN type(r) AS t, b.name AS b, r.seats AS s ORDER BY t, b, s LIMIT 40
MATCH (a:Party {name: 'Taqaddum Party'}) RETURN a
MATCH (a:Party {name: 'Taqaddum Party'})-[r:HOLDS_SEATS]->(c:Province {name: 'Anbar'}) RETURN r
MATCH (a:Figure {name: 'Muqtada al-Sadr'})-[r:LEADS]->(b) RETURN a, r, b LIMIT 2
MATCH (a) WHERE a.name = 'Muqtada al-Sadr' RETURN a.name, labels(a)
MATCH (n:Entity) RETURN n.kind AS k, count(*) AS c ORDER BY c DESC, k
MATCH (n:Entity) WHERE n.kind = 'party' AND n.dissolved IS NULL RETURN count(*) AS c
MATCH (n) WHERE n.wikidata STARTS WITH 'Q' RETURN count(n) AS c
MATCH (n) RETURN count(n) AS nodes
MATCH ()-[r]->() RETURN count(r) AS rels
MATCH (a)--(b) RETURN count(*) AS c
MATCH (a:Province)-[r*1..2]->(b:Election) RETURN count(*) AS c
MATCH (l)-[h23:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(c)<-[h25:HOLDS_SEATS {election: 'iq-2025-representatives'}]-(l) RETURN l.name AS l, c.name AS c, h23.seats AS a, h25.seats AS b ORDER BY l, c
MATCH (l)-[s:STOOD_IN]->(e:Election) WHERE NOT (l)-[:WON_IN_ALL]->(e) AND NOT EXISTS { MATCH (l)-[h:HOLDS_SEATS]->() WHERE h.election = e.id } RETURN e.id AS e, count(l) AS n ORDER BY e
MATCH (l)-[s:STOOD_IN]->(c) RETURN s.election AS e, sum(s.votes) AS v ORDER BY e
MATCH (n:Majlis) RETURN n.data_version AS v, n.state AS s
MATCH (c:Correction) RETURN c.was AS w, c.now AS n, c.why AS y ORDER BY c.id LIMIT 3
MATCH (f:Fact) RETURN f.standing AS s, count(*) AS c ORDER BY s
MATCH (f:Fact) WHERE f.values IS NOT NULL RETURN f.id AS i, f.values AS v ORDER BY i LIMIT 3
MATCH (o:Office)-[:OFFICE_IN]->(p) RETURN o.name AS o, p.name AS p ORDER BY o LIMIT 5
MATCH (a:Figure), (b:Figure) WHERE a.name < b.name AND (a)-[:MEMBER_OF]->()<-[:MEMBER_OF]-(b) RETURN count(*) AS n
MATCH (b:Body)-[:ELECTS]-(e) RETURN b.name AS b, e.name AS e ORDER BY b, e
MATCH (b)-[h:HAS_CONSTITUENCY]->(c) RETURN h.election AS e, count(c) AS n, sum(h.seats) AS s ORDER BY e
MATCH (l)-[m:HAS_MEMBERS]->(c) WITH l, sum(m.members) AS m RETURN l.name AS l, m ORDER BY m DESC, l LIMIT 10
MATCH (n:Figure) WHERE n.name = 'Muqtada al-Sadr' RETURN n.id AS id
MATCH (n) WHERE n:Nothing RETURN n
MATCH (n:Figure) WHERE toLower(n.name) CONTAINS toLower('SADR') RETURN n.name AS n ORDER BY n
MATCH (a:Alliance)<-[:MEMBER_OF]-(p:Party) WITH a, count(DISTINCT p) AS n ORDER BY n DESC, a.name LIMIT 3 MATCH (a)-[w:WON_IN_ALL]->(e) RETURN a.name AS a, n, e.id AS e, w.seats AS s ORDER BY a, e
MATCH (x:Entity)-[r:LEADS]->(y) WHERE r.election = 'iq-2025-representatives' OR r.election IS NULL RETURN x.name AS x, y.name AS y, r.since AS s ORDER BY x, y, s LIMIT 10
MATCH (n:Figure) RETURN n.name AS n, id(n) IS NOT NULL AS i ORDER BY n LIMIT 1
MATCH (n:Figure) RETURN elementId(n) IS NOT NULL AS i LIMIT 1
MATCH (a:Figure {name: 'Nouri al-Maliki'}) MATCH (b:Figure {name: 'Muqtada al-Sadr'}) MATCH p = (a)-[*..3]-(b) RETURN length(p) AS l, count(*) AS n ORDER BY l
MATCH (n:Province) WITH n ORDER BY n.name RETURN collect(n.name)[..3] AS a, collect(n.name)[-1] AS z
MATCH (n:Province) RETURN n.name AS n, exists((n)<-[:HELD_NO_VOTE]-()) AS x ORDER BY n LIMIT 3
WITH 'Baghdad' AS p MATCH (c:Province {name: p})<-[h:HOLDS_SEATS]-(l) WHERE h.election = 'iq-2023-governorates' RETURN l.name AS l, h.seats AS s ORDER BY s DESC, l
MATCH (c:Province)<-[h:HOLDS_SEATS]-(l) WITH h.election AS e, c.name AS c, l.name AS l, h.seats AS s ORDER BY e, c, s DESC, l WITH e, c, collect({l: l, s: s}) AS r RETURN e, c, r[0].l AS first, r[0].s - r[1].s AS lead ORDER BY lead DESC, e, c LIMIT 5
MATCH (l)-[h:HOLDS_SEATS]->(c:Province) WHERE h.election='iq-2023-governorates' WITH l, count(c) AS n, sum(h.seats) AS s WHERE n >= 5 RETURN l.name AS l, n, s, 1.0*s/n AS mean ORDER BY s DESC, l
MATCH (n) WHERE n.name IS NULL RETURN count(n) AS c
MATCH (n:Statement) RETURN n.quote AS q ORDER BY n.id LIMIT 2
MATCH (n:Entity) WHERE n.name ENDS WITH 'Party' AND NOT n:Party RETURN n.name AS n, n.kind AS k ORDER BY n
MATCH (a)-[r:MEMBER_OF]->(b) WHERE r.until <> '' RETURN a.name AS a, b.name AS b, r.until AS u ORDER BY a, b
MATCH (a)-[r:LEADS {election: 'iq-2021-representatives'}]->(b) RETURN count(*) AS n
MATCH (n:Election) RETURN max(n.date) AS m, min(n.date) AS i
MATCH (n:Election {id: 'iq-2021-representatives'}) RETURN n.turnout AS t, n.turnout_of AS o, n.voters AS v, n.seats AS s
MATCH (a:Party)-[:HOLDS_SEATS]->(c)<-[:HOLDS_SEATS]-(b:Party) WHERE a.id < b.id WITH a, b, count(DISTINCT c) AS n RETURN a.name AS a, b.name AS b, n ORDER BY n DESC, a, b LIMIT 5
MATCH (a)-[r:LEADS]->(b) WITH r ORDER BY r.id LIMIT 2 RETURN properties(r) AS q
MATCH (a)-[r:LEADS]->(b) WITH r ORDER BY r.id LIMIT 2 RETURN type(r) AS t, startNode(r).name AS s, endNode(r).name AS e
MATCH (a)-[r:LEADS]->(b) WITH r ORDER BY r.id LIMIT 3 RETURN collect(r) AS rs
MATCH (a)-[r:LEADS]->(b) WITH r ORDER BY r.id LIMIT 3 WITH collect(r) AS rs RETURN [x IN rs | x.id] AS i, [x IN rs | type(x)] AS t, size(rs) AS n
MATCH (a)-[r:LEADS]->(b) WITH r ORDER BY r.id LIMIT 3 WITH collect(r) AS rs UNWIND rs AS r RETURN r.id AS i, startNode(r).name AS s
MATCH p = (a:Figure {name: 'Nouri al-Maliki'})-[:LEADS]->(l)-[:WON_IN_ALL]->(e) RETURN [x IN relationships(p) | type(x)] AS t, [x IN relationships(p) | x.seats] AS s, [n IN nodes(p) | n.name] AS n ORDER BY n[1], n[2], s[1], t[0]
MATCH p = (a:Figure {name: 'Nouri al-Maliki'})-[:LEADS]->(l)-[:WON_IN_ALL]->(e) WHERE all(x IN relationships(p) WHERE x.election STARTS WITH 'iq-2025') RETURN count(*) AS n
MATCH p = (a:Figure {name: 'Nouri al-Maliki'})-[:LEADS]->(l)-[:WON_IN_ALL]->(e) RETURN reduce(s = 0, x IN relationships(p) | s + coalesce(x.seats, 0)) AS s ORDER BY s
MATCH (a:Bloc)<-[rs:MEMBER_OF*1..2]-(b) RETURN a.name AS a, b.name AS b, [r IN rs | r.standing] AS s, size(rs) AS n ORDER BY a, b, n LIMIT 20
MATCH (a:Bloc)<-[rs:MEMBER_OF*1..2]-(b) WHERE all(r IN rs WHERE r.disputed = false) RETURN count(*) AS n
MATCH (a)-[r:HOLDS_SEATS]->(b) RETURN count(DISTINCT r) AS n, count(r) AS m, count(DISTINCT a) AS k
MATCH (a)-[r:HOLDS_SEATS]->(b) RETURN DISTINCT r.standing AS s ORDER BY s
MATCH (a)-[r:HOLDS_SEATS]->(b), (a)-[q:HOLDS_SEATS]->(c) WHERE r <> q RETURN count(*) AS n
MATCH (a)-[r:HOLDS_SEATS]->(b) MATCH (a)-[q:HOLDS_SEATS]->(b) WHERE r = q RETURN count(*) AS n
MATCH (a)-[r:HOLDS_SEATS]->(b) MATCH (a)-[r]->(c) RETURN count(*) AS n
MATCH (a)-[r:HOLDS_SEATS]->(b) RETURN r.seats + 1 AS s, r.seats * 100 / 329 AS p, CASE WHEN r.seats > 10 THEN 'big' ELSE 'small' END AS c ORDER BY s DESC, r.id LIMIT 3
MATCH (a)-[r:HOLDS_SEATS]->(b) WHERE r.reserved_for IS NOT NULL RETURN count(*) AS n
MATCH (a)-[r:HOLDS_SEATS]->(b) WHERE r.reserved_for <> '' RETURN count(*) AS n
MATCH (a)-[r:HOLDS_SEATS]->(b) WITH a, r.election AS e, sum(r.seats) AS s ORDER BY s DESC, a.id LIMIT 3 RETURN a.name AS a, e, s
MATCH (a)-[r:HOLDS_SEATS]->(b) WITH r WHERE r.seats > 10 RETURN count(r) AS n
MATCH (a)-[r:HOLDS_SEATS]->(b) WITH a, collect({place: b.name, seats: r.seats}) AS l, max(r.seats) AS m ORDER BY m DESC, a.id LIMIT 2 RETURN a.name AS a, [x IN l WHERE x.seats = m | x.place] AS best
MATCH (a)-[r:HOLDS_SEATS]->(b) WITH a.name AS a, r.election AS e, collect(DISTINCT b.name) AS l RETURN a, e, size(l) AS n ORDER BY n DESC, a, e LIMIT 5
MATCH (a:Figure)-[r]-(b:Figure) RETURN a.name AS a, type(r) AS t, b.name AS b, startNode(r) = a AS out ORDER BY a, t, b
MATCH (a:Figure)-[r:RIVAL_OF|SUPPORTED]->(b) RETURN a.name AS a, r.since AS s, b.name AS b ORDER BY a, s, b
OPTIONAL MATCH (a:Figure {name: 'Nobody'}) RETURN a.name AS a, a IS NULL AS n
OPTIONAL MATCH (a:Figure {name: 'Nobody'})-[r:LEADS]->(b) RETURN r.id AS i, type(r) AS t, b AS b, count(*) AS n
MATCH (a:Figure {name: 'Nouri al-Maliki'}) OPTIONAL MATCH (a)-[r:BOYCOTTED]->(b) RETURN a.name AS a, r.standing AS s, coalesce(b.name, 'none') AS b
MATCH (a:Figure) WHERE (a)-[:LEADS {election: 'iq-2025-representatives'}]->() RETURN count(a) AS n
MATCH (a:Figure) WHERE (a)-[:LEADS]->(:Party) AND NOT (a)-[:LEADS]->(:Alliance) RETURN count(a) AS n
MATCH (a)-[:LEADS]->(b)-[:LEADS]->(c) RETURN count(*) AS n
MATCH (a)-[:LEADS*0..2]->(b:Party) RETURN count(*) AS n
MATCH (a:Figure {name: 'Nouri al-Maliki'})-[*..2]-(x) RETURN count(DISTINCT x) AS n
MATCH (a:Figure {name: 'Nouri al-Maliki'})-[:LEADS|HELD*1..2]->(x) RETURN DISTINCT x.name AS x ORDER BY x
MATCH (l)-[w:WON_IN_ALL]->(e:Election) WHERE w.seats = 0 RETURN count(*) AS n
MATCH (l)-[w:HOLDS_SEATS]->(c) WHERE w.seats IS NULL RETURN count(*) AS n
MATCH (l)-[w:HOLDS_SEATS]->(c) WHERE w.most <> w.seats RETURN l.name AS l, c.name AS c, w.seats AS s, w.most AS m ORDER BY l, c, s
MATCH (l)-[w:HOLDS_SEATS]->(c) WHERE w.disputed RETURN count(*) AS n
MATCH (l)-[w:HOLDS_SEATS]->(c) WHERE NOT w.disputed RETURN count(*) AS n
MATCH (l)-[w:HOLDS_SEATS]->(c) WHERE w.standing IN ['final', 'reported'] XOR w.disputed RETURN count(*) AS n
MATCH (n:Figure) WITH n.name AS name ORDER BY name DESC RETURN collect(name)[0] AS a
MATCH (n:Entity) WHERE n.wikidata IS NULL RETURN n.kind AS k, count(*) AS c ORDER BY k
MATCH (n:Entity) RETURN n.kind AS k, count(n.wikidata) AS c, count(*) AS all_ ORDER BY k
MATCH (n:Entity) RETURN n.kind AS k, avg(size(n.name)) AS c ORDER BY k
MATCH (n:Province) RETURN sum(n.population) AS p, avg(n.area_km2) AS a, min(n.name) AS x, max(n.name) AS y
MATCH (n:Province) RETURN n.name AS n, n.nothing AS x ORDER BY n LIMIT 2
MATCH (s:Statement)-[:ABOUT {role: 'subject'}]->(e {name: 'Nouri al-Maliki'}) RETURN s.predicate AS p, count(*) AS n ORDER BY p
MATCH (s:Statement)-[:FROM]->(o:Source) WHERE s.fact IS NOT NULL RETURN o.publisher AS p, count(DISTINCT s.fact) AS n ORDER BY n DESC, p LIMIT 5
MATCH (f:Fact)<-[:X]-(y) RETURN count(*) AS n
MATCH (f:Fact) WHERE f.counts RETURN f.predicate AS p, count(*) AS n ORDER BY p
MATCH (f:Fact) RETURN f.predicate AS p, count(CASE WHEN f.disputed THEN 1 END) AS d, count(*) AS n ORDER BY p
MATCH (f:Fact) WITH f.predicate AS p, count(*) AS n WHERE n > 100 RETURN p, n ORDER BY n DESC
MATCH (f:Fact) RETURN f.sources AS s, count(*) AS n ORDER BY n DESC, s LIMIT 3
MATCH (f:Fact) UNWIND f.values AS v RETURN count(v) AS n
MATCH (e:Election) RETURN e.name + ' (' + left(e.date, 4) + ')' AS n, toInteger(left(e.date, 4)) AS y ORDER BY y, n
MATCH (e:Election) RETURN e.id AS i, e.divisors AS d, e.threshold AS t, e.method AS m ORDER BY i
MATCH (e:Election) WHERE e.seats > 100 AND e.won_in_all = true RETURN e.id AS i ORDER BY i
RETURN date('2025-11-11') - duration('P1Y') AS d
RETURN date('2025-11-11') + duration({days: 20}) AS d
RETURN datetime('2025-11-11T10:00:00Z').year AS y
RETURN date().year > 2000 AS y
RETURN toString(date('2025-11-11')) AS d, date('2025-11-11') < date('2026-01-01') AS b
RETURN [1, 2, 3][-1] AS a, [1, 2, 3][0..2] AS b, [1, 2] + [3] AS c, [1, 2] + 3 AS d, size([]) AS e
RETURN {a: [1, {b: 2}]} AS m, {a: 1, b: null} AS n, keys({b: 1, a: 2}) AS k
RETURN 'a' + 1 AS a, 'a' + 1.5 AS b, 1 + '2' AS c
RETURN 'abc' =~ 'A.*' AS a, 'abc' =~ '(?i)A.*' AS b, 'abc' CONTAINS '' AS c
RETURN null + 1 AS a, null = 1 AS b, null <> null AS c, null AND false AS d, null OR true AS e, NOT null AS f
RETURN [null, 1] = [null, 1] AS a, 1 < 'a' AS b, true < false AS c
RETURN 9223372036854775807 AS a, -9223372036854775808 AS b
RETURN substring('abcdef', 2) AS a, left('abc', 2) AS b, right('abc', 2) AS c, ltrim(' a') AS d, toLower('ÄÖ') AS e, size('日本') AS f
RETURN max([1]) AS a
UNWIND [1, 2, 2.5, 'a', null, true] AS x RETURN x ORDER BY x
UNWIND [[1, 2], [1], [0, 5]] AS x RETURN x ORDER BY x
UNWIND [] AS x RETURN count(x) AS c, sum(x) AS s, collect(x) AS l, max(x) AS m, avg(x) AS a
WITH [3, 1, 2] AS l UNWIND l AS x WITH x ORDER BY x RETURN collect(x) AS l
WITH 1 AS a, 2 AS b RETURN a + b AS c, a AS a UNION WITH 3 AS c RETURN c AS c, 4 AS a
MATCH (n:Bloc) RETURN n.name AS name, labels(n) AS l, n:Bloc AS b, n:Party AS p ORDER BY name
MATCH (n:Bloc) RETURN n ORDER BY n.name LIMIT 1
MATCH (n:Figure) WHERE n.name > 'X' RETURN n.name AS n ORDER BY n
MATCH (n:Figure) RETURN substring(n.name, 0, 1) AS l, count(*) AS c ORDER BY c DESC, l LIMIT 5
MATCH (n:Figure) RETURN split(n.name, ' ')[-1] AS family, count(*) AS c ORDER BY c DESC, family LIMIT 5
MATCH (n:Figure) WITH split(n.name, ' ')[-1] AS family, collect(n.name) AS who WHERE size(who) > 1 UNWIND who AS w WITH family, w ORDER BY family, w RETURN family, collect(w) AS who ORDER BY family
MATCH (n:Bloc) WITH n AS x ORDER BY x.id LIMIT 1 RETURN x {.name} AS q
OPTIONAL MATCH (n:Bloc {name: 'no'}) RETURN n {.name} AS q
MATCH (a:Party) WHERE a.name IN ['Badr Organization', 'Sadiqoun Bloc'] WITH a MATCH (a)-[h:HOLDS_SEATS]->(c) RETURN a.name AS a, h.election AS e, sum(h.seats) AS s ORDER BY a, e
MATCH (l:Alliance|Party)-[h:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(c:Province) WITH c, l, h ORDER BY h.seats DESC, l.name WITH c, head(collect(l.name)) AS top, max(h.seats) AS s RETURN c.name AS c, top, s ORDER BY c
MATCH (c:Province) OPTIONAL MATCH (l)-[h:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(c) RETURN c.name AS c, count(l) AS lists, coalesce(sum(h.seats), 0) AS seats ORDER BY c
MATCH (c:Province) OPTIONAL MATCH (c)-[v:VOTED_IN]->(e:Election {id: 'iq-2023-governorates'}) RETURN c.name AS c, v.council_size AS s, e.name AS e ORDER BY c
MATCH (c:Province) WHERE NOT EXISTS { MATCH (c)<-[h:HOLDS_SEATS]-() WHERE h.election = 'iq-2023-governorates' } RETURN c.name AS c ORDER BY c
MATCH (l)-[h:HOLDS_SEATS]->(c) WHERE h.election = 'iq-2023-governorates' AND NOT (l)-[:STOOD_IN {election: 'iq-2021-representatives'}]->() RETURN DISTINCT l.name AS l ORDER BY l
MATCH (l)-[a:WON_IN_ALL]->(e1:Election {id: 'iq-2021-representatives'}), (l)-[b:WON_IN_ALL]->(e2:Election {id: 'iq-2025-representatives'}) RETURN l.name AS l, a.seats AS x, b.seats AS y, b.seats - a.seats AS d ORDER BY d DESC, l
MATCH (l)-[a:WON_IN_ALL]->(e1:Election {id: 'iq-2021-representatives'}) OPTIONAL MATCH (l)-[b:WON_IN_ALL]->(e2:Election {id: 'iq-2025-representatives'}) WITH l, a, b WHERE b IS NULL RETURN l.name AS l, a.seats AS s ORDER BY s DESC, l LIMIT 10
MATCH (f:Figure)-[x:LEADS]->(l) WITH f, l, collect(x.election) AS es RETURN f.name AS f, l.name AS l, size(es) AS n ORDER BY n DESC, f, l LIMIT 10
MATCH (f:Figure)-[:LEADS]->(l)-[w:WON_IN_ALL]->(e:Election) WHERE e.id = 'iq-2025-representatives' WITH f, sum(w.seats) AS s ORDER BY s DESC, f.name RETURN f.name AS f, s LIMIT 10
MATCH (f:Figure)-[x:LEADS]->(l)-[w:WON_IN_ALL]->(e:Election) WHERE e.id = 'iq-2025-representatives' AND (x.election = e.id OR x.election IS NULL) RETURN DISTINCT f.name AS f, l.name AS l, w.seats AS s ORDER BY s DESC, f LIMIT 10
MATCH (a)-[r]->(b) WHERE a.name = 'Muqtada al-Sadr' AND type(r) IN ['LEADS', 'BOYCOTTED'] RETURN type(r) AS t, b.name AS b, r.election AS e ORDER BY t, b, e
MATCH (a)-[r]-(b) WHERE a.name = 'Muqtada al-Sadr' RETURN type(r) AS t, count(*) AS c ORDER BY t
MATCH (a {id: 'muqtada-al-sadr'})-[r*1..3]-(b:Figure) WHERE b <> a RETURN count(DISTINCT b) AS n
MATCH p = shortestPath((a {id: 'muqtada-al-sadr'})-[*]-(b {id: 'masoud-barzani'})) RETURN [n IN nodes(p) | n.name] AS n
MATCH p = shortestPath((a:Figure {id: 'muqtada-al-sadr'})-[:LEADS|MEMBER_OF|RIVAL_OF*..8]-(b:Figure)) WHERE a <> b RETURN b.name AS b, length(p) AS l ORDER BY l, b LIMIT 10
MATCH (a:Figure {id: 'muqtada-al-sadr'}), (b:Figure {id: 'nouri-al-maliki'}) OPTIONAL MATCH p = shortestPath((a)-[:SUPPORTED*..2]-(b)) RETURN p IS NULL AS none
MATCH (n:Province) WITH n ORDER BY n.population DESC WITH collect(n.name) AS l UNWIND range(0, 2) AS i RETURN i + 1 AS rank, l[i] AS name
MATCH (n:Province)-[v:VOTED_IN]->(e:Election {id: 'iq-2023-governorates'}) RETURN n.name AS n, v.turnout AS t, v.turnout > 50 AS big ORDER BY t DESC, n
MATCH (n:Province)-[v:VOTED_IN]->(e:Election) RETURN e.id AS e, count(v.turnout) AS known, count(*) AS all_, round(avg(v.turnout), 2) AS mean ORDER BY e
MATCH (l)-[s:STOOD_IN {election: 'iq-2023-governorates'}]->(c:Province {name: 'Karbala'}) RETURN l.name AS l, s.votes AS v ORDER BY v DESC, l
MATCH (l)-[s:STOOD_IN]->(c:Province) WHERE s.votes IS NOT NULL WITH s.election AS e, c.name AS c, sum(s.votes) AS v RETURN e, c, v ORDER BY v DESC, e, c LIMIT 5
MATCH (f:Fact {predicate: 'holds_seats', disputed: true}) MATCH (s:Statement {fact: f.id})-[:FROM]->(o:Source) RETURN f.id AS f, s.value AS v, o.publisher AS p ORDER BY f, v, p LIMIT 20
MATCH (s:Statement)-[:FROM]->(o:Source) WITH o, count(s) AS n WHERE n >= 100 RETURN o.name AS o, n ORDER BY n DESC, o
MATCH (o:Source) WHERE NOT (o)<-[:FROM]-() RETURN count(o) AS n
MATCH (o:Source) WHERE o.published >= '2025-11-01' AND o.published < '2025-12-01' RETURN count(o) AS n
MATCH (o:Source) WHERE o.url CONTAINS 'shafaq' RETURN count(o) AS n
MATCH (o:Source) RETURN o.kind AS k, o.read AS r, count(*) AS c ORDER BY k, r
MATCH (s:Statement) WHERE s.quote IS NULL OR s.quote = '' RETURN count(s) AS n
MATCH (s:Statement {predicate: 'holds_seats'}) WITH s.fact AS f, collect(DISTINCT s.value) AS vs WHERE size(vs) > 1 RETURN f, vs ORDER BY f LIMIT 5
MATCH (x)-[h:HELD]->(o:Office)-[:OFFICE_IN]->(p) RETURN p.name AS p, o.name AS o, x.name AS x, h.since AS s ORDER BY p, o, s, x LIMIT 20
MATCH (x)-[h:HELD]->(o:Office) WITH o, x, h ORDER BY h.since DESC, x.name WITH o, collect(x.name)[0] AS last RETURN o.name AS o, last ORDER BY o LIMIT 15
MATCH (x)-[h:HELD]->(o:Office) WHERE h.since <= '2022-01-01' AND coalesce(h.until, '9999') >= '2022-01-01' RETURN o.name AS o, x.name AS x ORDER BY o, x
MATCH (x)-[h:HELD]->(o:Office) WHERE o.name CONTAINS 'Prime Minister' RETURN x.name AS x, h.since AS a, h.until AS b, h.terms AS t ORDER BY a, x
MATCH (x)-[h:ELECTED]->(o) RETURN x.name AS x, o.name AS o, h.number AS n, h.basis AS b ORDER BY n DESC, x, o LIMIT 10
MATCH (a)-[m:MEMBER_OF]->(b:Bloc {name: 'Coordination Framework'}) RETURN a.name AS a, m.since AS s, m.until AS u ORDER BY a, s
MATCH (b:Bloc)<-[:MEMBER_OF]-(l)-[w:WON_IN_ALL]->(e:Election {id: 'iq-2025-representatives'}) RETURN b.name AS b, count(DISTINCT l) AS n, sum(w.seats) AS s ORDER BY s DESC, b
MATCH (b:Bloc)<-[:MEMBER_OF]-(l) WITH DISTINCT b, l MATCH (l)-[w:WON_IN_ALL]->(e:Election {id: 'iq-2025-representatives'}) RETURN b.name AS b, sum(w.seats) AS s ORDER BY s DESC, b
CALL { MATCH (n:Party) RETURN count(n) AS c } RETURN c
CALL { MATCH (n:Party) RETURN n.name AS x UNION MATCH (n:Bloc) RETURN n.name AS x } RETURN count(x) AS c
UNWIND ['Baghdad', 'Basra', 'Nowhere'] AS p OPTIONAL MATCH (c:Province {name: p}) RETURN p, c.id AS id ORDER BY p
MATCH (n:Party) RETURN n.name ORDER BY n.name LIMIT 3
MATCH (n:Party) RETURN DISTINCT substring(n.name, 0, 1) ORDER BY substring(n.name, 0, 1) LIMIT 3
MATCH (n:Party) RETURN n.name AS name, n.id ORDER BY name DESC SKIP 3 LIMIT 2
MATCH (n:Figure)-[:LEADS]->(p:Party) WITH p, count(DISTINCT n) AS leaders WHERE leaders > 1 RETURN p.name AS p, leaders ORDER BY leaders DESC, p
MATCH (n:Election)<-[:STOOD_IN]-(l) RETURN n.id AS e, count(l) AS n ORDER BY e
MATCH (l)-[s:STOOD_IN]->(x) RETURN labels(x)[1] AS k, s.election AS e, count(*) AS n ORDER BY k, e
MATCH (l)-[:RANKED {rank: 1}]->(c) RETURN l.name AS l, count(*) AS n ORDER BY n DESC, l LIMIT 5
MATCH (l)-[r:RANKED]->(c) WHERE r.rank <= 3 RETURN c.name AS c, r.election AS e, r.rank AS k, l.name AS l ORDER BY e, c, k, l LIMIT 10
MATCH (n:Entity) WHERE n.aliases[0] IS NOT NULL RETURN count(n) AS c
MATCH (n:Entity) WHERE 'الصدر' IN n.aliases RETURN n.name AS n
MATCH (n:Entity) WHERE n.name_local = 'بغداد' RETURN n.name AS n
MATCH (n:Entity) WHERE n.name_local IS NULL AND n.kind <> 'office' RETURN n.kind AS k, count(*) AS c ORDER BY k
MATCH (n:Figure) WHERE n.name CONTAINS "al-" RETURN count(n) AS c
MATCH (n:Figure) WHERE n.name CONTAINS 'O\'Neil' RETURN count(n) AS c
RETURN 'tab\there' AS t, "say \"x\"" AS q
MATCH (n:Figure) RETURN count(n) + 1 AS x, sum(1) * 2 AS y
MATCH (n:Figure) WITH count(n) AS all_ MATCH (m:Figure)-[:LEADS]->() WITH all_, count(DISTINCT m) AS lead RETURN 100.0 * lead / all_ AS share
MATCH (n:Figure) WHERE toInteger(left(n.born, 4)) < 1960 RETURN count(n) AS c
MATCH (n) WHERE n:Figure AND n.name = 'Nouri al-Maliki' OR n.name = 'Hadi al-Amiri' RETURN n.name AS n ORDER BY n
MATCH (n) WHERE NOT n:Statement AND NOT n:Fact AND NOT n:Source RETURN count(n) AS c
MATCH (a:Figure)-[:MEMBER_OF|LEADS*1..3]->(b:Bloc) RETURN DISTINCT a.name AS a, b.name AS b ORDER BY a, b LIMIT 10
MATCH (a)-[r:MEMBER_OF*2]->(b) RETURN a.name AS a, b.name AS b ORDER BY a, b LIMIT 5
MATCH (a:Party)<-[r:LEADS]-(f)-[:LEADS]->(b:Alliance) RETURN DISTINCT a.name AS a, f.name AS f, b.name AS b ORDER BY a, f, b LIMIT 5
MATCH (a)-[r1:LEADS]->(b)<-[r2:LEADS]-(c) WHERE r1.election = r2.election AND a.id < c.id RETURN a.name AS a, b.name AS b, c.name AS c, r1.election AS e ORDER BY a, b, c, e LIMIT 10
MATCH (a:Figure) WITH a, [(a)-[r:LEADS]->(l) WHERE r.election = 'iq-2025-representatives' | l.name] AS ls WHERE size(ls) > 0 RETURN a.name AS a, ls ORDER BY a LIMIT 5
MATCH (a:Figure) WITH a, size([(a)-[:LEADS]->(:Party) | 1]) AS n WHERE n > 0 RETURN count(a) AS c
MATCH (a:Figure {name: 'Ammar al-Hakim'})-[r:LEADS]->(b) RETURN b.name AS b, min(r.election) AS first, max(r.election) AS last ORDER BY b
