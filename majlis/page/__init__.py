"""The interactive page: its model from a graph, layouts, template, scripts and styles."""
