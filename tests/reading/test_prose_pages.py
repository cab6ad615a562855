"""Reports in prose, rewritten after real pages: what the general reader finds of their facts, and what it makes up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.names import Resolver
from graph.spelling import words
from loaders.reading.found import Certainty, Claim
from loaders.reading.line import Line
from loaders.reading.reader import read_lines

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("gold/p*.json"))
_NOUNS = frozenset("of in the".split()) | set(
    words("party list bloc coalition alliance movement province governorate حزب قائمة لائحة كتلة ائتلاف تحالف محافظة")
)
# Of all facts and claims of the pages together, as measured: what the reader is held to.
STATED_PRECISION, PRECISION, RECALL = 0.97, 0.95, 0.90


def claims_of(page: dict[str, Any], resolver: Resolver) -> list[Claim]:
    """The claims of a page."""
    text = (HERE / "documents" / page["document"]).read_text(encoding="utf-8")
    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), 1)]
    return [one for one in read_lines(lines, resolver).found if isinstance(one, Claim)]


def plain(text: str | None) -> set[str]:
    """The words of a name that tell it from others."""
    return set(words(text or "")) - _NOUNS


def same(one: str | None, other: str | None) -> bool:
    """Whether two names are one, in a longer and a shorter form."""
    first, second = plain(one), plain(other)
    return first == second if not first or not second else first <= second or second <= first


def fits(fact: dict[str, Any], claim: Claim) -> bool:
    """Whether a claim is a fact of the page."""
    return (
        fact["predicate"] == claim.predicate
        and fact["value"] == claim.value
        and same(fact["subject"], claim.subject)
        and same(fact["place"], claim.object)
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_prose_gives_most_of_its_facts(path: Path, resolver: Resolver) -> None:
    """Six of ten sure facts of each page are found, by a claim of their own each."""
    page = json.loads(path.read_text(encoding="utf-8"))
    claims = claims_of(page, resolver)
    sure = [fact for fact in page["facts"] if fact["certain"] and not fact.get("election")]
    found = [fact for fact in sure if any(fits(fact, claim) for claim in claims)]
    assert len(found) >= 0.6 * len(sure), [fact for fact in sure if fact not in found]


def test_the_pages_together_hold_their_floor(resolver: Resolver) -> None:
    """Hardly anything is made up, least of all what is stated, and nine of ten facts are found."""
    found = sure = right = stated_right = 0
    made: list[Claim] = []
    for path in PAGES:
        page = json.loads(path.read_text(encoding="utf-8"))
        open_facts = list(page["facts"])
        sure += sum(fact["certain"] and not fact.get("election") for fact in open_facts)
        for claim in claims_of(page, resolver):
            fact = next((fact for fact in open_facts if fits(fact, claim)), None)
            if fact is None:
                made.append(claim)
                continue
            open_facts.remove(fact)
            right += 1
            stated_right += claim.certainty is Certainty.STATED
            found += fact["certain"] and not fact.get("election")
    stated_made = [claim for claim in made if claim.certainty is Certainty.STATED]
    assert stated_right / (stated_right + len(stated_made)) >= STATED_PRECISION, stated_made
    assert right / (right + len(made)) >= PRECISION, made
    assert found / sure >= RECALL
