"""Where a graph is kept: the protocol, and one module for each engine that keeps it."""
