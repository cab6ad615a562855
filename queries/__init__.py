"""Questions and their answers: prepared Cypher, and typed answers made from its rows."""
