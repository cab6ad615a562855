"""Names in Arabic, a script without capitals: by nouns, articles and what stands around."""

from __future__ import annotations

from collections.abc import Sequence

from ....languages.countries import is_country
from ....languages.words import fold
from ...mentions import Names
from ..nodes import NOTHING, NUMBER, WORD, Node
from ..tokens import QUOTES
from .written import LONGEST_NAME, quoted, shown

_PRONOUNS = ("ها", "هم", "هما", "هن", "نا", "ته")  # at the end of an Arabic word: no name has them
_ITS = "هي"  # ends of "his party" and "my party", and not that of a feminine noun
_OWNED, _OWNED_WORD = ("ها", "هم", "هما"), 5  # such an ending, and letters of a word that has it and is no name
_OURS = "نا"
_ADVERB = ("اً", "ًا")  # ends of adverbs and objects, which no name has
_ADJECTIVE = "ية"  # at the end of an adjective
_NOUNS = frozenset({"change"})  # what a noun of lists may have for its name though the word says something else
_BODIES = frozenset({"body"})
_DETERMINED = 2  # words before a noun in which a preposition may stand
_LONGEST_OFFICE = 12  # words
OPENING = frozenset({"list_noun", "place_noun"})  # roles of words that say something else and yet begin a name
_INSIDE = ("list_noun", "independent", "office_before", "no_longer")


def definite(text: str) -> bool:
    """Whether a word has the Arabic article."""
    return fold(text).startswith("ال")


def name_without_capitals(tokens: Sequence[Node], at: int, names: Names) -> int | None:
    """Where a name that begins here ends; None where none begins."""
    token = tokens[at]
    noun = not token.roles.isdisjoint(OPENING)
    plain = not token.term.roles
    if not plain and not noun:
        lies = token.has("place_head") and at and tokens[at - 1].has("in") and at + 1 < len(tokens)
        return at + 2 if lies and definite(tokens[at + 1].text) else None  # "in عين الزيتون"
    if plain and at and tokens[at - 1].has("office_of_place"):
        return at + 1  # "the governor of Kirkuk"
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    former = plain and following is not None and following.has("no_longer") and not definite(token.text)
    if former and _after_office(tokens, at):
        return at + 1  # "the former governor of Kirkuk"
    if token.has("boycotted") and following is not None and following.has("vote_noun", "list_noun"):
        return None  # "the boycott of the vote", "by the X party"; the word for a district is the same
    if token.has("list_noun") and definite(token.text) and following is not None and following.has("list_noun"):
        return (
            None if definite(following.text) else _arabic_run(tokens, at, names, noun=noun)
        )  # "this list the Party X"
    if token.has("place_nouns") and at + 1 < len(tokens) and tokens[at + 1].sort is WORD:
        return None  # "the provinces of A and B"
    other = bool(token.term.unit or token.term.ordinal or token.term.scale)
    if (other and not noun) or _no_name(tokens, at, names, noun=noun):
        return None
    return _arabic_run(tokens, at, names, noun=noun)


def _no_name(tokens: Sequence[Node], at: int, names: Names, *, noun: bool) -> bool:
    """Whether a word that no row of the language knows is yet no name: an adverb, a part of an office, a pronoun."""
    token = tokens[at]
    given = fold(token.text) in names.language.given_names  # "الطيب"
    if definite(token.text) and not (given or token.has("list_noun")) and _after_office(tokens, at):
        return True  # "the minister of the interior", and then the name
    inside = fold(token.text) in names.language.not_places and tokens[max(at - _DETERMINED, 0) : at]
    if inside and any(before.has("in") for before in inside):
        return True  # "in this vote"
    if _of_vote(tokens, at) and not names.is_place(token.text):
        return True
    if _adverb(tokens, at) and not names.is_list(token.text):
        return True
    if token.text.startswith("س") and not given and fold(token.text[1:]) in names.language.verbs:
        return True  # "will keep"
    if not noun and not definite(token.text) and token.text[-1] in _ITS and _names_kind(token.text[:-1], names):
        return True  # "his party", "its list"
    return len(token.text) < 2 or token.tied or (not noun and token.text.endswith(_PRONOUNS))


def _of_vote(tokens: Sequence[Node], at: int) -> bool:
    """Whether an adjective says which vote or district a word before it means: "a local vote" (انتخابات محلية)."""
    text = tokens[at].text
    vote = at > 0 and tokens[at - 1].has("vote_noun", "constituency") and not definite(tokens[at - 1].text)
    return vote and text.endswith(_ADJECTIVE) and not definite(text)


def _names_kind(word: str, names: Names) -> bool:
    """Whether a word is a noun of lists."""
    term = names.language.terms.get((fold(word),))
    return term is not None and "list_noun" in term.roles


def _arabic_run(tokens: Sequence[Node], at: int, names: Names, *, noun: bool) -> int | None:
    token = tokens[at]
    after, aimed = at + 1, False
    while after < len(tokens) and after - at < LONGEST_NAME:
        following = tokens[after]
        if following.text in QUOTES and noun and after == at + 1:
            inner = quoted(tokens, after)
            if inner:
                return inner[1]
        if following.sort is not WORD or following.term.number is not None:
            break
        owned = len(following.text) >= _OWNED_WORD and following.text.endswith(_OWNED)
        if owned or following.text.endswith(_ADVERB) or (after > at and _begins_person(tokens, at, after, names)):
            break  # "whose first place X has taken", "the council of Marden town chose Ada Brown"
        if following.has("purpose") and (end := _purpose(tokens, after + 1, names)) is not None:
            after, aimed = end, True  # "the Union for Democracy and Progress"
            continue
        bare = not following.tied and not definite(following.text) and following.text != "و"
        if token.has("list_noun") and bare and definite(tokens[after - 1].text) and not following.has("list_noun"):
            break
        if following.tied and following.text == "ل" and after + 1 < len(tokens):
            if fold(tokens[after + 1].text).startswith("ال") and not tokens[after + 1].term.roles:
                after += 2
                continue
            break
        if following.has("and") and following.text == "و":
            end = _arabic_part(tokens, after + 1)
            aims = aimed and end is not None and _aims(tokens, after + 1, end)
            if end is None or not (aims or _joins(tokens, at, after, end, noun, names)):
                break
            after = end
            continue
        if following.term.ordinal and (tokens[after - 1].has("place_noun") or token.has("constituency")):
            after += 1
            break
        counts = following.term.ordinal or following.term.scale or following.tied
        if counts or (following.has("place_noun") and not noun):
            break
        if following.has("list_noun"):
            if not noun or after > at + 1:
                break
        elif following.term.unit:
            if not (noun and after == at + 1):
                break
        elif following.term.roles and not following.has(*_INSIDE):
            named = noun and after == at + 1 and _called(tokens, at)
            if not named:  # "the Change list": what a list is called is no change
                break
        after += 1
    counted = after < len(tokens) and tokens[after].sort is NUMBER
    like_verb = token.text.startswith("ي") or (token.text.startswith("ت") and counted)
    if after > at + 1 or not like_verb or fold(token.text) in names.repeated or names.is_list(token.text):
        return after
    return None


def _begins_person(tokens: Sequence[Node], at: int, after: int, names: Names) -> bool:
    """Whether a person's name begins behind that of a place, or behind the list that the person stands for."""
    given_names = names.language.given_names
    family = tokens[after + 1] if after + 1 < len(tokens) else None
    given = fold(tokens[after].text) in given_names and not definite(tokens[after].text)
    if not given or family is None or family.sort is not WORD or family.roles or family.tied:
        return False
    before, run = tokens[at - 1] if at else None, shown(tokens[at:after])
    if after > at + 1 and ((before is not None and before.has("candidate")) or is_country(run) or names.is_place(run)):
        return True
    if tokens[at].has("place_noun"):
        return after > at + 1 and (definite(tokens[after - 1].text) or names.is_place(tokens[after - 1].text))
    inside = before is not None and fold(tokens[at].text) not in given_names
    if inside and before is not None and before.has("in") and not before.has("with"):
        return is_country(run)
    return inside and before is not None and before.has("body_of_place") and " " in before.text


def _called(tokens: Sequence[Node], at: int) -> bool:
    """Whether the word behind a noun is what it is called, though it says something else: "the National Congress".

    The noun of a body has an adjective of its own there, and the noun before it is one of lists.
    """
    word, behind = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    if not definite(word.text) or word.term.roles <= _NOUNS:
        return definite(word.text)
    described = behind is not None and behind.sort is WORD and definite(behind.text) and not behind.term.roles
    return described and word.term.roles <= _BODIES and tokens[at].has("list_noun")


def _purpose(tokens: Sequence[Node], at: int, names: Names) -> int | None:
    """Where what a list is for ends, behind the word that says so; None where it is no part of a name."""
    if at >= len(tokens) or tokens[at].sort is not WORD or not definite(tokens[at].text):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.has("with") and not following.has("filler", "and"):
        return None  # "in order to obtain"
    return at + 1


def _aims(tokens: Sequence[Node], at: int, end: int) -> bool:
    """Whether one definite word behind "and" goes on with what a list is for, and is no list of its own."""
    return end - at == 1 and definite(tokens[at].text) and not tokens[at].has("list_noun")


def _after_office(tokens: Sequence[Node], at: int) -> bool:
    """Whether a word stands behind an office, or behind the words of it that have the article."""
    index = at - 1
    while index >= max(at - _LONGEST_OFFICE, 0) and tokens[index].sort is WORD and not tokens[index].has("office"):
        plain = definite(tokens[index].text) or tokens[index].has("body")
        if not plain and not tokens[index].tied:
            return False
        index -= 1
    return index >= 0 and tokens[index].has("office")


def _adverb(tokens: Sequence[Node], at: int) -> bool:
    """Whether a word is an adverb by its ending, and the name of nobody: "استنادا"."""
    text = tokens[at].text
    return text.endswith(_ADVERB) or (
        len(text) > 4
        and text.endswith("ا")
        and not definite(text)
        and not (at and tokens[at - 1].has("in"))
        and not (at + 1 < len(tokens) and tokens[at + 1].sort is WORD and tokens[at + 1].term == NOTHING)
    )


def _same_owner(one: str, other: str) -> bool:
    """Whether two words end in the same pronoun of those who speak of what is theirs."""
    return min(len(one), len(other)) >= _OWNED_WORD and one.endswith(_OURS) and other.endswith(_OURS)


def _arabic_part(tokens: Sequence[Node], at: int) -> int | None:
    """Where a part of a name behind its "and" ends; None where none begins there."""
    after = at
    while after < len(tokens) and after - at < 3:
        token = tokens[after]
        plain = token.sort is WORD and not token.term.roles - set(_INSIDE) and not token.term.unit
        if not plain or token.term.number is not None or token.term.ordinal or token.tied or token.has("list_noun"):
            break
        after += 1
    return after if after > at else None


def _joins(tokens: Sequence[Node], at: int, conjunction: int, end: int, noun: bool, names: Names) -> bool:
    if at and tokens[at - 1].has("place_nouns"):
        return False  # "the provinces of A and B"
    left, right = shown(tokens[at:conjunction]), shown(tokens[conjunction + 1 : end])
    if names.is_list(f"{left} و{right}"):
        return True
    if noun and end - conjunction == 2 and _same_owner(tokens[conjunction - 1].text, right):
        return True  # "our land and our people"
    behind = tokens[end : end + 2]
    nouned = len(behind) > 1 and behind[0].has("and") and behind[1].has("list_noun")
    if noun and nouned and end - conjunction == 2 and all(map(definite, (tokens[conjunction - 1].text, right))):
        return not names.is_list(right)  # in a row of names that all have their noun
    closed = end < len(tokens) and tokens[end].text == "("
    if (names.is_list(right) or (names.is_list(left) and not noun)) and not closed:
        return False
    if tokens[at].has("place_noun"):
        return tokens[at].has("constituency") and end - conjunction == 2
    article = fold(right).startswith("ال")
    if end < len(tokens) and tokens[end].has("and"):
        return False  # a list of names
    if noun:
        return article and end - conjunction <= 3
    if any(token.has("each") for token in tokens[end : end + 3 * LONGEST_NAME]):
        return False  # "A and B have two each"
    both = article and fold(tokens[conjunction - 1].text).startswith("ال")
    return both and conjunction - at == 1 and end - conjunction == 2
