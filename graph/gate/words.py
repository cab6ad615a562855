"""The words of the gate: what is refused and why, and which functions and procedures are allowed."""

from __future__ import annotations

_WRITES = "CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH INSERT DROP ALTER RENAME"
_RULES = "USE SHOW TERMINATE GRANT DENY REVOKE START STOP ENABLE DEALLOCATE REALLOCATE DRYRUN"
_OTHER = "CYPHER FINISH FILTER LET HAVING FORMAT USING NEXT OVER SEARCH INTERSECT EXCEPT FOR"
_TEMPORAL = ("date", "datetime", "localdatetime", "localtime", "time")

# Why a word is refused where it cannot stand; `{}` is the word as it was written.
WHY = {
    **dict.fromkeys(_WRITES.split(), "{} writes, and only reading is allowed"),
    **dict.fromkeys(_RULES.split(), "{} steers the database, and only reading the graph is allowed"),
    **dict.fromkeys(_OTHER.split(), "{} is not among the clauses that are allowed"),
    "LOAD": "{} reads files, and only reading the graph is allowed",
    "IN TRANSACTIONS": "{} writes in steps, and only reading is allowed",
    "EXPLAIN": "{} stands once, before a statement",
    "PROFILE": "{} stands once, before a statement",
    ";": "{} ends a statement, and one statement is allowed",
}
# What is meant by a word or mark of another language, where it cannot stand.
INSTEAD = {
    "LIKE": "write CONTAINS, STARTS WITH, ENDS WITH or =~",
    "GROUP": "rows are grouped by the values beside count() or sum(), without a word for it",
    "!": "not equal is written <>",
    "==": "equal is written with one =",
    "&": "and is written AND",
}
BEGINNINGS = "MATCH OPTIONAL WITH RETURN UNWIND CALL UNION WHERE ORDER SKIP LIMIT".split()
# Words that never name a function: clauses, and functions that reach outside the graph.
NO_FUNCTIONS = frozenset(
    f"{_WRITES} {_RULES} {_OTHER} LOAD CALL MATCH OPTIONAL WITH UNWIND RETURN UNION YIELD PROFILE EXPLAIN "
    "WHERE ORDER SKIP OFFSET LIMIT FILE LINENUMBER TEXT_SCORE".split()
)
# Functions with a dot in their name, in small letters.
DOTTED_FUNCTIONS = frozenset(
    [f"{kind}.{step}" for kind in _TEMPORAL for step in ("truncate", "realtime", "statement", "transaction")]
    + ["datetime.fromepoch", "datetime.fromepochmillis"]
    + [f"duration.{unit}" for unit in ("between", "inmonths", "indays", "inseconds")]
    + ["point.distance", "point.withinbbox", "vector.similarity.cosine", "vector.similarity.euclidean"]
)
# Functions that the embedded engine lacks, in small letters.
NEO4J_FUNCTIONS = frozenset(
    "e isnan tointegerornull tofloatornull tostringornull tobooleanornull tointegerlist tofloatlist tostringlist "
    "tobooleanlist datetime.fromepoch datetime.fromepochmillis lower upper char_length character_length normalize "
    "isempty nullif percentilecont percentiledisc "
    "stdevp timestamp point.distance point.withinbbox vector.similarity.cosine vector.similarity.euclidean".split()
)
PROCEDURES = frozenset({"db.labels", "db.relationshipTypes", "db.propertyKeys"})
# The words of types, after IS ::.
TYPES = frozenset(
    "ANY ARRAY BOOL BOOLEAN DATE DATETIME DURATION EDGE FLOAT INT INTEGER LIST LOCAL MAP NODE NOTHING NULL PATH POINT "
    "PROPERTY RELATIONSHIP SIGNED STRING TIME TIMESTAMP VALUE VARCHAR VERTEX ZONED".split()
)
# Words of values that are no names.
PLAIN = frozenset(
    "AND OR XOR NOT IN IS NULL TRUE FALSE CASE WHEN THEN ELSE END WHERE CONTAINS STARTS ENDS WITH".split()
)
FORMS = ("NFC", "NFD", "NFKC", "NFKD")  # of Unicode
# The operators, by how close they bind: from OR, the loosest.
OPERATORS = {
    operator: level
    for level, operators in enumerate(
        ["OR", "XOR", "AND", "= <> < <= > >=", "=~ IN CONTAINS STARTS ENDS IS", "+ - ||", "* / %", "^"]
    )
    for operator in operators.split()
}
LOGIC = ("OR", "XOR", "AND")
