"""Names in a sentence by its structure: where one is, and what it is the name of."""

from __future__ import annotations

from collections.abc import Sequence

from ....languages.countries import is_country
from ....languages.words import Term, fold
from ...cues import roles_in
from ...mentions import Names, acronym, head_roles
from ...words import Role
from ..nodes import (
    BODY,
    LIST,
    MARK,
    NAME,
    NOTHING,
    NUMBER,
    PERSON,
    PLACE,
    UNKNOWN,
    WORD,
    Node,
    Who,
    node_of,
    tells_many,
)
from ..tokens import QUOTES
from .capitals import name_in_capitals, number_in_name
from .caseless import definite, name_without_capitals
from .registered import registered_name
from .written import LONGEST_NAME, quoted, shown


def name_at(tokens: Sequence[Node], at: int, names: Names) -> tuple[Node, int] | None:
    """The name that begins at a token, and the index after it."""
    token = tokens[at]
    if token.text in QUOTES and (inner := quoted(tokens, at)):
        return inner
    counts = token.term.number is not None and not number_in_name(tokens, at)
    if token.sort is not WORD or counts or "suffix" in token.term.roles:
        return None
    after = _known(tokens, at, names) if token.plain in names.first_words else None
    if after is None and names.language.script == "arabic":
        after = name_without_capitals(tokens, at, names)
    elif after is None and token.capital:
        after = name_in_capitals(tokens, at, names)
    registered = registered_name(tokens, at, names)
    if registered is not None and (after is None or registered > after):
        after = registered  # "Land and Sea"
    if after is None:
        return None
    return _node(tokens, at, after, names), after


def _known(tokens: Sequence[Node], at: int, names: Names) -> int | None:
    """Where the longest name of two words or more that the document has given a list or a place ends here."""
    for after in range(min(at + LONGEST_NAME, len(tokens)), at + 1, -1):
        run = tokens[at:after]
        if run[-1].sort is MARK:
            continue
        key = fold(shown(run))
        if key in names.lists or key in names.places:
            return after
    return None


def _node(tokens: Sequence[Node], at: int, after: int, names: Names) -> Node:
    run = tokens[at:after]
    text = shown(run)
    node = node_of(NAME, text, run[0].start, run[-1].end, run[0].term)
    node.who = _who(text, tokens, at, after, names)
    if node.who is PLACE and is_country(text) and _inside(tokens, at) and "place" not in names.registered(text):
        return node_of(WORD, text, run[0].start, run[-1].end, _WHOLE)  # "in Westland": of the whole election
    if len(run) == 1 and _named_as_date(tokens, after) and fold(text) not in names.families:
        node.doubt = OF_DATE
    if names.language.given_names and len(run) > 1 and node.who in (UNKNOWN, PERSON):
        _of_person(node, run, names)
    return node


def _named_as_date(tokens: Sequence[Node], at: int) -> bool:
    """Whether a month or a day stands at a token that may end a name: "Ada May said", and not "Ada, May 5"."""
    token, after = tokens[at] if at < len(tokens) else _NONE, tokens[at + 1] if at + 1 < len(tokens) else _NONE
    return token.capital and "month" in token.roles and after.sort is not NUMBER


def _inside(tokens: Sequence[Node], at: int) -> bool:
    """Whether an "in" leads to a name, with an article or without."""
    first = at - 1 if at and "article" in tokens[at - 1].roles else at
    return first > 0 and "in" in tokens[first - 1].roles and "with" not in tokens[first - 1].roles


def _of_person(node: Node, run: Sequence[Node], names: Names) -> None:
    """Let a name that may be a person's begin with a given name, if there is one; else it is doubted to be one."""
    given, first = names.language.given_names, fold(run[0].text)
    if names.is_person(node.text) or not given.isdisjoint({first, first.removeprefix("ال")}):
        node.given = True
        return
    if first[:1] in _TIED and first[1:] in given:
        node.text, node.start = node.text[1:], node.start + 1  # "to Ahmed"
    elif len(run) > _TWO and definite(run[0].text) and fold(run[1].text) in given:
        node.text, node.start = shown(run[1:]), run[1].start  # "the lawyer Layla"
    else:
        node.doubt = NO_PERSON


NO_PERSON = "a name by its place in the sentence alone, which may be no person's"
OF_DATE = "the month or the day behind the name may be a part of it"
_TIED = "لب"  # prepositions that are written together with a word
_TWO = 2  # words
_WHOLE = Term(frozenset({"whole"}))
_NONE = node_of(WORD, "", 0, 0, NOTHING)  # before the first token, and behind the last
_BEFORE_NAME = frozenset({"joins", "except"})
_NO_PHRASE = frozenset({"vote_noun", "body", "gain", "list_noun", "with"})
_PHRASE = 4  # words between a preposition and the name of a place

# What a name is the name of ----------------------------------------------------------------------


def _like_place(run: Sequence[Node], before: Node) -> bool:
    """Whether a name has a noun of places in it, or is that of a council in which something was won."""
    opens = "place_noun" in run[0].roles and "never_lists" not in run[-1].roles  # not "State Electoral Office"
    noun = len(run) > 1 and ("place_noun" in run[-1].roles or opens)
    return noun or ("body" in run[-1].roles and before.has("in", "on_body"))


def _of_body(text: str, names: Names) -> bool:
    """Whether a name is that of a commission, a court or the like."""
    return "never_lists" in head_roles(text, names.language)


def _where(before: Node, following: Node) -> bool:
    """Whether a name that lists and places share stands where places do: "in Harbour", "the Harbour province"."""
    noun = "place_noun" in following.roles and not following.capital
    return noun or (before.has("in", "place_noun") and "with" not in before.roles)


def _in_phrase(tokens: Sequence[Node], at: int) -> bool:
    """Whether a sentence opens with "in the port of X", or "in neighbouring X"."""
    index = at - 1
    while index > 0 and at - index <= _PHRASE and tokens[index].sort is WORD and not tokens[index].capital:
        if tokens[index].term.unit or not tokens[index].roles.isdisjoint(_NO_PHRASE):
            return False
        index -= 1
    opens = index == 0 or (index > 0 and tokens[index - 1].sort is MARK)
    return 1 < at - index <= _PHRASE + 1 and opens and "in" in tokens[index].roles and tokens[index].capital


def _beside_noun(tokens: Sequence[Node], at: int, following: Node) -> bool:
    """Whether a name only says which place the noun before its comma means: "in the provincial capital, X."."""
    noun = at > _TWO and tokens[at - 1].text in ",،" and tokens[at - 2].has("place_noun") and not tokens[at - 2].capital
    return (
        noun
        and following.text in ".;"
        and any("in" in token.roles for token in tokens[max(at - 2 - _PHRASE, 0) : at - 2])
    )


def _of_office(tokens: Sequence[Node], at: int) -> bool:
    """Whether a name is that of the place of an office or a council: "mayor of X"; not "the list of the mayor of X"."""
    belongs = at > 1 and "belongs" in tokens[at - 1].roles
    if belongs and tokens[at - 2].has("body") and Role.LOCAL_BODY in roles_in(tokens[at - 2].text):
        return True  # "o Conselho Municipal de X"
    office = belongs and "office_of_place" in tokens[at - 2].roles
    return office and not any("list_noun" in token.roles for token in tokens[max(at - 2 - _TWO, 0) : at - 2])


def _has_them(tokens: Sequence[Node], at: int) -> bool:
    """Whether the verb before a number and a name behind an "in" says that another has it: "obtient 700 voix à X"."""
    verbs = (token for token in reversed(tokens[:at]) if token.has("gain", "gives", "goes", "against"))
    verb = next(verbs, None)
    return verb is not None and verb.has("gain") and not verb.has("gives", "goes", "against")


def _who(text: str, tokens: Sequence[Node], at: int, after: int, names: Names) -> Who:
    run = tokens[at:after]
    before = tokens[at - 1] if at else _NONE
    article = at > 1 and not before.roles.isdisjoint(_BEFORE_NAME) and "in" not in before.roles
    earlier = tokens[at - 2] if article else before
    following = tokens[after] if after < len(tokens) else _NONE
    dated = "month" in following.roles and after + 1 < len(tokens)
    if dated and tokens[after + 1].sort is NUMBER and "in" in before.roles:
        return UNKNOWN  # "in the local polls of June 2009"
    key, registered = fold(text), names.registered(text)
    place = "place" in registered or key in names.places
    latin = names.language.script != "arabic"
    if len(run) > 1 and not place and "list" in registered:
        return LIST  # "State of Law", which is no state
    if not latin:
        if "list_noun" in run[0].roles:
            return LIST
        vote = before.has("vote_noun") and not (before.has("serves") or definite(before.text))
        of_vote = vote and not definite(text)  # "the elections of Kirkuk", and not "the elections were"
        if len(run) == 1 and ("body_of_place" in earlier.roles or of_vote):
            return PLACE
        if "place_noun" in run[0].roles and len(run) > 1:
            return BODY if "every_place" in run[0].roles else PLACE  # "the provinces of the country" are no one place
    elif key in names.bodies or (len(run) > 1 and not _like_place(run, earlier) and _of_body(text, names)):
        return BODY
    elif any("list_noun" in token.roles for token in run) or all("party_word" in token.roles for token in run):
        return LIST
    elif _like_place(run, earlier):
        return PLACE
    if run[-1].sort is NUMBER and run[-2].text == "-":
        return PLACE  # "GBLA-12"
    if ("list" in registered or key in names.lists) and not (place and _where(earlier, following)):
        noun = before.has("list_noun") or following.has("list_noun")
        if noun or len(run) > 1 or key in names.lists or not latin or names.in_full(text):
            return LIST
        if tells_many(tokens, after):
            return UNKNOWN  # "Northern candidates", where there is a Northern Alliance
    if place:
        return PLACE
    if "person" in registered or key in names.people:
        return PERSON
    title = tokens[at - 2] if at > 1 and before.text == "." else before
    if "honorific" in title.roles or ("office" in before.roles and latin):
        return PERSON
    if key in names.families and following.has("gain", "beats"):
        return PERSON  # "In the final count Brown received"
    if latin and "place_noun" in following.roles and not following.capital:
        return PLACE
    if latin and "list_noun" in before.roles:
        return LIST  # "la coalition X"
    if "place_noun" in earlier.roles and at > _TWO and tokens[at - 3].capital and is_country(text):
        return UNKNOWN  # "the Marden province of Westland"
    if "place_noun" in earlier.roles:
        named = latin and "place_noun" in before.roles and at > 1 and tokens[at - 2].capital
        if before.has("belongs", "place_noun") and not named:  # "the X constituency Y won"
            return PLACE
    if len(run) == 1 and acronym(text):
        return LIST
    if "inside" in following.roles and not run[-1].has("vote_noun", "body"):
        return PLACE  # "Ankara'da"
    if not following.capital and (following.term.unit or "vote_noun" in following.roles):
        return UNKNOWN  # "in the Mill List vote"
    if "to" in before.roles and at > 1 and (tokens[at - 2].term.unit is not None or tokens[at - 2].sort is NUMBER):
        return PLACE if "in" in before.roles and _has_them(tokens, at) else UNKNOWN  # "3 500 à X"
    if latin and (
        _in_phrase(tokens, at)
        or _beside_noun(tokens, at, following)
        or _of_office(tokens, at)
        or "body_of_place" in earlier.roles
    ):
        return PLACE  # "the council of X"
    opens = at == 1 and following.text in ",،"  # "At Marden, ..."
    if "in" in earlier.roles and ("with" not in earlier.roles or opens):
        return PLACE
    return PERSON if key in names.families else UNKNOWN


def may_be_verb(names: Names, name: Node) -> bool:
    """Whether one word of a script without capitals may be no name: "hastened the leader of X"."""
    alone = names.language.script == "arabic" and " " not in name.text and name.who is UNKNOWN
    return alone and not definite(name.text) and fold(name.text) not in names.families
