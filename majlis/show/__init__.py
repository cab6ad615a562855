"""Pictures of answers, computed as SVG: no browser, no script, no map library.

`councils.councils` asks for what most pictures need, `palette.slots` gives each list its colour.
`hemicycle` draws a council, `map` the provinces, `multiples` the largest lists side by side. Each gives a
`svg.Picture`: `Picture.inline()` is an `<svg>` for an HTML page that has `palette.css()` in a style of its
own, and `documents` makes whole files of them, with legend, notes and sources.
"""
