"""The papers of all pictures and what is drawn on them: neutral, told apart by colour-blind eyes, light and dark.

The colour of a list is its own on every surface and through all elections (`search` finds it, `given` keeps it). Each
picture also tells its parts by letters, patterns or words, and never by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .colour import words_on

_FONT = "system-ui,-apple-system,'Segoe UI','Noto Sans',Arial,sans-serif"

_LIST, _ON = "list-", "on-"  # before the number of a list, and before the class of what words stand on

Colours = Mapping[str, tuple[str, str]]  # of each list, on light and on dark paper; those met most first


@dataclass(frozen=True, slots=True)
class Paper:
    """The colours on one kind of paper, as #rrggbb. `steps` shade a share of a council, least first."""

    paper: str
    panel: str  # what stands on the paper, such as an answer
    land: str  # a country on it
    coast: str
    ink: str
    faint: str  # notes and outlines
    line: str
    ring: str  # seats that are not accounted for
    quiet: str  # the small lists of the network, before they are asked for
    rest: tuple[str, str]  # a list without a colour; two, for neighbours
    steps: tuple[str, ...]
    none: str  # a council without a seat of the list
    blank: str  # a province without a vote, or that the data do not know

    @property
    def backs(self) -> tuple[str, str, str]:
        """What the colour of a list must stand out from."""
        return self.paper, self.panel, self.land


LIGHT = Paper(
    paper="#fbfaf7",
    panel="#ffffff",
    land="#f3f0e8",
    coast="#ddd7c9",
    ink="#1b1f24",
    faint="#5c6269",
    line="#e4e0d7",
    ring="#cfcabf",
    quiet="#b9b4a9",
    rest=("#8a8a85", "#6f7276"),
    steps=("#d0deed", "#a3c0de", "#719dca", "#3f78b0", "#1c4f86"),
    none="#f6f4f0",
    blank="#dddbd6",
)
DARK = Paper(
    paper="#13171c",
    panel="#181d23",
    land="#1a2028",
    coast="#2d353e",
    ink="#eceff2",
    faint="#a3abb4",
    line="#2b323a",
    ring="#39424b",
    quiet="#5f6872",
    rest=("#8a8d92", "#b4b7bb"),
    steps=("#26415c", "#305e8a", "#3f80b8", "#6ba7db", "#a9d3f8"),
    none="#1c2126",
    blank="#333a42",
)
_FIXED = (
    f".majlis text{{font-family:{_FONT}}}"
    ".majlis .label{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}"
    ".majlis .line,.majlis .ring,.majlis .hollow{fill:none}"
    ".majlis .strong{font-weight:600}.majlis .middle{text-anchor:middle}.majlis .end{text-anchor:end}"
)
# A share of a council up to this bound takes the step of the same place; above the last one, the last step.
BOUNDS = (0.1, 0.2, 0.3, 0.5)
_PARTS = (0.24, 0.38, 0.51, 0.63, 0.75)  # how much of its colour each step has


def slots(colours: Iterable[str]) -> dict[str, int]:
    """The number of each list that has a colour, by which `list_class` names it: in the order of the colours."""
    return {id: number for number, id in enumerate(colours)}


def list_class(slot: int | None) -> str:
    """The class of what is drawn in a list's colour; None is a list without one."""
    return "rest" if slot is None else f"{_LIST}{slot}"


def part_class(step: int, hue: str = "") -> str:
    """The classes of a share of a council: the shade, of the class of a list's colour, else of ink."""
    return f"part part-{step} {hue}".rstrip()


def step(seats: int, size: int) -> int:
    """The shade of a share of a council, from 1; a majority alone has the darkest."""
    return 1 + sum(seats > bound * size for bound in BOUNDS)


def css(colours: Colours, used: Iterable[str] | None = None) -> str:
    """The rules for everything drawn in an element of the class `majlis`; dark where the reader wants it so.

    Of the colours of lists only those of the lists that are `used`; all by default.
    """
    found = (shades(colours, paper, used) for paper in (LIGHT, DARK))
    on_light, on_dark = (_rules(named.__getitem__, _fills(named)) for named in found)
    return f"{_FIXED}{on_light}@media (prefers-color-scheme:dark){{{on_dark}}}"


def themed(names: Iterable[str]) -> str:
    """The same rules by variables of a style sheet, of which each of these names (`shades`) has one: `--list-0`."""
    return _FIXED + _rules(lambda name: f"var(--{name})", _fills(names))


def shades(colours: Colours, on: Paper, used: Iterable[str] | None = None) -> dict[str, str]:
    """The colours on a paper: of ink, of each class that fills, lists last, and of words on a list (`on-list-0`)."""
    shown = set(colours if used is None else used)
    lists = {list_class(slot): colours[id][on is DARK] for id, slot in slots(colours).items() if id in shown}
    return {
        "ink": on.ink,
        **{f"step-{number}": colour for number, colour in enumerate(on.steps, 1)},
        **{"rest": on.rest[0], "rest-2": on.rest[1], "none": on.none, "blank": on.blank},
        **{
            "paper": on.paper,
            "faint": on.faint,
            "land": on.land,
            "coast": on.coast,
            "quiet": on.quiet,
            "open": on.ring,
        },
        **lists,
        **{f"{_ON}{name}": words_on(colour) for name, colour in lists.items()},
    }


def _fills(names: Iterable[str]) -> list[str]:
    """The names that are classes which fill."""
    return [name for name in names if name != "ink" and not name.startswith(_ON)]


def _rules(colour: Callable[[str], str], fills: Sequence[str]) -> str:
    lists = [name for name in fills if name.startswith(_LIST)]
    return (
        f".majlis text{{fill:{colour('ink')}}}.majlis .part{{fill:{colour('ink')}}}"
        + "".join(f".majlis .part-{at}{{fill-opacity:{part}}}" for at, part in enumerate(_PARTS, 1))
        + "".join(f".majlis .{name}{{fill:{colour(name)};color:{colour(name)}}}" for name in fills)
        + "".join(f".majlis .{name}.on{{fill:{colour(_ON + name)}}}" for name in lists)
        + ".majlis .drawn{fill:none;stroke:currentColor}"
        + f".majlis .label{{stroke:{colour('paper')}}}"
        + f".majlis .line,.majlis .ring{{stroke:{colour('ink')}}}"
        + f".majlis .hollow{{stroke:{colour('faint')}}}.majlis .border{{stroke:{colour('ink')}}}"
        + f".majlis .slash{{stroke:{colour('paper')}}}"
        + f".majlis .faint-line{{stroke:{colour('faint')}}}"
    )
