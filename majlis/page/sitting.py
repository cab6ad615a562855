"""The answers about every body that sits: what the page tells of a name or a place where no election is chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from queries.plain import Note
from queries.sitting import Sitting
from queries.view import GraphView
from queries.where import where_each
from queries.where.answer import Where
from queries.who import who
from queries.who.answer import Who

from ..wording.forms import Language
from ..wording.notes import note_text
from ..wording.sitting import body_heading, shared_notes
from ..wording.where import cell_words, cited, unsaid_beside, where_sentence
from ..wording.who import who_sentence
from .evidence import Evidence
from .model import plain
from .names import Names
from .places import by_place, marks
from .view import lists_of


def about_each_body(graph: GraphView, names: Names, evidence: Evidence, code: str) -> dict[str, Any]:
    """What the page tells of every name and place: the election and heading of each body, and by id the answers.

    Beside its notes an id has an answer for each body: the place of the body, its sentence, the places of its sources,
    its own notes; of a name its seats by place, and the other places by the words that hold of them; of a place its
    lists. Raises StoreError.
    """
    language, short = names.language(code), names.language(code, short=True)
    elections = graph.sitting()
    place = {at.id: number for number, at in enumerate(elections)}

    def part(one: Where | Who) -> dict[str, Any]:
        if isinstance(one, Where):
            return _of_name(one, evidence, language, short)
        return _of_place(one, evidence, language)

    def told(found: Sequence[Where | Who]) -> dict[str, Any]:
        whole = Sitting(found[0].asked, found[0].subject, elections[0].day, graph.data_version, tuple(found))
        shared, own = shared_notes([_notes(one) for one in found])
        answers = [
            {"body": place[one.election.id], **part(one), "notes": [note_text(note, language) for note in notes]}
            for one, notes in zip(found, own, strict=True)
        ]
        kept = [{key: value for key, value in answer.items() if value or value == 0} for answer in answers]
        return {"answers": kept, "notes": [note_text(note, language) for note in (*whole.notes, *shared)]}

    places = defaultdict[str, list[Who]](list)
    for at in elections:
        for row in graph.councils(at):
            places[row["id"]].append(who(graph, row["id"], at))
    each: list[Sequence[Where | Who]] = [*where_each(graph, names.holders, elections), *places.values()]
    return {
        "bodies": [{"election": at.id, "heading": body_heading(at, language)} for at in elections],
        "said": {found[0].subject.candidate.id: told(found) for found in each},
    }


def _notes(answer: Where | Who) -> Sequence[Note]:
    return unsaid_beside(answer) if isinstance(answer, Where) else answer.notes


def _of_name(answer: Where, evidence: Evidence, language: Language, short: Language) -> dict[str, Any]:
    """The answer about a name, with its seats and the other places."""
    cells = [] if answer.listless else [(council, cell_words(council, answer, short)) for council in answer.provinces]
    return {
        "said": where_sentence(answer, language),
        "cited": evidence.sourced(source.id for source in cited(answer)),
        "marks": list(marks([words for _, words in cells], language)),
        **plain(by_place(cells, language)),
    }


def _of_place(answer: Who, evidence: Evidence, language: Language) -> dict[str, Any]:
    """The answer about a place, with its lists."""
    missing = answer.missing or 0
    return {
        "said": who_sentence(answer, language),
        "cited": evidence.sourced(source.id for source in answer.sources),
        "lists": plain(lists_of(answer, language)),
        "missing": missing,
        "missing_share": language.share(missing, missing, answer.council_size),
    }
