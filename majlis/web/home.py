"""The first page: the question box and what one may ask, who won most, and the largest list of each council."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..pictures.areas import by_place, largest_areas
from ..pictures.councils import totals
from ..pictures.palette import list_class
from ..register import QUESTIONS
from ..wording.accounted import coverage_sentence
from ..wording.largest import largest_sentence
from .examples import examples
from .pictures import first_drawing, largest_drawing
from .request import Page, PageRequest

if TYPE_CHECKING:
    from queries.largest import Largest

_FIRST = 10  # lists that are named before all else


def home(asked: PageRequest) -> Page:
    """The question box, and what one may ask."""

    def data() -> dict[str, Any]:
        return {
            "data_version": asked.majlis.graph.data_version,
            "elections": [election.to_dict() for election in asked.majlis.graph.elections],
            "examples": examples(asked),
        }

    won, slots = _won(asked), asked.snapshot.slots
    context = {
        "examples": examples(asked),
        "won": won and largest_sentence(won, asked.language),
        "first": [(item, list_class(slots.get(item.id))) for item in won.lists[:_FIRST]] if won else [],
        "elections": asked.majlis.graph.elections,
        "here": asked.majlis.graph.election(asked.election),
        "sentence": coverage_sentence(asked.snapshot.summary(asked.election), asked.language),
        **largest_of(asked),
    }
    return Page("home.html", asked.say("tagline"), data, context, drawing=first_drawing(asked, context["drawing"]))


def _won(asked: PageRequest) -> Largest | None:
    """The lists of the election by their seats; None where there is no election."""
    if not asked.majlis.graph.elections:
        return None
    election = asked.majlis.graph.election(asked.election).id
    found: Largest = asked.snapshot.about_all(QUESTIONS["largest"], (), {"election": election})
    return found


def largest_of(asked: PageRequest) -> dict[str, Any]:
    """Each council with its largest lists, and the map of them."""
    councils = asked.snapshot.councils(asked.election)
    areas = largest_areas(councils, asked.snapshot.slots, asked.language)
    places = {id: place for place, id in enumerate(totals(councils))}
    return {
        "rows": [(area, item, by_place(item.largest, places)) for area, item in zip(areas, councils, strict=True)],
        "drawing": largest_drawing(asked, councils, areas),
    }
