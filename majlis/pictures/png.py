"""A picture as PNG: twice as many pixels as it has units."""

from __future__ import annotations

import re

SCALE = 2  # pixels for a unit
# The renderer takes letters that a font lacks from any other, of whatever weight: lines with Arabic name families that
# have Arabic and Latin letters.
_ARABIC = re.compile(r"<text (?=[^>]*>[^<]*[\u0620-\u06ff])")
_BOTH = '<text style="font-family:DejaVu Sans,Segoe UI,Tahoma,Arial,sans-serif" '


def png(svg: str, width: int | None = None) -> bytes:
    """An SVG file as PNG, as wide as this in pixels, else twice its own width. Fonts are those of the system."""
    import resvg_py

    svg = _ARABIC.sub(_BOTH, svg)
    return resvg_py.svg_to_bytes(svg_string=svg, languages=["en", "ar"], width=width, zoom=None if width else SCALE)
