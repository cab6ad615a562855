"""The colours of all pictures: neutral, fixed, told apart by colour-blind eyes, on light and on dark paper.

The ten colours of lists and the grey of the rest were searched by computer: on paper each has a contrast of
at least 3 to 1, and any two stay apart as eyes without red, green or blue cones see them (Machado, Oliveira
and Fernandes 2009). They are given out by the number of seats alone. Each picture also tells its parts by
letters, patterns or words, and never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_FONT = "system-ui,-apple-system,'Segoe UI','Noto Sans',Arial,sans-serif"


@dataclass(frozen=True, slots=True)
class Paper:
    """The colours on one kind of paper, as #rrggbb. `steps` shade a share of a council, least first."""

    paper: str
    ink: str
    faint: str  # notes and outlines
    lists: tuple[str, ...]
    rest: tuple[str, str]  # every list after those with a colour; two, for neighbours
    steps: tuple[str, ...]
    none: str  # a council without a seat of the list
    blank: str  # a province without a vote, or that the data do not know


LIGHT = Paper(
    paper="#ffffff",
    ink="#1c2024",
    faint="#61666c",
    lists=(
        *("#395eb2", "#cc7d1e", "#277d7b", "#7d2e41", "#be7ace"),
        *("#656902", "#044e6b", "#b84c58", "#46257c", "#314510"),
    ),
    rest=("#8f8f8a", "#6f7276"),
    steps=("#d0deed", "#a3c0de", "#719dca", "#3f78b0", "#1c4f86"),
    none="#f6f4f0",
    blank="#dddbd6",
)
DARK = Paper(
    paper="#1b1e22",
    ink="#eceef0",
    faint="#a4aab1",
    lists=(
        *("#a195f7", "#f8a87e", "#24d4b4", "#9059af", "#fca9f9"),
        *("#baae31", "#a0f0e4", "#966c13", "#ede36c", "#50a252"),
    ),
    rest=("#8a8d92", "#b4b7bb"),
    steps=("#26415c", "#305e8a", "#3f80b8", "#6ba7db", "#a9d3f8"),
    none="#24282d",
    blank="#3a3f45",
)
_FIXED = (
    f".majlis text{{font-family:{_FONT}}}"
    ".majlis .label{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}"
    ".majlis .line,.majlis .ring,.majlis .hollow{fill:none}"
    ".majlis .strong{font-weight:600}.majlis .middle{text-anchor:middle}.majlis .end{text-anchor:end}"
)
# A share of a council up to this bound takes the step of the same place; above the last one, the last step.
BOUNDS = (0.1, 0.2, 0.3, 0.5)


def slots(totals: Mapping[str, int]) -> dict[str, int]:
    """The colour of each list by its number: most seats first, then by id; lists beyond the last have none."""
    order = sorted(totals, key=lambda name: (-totals[name], name))
    return {id: number for number, id in enumerate(order[: len(LIGHT.lists)])}


def within(given: Mapping[str, int], ids: Iterable[str]) -> dict[str, int]:
    """The colours of the lists of one picture: each keeps its own, the others take in turn what none of them has."""
    ids = list(ids)
    kept = {id: given[id] for id in ids if id in given}
    free = [number for number in range(len(LIGHT.lists)) if number not in kept.values()]
    return kept | dict(zip((id for id in ids if id not in kept), free, strict=False))


def list_class(slot: int | None) -> str:
    """The class of what is drawn in a list's colour; None is a list without one."""
    return "rest" if slot is None else f"list-{slot}"


def step(seats: int, size: int) -> int:
    """The shade of a share of a council, from 1; a majority alone has the darkest."""
    return 1 + sum(seats > bound * size for bound in BOUNDS)


def css() -> str:
    """The rules for everything drawn in an element of the class `majlis`; dark where the reader wants it so."""
    return f"{_FIXED}{_rules(LIGHT)}@media (prefers-color-scheme:dark){{{_rules(DARK)}}}"


def themed() -> str:
    """The same rules by variables of a style sheet, each with a value for paper that is light and dark: `--list-0`."""
    fills = "".join(f".majlis .{name}{{fill:var(--{name})}}" for name in filled(LIGHT))
    return (
        f"{_FIXED}{fills}.majlis text{{fill:var(--ink)}}.majlis .label,.majlis .slash{{stroke:var(--paper)}}"
        ".majlis .line,.majlis .ring,.majlis .border{stroke:var(--ink)}.majlis .hollow,.majlis .faint-line"
        "{stroke:var(--faint)}.majlis .hue-line{stroke:var(--step-3)}"
    )


def filled(on: Paper) -> dict[str, str]:
    """The colour of each class that fills."""
    return {
        **{f"list-{number}": colour for number, colour in enumerate(on.lists)},
        **{f"step-{number}": colour for number, colour in enumerate(on.steps, 1)},
        **{"rest": on.rest[0], "rest-2": on.rest[1], "none": on.none, "blank": on.blank},
        **{"paper": on.paper, "faint": on.faint},
    }


def _rules(on: Paper) -> str:
    return (
        f".majlis text{{fill:{on.ink}}}"
        + "".join(f".majlis .{name}{{fill:{colour}}}" for name, colour in filled(on).items())
        + f".majlis .label{{stroke:{on.paper}}}"
        + f".majlis .line,.majlis .ring{{stroke:{on.ink}}}"
        + f".majlis .hollow{{stroke:{on.faint}}}.majlis .border{{stroke:{on.ink}}}"
        + f".majlis .slash{{stroke:{on.paper}}}"
        + f".majlis .hue-line{{stroke:{on.steps[2]}}}.majlis .faint-line{{stroke:{on.faint}}}"
    )
