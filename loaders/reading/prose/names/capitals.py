"""Names in scripts with capitals: where one begins, and how far it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....languages.words import fold
from ...mentions import Names, acronym
from ..nodes import MARK, NOTHING, NUMBER, WORD, Node
from ..tokens import QUOTES
from .codes import code_at
from .registered import registered_name
from .written import LONGEST_NAME, names_one_place, quoted

_ENDS = ".:-–—;!?؛؟([\n"
_DESCRIBING = 3  # words of a description before a name
_LONGEST_NUMBER = 3  # digits of a place, and one more
_GOING_ON = frozenset({"joins", "purpose", "and"})  # roles of words over which a name goes on
_NO_NAMES = frozenset({"month", "office", "honorific", "possessors", "of_bodies", "body"})
_SHOUTED = 3  # letters of a word of the vote in capitals behind a name that is not, at least
_TOLD = frozenset({"gain", "elected", "losing"})
_BEHIND_SUBJECT = frozenset({"gain", "rank_verb", "goes", "and"})
_NO_WORDS = frozenset({"month", "office", "honorific"})  # roles of words with capitals that go on with no name
_NEVER = frozenset(
    {"except", "filler", "joins", "month", "gain", "goes", "leads", "led_by", "serves", "each", "whole", "saying"}
)


def _names_none(tokens: Sequence[Node], at: int) -> bool:
    """Whether a word with a capital is known, and for one with which no name of a list or a person begins."""
    token = tokens[at]
    if not token.term.unit and token.roles.isdisjoint(_NO_NAMES):
        return False
    counted = token.term.unit and not _possessor(tokens, at)
    if token.has("month", "office", "honorific") or counted:
        return True
    if _possessor(tokens, at) and "suffix" in tokens[at + 1].roles and _is_body(tokens, at + 2):
        return True  # "the People's Assembly"
    of_bodies = "of_bodies" in token.roles and "list_noun" not in token.roles
    if of_bodies and at + 1 < len(tokens) and "body" in tokens[at + 1].roles:
        return True  # "the National Parliament" is that of the whole
    return _is_body(tokens, at)


def _starts(tokens: Sequence[Node], at: int, names: Names) -> bool:
    token = tokens[at]
    said = token.term is not NOTHING
    if not token.capital or (said and _names_none(tokens, at)):
        return False
    if (names.language.capital_nouns and "person_noun" in token.roles) or _described(tokens, at, names):
        return False  # "the Ada Brown-led Reds"
    first = at == 0 or tokens[at - 1].text in _ENDS or tokens[at - 1].text in QUOTES
    if names.language.capital_nouns and not first and not _capital(tokens, at + 1) and "party_word" not in token.roles:
        text = token.text
        inside = "bare_in" in tokens[at - 1].roles and not said and fold(text) not in names.language.not_places
        return inside or acronym(text) or names.is_list(text) or names.is_place(text) or fold(text) in names.families
    if not first:
        noun = "list_noun" in token.roles
        if noun and at + 1 < len(tokens) and "purpose" in tokens[at + 1].roles:
            return _capital(tokens, at + 2)
        if not said or "party_word" in token.roles or (noun and "article" not in tokens[at - 1].roles):
            return True  # "the Greens", "and Alliance"; "the Alliance" is one that was named before
        return not (token.term.ordinal or token.has("except", "list_noun")) or _capital(tokens, at + 1)
    if "party_word" in token.roles:
        return True
    known = names.is_list(token.text) or names.is_place(token.text)
    if names.language.capital_nouns and not known and not acronym(token.text) and not _capital(tokens, at + 1):
        return fold(token.text) in names.families
    if known or (acronym(token.text) and not token.term.roles):
        return True
    if token.has("begins_names", "of_bodies") and _capital(tokens, at + 1):
        return True  # "New Harbour List" is not Harbour List, nor "National Rally" Rally
    if _possessor(tokens, at) and _capital(tokens, at + 2):
        return True
    if not token.roles.isdisjoint(_NEVER) or token.term.ordinal:
        if not _capital(tokens, at + 1) or token.has("month", "in", "with", "filler"):
            return False
        both = f"{token.text} {tokens[at + 1].text}"
        return names.is_list(both) or fold(both) in names.capitals
    if token.term.roles and not token.has("list_noun", "place_noun"):
        return False
    alone = not _capital(tokens, at + 1)
    return not (alone and fold(token.text) in names.lower)


def _described(tokens: Sequence[Node], at: int, names: Names) -> bool:
    """Whether a word with a hyphen among the first only says whose or of what kind the next name is: "Brown-led"."""
    for token in tokens[at : at + _DESCRIBING]:
        if token.sort is not WORD or not token.capital:
            return False
        if "-" in token.text and token.text.rpartition("-")[2] in names.language.adjective_ends:
            return True
    return False


def _possessor(tokens: Sequence[Node], at: int) -> bool:
    """Whether a word of many people begins a name: "People's Party", "People and Justice"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or "possessors" not in tokens[at].roles:
        return False
    return (
        "suffix" in following.roles or following.text in "'’" or ("and" in following.roles and _capital(tokens, at + 2))
    )


def _is_body(tokens: Sequence[Node], at: int) -> bool:
    """Whether a token is the noun of a body, and of no list."""
    return at < len(tokens) and "body" in tokens[at].roles and "list_noun" not in tokens[at].roles


def _capital(tokens: Sequence[Node], at: int) -> bool:
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.sort is not WORD or not token.capital or not token.roles.isdisjoint(_NO_WORDS):
        return False
    return not token.term.unit or _possessor(tokens, at)


@dataclass(slots=True)
class _Run:
    """The tokens of a name so far: from `at` to `after`. `noun`: a noun of lists is among them; `purpose`: "for".

    `place`: it begins with a noun of places.
    """

    at: int
    after: int
    noun: bool = False
    purpose: bool = False
    place: bool = False


def number_in_name(tokens: Sequence[Node], at: int) -> bool:
    """Whether a word for a number begins a name: it has a capital, and so has the word behind: "in Three Rivers"."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if at == 0 or following is None or not (token.text.istitle() and following.capital and not following.term.unit):
        return False
    return token.sort is WORD and tokens[at - 1].sort is WORD and not tokens[at - 1].capital


def name_in_capitals(tokens: Sequence[Node], at: int, names: Names) -> int | None:
    """Where a name that begins at a token ends; None where none begins."""
    if not _starts(tokens, at, names):
        return None
    run = _Run(at, at + 1, "list_noun" in tokens[at].roles, place="place_noun" in tokens[at].roles)
    while run.after < len(tokens) and run.after - at < LONGEST_NAME:
        token = tokens[run.after]
        if token.sort is WORD and token.term is NOTHING and token.text != "of":
            further = run.after + token.capital
        else:
            further = _further(tokens, run, names)
        if further == run.after:
            break
        run.after = further
    run.after = code_at(tokens, run.at, run.after, names) or _before_subject(tokens, run, names)
    last = tokens[run.after] if run.after < len(tokens) else None
    if tokens[run.after - 1].words > 1 and tokens[run.after - 1].text.rpartition(" ")[2].islower():
        return run.after + 1 if last is not None and last.capital else None  # "the House of Deputies"
    if last is not None and "list_noun" in last.roles and not last.capital and last.words == 1:
        run.after += 1  # "the Modern coalition"
    return run.after


def _before_subject(tokens: Sequence[Node], run: _Run, names: Names) -> int:
    """Where a place behind "in" ends, if the name of the clause follows it without a comma: "In Huddun Reds won 7"."""
    following = tokens[run.after] if run.after < len(tokens) else None
    before = tokens[run.at - 1] if run.at else None
    if following is None or following.roles.isdisjoint(_BEHIND_SUBJECT) or following.has("in", "with"):
        return run.after
    inside = before is not None and "in" in before.roles and before.text.casefold() != "into"
    near = tokens[max(run.at - 4, 0) : run.at]
    if not inside and not (before is not None and before.text == "of" and any("in" in token.roles for token in near)):
        return run.after
    for cut in range(run.at + 1, run.after):
        if "joins" in tokens[cut - 1].roles and not tokens[cut - 1].capital:
            continue  # "Vale de Moinhos"
        inner = run.after - cut == 1 and any(char.isupper() for char in tokens[cut].text[1:])  # "ActionSA"
        if inner or fold(" ".join(token.text for token in tokens[cut : run.after])) in names.alone:
            return cut
    return run.after


def _further(tokens: Sequence[Node], run: _Run, names: Names) -> int:
    """Where the name goes on to with the next token; the same where it ends."""
    after = run.after
    token = tokens[after]
    if token.sort is NUMBER or "numbering" in token.roles:
        numbered = _numbered(tokens, after)
        if token.sort is NUMBER or numbered > after:
            return numbered
    if token.sort is not WORD:
        return _over_mark(tokens, run)
    if names.language.capital_nouns and "person_noun" in token.roles:
        return after  # "CDU-Kandidat Anton Berg"
    if "suffix" in token.roles:
        ends = token.text in "’'" and _capital(tokens, after + 1)
        many = "possessors" in tokens[after - 1].roles  # "South West Africa People's Organisation"
        if registered_name(tokens, after + 1, names) is not None:
            return after  # "Lindqvist's Union of Towns"
        noun = any("list_noun" in part.roles for part in tokens[after + 1 : after + 3])
        owned = many or (noun and after - run.at == 1)
        return after + 1 if ends or (owned and _capital(tokens, after + 1)) else after
    shouted = token.text.isupper() and len(token.text) >= _SHOUTED and not tokens[after - 1].text.isupper()
    if shouted and not token.term.roles.isdisjoint(_TOLD):
        return after  # "Conservative GAIN from Labour"
    if _capital(tokens, after) and (
        "body" not in token.roles or "list_noun" in token.roles or token.words > 1 or after - run.at > 1
    ):
        run.noun = run.noun or "list_noun" in token.roles
        return after + 1
    if token.term.roles.isdisjoint(_GOING_ON) and token.text != "of":
        return after
    inside = "belongs" in token.roles and not names.language.full and _leads_to_place(tokens, run.at)
    if not token.capital and "joins" in token.roles and (inside or not token.has("filler", "with", "to")):
        step = after + 1
        while step < len(tokens) and "joins" in tokens[step].roles and step < after + 2:
            step += 1
        if _capital(tokens, step):
            return step + 1
    if "purpose" in token.roles and run.noun:
        step = after + 1
        if step < len(tokens) and "article" in tokens[step].roles:
            step += 1
        person = "belongs" in token.roles and not _glossed(tokens, step)
        if _capital(tokens, step) and not _whole_name(tokens, step, names, person=person):
            run.purpose = True
            return step + 1
    if "purpose" in token.roles and run.place and after - run.at == 1 and _capital(tokens, after + 1):
        return after + 2  # "Comunidad de Madrid"
    one_word = token.text == "of" and after - run.at == 1 and run.at and "joins" in tokens[run.at - 1].roles
    if one_word and _capital(tokens, after + 1) and not _capital(tokens, after + 2):
        if _whole_name(tokens, after + 1, names):
            return after
        run.purpose = True
        return after + 2
    joined = "and" in token.roles and _capital(tokens, after + 1)
    return after + 2 if joined and _joins_by_and(tokens, run, after, names) else after


def _leads_to_place(tokens: Sequence[Node], at: int) -> bool:
    """Whether the words before a name lead to a place: "in", "the council of"."""
    before = tokens[at - 1] if at else None
    body = at > 1 and before is not None and before.has("belongs") and tokens[at - 2].has("body")
    return before is not None and (before.has("in") or body)


def _numbered(tokens: Sequence[Node], at: int) -> int:
    """Where the number of a place ends behind its noun: "District 4", "Province No. 4"; the same where none stands."""
    after = at + tokens[at].has("numbering")
    after += after > at and after < len(tokens) and tokens[after].text == "."
    number = tokens[after] if after < len(tokens) else None
    counts = number is not None and number.sort is NUMBER and len(number.text) < _LONGEST_NUMBER
    return after + 1 if counts and "place_noun" in tokens[at - 1].roles else at


def _glossed(tokens: Sequence[Node], at: int) -> bool:
    """Whether an acronym in brackets stands behind a run of words with capitals: "Party of Hill Action (PHA)"."""
    while _capital(tokens, at):
        at += 1
    return at + 1 < len(tokens) and tokens[at].text == "(" and acronym(tokens[at + 1].text)


def _over_mark(tokens: Sequence[Node], run: _Run) -> int:
    """Where a name goes on to over a mark: an apostrophe, a point, a nickname in quotes, a comma in its own list."""
    after = run.after
    token = tokens[after]
    initial = token.text == "." and len(tokens[after - 1].text) == 1  # "John B. Brown"
    if (token.text in "'’" or initial) and token.start == tokens[after - 1].end and _capital(tokens, after + 1):
        return after + 2
    inner = quoted(tokens, after) if token.text in '“"' else None
    if inner and _capital(tokens, inner[1]) and inner[1] - after < 5:
        return inner[1]
    return after + 2 if token.text == "," and run.purpose and _list_in_name(tokens, after) else after


def _list_in_name(tokens: Sequence[Node], at: int) -> bool:
    """Whether ", Justice and Survival" goes on with a name."""
    return (
        at + 3 < len(tokens)
        and _capital(tokens, at + 1)
        and "and" in tokens[at + 2].roles
        and _capital(tokens, at + 3)
        and not (at + 4 < len(tokens) and _capital(tokens, at + 4))
    )


def _whole_name(tokens: Sequence[Node], at: int, names: Names, *, person: bool = True) -> bool:
    """Whether what begins here is a list or a person of its own, and no part of the name before."""
    run = []
    for token in tokens[at : at + 5]:
        if token.sort is not WORD or not token.capital:
            break
        run.append(token)
    text = " ".join(token.text for token in run)
    if names.is_place(text):
        return False
    if any("list_noun" in token.roles for token in run) or acronym(run[0].text) or names.is_list(text):
        return True
    return person and len(run) == 2 and not run[0].term.roles


def _joins_by_and(tokens: Sequence[Node], run_so_far: _Run, conjunction: int, names: Names) -> bool:
    at = run_so_far.at
    left = " ".join(token.text for token in tokens[at:conjunction])
    after = conjunction + 1
    run = []
    for token in tokens[after : after + 4]:
        if token.sort is not WORD or not token.capital:
            break
        run.append(token)
    whole = " ".join([left, tokens[conjunction].text, *(token.text for token in run)])
    if names.is_list(whole):
        return True
    right = " ".join(token.text for token in run)
    if not names.is_list(left) and names_one_place(tokens, at, after, run, names.language):
        return True
    if names.is_list(left) or names.is_list(right) or acronym(right) or acronym(left) or names.is_place(right):
        return False
    closing = tokens[after + len(run)] if after + len(run) < len(tokens) else None
    opens = at > 0 and "article" in tokens[at - 1].roles and "list_noun" not in tokens[at].roles
    if opens and run and closing is not None and not ({fold(left), fold(right)} & names.alone_twice):
        noun = "list_noun" in closing.roles and not closing.capital and closing.words == 1
        gloss = (
            closing.text == "(" and after + len(run) + 1 < len(tokens) and acronym(tokens[after + len(run) + 1].text)
        )
        if noun or (gloss and conjunction - at == 1 and len(run) == 1):
            return True  # "the For Justice and Order coalition", "the People and Justice (NiP)"
    ends_here = closing is not None and (closing.has("and", "gain", "with") or closing.sort is MARK)
    if conjunction - at == 1 and "possessors" in tokens[at].roles and len(run) == 1 and ends_here:
        return True  # "People and Justice"
    if run_so_far.purpose:
        return len(run) == 1 and "list_noun" not in run[0].roles
    ends = bool(run) and "list_noun" in run[-1].roles and len(run) > 1
    before = tokens[at - 1] if at else None
    return ends and conjunction - at == 1 and (before is None or before.has("joins", "except"))
