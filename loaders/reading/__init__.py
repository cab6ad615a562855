"""The general reader: a document of any layout becomes claims, proposals, and figures that became neither."""
