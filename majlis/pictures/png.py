"""A picture as PNG: twice as many pixels as it has units."""

from __future__ import annotations

SCALE = 2  # pixels for a unit


def png(svg: str, width: int | None = None) -> bytes:
    """An SVG file as PNG, as wide as this in pixels, else twice its own width. Fonts are those of the system."""
    import resvg_py

    return resvg_py.svg_to_bytes(svg_string=svg, languages=["en", "ar"], width=width, zoom=None if width else SCALE)
