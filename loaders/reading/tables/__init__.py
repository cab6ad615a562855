"""Tables: any dressing becomes one grid of cells, its columns have roles, its rows become claims."""
