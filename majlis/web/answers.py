"""The pages of the questions in the register: each answer with its sentence and table, and the form that asks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graph.errors import UsageError
from graph.kinds import HOLDERS, Kind
from graph.names import Matched
from queries.plain import Note, basis
from queries.prepared import run
from queries.sitting import Sitting
from queries.view.subject import Subject

from ..question import Parameter, Question, answers_of
from ..register import QUESTIONS
from ..wording.forms import ENGLISH, isolate
from ..wording.sitting import body_heading, shared_notes
from .layouts import LAYOUTS, USUAL, all_cited
from .pictures import drawing_of, words_drawing
from .request import Page, PageRequest, heading
from .rows import table_rows

_NO = ("0", "false", "no")


def answer_page(question: Question, asked: PageRequest) -> Page:
    """The answer to a question of the register; without the name that it needs, the form that asks for it."""
    texts = [asked.text(item.name) for item in question.names]
    names = question.parted(texts)
    options = {item.name: _option(item, asked) for item in question.asked_with}
    label = asked.called(question.name)
    context: dict[str, Any] = {
        "question": question,
        "given": {item.name: asked.text(item.name) for item in question.parameters},
    }
    missing = any(item.required and text is None for item, text in zip(question.names, texts, strict=True))
    if missing or len(names) < question.fewest:
        return Page(
            "form.html",
            label,
            lambda: {"question": question.name, "names": [item.name for item in question.names]},
            context,
            address=asked.url(question.name),
        )
    by = asked.text("by") or next(iter(question.tables), None)
    if by and question.tables and by not in question.tables:
        raise UsageError(f"by={by[:40]}: use one of {', '.join(question.tables)}.")
    given = options | {"election": asked.election, "as_of": asked.as_of}
    if any(names):
        answer = question.ask(asked.majlis.graph, names, given)
    else:  # what is asked about everything is computed once a day for a graph
        answer = asked.snapshot.about_all(question, names, given)
    if answers_of(answer):
        return _sitting_page(question, asked, answer, context, by)
    whole = basis(answer)
    subject: Subject | None = getattr(whole, "subject", None)
    ids = _ids(question, whole, names)
    chosen = {name: str(value) for name, value in options.items() if value}
    layout = LAYOUTS.get(type(answer), USUAL)
    table = question.table_of(answer, asked.language, by)
    seen = replace(table, rows=[row for row in table.rows if layout.keeps(row)])
    sentence, cited = question.sentence_of(answer, asked.language), question.cited_of(answer)
    drawing = drawing_of(question.name, asked, answer, sentence) or words_drawing(
        asked, sentence, cited, getattr(whole, "election", None)
    )
    context |= {
        "answer": answer,
        "sentence": sentence,
        "drawing": drawing,
        "by": by,
        "choices": [(choice, asked.url(question.name, *ids, **chosen, by=choice)) for choice in question.tables],
        "table": table_rows(asked, seen),
        "notes": getattr(answer, "notes", ()),
        "cited": all_cited(cited),
        "title": _title(asked, whole, label),
        **(about(asked, whole.asked, subject) if subject else {"subject": None}),
    }
    context |= layout.add(asked, answer)
    return Page(
        layout.template,
        context["title"],
        answer.to_dict,
        context,
        200 if getattr(answer, "found", True) else 404,
        asked.url(question.name, *ids, **chosen),
        lambda: question.table_of(answer, ENGLISH, by).csv(),
        drawing,
    )


def _sitting_page(
    question: Question, asked: PageRequest, answer: Sitting[Any], context: dict[str, Any], by: str | None
) -> Page:
    """The answers about every body that sits, one under the other; each heading leads to the page of its election."""
    given = {key: value for key, value in context["given"].items() if value}
    names = question.parted([given.pop(item.name, None) for item in question.names])
    read = [_ids(question, basis(one), names) for one in answer.answers]
    ids = read[0] if all(one == read[0] for one in read) else question.joined(names)  # each may be about its own body
    subject, language, cited = answer.subject, asked.language, question.cited_of(answer)
    label = asked.called(question.name)

    shared, noted = shared_notes([LAYOUTS.get(type(one), USUAL).notes(one) for one in answer.answers])

    def part(one: Any, ids: Sequence[str | None], notes: Sequence[Note]) -> dict[str, Any]:
        layout, table = LAYOUTS.get(type(one), USUAL), question.table_of(one, language, by)
        election, told, sentence = basis(one).election, layout.tells(one), question.sentence_of(one, language)
        return {
            "heading": body_heading(election, language),
            "address": asked.url(question.name, *ids, **given, election=election.id),
            "sentence": sentence,
            "drawing": drawing_of(question.name, asked, one, sentence) if told else None,
            "table": table_rows(asked, replace(table, rows=[row for row in table.rows if told and layout.keeps(row)])),
            "notes": notes,
            **layout.beside(asked, one),
        }

    context |= {
        "bodies": [part(*each) for each in zip(answer.answers, read, noted, strict=True)],
        "notes": [*answer.notes, *shared],
        "cited": all_cited(cited),
        **(about(asked, answer.asked or "", subject) if subject else {"subject": None}),
    }
    title = _title(asked, basis(answer.answers[0]) if answer.answers and any(names) else answer, label)
    drawing = next((part["drawing"] for part in context["bodies"] if part["drawing"]), None)
    if drawing is None and answer.answers:
        drawing = words_drawing(asked, question.sentence_of(answer.answers[0], language), cited, None)
    address = asked.url(question.name, *ids, **given)
    return Page(
        "sitting.html",
        title,
        answer.to_dict,
        context,
        address=address,
        csv=lambda: question.table_of(answer, ENGLISH, by).csv(),
        drawing=drawing,
    )


def source_page(asked: PageRequest) -> Page:
    """One source: what it has and lacks of the election that most of its statements are of, and all of these."""
    graph, name = asked.majlis.graph, asked.path["name"]
    given = {**asked.given, "source": name, "election": asked.election or graph.usual_election or ""}
    if not given["election"]:
        said = run(graph, "said_by_source", {"source": name})
        column = [column.name for column in said.columns].index("election")
        stated = Counter(row[column] for row in said.rows if row[column])
        given["election"] = (
            max(stated, key=lambda election: (stated[election], election)) if stated else asked.election_id
        )
    shown = answer_page(QUESTIONS["coverage"], replace(asked, path={}, given=given))
    return replace(shown, address=asked.url("sources", shown.context["answer"].source.id))


def about(asked: PageRequest, text: str, subject: Subject) -> dict[str, Any]:
    """What a page has that is about an entity: the entity, what was asked if it was read by a guess, other pages."""
    found = subject.candidate
    alone = {row.name: row.about for row in QUESTIONS.values() if row.fewest < 2}
    pages = alone | {"entity": frozenset(Kind), "network": HOLDERS}
    return {
        "subject": found,
        "reading": text if subject.matched is Matched.FUZZY else "",
        "pages": [
            (page, asked.called(page), asked.url(page, found.id))
            for page, kinds in pages.items()
            if found.kind in kinds
        ],
    }


def _title(asked: PageRequest, answer: Any, label: str) -> str:
    """What the answer is about, and the question."""
    subjects: Sequence[Subject] = getattr(answer, "subjects", None) or [getattr(answer, "subject", None)]
    names = [asked.name(item.candidate.id, item.candidate.name) for item in subjects if item]
    return heading(asked.language.listed(map(isolate, names)), label) if names else label


def _ids(question: Question, answer: Any, names: Sequence[str | None]) -> list[str | None]:
    """The names as ids, where the answer tells what they were read as: `subject` the first, `subjects` if several."""
    read = getattr(answer, "subjects", None) or [
        getattr(answer, "subject" if at == 0 else item.name, None) for at, item in enumerate(question.names)
    ]
    ids = [found.candidate.id if isinstance(found, Subject) else name for found, name in zip(read, names, strict=True)]
    return question.joined(ids)


def _option(item: Parameter, asked: PageRequest) -> object:
    """What was given for an option. Raises UsageError for what it cannot take."""
    match item.reads:
        case "count":
            return asked.whole(item.name)
        case "flag":
            return (asked.text(item.name) or "no").lower() not in _NO or None
        case _:
            return asked.text(item.name)
