"""The graph as files and as objects of other tools: GraphML, JSON, CSV for Neo4j, networkx, pandas."""
