"""Pictures of answers, computed as SVG: no browser, no script, no map library.

`councils.councils` asks a graph for every council; `search` finds a colour for each list, `palette` has the papers.
`hemicycle.hemicycle` draws a council, `map.provinces` a map of `areas`, `multiples.multiples` the largest lists
side by side. Each gives a `svg.Picture`: its `inline()` is an `<svg>` for an HTML page, which needs
`palette.css()` once in a style; give each picture on a page `ids` of its own. `documents` makes whole files of
them, with legend, notes and sources, and `files` finds the map and writes.
"""

PICTURES = ("network", "map", "council", "multiples", "history")  # what `majlis show` draws
