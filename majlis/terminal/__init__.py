"""Each answer as text for a terminal: a sentence, a table, what is not known, the sources."""
