"""Terms of offices, in words."""

from __future__ import annotations

from queries.offices import Term

from .forms import ENGLISH, Language


def election_words(term: Term, language: Language = ENGLISH) -> str:
    """How a figure was elected to an office, and who supported it then; nothing where no source says so."""
    votes, present, members = (term.election.get(basis) for basis in ("votes", "present", "members"))
    of = language.say("elected.of_present" if present is not None else "elected.of_members", n=present or members)
    parts = []
    if votes is not None:
        counted = present is not None or members is not None
        parts.append(language.say("elected.by" if counted else "elected.with", votes=votes, of=of))
    elif present is not None:
        parts.append(
            language.say("elected.present" if members else "elected.quorum", of=of, present=present, members=members)
        )
    if term.supporters:
        names = language.listed(language.name(one.id, one.name) for one in term.supporters)
        parts.append(language.say("elected.supported", names=names))
    return language.listed(parts, "semicolon")
