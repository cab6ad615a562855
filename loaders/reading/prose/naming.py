"""Names in a sentence by its structure: capitals, nouns of lists and places, quotation marks, brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...languages.words import Term, fold
from ..mentions import Names, acronym, stands_for
from .nodes import Node, What, Who
from .tokens import Sort, Token

_QUOTES = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "[": "]"}
_QUOTE_MARKS = frozenset('[]«»„“”"')
_PRONOUNS = ("ها", "هم", "هما", "هن", "نا")  # at the end of an Arabic word: no name has them
_LONGEST_QUOTED = 8  # tokens
_LONGEST = 9  # tokens of a name
_LONGEST_BRACKET = 7  # tokens
_ENDS = ".:–—;!?؛؟([\n"
_INSIDE = ("list_noun", "independent", "office_before", "no_longer")
_NEVER = ("month", "gain", "goes", "leads", "led_by", "serves", "each", "whole", "saying")


def name_at(tokens: Sequence[Token], at: int, names: Names) -> tuple[Node, int] | None:
    """The name that begins at a token, and the index after it."""
    token = tokens[at]
    if token.text in _QUOTES and (quoted := _quoted(tokens, at)):
        return quoted
    if token.sort is not Sort.WORD or token.term.number is not None or "suffix" in token.term.roles:
        return None
    after = _known(tokens, at, names)
    if after is None:
        after = _arabic(tokens, at, names) if names.language.script == "arabic" else _latin(tokens, at, names)
    if after is None:
        return None
    return _node(tokens, at, after, names), after


def _known(tokens: Sequence[Token], at: int, names: Names) -> int | None:
    """Where the longest name of two words or more that the document has given a list or a place ends here."""
    if fold(tokens[at].text.split()[0]) not in names.first_words:
        return None
    for after in range(min(at + _LONGEST, len(tokens)), at + 1, -1):
        run = tokens[at:after]
        if run[-1].sort is Sort.MARK:
            continue
        key = fold(_shown(run))
        if key in names.lists or key in names.places:
            return after
    return None


def _node(tokens: Sequence[Token], at: int, after: int, names: Names) -> Node:
    run = tokens[at:after]
    return Node(What.NAME, _shown(run), run[0].start, run[-1].end, run[0], who=_who(tokens, at, after, names))


def _shown(run: Sequence[Token]) -> str:
    words: list[str] = []
    run = [token for token in run if token.text not in _QUOTE_MARKS]
    for index, token in enumerate(run):
        before = run[index - 1] if index else None
        if before is not None and before.tied:
            lam = before.text == "ل" and token.text.startswith("ال")
            words[-1] += token.text[1:] if lam else token.text
        elif before is not None and (token.text in ",'’" or token.term.roles == {"suffix"}):
            words[-1] += token.text
        else:
            words.append(token.text)
    return " ".join(words)


def _quoted(tokens: Sequence[Token], at: int) -> tuple[Node, int] | None:
    close = _QUOTES[tokens[at].text]
    for index in range(at + 1, min(at + _LONGEST_QUOTED + 2, len(tokens))):
        if tokens[index].text == close:
            inner = tokens[at + 1 : index]
            if not inner or not any(t.sort is Sort.WORD and t.term.number is None for t in inner):
                return None
            if any(t.sort is Sort.NUMBER or t.term.unit for t in inner):
                return None
            node = Node(What.NAME, _shown(inner), tokens[at].start, tokens[index].end, tokens[at])
            node.who = Who.LIST if at and tokens[at - 1].has("list_noun") else Who.UNKNOWN
            return node, index + 1
    return None


# Scripts with capitals ---------------------------------------------------------------------------


def _starts(tokens: Sequence[Token], at: int, names: Names) -> bool:
    token = tokens[at]
    if not token.capital or token.has("month", "office", "honorific") or token.term.unit:
        return False
    first = at == 0 or tokens[at - 1].text in _ENDS or tokens[at - 1].text in _QUOTES
    if token.has("body") and not token.has("list_noun"):
        return False
    if names.language.capital_nouns and not first and not _capital(tokens, at + 1) and not token.has("party_word"):
        text = token.text
        return acronym(text) or names.is_list(text) or names.is_place(text) or fold(text) in names.families
    if token.has("list_noun") and at + 1 < len(tokens) and tokens[at + 1].text in ("of", "for") and not first:
        return _capital(tokens, at + 2)
    if not first and (token.has("party_word") or (token.has("list_noun") and not tokens[at - 1].has("article"))):
        return True  # "the Greens", "and Alliance"; "the Alliance" is one that was named before
    if not first:
        return not (token.term.ordinal or token.has("except", "list_noun")) or _capital(tokens, at + 1)
    if token.has("party_word"):
        return True
    known = names.is_list(token.text) or names.is_place(token.text)
    if names.language.capital_nouns and not known and not acronym(token.text) and not _capital(tokens, at + 1):
        return fold(token.text) in names.families
    if known or (acronym(token.text) and not token.term.roles):
        return True
    if token.has("except", "filler", "joins", *_NEVER) or token.term.ordinal:
        if not _capital(tokens, at + 1) or token.has("month", "in", "with", "filler"):
            return False
        both = f"{token.text} {tokens[at + 1].text}"
        return names.is_list(both) or fold(both) in names.capitals
    if token.term.roles and not token.has("list_noun", "place_noun"):
        return False
    alone = not _capital(tokens, at + 1)
    return not (alone and fold(token.text) in names.lower)


def _capital(tokens: Sequence[Token], at: int) -> bool:
    return (
        at < len(tokens)
        and tokens[at].sort is Sort.WORD
        and tokens[at].capital
        and not tokens[at].has("month", "office")
        and not tokens[at].term.unit
    )


@dataclass(slots=True)
class _Run:
    """The tokens of a name so far: from `at` to `after`. `noun`: a noun of lists is among them; `purpose`: "for"."""

    at: int
    after: int
    noun: bool = False
    purpose: bool = False


def _latin(tokens: Sequence[Token], at: int, names: Names) -> int | None:
    if not _starts(tokens, at, names):
        return None
    run = _Run(at, at + 1, tokens[at].has("list_noun"))
    while run.after < len(tokens) and run.after - at < _LONGEST:
        further = _further(tokens, run, names)
        if further == run.after:
            break
        run.after = further
    last = tokens[run.after] if run.after < len(tokens) else None
    if last is not None and last.has("list_noun") and not last.capital and last.words == 1:
        run.after += 1  # "the Modern coalition"
    return run.after


def _further(tokens: Sequence[Token], run: _Run, names: Names) -> int:
    """Where the name goes on to with the next token; the same where it ends."""
    after = run.after
    token = tokens[after]
    if token.sort is Sort.NUMBER:
        numbered = tokens[after - 1].has("place_noun") and len(token.text) < 3
        return after + 1 if numbered else after
    if token.sort is not Sort.WORD:
        return _over_mark(tokens, run)
    if token.has("suffix"):
        ends = token.text in "’'" and _capital(tokens, after + 1)
        owned = after - run.at == 1 and any(part.has("list_noun") for part in tokens[after + 1 : after + 3])
        return after + 1 if ends or (owned and _capital(tokens, after + 1)) else after
    if _capital(tokens, after) and (
        not token.has("body") or token.has("list_noun") or token.words > 1 or after - run.at > 1
    ):
        run.noun = run.noun or token.has("list_noun")
        return after + 1
    if not token.capital and token.has("joins") and not token.has("filler", "with", "to"):
        step = after + 1
        while step < len(tokens) and tokens[step].has("joins") and step < after + 2:
            step += 1
        if _capital(tokens, step):
            return step + 1
    if token.has("purpose") and run.noun:
        step = after + 1
        if step < len(tokens) and tokens[step].has("article"):
            step += 1
        if _capital(tokens, step) and not _whole_name(tokens, step, names, person=token.has("belongs")):
            run.purpose = True
            return step + 1
    one_word = token.text == "of" and after - run.at == 1 and run.at and tokens[run.at - 1].has("joins")
    if one_word and _capital(tokens, after + 1) and not _capital(tokens, after + 2):
        if _whole_name(tokens, after + 1, names):
            return after
        run.purpose = True
        return after + 2
    joined = token.has("and") and _capital(tokens, after + 1)
    return after + 2 if joined and _joins_by_and(tokens, run, after, names) else after


def _over_mark(tokens: Sequence[Token], run: _Run) -> int:
    """Where a name goes on to over a mark: an apostrophe, a nickname in quotation marks, a comma in its own list."""
    after = run.after
    token = tokens[after]
    if token.text in "'’" and token.start == tokens[after - 1].end and _capital(tokens, after + 1):
        return after + 2
    quoted = _quoted(tokens, after) if token.text in '“"' else None
    if quoted and _capital(tokens, quoted[1]) and quoted[1] - after < 5:
        return quoted[1]
    return after + 2 if token.text == "," and run.purpose and _list_in_name(tokens, after) else after


def _list_in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether ", Justice and Survival" goes on with a name."""
    return (
        at + 3 < len(tokens)
        and _capital(tokens, at + 1)
        and tokens[at + 2].has("and")
        and _capital(tokens, at + 3)
        and not (at + 4 < len(tokens) and _capital(tokens, at + 4))
    )


def _whole_name(tokens: Sequence[Token], at: int, names: Names, *, person: bool = True) -> bool:
    """Whether what begins here is a list or a person of its own, and no part of the name before."""
    run = []
    for token in tokens[at : at + 5]:
        if token.sort is not Sort.WORD or not token.capital:
            break
        run.append(token)
    text = " ".join(token.text for token in run)
    if names.is_place(text):
        return False
    if any(token.has("list_noun") for token in run) or acronym(run[0].text) or names.is_list(text):
        return True
    return person and len(run) == 2 and not run[0].term.roles


def _joins_by_and(tokens: Sequence[Token], run_so_far: _Run, conjunction: int, names: Names) -> bool:
    at = run_so_far.at
    left = " ".join(token.text for token in tokens[at:conjunction])
    after = conjunction + 1
    run = []
    for token in tokens[after : after + 4]:
        if token.sort is not Sort.WORD or not token.capital:
            break
        run.append(token)
    whole = " ".join([left, tokens[conjunction].text, *(token.text for token in run)])
    if names.is_list(whole):
        return True
    right = " ".join(token.text for token in run)
    if names.is_list(left) or names.is_list(right) or acronym(right) or acronym(left) or names.is_place(right):
        return False
    if run_so_far.purpose:
        return len(run) == 1 and not run[0].has("list_noun")
    ends = bool(run) and run[-1].has("list_noun") and len(run) > 1
    before = tokens[at - 1] if at else None
    return ends and conjunction - at == 1 and (before is None or before.has("joins", "except"))


# Scripts without capitals ------------------------------------------------------------------------


def _definite(text: str) -> bool:
    return fold(text).startswith("ال")


def _arabic(tokens: Sequence[Token], at: int, names: Names) -> int | None:
    """Where a name that begins here ends; None where none begins."""
    token = tokens[at]
    of_office = _after_office(tokens, at)
    plain = not token.term.roles
    if plain and at and tokens[at - 1].has("office_of_place"):
        return at + 1  # "the governor of Kirkuk"
    if plain and of_office and at + 1 < len(tokens) and tokens[at + 1].has("no_longer") and not _definite(token.text):
        return at + 1  # "the former governor of Kirkuk"
    noun = token.has("list_noun") or token.has("place_noun")
    other = bool(token.term.roles) or bool(token.term.unit or token.term.ordinal or token.term.scale)
    if (other and not noun) or _no_name(tokens, at, names, noun=noun, of_office=of_office):
        return None
    return _arabic_run(tokens, at, names, noun=noun)


def _no_name(tokens: Sequence[Token], at: int, names: Names, *, noun: bool, of_office: bool) -> bool:
    """Whether a word that no row of the language knows is yet no name: an adverb, a part of an office, a pronoun."""
    token = tokens[at]
    if of_office and _definite(token.text) and not token.has("list_noun"):
        return True  # "the minister of the interior", and then the name
    if at and tokens[at - 1].has("in") and fold(token.text) in names.language.not_places:
        return True
    if not names.is_list(token.text) and _adverb(tokens, at):
        return True
    return len(token.text) < 2 or token.tied or (not noun and token.text.endswith(_PRONOUNS))


def _arabic_run(tokens: Sequence[Token], at: int, names: Names, *, noun: bool) -> int | None:
    token = tokens[at]
    after = at + 1
    while after < len(tokens) and after - at < _LONGEST:
        following = tokens[after]
        if following.text in _QUOTES and noun and after == at + 1:
            quoted = _quoted(tokens, after)
            if quoted:
                return quoted[1]
        if following.sort is not Sort.WORD or following.term.number is not None:
            break
        bare = not following.tied and not _definite(following.text) and following.text != "و"
        if token.has("list_noun") and bare and _definite(tokens[after - 1].text) and not following.has("list_noun"):
            break
        if following.tied and following.text == "ل" and after + 1 < len(tokens):
            if fold(tokens[after + 1].text).startswith("ال") and not tokens[after + 1].term.roles:
                after += 2
                continue
            break
        if following.has("and") and following.text == "و":
            end = _arabic_part(tokens, after + 1)
            if end is None or not _joins(tokens, at, after, end, noun, names):
                break
            after = end
            continue
        if following.term.ordinal and tokens[after - 1].has("place_noun"):
            after += 1
            break
        if following.term.ordinal or following.term.scale or following.tied:
            break
        if following.has("place_noun") and not noun:
            break
        if following.has("list_noun"):
            if not noun or after > at + 1:
                break
        elif following.term.unit:
            if not (noun and after == at + 1):
                break
        elif following.term.roles and not following.has(*_INSIDE):
            break
        after += 1
    counted = after < len(tokens) and tokens[after].sort is Sort.NUMBER
    like_verb = token.text.startswith("ي") or (token.text.startswith("ت") and counted)
    known = names.is_list(token.text) or fold(token.text) in names.repeated
    return None if after == at + 1 and like_verb and not known else after


def _after_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands behind an office, or behind the words of it that have the article."""
    index = at - 1
    while index >= 0 and tokens[index].sort is Sort.WORD and not tokens[index].has("office"):
        plain = _definite(tokens[index].text) or tokens[index].has("body")
        if not plain and not tokens[index].tied:
            return False
        index -= 1
    return index >= 0 and tokens[index].has("office")


def _adverb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is an adverb by its ending, and the name of nobody: "استنادا"."""
    text = tokens[at].text
    return text.endswith(("اً", "ًا")) or (
        len(text) > 4
        and text.endswith("ا")
        and not _definite(text)
        and not (at and tokens[at - 1].has("in"))
        and not (at + 1 < len(tokens) and tokens[at + 1].sort is Sort.WORD and tokens[at + 1].term == Term())
    )


def _arabic_part(tokens: Sequence[Token], at: int) -> int | None:
    """Where a part of a name behind its "and" ends; None where none begins there."""
    after = at
    while after < len(tokens) and after - at < 3:
        token = tokens[after]
        plain = token.sort is Sort.WORD and not token.term.roles - set(_INSIDE) and not token.term.unit
        if not plain or token.term.number is not None or token.term.ordinal or token.tied or token.has("list_noun"):
            break
        after += 1
    return after if after > at else None


def _joins(tokens: Sequence[Token], at: int, conjunction: int, end: int, noun: bool, names: Names) -> bool:
    left, right = _shown(tokens[at:conjunction]), _shown(tokens[conjunction + 1 : end])
    if names.is_list(f"{left} و{right}"):
        return True
    closed = end < len(tokens) and tokens[end].text == "("
    if (names.is_list(right) or (names.is_list(left) and not noun)) and not closed:
        return False
    if tokens[at].has("place_noun"):
        return tokens[at].has("constituency") and end - conjunction == 2
    definite = fold(right).startswith("ال")
    if end < len(tokens) and tokens[end].has("and"):
        return False  # a list of names
    if noun:
        return definite and end - conjunction <= 3
    if any(token.has("each") for token in tokens[end : end + 3 * _LONGEST]):
        return False  # "A and B have two each"
    both = definite and fold(tokens[conjunction - 1].text).startswith("ال")
    return both and conjunction - at == 1 and end - conjunction == 2


def _like_list(inner: Sequence[Token], node: Node) -> bool:
    """Whether a bracket behind two capital words is the list of a person: "(KPÖ Plus)", "(AK Parti)"."""
    return " " in node.text and len(inner) <= 3 and (acronym(inner[0].text) or inner[-1].has("list_noun"))


# What a name is the name of ----------------------------------------------------------------------


def _like_place(run: Sequence[Token], before: Token | None) -> bool:
    """Whether a name has a noun of places in it, or is that of a council in which something was won."""
    noun = len(run) > 1 and (run[-1].has("place_noun") or run[0].has("place_noun"))
    return noun or (run[-1].has("body") and before is not None and before.has("in"))


def _who(tokens: Sequence[Token], at: int, after: int, names: Names) -> Who:
    run = tokens[at:after]
    text = _shown(run)
    before = tokens[at - 1] if at else None
    article = before is not None and before.has("joins", "except") and not before.has("in") and at > 1
    earlier = tokens[at - 2] if article else before
    following = tokens[after] if after < len(tokens) else None
    if names.language.script == "arabic":
        if run[0].has("list_noun"):
            return Who.LIST
        of_vote = before is not None and before.has("vote_noun") and not _definite(text)
        if len(run) == 1 and ((earlier is not None and earlier.has("body_of_place")) or of_vote):
            return Who.PLACE
        if run[0].has("place_noun") and len(run) > 1:
            return Who.PLACE
    elif any(token.has("list_noun") for token in run) or all(token.has("party_word") for token in run):
        return Who.LIST
    elif _like_place(run, earlier):
        return Who.PLACE
    if names.is_list(text):
        return Who.LIST
    if names.is_place(text):
        return Who.PLACE
    if names.is_person(text):
        return Who.PERSON
    if before is not None and before.has("honorific"):
        return Who.PERSON
    if before is not None and before.has("office") and names.language.script != "arabic":
        return Who.PERSON
    latin = names.language.script != "arabic"
    if (latin and following is not None and following.has("place_noun") and not following.capital) or (
        earlier is not None and earlier.has("place_noun") and before is not None and before.has("belongs", "place_noun")
    ):
        return Who.PLACE
    if len(run) == 1 and acronym(text):
        return Who.LIST
    if following is not None and not following.capital and (following.term.unit or following.has("vote_noun")):
        return Who.UNKNOWN  # "in the Mill List vote"
    counted = at > 1 and (tokens[at - 2].term.unit is not None or tokens[at - 2].sort is Sort.NUMBER)
    if before is not None and before.has("to") and counted:
        return Who.UNKNOWN  # "3 500 à X"
    if before is not None and before.has("in") and not before.has("with"):
        return Who.PLACE
    if before is not None and article and earlier is not None and earlier.has("in") and not earlier.has("with"):
        return Who.PLACE
    if fold(text) in names.families:
        return Who.PERSON
    return Who.UNKNOWN


def bracket(tokens: Sequence[Token], at: int, node: Node, names: Names) -> int:
    """The index after the brackets behind a name, where they hold its short form, its list or a note; else the same."""
    if at >= len(tokens) or tokens[at].text != "(" or node.who is Who.PLACE:
        return at
    close = next((i for i in range(at + 1, min(at + _LONGEST_BRACKET + 2, len(tokens))) if tokens[i].text == ")"), None)
    if close is None:
        return at
    inner = tokens[at + 1 : close]
    if not inner or any(t.sort is Sort.NUMBER or t.term.number is not None or t.term.unit for t in inner):
        return at
    text = _shown(inner)
    known = fold(names.lists.get(fold(text), ""))
    if known and known != fold(node.text) and known in fold(node.text) and fold(text) != known:
        return close + 1
    if any(token.has("independent") for token in inner):
        node.party, node.who = "", Who.PERSON
    elif acronym(text) and (stands_for(text, node.text) or names.lists.get(fold(text), text) != text):
        if stands_for(text, node.text) or fold(names.lists[fold(text)]) == fold(node.text):
            node.who, node.full = Who.LIST, f"{node.text} ({text})"
        else:
            node.party, node.who = text, Who.PERSON
    elif acronym(text) or names.is_list(text) or inner[0].has("list_noun") or _like_list(inner, node):
        if node.who is Who.LIST:
            node.full = f"{node.text} ({text})"
        else:
            node.party, node.who = text, Who.PERSON
    elif node.who is Who.LIST and len(inner) == 1 and inner[0].capital:
        node.full = f"{node.text} ({text})"
    elif any(token.has("saying", "who", "gain") for token in inner):
        return at
    node.end = tokens[close].end if node.full else node.end
    return close + 1
