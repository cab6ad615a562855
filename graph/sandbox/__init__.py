"""A user's text in a process of its own: the parent that starts it, the child, and the child's part for each engine."""
