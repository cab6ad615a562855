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
MATCH (a:Figure {name: 'Muqtada al-Sadr'})-[r:LEADS]->(b) RETURN a, r, b ORDER BY b.id LIMIT 2
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
MATCH (e:Election) CALL (e) { MATCH (l)-[w:WON_IN_ALL]->(e) RETURN max(w.seats) AS m } RETURN e.id AS e, m ORDER BY e
MATCH (e:Election) CALL (e) { OPTIONAL MATCH (l)-[w:WON_IN_ALL]->(e) RETURN count(l) AS n, collect(w.seats) AS s } RETURN e.id AS e, n, size(s) AS k ORDER BY e
MATCH (p:Province) CALL (p) { MATCH (l)-[h:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(p) RETURN l, h ORDER BY h.seats DESC, l.id LIMIT 1 } RETURN p.name AS p, l.name AS l, h.seats AS s ORDER BY p
CALL { MATCH (n:Bloc) RETURN n.id AS i UNION ALL MATCH (n:Body) RETURN n.id AS i } RETURN i ORDER BY i
CALL { UNWIND [1, 2, 3] AS x RETURN sum(x) AS s } CALL { UNWIND [4, 5] AS y RETURN max(y) AS m } RETURN s, m
UNWIND [1, 2, 3] AS x CALL (x) { RETURN x * x AS y } RETURN x, y ORDER BY x
UNWIND [1, 2, 3] AS x CALL (x) { UNWIND range(1, x) AS y RETURN sum(y) AS t } RETURN x, t ORDER BY x
UNWIND [1, 2, 3] AS x CALL (*) { RETURN x + 10 AS y } RETURN x, y ORDER BY x
UNWIND [1, 2] AS x CALL (x) { WITH x WHERE x > 1 RETURN x AS y } RETURN x, y
MATCH (n:Bloc) CALL (n) { OPTIONAL MATCH (m)-[:MEMBER_OF]->(n) RETURN count(m) AS c } WITH n, c WHERE c > 2 RETURN n.id AS i, c ORDER BY i
MATCH (n:Bloc) WHERE COUNT { (n)<-[:MEMBER_OF]-() } > 3 RETURN n.id AS i ORDER BY i
MATCH (n:Bloc) RETURN n.id AS i, COUNT { (n)<-[:MEMBER_OF]-(m:Party) } AS p, COUNT { (n)<-[:MEMBER_OF]-(m) WHERE m:Alliance } AS a ORDER BY i
MATCH (n:Bloc) RETURN n.id AS i, EXISTS { (n)<-[:MEMBER_OF]-(:Party) } AS has ORDER BY i
MATCH (n:Bloc) RETURN n.id AS i, EXISTS { MATCH (n)<-[:MEMBER_OF]-(p) WHERE p.founded < '2010' } AS old ORDER BY i
MATCH (f:Figure) WHERE NOT EXISTS { MATCH (f)-[:HELD]->(:Office) } AND EXISTS { (f)-[:LEADS]->() } RETURN count(f) AS n
MATCH (f:Figure) WHERE EXISTS { MATCH (f)-[:LEADS]->(l) WHERE EXISTS { (l)-[:WON_IN_ALL]->(:Election {id: 'iq-2025-representatives'}) } } RETURN f.id AS i ORDER BY i LIMIT 10
MATCH (f:Figure) WHERE EXISTS { (f)-[:LEADS]->(l:Party) WHERE l.founded IS NOT NULL } RETURN count(*) AS n
MATCH (f:Figure) WITH f, COUNT { (f)-[:HELD]->() } AS n WHERE n >= 2 RETURN f.id AS i, n ORDER BY n DESC, i
MATCH (f:Figure) RETURN sum(COUNT { (f)-[:LEADS]->() }) AS n
MATCH (f:Figure) RETURN CASE WHEN EXISTS { (f)-[:LEADS]->() } THEN 'leader' ELSE 'other' END AS k, count(*) AS n ORDER BY k
MATCH (f:Figure) ORDER BY COUNT { (f)--() } DESC, f.id LIMIT 3 RETURN f.id AS i
MATCH (p:Party {id: 'kdp'}) RETURN size([(p)-[:HOLDS_SEATS]->(c:Province) | c.name]) AS n
MATCH (p:Party {id: 'kdp'}) WITH [(p)-[h:HOLDS_SEATS]->(c:Province) | c.name + ' ' + h.election] AS l UNWIND l AS x RETURN x ORDER BY x
MATCH (b:Bloc) RETURN b.id AS i, reduce(t = 0, s IN [(b)<-[:MEMBER_OF]-()-[w:WON_IN_ALL]->(:Election {id: 'iq-2025-representatives'}) | w.seats] | t + s) AS t ORDER BY i
MATCH (f:Figure {id: 'nouri-al-maliki'}) RETURN [p = (f)-[:LEADS]->(x) | length(p)] AS l
MATCH (f:Figure) WHERE size([(f)-[:LEADS]->(x) | x]) > 1 RETURN count(f) AS n
MATCH (f:Figure) WHERE any(x IN [(f)-[:LEADS]->(y) | y.id] WHERE x CONTAINS 'law') RETURN f.id AS i ORDER BY i
MATCH p = shortestPath((a:Figure {id: 'muqtada-al-sadr'})-[*..5]-(b:Figure {id: 'nouri-al-maliki'})) RETURN length(p) AS l
MATCH p = shortestPath((a:Figure {id: 'muqtada-al-sadr'})-[:LEADS|MEMBER_OF*]-(b:Figure {id: 'hadi-al-amiri'})) RETURN length(p) AS l, size(nodes(p)) AS n
MATCH (a:Figure {id: 'muqtada-al-sadr'}), (b:Party) WHERE a <> b MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p) AS l, count(*) AS n ORDER BY l
MATCH p = allShortestPaths((a:Figure {id: 'nouri-al-maliki'})-[*..4]-(b:Party {id: 'kdp'})) RETURN length(p) AS l, count(p) AS n
MATCH p = shortestPath((a:Figure {id: 'nouri-al-maliki'})-[:LEADS*..3]->(b:Alliance {id: 'state-of-law'})) RETURN nodes(p)[0].id AS f, nodes(p)[-1].id AS t
MATCH p = (a:Figure {id: 'nouri-al-maliki'})-[*1..2]->(b) RETURN length(p) AS l, count(*) AS n ORDER BY l
MATCH p = (a:Figure {id: 'nouri-al-maliki'})-[:LEADS|MEMBER_OF*0..2]->(b) RETURN length(p) AS l, b.id AS b ORDER BY l, b
MATCH (a:Figure {id: 'nouri-al-maliki'})-[:LEADS*2]->(b) RETURN b.id AS b ORDER BY b
MATCH (a:Figure {id: 'nouri-al-maliki'})-[r:LEADS*1..2 {election: 'iq-2025-representatives'}]->(b) RETURN count(*) AS n
MATCH (n:Party) RETURN n.id AS i UNION MATCH (n:Bloc) RETURN n.id AS i ORDER BY i LIMIT 3
MATCH (n:Bloc) RETURN n.kind AS k, count(*) AS c UNION MATCH (n:Body) RETURN n.kind AS k, count(*) AS c
RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x
RETURN 1 AS x UNION ALL RETURN 1 AS x UNION ALL RETURN 2 AS x
RETURN null AS x UNION RETURN null AS x
RETURN [1, 2] AS x UNION RETURN [1, 2] AS x UNION RETURN [2, 1] AS x
RETURN {a: 1} AS x UNION RETURN {a: 1} AS x
RETURN date('2024-02-29') + duration({years: 1}) AS d
RETURN date('2024-01-31') + duration({months: 1}) AS d
RETURN date('2024-03-31') - duration({months: 1}) AS d
RETURN date({year: 2024, month: 3, day: 9}) AS d
RETURN date({year: 2024, month: 3}) AS d
RETURN date({year: 2024}) AS d
RETURN date({year: 2024, week: 10, dayOfWeek: 3}) AS d
RETURN date({year: 2024, ordinalDay: 60}) AS d
RETURN date({year: 2024, quarter: 2, dayOfQuarter: 10}) AS d
RETURN date('2024-060') AS d
RETURN date('20240309') AS d
RETURN date('2024-W10-3') AS d
RETURN date('2024-03') AS d
RETURN date('2024') AS d
RETURN date(null) AS d
WITH date('2024-02-29') AS d RETURN d.year AS y, d.month AS m, d.day AS a, d.week AS w, d.weekYear AS wy, d.quarter AS q, d.dayOfWeek AS dw, d.ordinalDay AS o, d.dayOfQuarter AS dq
WITH datetime('2024-02-29T13:14:15.678+03:00') AS d RETURN d.year AS y, d.hour AS h, d.minute AS m, d.second AS s, d.millisecond AS ms, d.timezone AS tz, d.offset AS o, d.epochSeconds AS e
WITH datetime('2024-02-29T13:14:15Z') AS d RETURN d AS d, toString(d) AS t, d.epochMillis AS e
WITH localdatetime('2024-02-29T13:14:15') AS d RETURN d AS d, d.hour AS h
WITH time('13:14:15+02:00') AS t RETURN t AS t, t.hour AS h, t.minute AS m
WITH localtime('13:14:15') AS t RETURN t AS t, t.second AS s
RETURN datetime({year: 2024, month: 2, day: 3, hour: 4, minute: 5}) AS d
RETURN date(datetime('2024-02-29T23:30:00Z')) AS d
RETURN date.truncate('month', date('2024-02-29')) AS a, date.truncate('year', date('2024-02-29')) AS b, date.truncate('week', date('2024-02-29')) AS c, date.truncate('quarter', date('2024-05-29')) AS d
RETURN datetime.truncate('hour', datetime('2024-02-29T13:14:15Z')) AS d
RETURN duration('P1Y2M10DT2H30M') AS d
RETURN duration({years: 1, months: 2, days: 3, hours: 4}) AS d
RETURN duration({days: 1.5}) AS d
RETURN duration({hours: 36}) AS d
RETURN duration({months: 14}) AS d
WITH duration('P1Y2M10DT2H30M') AS d RETURN d.years AS y, d.months AS m, d.days AS a, d.hours AS h, d.minutes AS i, d.seconds AS s, d.monthsOfYear AS my
RETURN duration.inDays(date('2023-12-18'), date('2025-11-11')) AS d
RETURN duration.inMonths(date('2023-12-18'), date('2025-11-11')) AS d
RETURN duration.inSeconds(datetime('2024-01-01T00:00:00Z'), datetime('2024-01-01T01:02:03Z')) AS d
RETURN duration.inSeconds(date('2024-01-01'), date('2024-01-02')).seconds AS s
RETURN date('2024-01-01') < date('2024-01-02') AS a, date('2024-01-01') = date('2024-01-01') AS b, date('2024-01-01') <> date('2024-01-02') AS c
RETURN [d IN [date('2024-03-01'), date('2023-01-01')] | d.year] AS y
UNWIND [date('2024-03-01'), date('2023-01-01'), null] AS d RETURN d ORDER BY d
UNWIND [date('2024-03-01'), date('2023-01-01')] AS d RETURN min(d) AS a, max(d) AS b, count(d) AS c
RETURN duration({days: 1}) + duration({days: 2}) AS d
RETURN duration({days: 1}) = duration({hours: 24}) AS a
RETURN datetime('2024-05-01T10:00:00Z') + duration('PT36H') AS d
RETURN datetime('2024-05-01T10:00:00Z') - duration('P1M') AS d
MATCH (e:Election) WITH e, date(e.date) AS d RETURN e.id AS e, d + duration({years: 4}) AS next ORDER BY e
MATCH (e:Election) WITH date(e.date) AS d ORDER BY d WITH collect(d) AS ds UNWIND range(1, size(ds) - 1) AS i RETURN duration.inDays(ds[i - 1], ds[i]).days AS gap
MATCH (e:Election) RETURN date(e.date).month AS m, count(*) AS n ORDER BY m
MATCH (e:Election) WHERE date(e.date).year IN [2021, 2023] RETURN e.id AS e ORDER BY e
MATCH (f:Figure)-[h:HELD]->(o) WHERE h.since =~ '\\d{4}-\\d{2}-\\d{2}' RETURN date(h.since).year AS y, count(*) AS n ORDER BY y DESC LIMIT 5
MATCH (f:Figure)-[h:HELD]->(o) WHERE size(h.since) = 10 AND size(h.until) = 10 RETURN f.id AS f, o.id AS o, duration.inDays(date(h.since), date(h.until)).days AS days ORDER BY days DESC, f, o LIMIT 5
RETURN toUpper('straße') AS a, toLower('İ') AS b, toUpper('ﬁ') AS c
RETURN substring('hello', 1, 3) AS a, substring('hello', 10) AS b, substring('hello', 1, 0) AS c
RETURN left('hello', 10) AS a, right('hello', 10) AS b, left(null, 2) AS c
RETURN split('a,b,,c', ',') AS a, split('', ',') AS b, split('abc', '') AS c
RETURN replace('banana', 'a', 'o') AS a, replace('x', '', 'y') AS b
RETURN trim('\t x \n') AS a, ltrim('  x') AS b, rtrim('x  ') AS c, btrim('  x ') AS d
RETURN reverse('día') AS a, reverse([1, 2, 3]) AS b, reverse(null) AS c
RETURN size('👍') AS a, size('é') AS b, size('') AS c, size(null) AS d
RETURN 'abc' STARTS WITH 'a' AS a, 'abc' ENDS WITH 'c' AS b, 'abc' CONTAINS 'b' AS c, 'abc' STARTS WITH null AS d
RETURN 'abc' < 'abd' AS a, 'a' < 'B' AS b, 'a' <> 'A' AS c, 'ä' > 'z' AS d
RETURN 'a' || null AS a
RETURN 'a' + null AS a, null + 'a' AS b
RETURN "double \"quoted\"" AS a, 'single \'quoted\'' AS b
RETURN 'tab\there' AS a, 'line\nbreak' AS b, 'back\\slash' AS c
RETURN toString(1) AS a, toString(1.5) AS b, toString(true) AS c, toString(null) AS d, toString('x') AS e
RETURN toInteger('42') AS a, toInteger('42.7') AS b, toInteger(42.7) AS c, toInteger(-42.7) AS d, toInteger('abc') AS e, toInteger(null) AS f, toInteger(true) AS g
RETURN toInteger(' 42 ') AS a, toInteger('+7') AS b, toInteger('0x1F') AS c, toInteger('1e3') AS d, toInteger('') AS e
RETURN 'Baghdad' =~ 'Bagh.*' AS a, 'Baghdad' =~ 'bagh.*' AS b, 'Baghdad' =~ '(?i)bagh.*' AS c, null =~ 'x' AS d, 'a.b' =~ 'a\\.b' AS e, 'aXb' =~ 'a\\.b' AS f
MATCH (n:Figure) WHERE n.name =~ '(?i).*sadr.*' RETURN n.id AS i ORDER BY i
MATCH (n:Figure) WHERE n.name =~ '[A-M].*' RETURN count(n) AS c
MATCH (n:Party) WHERE toLower(n.name) CONTAINS 'kurd' RETURN n.id AS i ORDER BY i
MATCH (n:Party) RETURN toUpper(left(n.name, 1)) AS l, count(*) AS c ORDER BY c DESC, l LIMIT 5
MATCH (n:Party) WITH n, split(toLower(n.name), ' ') AS w UNWIND w AS x RETURN x, count(*) AS c ORDER BY c DESC, x LIMIT 10
MATCH (n:Party) RETURN max(size(n.name)) AS a, min(size(n.name)) AS b, avg(size(n.name)) AS c
MATCH (n:Entity) WHERE n.name_local CONTAINS 'حزب' RETURN count(n) AS c
MATCH (n:Entity) WHERE n.name_local ENDS WITH 'العراق' RETURN n.id AS i ORDER BY i LIMIT 5
MATCH (n:Entity) WHERE n.name_local IS NOT NULL RETURN sum(size(n.name_local)) AS c
MATCH (n:Entity {id: 'kdp'}) RETURN reverse(n.name_local) AS a, left(n.name_local, 5) AS b, substring(n.name_local, 3, 4) AS c
MATCH (n:Province) RETURN n.name + ' (' + coalesce(n.capital, '?') + ')' AS t ORDER BY t LIMIT 5
MATCH (n:Province) RETURN n.id AS i, split(n.id, '-')[1] AS code ORDER BY i LIMIT 4
RETURN head([]) AS a, last([]) AS b, tail([]) AS c, head(null) AS d, tail([1]) AS e
RETURN range(0, 10, 3) AS a, range(10, 0, -3) AS b, range(5, 1) AS c, range(1, 1) AS d
RETURN [1, 2, 3, 4][1..3] AS a, [1, 2, 3, 4][..-1] AS b, [1, 2, 3, 4][-2..] AS c, [1, 2, 3][10] AS d, [1, 2, 3][1..1] AS e, [1, 2, 3][5..9] AS f
RETURN [x IN range(1, 10) WHERE x % 3 = 0] AS a, [x IN [1, null, 3] | x * 2] AS b, [x IN [] | x] AS c, [x IN null | x] AS d
RETURN 3 IN [1, 2, 3] AS a, 4 IN [1, 2, 3] AS b, null IN [1] AS c, 1 IN [] AS d, null IN [] AS e, [1] IN [[1], 2] AS f, 1 IN null AS g
RETURN 4 IN [1, null] AS a, NOT 4 IN [1, null] AS b
RETURN all(x IN [] WHERE x > 1) AS a, any(x IN [] WHERE x > 1) AS b, none(x IN [] WHERE x > 1) AS c, single(x IN [] WHERE x > 1) AS d
RETURN all(x IN [1, null] WHERE x > 0) AS a, any(x IN [1, null] WHERE x > 0) AS b, none(x IN [0, null] WHERE x > 0) AS c, single(x IN [1, null] WHERE x > 0) AS d
RETURN all(x IN null WHERE x > 0) AS a, any(x IN null WHERE x > 0) AS b
RETURN reduce(a = '', x IN ['a', 'b', 'c'] | a + x) AS a, reduce(s = 0, x IN [] | s + x) AS b, reduce(s = 1, x IN [2, 3] | s * x) AS c, reduce(s = 0, x IN [1, null] | s + x) AS d
RETURN [1, 2] = [1, 2] AS a, [1, 2] = [2, 1] AS b, [1] = [1.0] AS c, [null] = [null] AS d, [1, null] <> [1, 2] AS e, [] = [] AS f
RETURN [1, 2] < [1, 3] AS a, [1] < [1, 0] AS b, [1, 2] < [2] AS c, [1, 'a'] < [1, 2] AS d
RETURN coalesce(null, null) AS a, coalesce(null, [1], 2) AS b, coalesce('x') AS c
RETURN keys({a: 1, b: null}) AS k
RETURN {a: 1, b: {c: [1, 2]}}.b.c[1] AS a, {a: 1}['a'] AS b, {a: 1}.z AS c, {a: 1}['z'] AS d
RETURN {a: 1, b: 2} = {b: 2, a: 1} AS a, {a: 1} = {a: 1.0} AS b, {a: null} = {a: null} AS c, {a: 1} <> {b: 1} AS d, {} = {} AS e
WITH {a: 1, b: 2} AS m RETURN m.a + m.b AS s, [k IN keys(m) | m[k]] AS v
WITH {a: 1, b: 2} AS m UNWIND keys(m) AS k RETURN k, m[k] AS v ORDER BY k
RETURN {`odd key`: 1}.`odd key` AS a
UNWIND [{n: 'a', v: 1}, {n: 'b', v: 2}, {n: 'a', v: 3}] AS r RETURN r.n AS n, sum(r.v) AS s ORDER BY n
UNWIND [{n: 'a', v: 1}, {n: 'b'}] AS r RETURN r.n AS n, r.v AS v ORDER BY n
MATCH (p:Province {id: 'IQ-BG'}) RETURN p {.id, .name, .nothing} AS m
MATCH (p:Province {id: 'IQ-BG'}) RETURN p {.id, size: size(p.name), list: [1, 2]} AS m
MATCH (b:Bloc) WITH b ORDER BY b.id RETURN collect(b {.id, .kind}) AS l
MATCH (b:Bloc) WITH b ORDER BY b.id WITH collect(b {.id, .kind}) AS l RETURN l[0].id AS i, size(l) AS n
MATCH (b:Bloc) WITH b ORDER BY b.id LIMIT 1 RETURN b {.*}.id AS i
MATCH (n:Party|Alliance) WHERE n.founded IS NOT NULL RETURN labels(n)[1] AS l, count(*) AS c ORDER BY l
MATCH (n) WHERE n:Entity:Party RETURN count(n) AS c
MATCH (n:Entity:Party) RETURN count(n) AS c
MATCH (n) WHERE NOT n:Entity RETURN labels(n) AS l, count(*) AS c ORDER BY c DESC, l
MATCH ()-[r]->() WHERE r:LEADS RETURN count(r) AS c
MATCH (a)-[r]->(b) WHERE NOT r:ABOUT AND NOT r:FROM RETURN type(r) AS t, count(*) AS c ORDER BY t LIMIT 6
MATCH (n:Party {id: $id}) RETURN n.name AS n
MATCH (n:Party) WHERE n.id IN $ids RETURN n.id AS i ORDER BY i
MATCH (n:Entity {id: $id})-[h:HOLDS_SEATS {election: $election}]->(c) RETURN c.name AS c, h.seats AS s ORDER BY c
MATCH (n:Party) RETURN n.id AS i ORDER BY i SKIP $n LIMIT $n
MATCH (n:Party) WHERE n.name CONTAINS $none RETURN count(n) AS c
MATCH (n:Party) WHERE $none IS NULL OR n.id = $none RETURN count(n) AS c
RETURN $map.a AS a, $map.b[0] AS b, $map['a'] AS c, $map.z AS d
RETURN $list[0] AS a, size($list) AS b, [x IN $list | x + 1] AS c, 2 IN $list AS d
UNWIND $list AS x RETURN x, x * $f AS y ORDER BY x
UNWIND $maps AS m MATCH (n:Party {id: m.id}) RETURN n.id AS i, m.w AS w ORDER BY i
RETURN $flag AND true AS a, NOT $flag AS b, $none AS c, $text + '!' AS d, $f * 2 AS e, $n / 2 AS f
MATCH (n:Figure) WHERE toLower(n.name) CONTAINS toLower($text) RETURN n.id AS i ORDER BY i
MATCH (n {id: $id}) RETURN labels(n)[1] AS l
MATCH (n:Entity) WHERE n.kind = $kind AND n[$property] IS NOT NULL RETURN count(n) AS c
MATCH (n:Province {id: 'IQ-BG'}) RETURN n[$property] AS v, n['name'] AS w
RETURN date($day) AS d, date($day).year AS y
MATCH (n:Figure) RETURN n.born AS b, count(*) AS c ORDER BY b IS NULL, b LIMIT 3
MATCH (n:Figure) RETURN n.born AS b ORDER BY b DESC LIMIT 3
MATCH (n:Party) RETURN n.founded AS f, collect(n.id) AS l ORDER BY f LIMIT 1
MATCH (n:Party) WITH n ORDER BY n.id RETURN n.dissolved IS NULL AS alive, collect(n.id)[0..3] AS first ORDER BY alive
MATCH (n:Party) WITH n.founded AS f, count(*) AS c WHERE f IS NOT NULL RETURN f, c ORDER BY c DESC, f LIMIT 5
MATCH (n:Party) RETURN DISTINCT left(n.founded, 3) + '0s' AS d ORDER BY d
MATCH (l)-[h:HOLDS_SEATS]->(c:Province) WITH c, h.election AS e, collect({l: l.id, s: h.seats}) AS rows WHERE size(rows) > 5 RETURN c.id AS c, e, size(rows) AS n ORDER BY n DESC, c, e LIMIT 5
MATCH (l)-[h:HOLDS_SEATS]->(c:Province) WITH c.id AS c, h.election AS e, h.seats AS s ORDER BY c, e, s DESC WITH c, e, collect(s) AS ss RETURN c, e, ss[0] AS top, ss[1] AS second, ss[0] - coalesce(ss[1], 0) AS lead ORDER BY lead DESC, c, e LIMIT 5
MATCH (l)-[h:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(c:Province) WITH l, sum(h.seats) AS s WITH collect({l: l.id, s: s}) AS rows, sum(s) AS total UNWIND rows AS r RETURN r.l AS l, r.s AS s, round(100.0 * r.s / total, 1) AS share ORDER BY s DESC, l LIMIT 5
MATCH (l)-[h:HOLDS_SEATS]->() RETURN avg(h.seats) AS a, min(h.seats) AS i, max(h.seats) AS m, count(h.seats) AS c, sum(h.seats) AS s
MATCH (l)-[h:STOOD_IN]->() RETURN avg(h.votes) AS a, min(h.votes) AS i, max(h.votes) AS m, count(h.votes) AS c, count(*) AS n, sum(h.votes) AS s
MATCH (n:Nothing) RETURN count(n) AS c, sum(n.x) AS s, avg(n.x) AS a, min(n.x) AS i, collect(n.x) AS l
MATCH (n:Party {id: 'no'}) RETURN count(n) AS c, sum(n.x) AS s, avg(n.x) AS a, max(n.x) AS m, collect(n.id) AS l
MATCH (n:Party {id: 'no'}) RETURN n.id AS i, count(*) AS c
MATCH (n:Party {id: 'no'}) WITH count(n) AS c RETURN CASE c WHEN 0 THEN 'none' ELSE 'some' END AS t
OPTIONAL MATCH (n:Party {id: 'no'}) RETURN n.id AS i, count(n) AS c, collect(n.id) AS l
OPTIONAL MATCH (n:Party {id: 'no'}) WITH n WHERE n IS NULL RETURN 'nothing' AS t
MATCH (a:Bloc) OPTIONAL MATCH (a)<-[:MEMBER_OF]-(p:Party) WHERE p.founded > '2015' RETURN a.id AS a, collect(p.id) AS l ORDER BY a
MATCH (a:Bloc) OPTIONAL MATCH (a)<-[m:MEMBER_OF]-(p) OPTIONAL MATCH (p)-[w:WON_IN_ALL]->(e:Election {id: 'iq-2025-representatives'}) RETURN a.id AS a, count(DISTINCT p) AS p, sum(w.seats) AS s ORDER BY a
MATCH (a:Party {id: 'kdp'})-[h1:HOLDS_SEATS]->(c)<-[h2:HOLDS_SEATS]-(b) WHERE h1.election = h2.election AND b <> a RETURN b.id AS b, count(*) AS n ORDER BY n DESC, b LIMIT 5
MATCH (a:Party)-[:MEMBER_OF]->(x)<-[:MEMBER_OF]-(b:Party) RETURN count(*) AS n
MATCH (a)-[:LEADS]->(b), (b)-[:MEMBER_OF]->(c) RETURN count(*) AS n
MATCH (a:Figure)-[:LEADS]->()-[:MEMBER_OF]->(c:Bloc) RETURN c.id AS c, count(DISTINCT a) AS n ORDER BY c
MATCH (a:Bloc)<-[:MEMBER_OF]-(b)<-[:LEADS]-(f:Figure) RETURN a.id AS a, f.id AS f ORDER BY a, f
MATCH (a)-[r:MEMBER_OF]->(b) WHERE r.since IS NULL AND r.until IS NULL RETURN count(r) AS n
MATCH (a)-[r:MEMBER_OF]->(b) WHERE coalesce(r.since, '0000') <= '2024' AND coalesce(r.until, '9999') > '2024' RETURN count(r) AS n
MATCH (a)-[r]-(a) RETURN count(r) AS n
MATCH (a:Party), (b:Bloc) RETURN count(*) AS n
MATCH (a:Bloc), (b:Bloc) WHERE id(a) < id(b) RETURN count(*) AS n
MATCH (a:Bloc) MATCH (b:Bloc) WHERE a.id < b.id RETURN a.id AS a, b.id AS b ORDER BY a, b LIMIT 3
MATCH (e:Election) WITH e ORDER BY e.date WITH collect(e) AS es UNWIND range(0, size(es) - 1) AS i RETURN i, es[i].id AS e ORDER BY i LIMIT 3
MATCH (e:Election) WITH e ORDER BY e.date DESC, e.id WITH collect(e.id) AS es RETURN es[0] AS last, es[-1] AS first, size(es) AS n
MATCH (e:Election) WITH max(e.date) AS m MATCH (e:Election {date: m}) RETURN e.id AS i
MATCH (e:Election) WITH e ORDER BY e.date DESC LIMIT 1 MATCH (l)-[w:WON_IN_ALL]->(e) RETURN l.id AS l, w.seats AS s ORDER BY s DESC, l LIMIT 3
MATCH (e:Election) WITH e.id AS id, e ORDER BY id LIMIT 2 MATCH (e)<-[s:STOOD_IN]-(l) RETURN id, count(l) AS n ORDER BY id
MATCH (e:Election) WITH e AS x, e.seats AS s WHERE s > 100 RETURN x.id AS x, s ORDER BY x
MATCH (e:Election) WITH *, e.seats AS s WHERE s > 300 RETURN e.id AS e, s ORDER BY e
MATCH (n:Bloc) WITH n.name AS name WITH name, size(name) AS l ORDER BY l DESC, name RETURN name, l
MATCH (n:Bloc) RETURN n.id AS i ORDER BY size(n.name), i
MATCH (n:Bloc) RETURN n.id AS i ORDER BY n.name DESC OFFSET 2 LIMIT 2
MATCH (n:Bloc) WITH DISTINCT n.kind AS k RETURN k
MATCH (n:Bloc) RETURN count(DISTINCT n.kind) AS c, collect(DISTINCT n.kind) AS l
MATCH (n:Entity) WITH n.kind AS k, count(*) AS c ORDER BY c DESC, k WITH collect(k) AS ks, collect(c) AS cs RETURN ks, cs
MATCH (n:Entity) RETURN n.kind AS k, count(CASE WHEN n.wikidata IS NOT NULL THEN 1 END) AS w, count(*) AS c ORDER BY k
MATCH (n:Entity) RETURN CASE n.kind WHEN 'party' THEN 'list' WHEN 'alliance' THEN 'list' ELSE n.kind END AS k, count(*) AS c ORDER BY k
MATCH (p:Province) RETURN CASE WHEN p.population >= 2000000 THEN 'large' WHEN p.population >= 1000000 THEN 'middle' ELSE 'small' END AS k, count(*) AS c ORDER BY k
RETURN CASE null WHEN null THEN 'a' ELSE 'b' END AS a, CASE WHEN null THEN 'a' ELSE 'b' END AS b, CASE 1 WHEN 1.0 THEN 'a' END AS c, CASE WHEN false THEN 1 END AS d
MATCH (p:Province) RETURN p.id AS p, p.lat AS lat, p.lon AS lon ORDER BY lat DESC LIMIT 3
MATCH (p:Province) RETURN p.id AS p, round(p.population * 1.0 / p.area_km2, 1) AS d ORDER BY d DESC LIMIT 3
MATCH (p:Province {id: 'IQ-BG'}), (q:Province) WHERE p <> q WITH q, sqrt((p.lat - q.lat) ^ 2 + (p.lon - q.lon) ^ 2) AS d RETURN q.id AS q, round(d, 3) AS d ORDER BY d LIMIT 3
RETURN 5 / 2 AS a, -5 / 2 AS b, 5 % -3 AS c, -5 % 3 AS d, 5.0 / 2 AS e, 2 ^ 10 AS f, 5 % 2.5 AS g
RETURN 2 + 3 * 4 AS a, (2 + 3) * 4 AS b, -2 ^ 2 AS c, 2 ^ 3 ^ 2 AS d, 10 - 4 - 3 AS e, 2 * -3 AS f
RETURN abs(-5) AS a, abs(-1.5) AS b, sign(-3) AS c, ceil(1.2) AS d, floor(-1.2) AS e, sqrt(16) AS f, abs(null) AS g
RETURN sin(0) AS a, cos(0) AS b, tan(0) AS c, atan2(1, 1) AS d, degrees(pi()) AS f, radians(180) AS g, cot(1) AS h, haversin(0.5) AS i
RETURN rand() < 1 AS a, rand() >= 0 AS b
RETURN 0x1F AS a, 0o17 AS b, 1e3 AS c, .5 AS d
RETURN 1 < 2 AS a, 1 < 2.5 AS b, 1 < 'a' AS c, 1 = '1' AS d, true > false AS e, null < 1 AS f
RETURN true AND null AS a, false OR null AS b, true XOR null AS c, NOT null AS d, true XOR true AS e, true AND NOT false AS f
RETURN null = null AS a, null <> 1 AS b, null IS NULL AS c, null IS NOT NULL AS d, [null] IS NULL AS e
RETURN 1 = 1.0 AS a, 1 <> 1.0 AS b, 0.1 + 0.2 = 0.3 AS c, 1 IN [1.0] AS d
RETURN 'a' = 'a ' AS a, 'a' = 'A' AS b, '' IS NULL AS c
RETURN valueType(1) AS a
RETURN 1 IS :: INTEGER AS a
UNWIND [1, 2, null, 4] AS x RETURN sum(x) AS s, avg(x) AS a, count(x) AS c, count(*) AS n, collect(x) AS l, min(x) AS i, max(x) AS m
UNWIND [1.5, 2, 'a'] AS x RETURN min(x) AS i, max(x) AS m
UNWIND [[1, 2], [1, 3], [0]] AS x RETURN min(x) AS i, max(x) AS m
UNWIND [true, false, null] AS x RETURN x ORDER BY x
UNWIND ['a', 1, true, null, [1], {a: 1}, 1.5] AS x RETURN x ORDER BY x
UNWIND null AS x RETURN x
UNWIND 5 AS x RETURN x
UNWIND [[1, 2], [3]] AS l UNWIND l AS x RETURN x ORDER BY x DESC
UNWIND range(1, 3) AS x UNWIND range(1, 2) AS y WITH x, y WHERE x <> y RETURN x, y ORDER BY x, y
UNWIND [1, 2, 2, 3] AS x WITH x, count(*) AS c WHERE c > 1 RETURN x, c
UNWIND [3, 1, 2] AS x WITH x ORDER BY x DESC LIMIT 2 RETURN collect(x) AS l
UNWIND ['2', '10', '1'] AS x RETURN x ORDER BY toInteger(x)
UNWIND ['ب', 'ا', 'ت'] AS x RETURN x ORDER BY x
WITH 1 AS a WITH a, a + 1 AS b WITH a, b, a + b AS c RETURN a, b, c
WITH [1, 2, 3] AS l RETURN l[0] AS a, [x IN l | x ^ 2] AS b, size(l) AS c
WITH {name: 'x', n: null} AS m RETURN m.name AS a, m.n IS NULL AS b, 'n' IN keys(m) AS c
WITH 'x' AS name MATCH (n:Party) WHERE n.id = 'kdp' RETURN name + n.name AS t
WITH 'kdp' AS id MATCH (n:Party) WHERE n.id = id RETURN n.name AS t
MATCH (n:Party) WHERE n.id = 'kdp' WITH n, n.name AS name RETURN n.id AS i, name, size(labels(n)) AS l
MATCH (n:Party) WHERE 'KDP' IN n.aliases RETURN n.id AS i
MATCH (n:Party) WHERE size(n.aliases) = 0 OR n.aliases IS NULL RETURN count(n) AS c
MATCH (n:Party) WHERE any(a IN n.aliases WHERE a =~ '[A-Z]{3}') RETURN n.id AS i ORDER BY i LIMIT 5
MATCH (n:Party) UNWIND n.aliases AS a WITH n, a WHERE size(a) <= 3 RETURN n.id AS i, collect(a) AS l ORDER BY i LIMIT 5
MATCH (n:Party {id: 'kdp'}) RETURN size(n.aliases) > 3 AS a, n.aliases[0] IS NOT NULL AS b, 'PDK' IN n.aliases AS c
MATCH (f:Fact) WHERE f.disputed AND size(f.values) > 1 RETURN f.predicate AS p, f.values[0] AS a, f.values[-1] AS b ORDER BY f.id LIMIT 5
MATCH (f:Fact) WHERE f.value IS NULL RETURN f.predicate AS p, count(*) AS c ORDER BY c DESC, p LIMIT 5
MATCH (f:Fact) WHERE f.value > 0 RETURN f.predicate AS p, max(f.value) AS m ORDER BY p
MATCH (s:Statement {predicate: 'turnout'})-[:FROM]->(o) RETURN s.subject AS s, s.value AS v, o.id AS o ORDER BY s, v, o LIMIT 5
MATCH (s:Statement) RETURN s.predicate AS p, s.standing AS t, count(*) AS c ORDER BY p, t
MATCH (s:Statement)-[:FROM]->(o:Source) WHERE o.published STARTS WITH '2025-11' WITH o, count(s) AS c ORDER BY c DESC, o.id LIMIT 3 RETURN o.id AS o, o.published AS d, c
MATCH (s:Statement)-[:ABOUT]->(p:Party {id: 'kdp'}) WITH s.predicate AS p, count(DISTINCT s) AS c RETURN p, c ORDER BY c DESC, p LIMIT 5
MATCH (c:Province)-[v:VOTED_IN]->(e:Election {id: 'iq-2023-governorates'}) RETURN c.id AS c, v.turnout AS t, v.voters AS n, v.council_size AS s ORDER BY t DESC, c LIMIT 5
MATCH (c:Province)-[v:VOTED_IN]->(e) WHERE v.turnout > 45 XOR v.council_size > 20 RETURN count(*) AS n
MATCH (c:Province)-[v:VOTED_IN]->(e) WHERE v.turnout IS NOT NULL WITH e.id AS e, avg(v.turnout) AS a, count(*) AS n RETURN e, round(a, 3) AS a, n ORDER BY e
MATCH (c:Province)-[v:VOTED_IN]->(e) RETURN e.id AS e, sum(v.council_size) AS s, sum(v.reserved_seats) AS r, sum(CASE WHEN v.accounted < v.council_size THEN 1 ELSE 0 END) AS open ORDER BY e
MATCH (a:Figure)-[r:HELD]->(o:Office) WITH a, o, r ORDER BY r.since WITH a, collect(o.id) AS os, collect(r.since) AS ss WHERE size(os) > 1 RETURN a.id AS a, os, ss ORDER BY a LIMIT 3
MATCH (a)-[r:SUPPORTED]->(b) RETURN a.id AS a, b.id AS b, r.since AS s ORDER BY a, b, s
MATCH (x)-[r:WON_SEAT|ELECTED|SUPPORTED]->(y) RETURN type(r) AS t, count(*) AS n ORDER BY t
MATCH (x)<-[r:OFFICE_IN]-(y) RETURN x.id AS x, count(y) AS n ORDER BY n DESC, x LIMIT 3
MATCH (a)-[r1:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(p), (a)-[r2:HOLDS_SEATS {election: 'iq-2025-representatives'}]->(p) RETURN a.id AS a, p.id AS p, r2.seats - r1.seats AS d ORDER BY d DESC, a, p LIMIT 5
MATCH (a)-[r:HOLDS_SEATS]->(p) WHERE r.seats >= 5 AND r.seats <= 6 RETURN r.seats AS s, count(*) AS n ORDER BY s
MATCH (a:Party) WHERE (a)-[:LEADS|MEMBER_OF]->(:Bloc) OR (a)<-[:LEADS]-(:Figure {id: 'nouri-al-maliki'}) RETURN a.id AS a ORDER BY a LIMIT 10
MATCH (a:Party) WHERE NOT (a)<-[:LEADS]-() RETURN count(a) AS n
MATCH p = (a:Figure {id: 'nouri-al-maliki'})-[:LEADS]->(b) RETURN nodes(p)[1].id AS b, relationships(p)[0].election AS e ORDER BY b, e
MATCH p = (a:Figure {id: 'nouri-al-maliki'})-[:HELD]->(b {id: 'prime-minister-of-iraq'}) RETURN p
MATCH (a:Figure {id: 'nouri-al-maliki'})-[r:HELD]->(b {id: 'prime-minister-of-iraq'}) RETURN a, r, b
MATCH (a:Figure {id: 'nouri-al-maliki'}) RETURN properties(a).name AS n, size(keys(a)) > 3 AS k
MATCH (n:Party) WHERE n.founded =~ '19.*' RETURN n.id AS i ORDER BY n.founded, i
MATCH (n:Party) WHERE n.name IN ['x', null] RETURN count(n) AS c
MATCH (n:Party) WHERE n.dissolved <> 'x' RETURN count(n) AS c
MATCH (n:Party) WHERE NOT n.dissolved = 'x' RETURN count(n) AS c
MATCH (n:Party) WHERE NOT (n.dissolved IS NOT NULL) RETURN count(n) AS c
MATCH (n:Party) WHERE n.founded > '2000' OR n.nothing = 1 RETURN count(n) AS c
MATCH (n:Party) WHERE n.founded STARTS WITH 20 RETURN count(n) AS c
MATCH (n:Province) WHERE n.population > '5' RETURN count(n) AS c
MATCH (n:Province) WHERE n.population = '5' RETURN count(n) AS c
MATCH (n:Province) RETURN n.id AS i ORDER BY n.population DESC, i LIMIT 3
MATCH (n:Province) WITH n ORDER BY n.population DESC LIMIT 3 RETURN collect(n.id) AS l
MATCH (n:Province) WITH avg(n.population) AS a MATCH (m:Province) WHERE m.population > a RETURN m.id AS i ORDER BY i
MATCH (n:Province) WITH collect(n) AS ns, avg(n.population) AS a UNWIND ns AS n WITH n, a WHERE n.population > 2 * a RETURN n.id AS i ORDER BY i
MATCH (n:Province) WITH collect(n.population) AS ps RETURN size([p IN ps WHERE p > 2000000]) AS n, reduce(m = 0, p IN ps | CASE WHEN p > m THEN p ELSE m END) AS m
PROFILE MATCH (n:Bloc) RETURN count(n) AS c
MATCH (n:Bloc) RETURN n.id AS `the id`, n.kind AS `kind of it` ORDER BY `the id` LIMIT 1
MATCH (n:`Bloc`) RETURN count(n) AS c
MATCH (n:Bloc) RETURN n.`name` AS n ORDER BY n LIMIT 1
MATCH (n:Bloc) /* a comment */ RETURN count(n) AS c // the end
match (n:Bloc) return n.id as i order by i limit 1
MATCH (n:bloc) RETURN count(n) AS c
MATCH (n:Bloc) RETURN count(n) AS c;
MATCH (n:Bloc) RETURN * ORDER BY n.id LIMIT 1
MATCH (n:Bloc) WITH n.id AS a, n.kind AS b RETURN * ORDER BY a LIMIT 2
MATCH (n:Bloc) RETURN n.id, n.kind ORDER BY n.id LIMIT 1
MATCH (n:Bloc) RETURN n.id + '-' + n.kind ORDER BY n.id LIMIT 1
MATCH (n:Bloc) RETURN count(*), max(n.id), collect(n.id)[0]
MATCH (n:Bloc) RETURN COUNT(n)
RETURN 1 + 1, 'a', [1,2], {a: 1}, true
MATCH (e:Election {id: 'iq-2018-representatives'}) CALL { WITH e MATCH (l)-[w:WON_IN_ALL]->(e) RETURN avg(w.seats) AS a } RETURN a, round(a, 2) AS b
MATCH (n:Party {id: 'kdp'}) RETURN n.node_title AS a, n.unique_id AS b, n.nid AS c, n.properties AS d, n.labels AS e, n.node_id AS f, n.types AS g, n.node_name AS h, n.Name AS i, n.ID AS j
MATCH (f:Fact) WHERE f.name IS NOT NULL RETURN count(f) AS c
MATCH (f:Unresolved) RETURN count(f.name) AS a, count(f.title) AS b
MATCH (f:Majlis) RETURN f.name AS a, f.id AS b
MATCH p = shortestPath((a:Figure {id: 'nouri-al-maliki'})-[*..6]-(b:Figure {id: 'hadi-al-amiri'})) WITH p WHERE length(p) > 5 RETURN length(p) AS l
MATCH p = shortestPath((a:Figure {id: 'nouri-al-maliki'})-[*..6]-(b:Figure)) WHERE b.id = 'hadi-al-amiri' RETURN length(p) AS l
MATCH (f:Fact {predicate: 'turnout'}) RETURN count(DISTINCT f.value) AS c, count(f.value) AS n
MATCH (f:Fact) RETURN count(DISTINCT f.value) AS c
MATCH (s:Statement) RETURN count(DISTINCT s.value) AS c
MATCH (s:Statement) WITH DISTINCT s.value AS v WHERE v < 3 RETURN v ORDER BY v
MATCH (s:Statement) WHERE s.value < 2 RETURN s.value AS v, count(*) AS c ORDER BY v
MATCH (f:Fact {predicate: 'turnout'}) WHERE f.value = 43 RETURN count(*) AS c
MATCH (f:Fact {predicate: 'turnout'}) WHERE f.value = toInteger(f.value) RETURN f.value AS v, f.value + 1 AS w ORDER BY v LIMIT 3
MATCH (f:Fact {predicate: 'turnout'}) WHERE f.value IS NOT NULL RETURN toString(f.value) AS v ORDER BY v LIMIT 4
MATCH (f:Fact {predicate: 'holds_seats'}) WHERE f.value IS NOT NULL RETURN toString(f.value) AS v, f.value / 2 AS h ORDER BY f.id LIMIT 4
RETURN duration({days: -1}) AS a, duration({months: -14, days: 3}) AS b, duration({seconds: -61}) AS c, duration({seconds: 0}) AS d, duration('P1W') AS e, duration('PT0.5S') AS f, duration({hours: 25, minutes: 61}) AS g
RETURN duration({months: 1}) AS a, duration({days: 0}) AS b, duration({months: 12, seconds: 3600}) AS c
RETURN toString(duration({days: 3, hours: 1})) AS a
RETURN datetime('2024-02-29T13:14:15.678+03:00') AS a, datetime('2024-02-29T13:14:15.678901Z') AS b, localtime('13:14:15.5') AS c, datetime('2024-02-29T13:14Z') AS d, datetime('2024-02-29') AS e, datetime('2024-02-29T13:14:15[Asia/Baghdad]') AS f
RETURN time('13:14') AS a, time('13:14Z') AS b, localtime('13:14') AS c, localdatetime('2024-02-29T13:14') AS d
RETURN [d IN [duration({days: 4})] | d] AS l, {a: duration({days: 4})} AS m
MATCH (n:Party) RETURN n.name || ' ' || n.id AS t ORDER BY t LIMIT 2
RETURN 10 ^ 2 AS a, 4 ^ 0.5 AS b, toString(2 ^ 3) AS c, toInteger(2 ^ 40) AS d
RETURN toFloat('-1.5') AS a, toFloat('.5') AS b, toFloat('5.') AS c, toFloat('NaN') AS d, toFloat('Infinity') AS e, toFloat('1,5') AS f
MATCH (n:Bloc) WHERE n.name = true RETURN count(n) AS c
UNWIND 'abc' AS x RETURN x
UNWIND {a: 1} AS x RETURN x
RETURN id(null) AS a, type(null) AS b, labels(null) AS c, startNode(null) AS d, properties(null) AS e, keys(null) AS f
MATCH (n:Bloc) RETURN n.id AS i ORDER BY i LIMIT 1 + 1
MATCH (n:Bloc) RETURN n.id AS i ORDER BY i SKIP 100
MATCH (n:Bloc) RETURN n.id AS i LIMIT 0
MATCH (n)-[r]->(n2) WHERE n.id = 'kdp' AND r.nothing > 1 RETURN count(*) AS c
MATCH (n:Party)-[:NOPE]->(m) RETURN count(*) AS c
MATCH (n:Party {nope: 1}) RETURN count(*) AS c
MATCH (n:Nope {nope: 1}) RETURN count(*) AS c
MATCH (n:Party) WHERE n.nope = 1 RETURN count(*) AS c
MATCH (n:Bloc) RETURN n.id
MATCH (a:Bloc), (a:Party) RETURN count(*) AS c
MATCH (a:Bloc) MATCH (a:Party) RETURN count(*) AS c
MATCH (a:Bloc) WITH a AS b, a AS c WHERE b = c RETURN count(*) AS n
MATCH (a:Bloc)--(b)--(c:Bloc) RETURN count(*) AS n
MATCH (a:Bloc)--(b)--(a) RETURN count(*) AS n
MATCH (a:Bloc)--(), (a)--() RETURN count(*) AS n
MATCH (a:Bloc)-[r1]-(x), (a)-[r2]-(y) RETURN count(*) AS n
MATCH (a:Bloc)-[r1]-(x) MATCH (a)-[r2]-(y) RETURN count(*) AS n
MATCH (a:Bloc {id: 'coordination-framework'})-[*1..2]-(b) RETURN count(*) AS n
MATCH (a:Bloc {id: 'coordination-framework'})-[*0..1]-(b) RETURN count(*) AS n
MATCH (a:Bloc {id: 'coordination-framework'})-[*3]-(b:Bloc) RETURN count(*) AS n
MATCH (a:Bloc {id: 'coordination-framework'})<-[:MEMBER_OF*]-(b) RETURN count(DISTINCT b) AS n
MATCH (a:Bloc)<-[:MEMBER_OF*1..2]-(b) WHERE b:Party OR b:Alliance RETURN a.id AS a, count(*) AS n ORDER BY a
MATCH (a)-[:MEMBER_OF]->(b) OPTIONAL MATCH (b)-[:MEMBER_OF]->(c) WHERE c:Bloc RETURN count(*) AS n, count(c) AS c
OPTIONAL MATCH (a:Nope) OPTIONAL MATCH (a)-[:X]->(b) RETURN a, b, count(*) AS n
OPTIONAL MATCH (a:Nope) MATCH (b:Bloc) RETURN count(*) AS n
MATCH (b:Bloc) OPTIONAL MATCH (a:Nope)-->(b) WHERE a.x = 1 RETURN count(*) AS n, count(a) AS c
MATCH (p:Province)<-[h:HOLDS_SEATS {election: 'iq-2023-governorates'}]-(l) WITH p, l, h ORDER BY h.seats DESC, l.id WITH p, collect({list: l.name, seats: h.seats})[0] AS top RETURN p.name AS province, top.list AS list, top.seats AS seats ORDER BY province
MATCH (p:Province)<-[h:HOLDS_SEATS {election: 'iq-2023-governorates'}]-(l) WITH p, sum(h.seats) AS total, max(h.seats) AS most, count(*) AS lists RETURN p.id AS id, total, most, lists, round(100.0 * most / total, 1) AS share ORDER BY share DESC, id
MATCH (l)-[h:HOLDS_SEATS]->(p:Province) WHERE h.election STARTS WITH 'iq-2023' WITH l, count(DISTINCT p) AS provinces, sum(h.seats) AS seats RETURN CASE WHEN seats >= 20 THEN 'large' WHEN seats >= 5 THEN 'medium' ELSE 'small' END AS size, count(*) AS lists, sum(seats) AS seats ORDER BY size
MATCH (e:Election) OPTIONAL MATCH (e)<-[w:WON_IN_ALL]-(l) WITH e, sum(w.seats) AS placed, count(l) AS lists RETURN e.id AS id, placed, lists, CASE WHEN lists = 0 THEN null ELSE placed END AS known ORDER BY id
MATCH (f:Figure) WHERE f.born IS NOT NULL RETURN substring(f.born, 0, 3) + '0s' AS decade, count(*) AS n ORDER BY decade
MATCH (f:Figure)-[h:HELD]->(o:Office) WHERE size(h.since) = 10 AND size(h.until) = 10 RETURN f.id AS f, o.id AS o, duration.inDays(date(h.since), date(h.until)).days AS days ORDER BY days DESC, f, o LIMIT 10
MATCH (f:Figure) WHERE COUNT { (f)-[:HELD]->(:Office) } >= 2 RETURN f.id AS id ORDER BY id LIMIT 10
MATCH (p:Province) RETURN p.id AS id, COUNT { (p)<-[:HOLDS_SEATS]-() } AS rows, COUNT { MATCH (p)<-[h:HOLDS_SEATS]-() WHERE h.disputed } AS disputed ORDER BY id
MATCH (p:Province) WHERE NOT EXISTS { MATCH (p)<-[:OFFICE_IN]-(:Office)<-[:HELD]-(:Figure) } RETURN p.id AS id ORDER BY id
MATCH (l:Party|Alliance) WHERE EXISTS { (l)-[:HOLDS_SEATS {election: 'iq-2023-governorates'}]->() } AND NOT EXISTS { (l)<-[:LEADS]-() } RETURN l.id AS id ORDER BY id LIMIT 20
MATCH (l)-[s:STOOD_IN]->(p:Province) WITH p, s.election AS e, sum(s.votes) AS votes, count(*) AS lists WHERE votes > 0 RETURN e, p.id AS p, votes, lists, votes / lists AS mean ORDER BY e, p LIMIT 15
MATCH (l)-[s:STOOD_IN {election: 'iq-2023-governorates'}]->(p) WHERE NOT (l)-[:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(p) RETURN l.id AS l, p.id AS p, s.votes AS v ORDER BY v DESC, l, p LIMIT 10
MATCH (l)-[h:HOLDS_SEATS]->(p) RETURN coalesce(h.reserved_for, 'general') AS kind, sum(h.seats) AS seats ORDER BY seats DESC, kind
MATCH (n:Party) WHERE n.founded > '2000' OR n.founded IS NULL RETURN n.founded IS NULL AS x, count(*) AS c ORDER BY x
MATCH (n:Party) RETURN n.founded IN ['1946', '1957', null] AS x, count(*) AS c ORDER BY x
UNWIND ['b', 'A', 'a', 'Z', 'é', 'ا'] AS x RETURN x ORDER BY x
WITH [5, 3, 9, 1] AS xs UNWIND xs AS x WITH x ORDER BY x WITH collect(x) AS sorted RETURN sorted, sorted[0] AS least, sorted[-1] AS most, sorted[1..-1] AS middle
WITH [1, 2, 2, 3, 3, 3] AS xs UNWIND xs AS x WITH x, count(*) AS n RETURN x, n ORDER BY n DESC LIMIT 1
MATCH p = shortestPath((a:Figure {id: 'nouri-al-maliki'})-[*..5]-(b:Figure {id: 'hadi-al-amiri'})) RETURN length(p) AS n, size(relationships(p)) AS r
MATCH p = (a:Figure {id: 'nouri-al-maliki'})-[:LEADS|MEMBER_OF*1..3]->(x) RETURN x.id AS id, min(length(p)) AS steps, count(p) AS ways ORDER BY steps, id
MATCH (x)-[:MEMBER_OF]->(b:Bloc) WITH b, collect(DISTINCT x.id) AS xs MATCH (c:Bloc) WHERE c.id > b.id OPTIONAL MATCH (y)-[:MEMBER_OF]->(c) WHERE y.id IN xs RETURN b.id AS b, c.id AS c, count(DISTINCT y) AS both ORDER BY both DESC, b, c
MATCH (p:Province) CALL { WITH p MATCH (p)<-[h:HOLDS_SEATS {election: 'iq-2023-governorates'}]-(l) RETURN l.id AS l, h.seats AS s ORDER BY s DESC, l LIMIT 2 } RETURN p.id AS p, collect(l) AS ls, sum(s) AS s ORDER BY p
MATCH (p:Province) CALL (p) { OPTIONAL MATCH (p)<-[h:HOLDS_SEATS {election: 'iq-2013-governorates'}]-(l) RETURN count(l) AS n, sum(h.seats) AS s } RETURN p.id AS p, n, s ORDER BY p
UNWIND $ids AS id OPTIONAL MATCH (n:Entity {id: id}) RETURN id, n IS NULL AS missing, n.kind AS kind ORDER BY id
MATCH (n:Entity) WHERE toUpper(n.name) CONTAINS $text AND n[$property] IS NULL RETURN n.id AS id ORDER BY id
MATCH (s:Statement) WHERE s.quote CONTAINS 'مقعد' RETURN count(s) AS n
MATCH (l)-[h:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(p) WITH h.seats AS seats, count(*) AS n ORDER BY seats WITH collect([seats, n]) AS rows RETURN [r IN rows | r[0] * r[1]] AS products, reduce(s = 0, r IN rows | s + r[0] * r[1]) AS total
MATCH (n:Entity) WHERE n.name_local IS NOT NULL RETURN max(size(n.name_local)) AS most, min(size(n.name)) AS least
MATCH (l)-[h:HOLDS_SEATS]->(p) WITH l.id AS l, h.election AS e, sum(h.seats) AS s ORDER BY l, e WITH l, collect(s) AS ss WHERE size(ss) > 2 RETURN l, ss, [i IN range(1, size(ss) - 1) | ss[i] - ss[i - 1]] AS change ORDER BY l LIMIT 10
