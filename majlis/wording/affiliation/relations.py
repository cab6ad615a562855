"""Who leads a name, what is part of it and who is with it, in words."""

from __future__ import annotations

from collections.abc import Sequence

from queries.affiliation.relations import ALLIES, LEADS, LED_BY, Relation, Relations

from ..forms import ENGLISH, Language
from ..tables import Column, Table, entity, fields
from .path import Line, when_words

_YES = {True: "yes", False: "no"}
_TOLD = 12  # names of one kind that a sentence tells


def relations_sentence(answer: Relations, language: Language = ENGLISH) -> str:
    """The names of now, each with its time, then those of earlier."""
    name = language.name(*answer.subject.named)
    now = [row for row in answer.relations if row.now]
    earlier = [row for row in answer.relations if not row.now]
    if not answer.relations:
        return language.say(f"relations.{answer.relation}.none", name=name)
    dated = answer.election is not None or answer.as_of is not None
    key = "then" if dated else "now" if now else "once"
    said = [
        language.say(f"relations.{answer.relation}.{key}", name=name, names=_names(answer, now or earlier, language))
    ]
    if now and earlier:
        said.append(language.say("relations.earlier", names=_names(answer, earlier, language)))
    return " ".join(said)


def _names(answer: Relations, rows: Sequence[Relation], language: Language) -> str:
    """The names one after the other: allies by the alliance or bloc that they share, the others with their time."""
    if answer.relation == ALLIES:
        groups = {(row.together, row.member): None for row in rows}
        return language.listed(
            (_group(answer, [row for row in rows if (row.together, row.member) == key], language) for key in groups),
            "semicolon",
        )
    timed = answer.relation in (LED_BY, LEADS)
    return _listed([_timed(row, language) if timed else language.name(*row.other) for row in rows], language)


def _listed(names: Sequence[str], language: Language) -> str:
    more = len(names) - _TOLD
    told = language.listed(names[:_TOLD], "semicolon" if any("(" in name for name in names) else "comma")
    return language.say("relations.more", names=told, more=more) if more > 0 else told


def _group(answer: Relations, rows: Sequence[Relation], language: Language) -> str:
    first = rows[0]
    group = language.name(*first.together) if first.together else ""
    names = _listed([language.name(*row.other) for row in rows], language)
    own = first.member is None or first.member.id == answer.subject.candidate.id
    key = "relations.in" if own else "relations.in_by"
    return language.say(key, group=group, member=language.name(*first.member) if first.member else "", names=names)


def _timed(row: Relation, language: Language) -> str:
    name, when = language.name(*row.other), times(row, language)
    return f"{name} ({when})" if when else name


def times(row: Relation, language: Language = ENGLISH) -> str:
    """When the ties of a relation held, as far as sources say."""
    return when_words(Line(1, 1, row.step, row.step.ties), language)


def relations_table(answer: Relations, language: Language = ENGLISH) -> Table:
    """A row a name, those of now first; of an ally also what both are in, and who of the subject's is."""
    columns = entity(language, "other", "name")
    if answer.relation == ALLIES:
        several = len({row.member for row in answer.relations}) > 1  # else the subject itself, or the one it leads
        through = entity(language, "member", "column.through") if several else entity(language, "member")
        columns += [*entity(language, "together", "column.together"), *through]
    columns += [
        *fields(language, "kind" if answer.relation == ALLIES else "kind:kind:kind"),
        Column("now", language.say("column.now"), lambda row: row.now, lambda row: language.say(_YES[row.now])),
        Column(None, language.say("column.when"), lambda row: row.step, lambda row: times(row, language)),
        Column("facts", None, lambda row: [tie.fact for tie in row.step.ties]),
        *fields(language, "sources"),
    ]
    return Table(columns, answer.relations, link=lambda row: ("entity", row.other.id), cited=True)
