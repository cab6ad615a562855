"""How Sphinx makes the site (`make docs`): the pages of this folder, with nothing from any other server."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from sphinx.application import Sphinx

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
sys.path.insert(0, str(ROOT))  # for the reference of Python: this checkout and no installed one

project = "Majlis"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = "Majlis"
html_static_path: list[str] = []
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
exclude_patterns = ["examples"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
# In docstrings one pair of backticks stands around code.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
# Of a terminal's output no word is a token of a language.
highlight_language = "none"

# What stands outside this folder and is a page of the site.
_PAGES = {
    "data/README.md": "codebook",
    "data/CHANGELOG.md": "data-changelog",
    "bench/README.md": "figures",
    "CORRECTIONS.md": "corrections",
    "SECURITY.md": "security",
}
_INCLUDED = re.compile(r"```\{include\} (?P<path>\S+)\n```\n")
_LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<path>[^)#:\s]+)(?P<part>#[^)\s]*)?\)")


def setup(app: Sphinx) -> None:
    """Read each page through `_read`."""
    app.connect("source-read", _read)


def _read(app: Sphinx, page: str, source: list[str]) -> None:
    """A page with what it includes; links lead into the site, and are words alone where they would lead out of it."""
    folder = (Path(app.srcdir) / page).parent
    if whole := _INCLUDED.fullmatch(source[0]):
        path = folder / whole["path"]
        source[0], folder = path.read_text(encoding="utf-8"), path.parent
    up = "../" * page.count("/")

    def link(found: re.Match[str]) -> str:
        path = (folder / found["path"]).resolve()
        name = path.relative_to(ROOT).as_posix()
        part = found["part"] or ""
        if name in _PAGES:
            return f"[{found['words']}]({up}{_PAGES[name]}.md{part})"
        if path.is_file() and path.is_relative_to(app.srcdir) and not path.is_relative_to(EXAMPLES):
            return f"[{found['words']}]({up}{path.relative_to(app.srcdir).as_posix()}{part})"
        return found["words"]

    # A command of several lines and its rows are no session that a highlighter can tell apart.
    source[0] = _LINK.sub(link, source[0]).replace("```console\n", "```text\n")
