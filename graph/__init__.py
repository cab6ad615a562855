"""The graph: its model, how statements are decided, the checks, and the stores it is kept in."""
