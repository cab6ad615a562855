"""Lists: entries of names with figures, one a line or several in one, become claims."""
