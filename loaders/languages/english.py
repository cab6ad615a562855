"""English: the words of its lists and tables."""

from __future__ import annotations

from graph.model import Standing

from .language import Language

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()

ENGLISH = Language(
    name="English",
    units=("seats", "seat", "mandates", "mandate"),
    numbers={word: value for value, word in enumerate(_NUMBERS, 1)},
    seats={"no": 0},
    totals=(
        *("total", "sum", "total seats", "seats in total", "grand total", "overall total", "total number of seats"),
    ),
    council=("turnout", "voter", "voters", "council", "member", "members"),
    whole_vote=("overall", "total", r"national\w*", "nationwide", "country", "whole", "general"),
    reserved=("quota", "reserved", "component", "minority"),
    beside_reserved=("seats", "seat", "for", "the"),
    vague=(
        *("about", "around", "at least", "at most", "up to", "nearly", "almost", "over", "under", "some", "between"),
        *("or", "to", "and", "of", "from"),
    ),
    standings={
        Standing.CERTIFIED: r"certified|ratified",
        Standing.FINAL: r"final (?:\w+ )?(?:results?|count|tally|list|figures)",
        Standing.PRELIMINARY: (
            r"(?:preliminary|provisional|partial|initial|unofficial|early|incomplete) (?:\w+ )?"
            r"(?:results?|count|tally|figures)"
        ),
    },
    unsettled=(
        *("not", "never", "before", "until", "awaits?", "awaited", "awaiting", "pending", "expected", "due", "yet"),
        *("will", "would", "to be", "later", "soon", "ahead of", "un(?:certified|ratified)", r"\w+n[’']t"),
    ),
    authorities=(
        r"(?:electoral|elections?) (?:commission|authority|board|committee|office)",
        "official results",
    ),
)
