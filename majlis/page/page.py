"""The offline page: pyvis holds the network's data, a template of our own makes one HTML file of everything."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from graph import names
from graph.kinds import Kind
from graph.predicates import PREDICATES
from queries.affiliation.ties import SHARED
from queries.where import DID_NOT_STAND, NO_VOTE, NONE, UNKNOWN

from ..pictures.palette import BOUNDS, DARK, LIGHT, css, filled, list_class, list_fills
from ..wording.forms import ENGLISH
from ..wording.messages import messages
from .model import ViewModel, plain

_HERE = Path(__file__).parent
# In the order in which they need each other; together one script, so that nothing of it is global.
SCRIPTS = (
    *("data", "state", "pictures", "map", "sounds", "search", "seats"),
    *("paint", "routes", "light", "labels", "drag", "card", "paths", "legend", "picture", "network"),
    *("councils", "ties", "panel", "filters", "start"),
)
STYLES = ("page", "network")
_SAID = (
    "differ",
    "accounted",
    "letters.no_vote",
    "decides_nothing",
    "overruled",
    "legend.seats",
    "members.mark",
    "sitting.members",
    "size.inferred",
    "size.mark",
    "tie.not_then",
    "version",
    *("nav.path", "path.step", "path.from", "path.to", "path.by_office", "path.by_place"),
)
_STATUSES = (SHARED, NONE, UNKNOWN, DID_NOT_STAND, NO_VOTE)
# What the network says of itself: its own messages, and how its switches name the kinds of ties.
_NETWORK = "network."
_SWITCHES = ("seats", "leads", "member", "rival", "office", "absent")
_DRAWN = tuple(row for row in PREDICATES.values() if row.edges and f"tie.{row.name}" in messages())
_STEPS = 10  # a path of more is not known
_KINDS = (Kind.FIGURE, Kind.PARTY, Kind.ALLIANCE, Kind.BLOC, Kind.OFFICE, Kind.PROVINCE)
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"  # in the package pyvis


def page(model: ViewModel, about: str | None = None, home: str | None = None) -> str:
    """The page as HTML text: one file that asks nothing of anybody.

    `about`: the id of the name it opens on; `home`: where its own name leads, on a server.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from pyvis.network import Network

    from graph import sounds

    network = Network(directed=True)
    for node in model.network.nodes:
        known = {name: value for name, value in plain(node).items() if name not in ("id", "label")}
        network.add_node(node.id, label=node.label, **known)
    for number, tie in enumerate(model.network.ties):
        known = {name: value for name, value in plain(tie).items() if name not in ("start", "end")}
        network.add_edge(tie.start, tie.end, id=number, **known)
    start = {"view": "network", "node": about} if about else {}
    stage = {name: value for name, value in plain(model.network).items() if name not in ("nodes", "ties")}
    shown = model.to_dict() | {"network": {"colours": {}, "alone": {}, **stage}}
    data = {"model": shown, "slots": model.slots, "bounds": BOUNDS, "start": start}
    data |= {"names": names.rules(), "sounds": sounds.rules(), "say": words(model)}
    network.templateEnv = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    network.templateEnv.globals |= {
        "model": model,
        "day": ENGLISH.day(model.date),
        "say": ENGLISH.say,
        "data": {name: embedded(value) for name, value in data.items()},
        "embedded": embedded,
        "style": "\n".join((variables(model), css(model.network.colours, model.slots), styles())),
        "scripts": scripts(),
        "policy": policy(scripts()),
        "home": home,
        "listed": any(cell.words.listed for holder in model.holders for cell in holder.cells.values()),
    }
    network.path = "page.html"
    return str(network.generate_html())


def _style() -> str:
    return (_HERE / "styles" / "page.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def scripts() -> Mapping[str, str]:
    """The two scripts in the page: the library that draws the network, and the page's own."""
    return {"vis": files("pyvis").joinpath(_VIS).read_text(encoding="utf-8"), "page": script()}


def styles() -> str:
    """The page's own style sheets, one after the other."""
    return "\n".join((_HERE / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)


def script() -> str:
    """The page's own script."""
    parts = [(_HERE / "scripts" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"


def policy(scripts: Mapping[str, str]) -> str:
    """The Content-Security-Policy that lets these scripts run and nothing else."""
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts.values())
    allowed = " ".join(f"'sha256-{text}'" for text in hashes)
    return (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


def words(model: ViewModel) -> dict[str, Any]:
    """What the script says of answers beside the words that come with them, by what it is said of."""
    say = ENGLISH.say
    found: dict[str, Any] = {key: say(key) for key in _SAID}
    found |= {key: say(key) for key in messages() if key.startswith(_NETWORK)}
    return found | {
        "kindsOfTies": {switch: say(f"network.tie.{switch}") for switch in _SWITCHES},
        "absent": {row.name: say(f"network.on.{row.name}") for row in PREDICATES.values() if row.absence},
        "shortTies": {edge.type: say(f"network.on.{row.name}") for row in _DRAWN for edge in row.edges},
        "steps": [ENGLISH.counted("step", number) for number in range(_STEPS)],
        "overview": model.overview,
        "status": {status: say(f"status.{status}") for status in _STATUSES},
        "kinds": {kind.value: say(f"kinds.{kind.value}") for kind in _KINDS},
        "ties": {
            edge.type: [say(f"tie.{row.name}"), say(f"tie.{row.name}.back")] for row in _DRAWN for edge in row.edges
        },
    }


def embedded(value: Any) -> str:
    """A value as JSON that can stand in a script element: nothing in it ends the element or begins a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")


def variables(model: ViewModel) -> str:
    """The colours of the pictures as variables of the style sheet, for paper that is light and dark."""
    light, dark = (
        "".join(
            f"--{name}:{colour};"
            for name, colour in {
                **{"ink": on.ink, **filled(on)},
                **list_fills(model.network.colours, on, model.slots),
            }.items()
        )
        for on in (LIGHT, DARK)
    )
    dots = "".join(f".dot.{list_class(slot)}{{background:var(--{list_class(slot)})}}" for slot in model.slots.values())
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{dots}"
