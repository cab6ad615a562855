"""Ties in words: ways between names, leaders, parts and allies."""
