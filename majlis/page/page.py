"""The offline page: pyvis holds the network's data, a template of our own makes one HTML file of everything."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.dates import not_after, today

from ..pictures.palette import BOUNDS, DARK, LIGHT, Colours, shades, themed
from ..wording.forms import Language
from ..wording.messages import LANGUAGES, USUAL

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment

    from .extent import Extent
    from .parts import Parts

_HERE = Path(__file__).parent
# In the order in which they need each other; together one script, so that nothing of it is global.
SCRIPTS = (
    *("data", "state", "pictures", "map", "sounds", "search", "questions", "seats", "time"),
    *("paint", "routes", "light", "labels", "paths", "legend", "picture", "network", "drag", "card"),
    *("councils", "ties", "export", "panel", "filters", "start"),
)
STYLES = ("page", "network", "document")
_VIS = "lib/vis-9.1.2/vis-network.min.js"  # in the templates of the package pyvis


def page(parts: Parts, about: str | None = None) -> str:
    """The page as HTML text: one file that asks nothing of anybody. `about`: the id of the name it opens on."""
    from .pyvis_network import new_network

    network = new_network()
    network.templateEnv = templates()
    network.templateEnv.globals |= {
        **shell(Language(USUAL)),
        "title": parts.opening.name,
        "version": parts.version,
        "credit": parts.credit,
        "parts": {name: base64.b64encode(parts.packed(name)).decode() for name in parts.names},
        "first": parts.first,
        "start": embedded(settings(parts) | {"state": {"node": about} if about else {}}),
        "style": style(parts.colours),
        "scripts": scripts(),
        "policy": policy(scripts()),
    }
    network.path = "page.html"
    return str(network.generate_html())


def templates(*folders: Path, compiled: BytecodeCache | None = None) -> Environment:
    """The page's templates, with those of other folders before them; `compiled` keeps them from run to run."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader([*folders, _HERE / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )


def shell(language: Language, question: str = "", home: str = "#") -> dict[str, Any]:
    """What the template shows around an answer, in a language: the question that was asked, where its name leads."""
    return {
        "lang": language.code,
        "other_language": next(code for code in LANGUAGES if code != language.code),
        "directions": LANGUAGES,
        "say": language.say,
        "q": question,
        "home": home,
    }


def settings(extent: Extent) -> dict[str, Any]:
    """What the scripts must know before any part is open."""
    return {
        "elections": [at.id for at in extent.elections],
        "election": extent.opening.id,
        "every": extent.every,
        "bodies": {at.body.id: at.id for at in reversed(extent.elections) if at.body and not_after(at.date, today())},
        "languages": list(LANGUAGES),
        "directions": LANGUAGES,
        "lang": USUAL,
        "version": extent.version,
        "bounds": BOUNDS,
        "state": {},
    }


def style(colours: Colours) -> str:
    """The style sheet: the colours of the pictures, these of lists among them, then the page's own rules."""
    sheets = (_HERE / "styles" / f"{name}.css" for name in STYLES)
    return "\n".join([variables(colours), *(sheet.read_text(encoding="utf-8") for sheet in sheets)])


@lru_cache(maxsize=1)
def scripts() -> Mapping[str, str]:
    """The two scripts in the page: its own, and the library that draws the network."""
    return {"page": script(), "vis": library()}


def library() -> str:
    """The library that draws the network.

    As it starts it tries out errors; a browser that must say where each came from reads all of it twice more.
    """
    package = find_spec("pyvis")  # where it is: to import it takes longer than all else that a server starts with
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyvis")
    vis = Path(package.origin).with_name("templates").joinpath(_VIS).read_text(encoding="utf-8")
    read = 'Error.stackTraceLimit = 10;\ndispatchEvent(new Event("library"));\n'
    return f"Error.stackTraceLimit = 0;\n{vis}\n{read}"


def script(place: str = "file") -> str:
    """The page's own script, for a "file" or a "server"."""
    parts = [(_HERE / "scripts" / f"{name}.js").read_text(encoding="utf-8") for name in (f"from_{place}", *SCRIPTS)]
    return '"use strict";\n(async () => {\n' + "\n".join(parts) + "\n})();\n"


def policy(scripts: Mapping[str, str]) -> str:
    """The Content-Security-Policy that lets these scripts run and nothing else."""
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts.values())
    allowed = " ".join(f"'sha256-{text}'" for text in hashes)
    return (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


def embedded(value: Any) -> str:
    """A value as JSON that can stand in a script element: nothing in it ends the element or begins a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")


def variables(colours: Colours) -> str:
    """The colours of the pictures as variables of the style sheet, each for paper that is light and dark."""
    light, dark = (shades(colours, on) for on in (LIGHT, DARK))
    named = "".join(f"--{name}:light-dark({light[name]},{dark[name]});" for name in light)
    return f":root{{{named}}}\n{themed(light)}"
