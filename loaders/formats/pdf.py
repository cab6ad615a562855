"""A PDF with a text layer: the lines of its pages as they lie on the paper, columns apart by blanks."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from graph.errors import DocumentError
from graph.model import Remark

from ..reading.line import Line, LineKind
from .content import Content
from .damage import DAMAGE, damaged
from .format import Laid, refuse

_RIGHT_TO_LEFT = ("R", "AL")
_SHAPED = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")  # letters in the shape that they have in their word
_FEWEST = 8  # letters of a page that has a text
# Letters that end a word and never begin one, and the article that begins words: they tell the order of letters.
_ENDS, _BEGINS = frozenset("ةى"), "ال"
_LETTER = "[0-9A-Za-zÀ-ɏ٠-٩۰-۹]"
_WITHIN = "[^\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufefc\\s0-9A-Za-zÀ-ɏ٠-٩۰-۹]"
_LEFT_TO_RIGHT = re.compile(rf"[%٪]?{_LETTER}++(?>(?:{_WITHIN}{{1,3}}{_LETTER}++)*)(?: (?=[A-Za-z]))?")


class Reader:
    """Goes through the pages of a PDF."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._pages: list[list[str]] = []

    def read(self) -> None:
        """Take the lines of all pages.

        Raises DocumentError for one with a password, without any text, or that is damaged.
        """
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        content = self._content
        try:
            with content.open() as stream:
                reader = pypdf.PdfReader(stream)
                if reader.is_encrypted and not reader.decrypt(""):
                    raise refuse(content, "this PDF has a password", "Open it and save it without one.")
                for page in reader.pages:
                    self._pages.append(_page(page))
        except DependencyError as error:
            what = f"this PDF is encrypted ({error})"
            raise refuse(content, what, "Open it and save it without encryption.") from error
        except DocumentError:
            raise
        except (PyPdfError, *DAMAGE) as error:
            raise damaged(content, "this PDF", error) from error
        if len(self._scanned()) == len(self._pages):
            todo = "Have its text recognised (OCR), check that against the page, and give the text."
            what = f"this PDF has no text: its {len(self._pages)} pages are pictures or empty"
            raise refuse(content, what, todo)

    def laid(self) -> Laid:
        """The lines of the pages that were read, in the order of reading."""
        remarks = []
        if scanned := self._scanned():
            told = ", ".join(map(str, scanned[:20]))
            remarks.append(Remark(f"pages without text, which are pictures or empty: {told}", self._content.shown))
        lines = tuple(_lines(_in_order(self._pages)))
        return Laid("PDF", lambda: iter(lines), remarks=tuple(remarks))

    def _scanned(self) -> list[int]:
        return [number for number, page in enumerate(self._pages, 1) if sum(map(len, page)) < _FEWEST]


def _page(page: pypdf.PageObject) -> list[str]:
    """The lines of a page, those above all others left out where empty."""
    try:
        text = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True)
    except (PyPdfError, *DAMAGE):
        text = page.extract_text()
    return text.strip("\n").split("\n") if text.strip() else []


def _lines(pages: Sequence[Sequence[str]]) -> Iterator[Line]:
    number = 0
    for at, page in enumerate(pages, 1):
        number += 1
        yield Line(number, "", LineKind.BREAK, where=f"page {at}")
        for row, text in enumerate(page, 1):
            number += 1
            # A line with none above or below is no row of a table: what lies between its words is no column.
            alone = not any(other.strip() for other in (*page[max(row - 2, 0) : row - 1], *page[row : row + 1]))
            yield Line(number, " ".join(text.split()) if alone else text.rstrip(), where=f"page {at}, line {row}")


def _in_order(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines with their letters in the order of reading: right-to-left ones lie on the paper the other way."""
    words = [word for page in pages for line in page for word in line.split() if _is_rtl(word)]
    plain = [unicodedata.normalize("NFKC", word) for word in words]
    turned = sum(word[0] in _ENDS or word.endswith(_BEGINS[::-1]) for word in plain)
    straight = sum(word[-1] in _ENDS or word.startswith(_BEGINS) for word in plain)
    turn = turned > straight
    return [[_turned(line) if turn and _is_rtl(line) else _unshaped(line) for line in page] for page in pages]


def _is_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def _unshaped(line: str) -> str:
    return unicodedata.normalize("NFKC", line) if _SHAPED.search(line) else line


def _turned(line: str) -> str:
    """A line as it lies on the paper from left to right, in the order in which it is read: figures stay as they are."""
    whole = line[::-1]
    whole = _LEFT_TO_RIGHT.sub(lambda found: found[0][::-1], whole)
    swapped = whole.translate(_MIRRORED)
    return unicodedata.normalize("NFKC", swapped) if _SHAPED.search(swapped) else swapped


_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
