"""Colours as eyes see them: sRGB and OKLab, contrast on a paper, and how far apart two of them are.

OKLab: Ottosson (2020). Eyes without red or green cones: Machado, Oliveira and Fernandes (2009), severity 1. Contrast:
WCAG 2.2.
"""

from __future__ import annotations

import math

Triple = tuple[float, float, float]

# Normal eyes, those without red cones and those without green ones; in linear RGB.
EYES: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
_OUTSIDE = 0.0005  # how far beyond the screen's colours a part may lie


def linear(text: str) -> Triple:
    """#rrggbb as linear RGB, each part from 0 to 1."""
    red, green, blue = (_linear(int(text[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def written(rgb: Triple) -> str:
    """Linear RGB as #rrggbb."""
    return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, part)))):02x}" for part in rgb)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def oklab(rgb: Triple) -> Triple:
    """Linear RGB in OKLab: lightness, green to red, blue to yellow."""
    r, g, b = rgb
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_oklch(lightness: float, chroma: float, hue: float) -> Triple | None:
    """OKLab by lightness, chroma and hue (degrees) as linear RGB; None where no screen shows it."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return rgb if all(-_OUTSIDE <= part <= 1 + _OUTSIDE for part in rgb) else None


def luminance(text: str) -> float:
    """How bright #rrggbb is, from 0 to 1."""
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(text), strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(text: str) -> tuple[Triple, ...]:
    """#rrggbb in OKLab as each of `EYES` sees it."""
    rgb = linear(text)
    return tuple(
        oklab(tuple(min(1.0, max(0.0, sum(m * p for m, p in zip(row, rgb, strict=True)))) for row in rows))  # type: ignore[arg-type]  # three rows
        for rows in EYES.values()
    )


def words_on(colour: str) -> str:
    """White for words on a colour while it has a contrast of 4.5 with it, else a dark ink."""
    return "#ffffff" if contrast(colour, "#ffffff") >= 4.5 else "#14181d"
