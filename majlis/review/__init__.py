"""The review of a document: a person confirms what was read, and what is confirmed is kept in a folder of their own."""
