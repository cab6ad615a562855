"""What is passed over without a closer look has nothing in it: texts without figures, and texts that end in no list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.figures import figures
from loaders.reading.lists.entries import entries_of
from loaders.reading.mentions import names_of
from loaders.reading.prose.tokens import tokens as tokens_of
from loaders.reading.tokens import tokens
from loaders.reading.words import lexicon

PARTS = (
    *("Reds", "the Blues", "won", "3", "1,204", "41%", "twenty-one seats", "five", "seats", "each", "and", "two/three"),
    *("(2 women)", "(Marden)", "«Union»", "5 →", ":", ",", "—", "2023", "مقعدين", "seven—seats", "EIGHT SEATS"),
)
texts = st.lists(st.sampled_from(PARTS), max_size=8).map(" ".join) | st.lists(st.sampled_from(PARTS)).map("".join)


def test_a_number_word_of_any_language_may_count() -> None:
    """However a number word is written and whatever marks stand beside it, its text is searched for figures."""
    for word in lexicon().counting:
        assert lexicon().may_count(f"They have {word.upper()}, they said")
        assert lexicon().may_count(f"of them-{word}'s")


@given(texts)
def test_a_text_that_cannot_count_has_no_figure(text: str) -> None:
    """What is not searched for figures has none."""
    assert lexicon().may_count(text) or figures(tokens(text), text) == []


@given(texts)
def test_a_text_that_goes_on_behind_its_figures_ends_in_words(text: str) -> None:
    """Where words stand behind the last figure, the parting into entries leaves words, too."""
    entries = entries_of(text)
    assert not entries.goes_on or any(char.isalnum() for char in entries.tail)


_RUNS = st.sampled_from(
    [
        "The",
        "Reds",
        "won",
        "(5)",
        "5",
        "11",
        "636",
        "000,",
        "1,200",
        "12:30",
        "1st",
        "4%",
        "*)",
        "*والحزب",
        "والحزب",
        "(وحزب)",
        "٥",
        "٠٠٠",
    ]
)


@given(st.lists(_RUNS, max_size=8), st.lists(_RUNS, max_size=8))
def test_tokens_of_a_sentence_are_the_same_whatever_was_read_before(before: list[str], said: list[str]) -> None:
    """What stands between two blanks is taken apart once for a document, and each sentence as if it stood alone."""
    text = " ".join(said)
    names = names_of([" ".join(before), text])
    tokens_of(" ".join(before), names)
    taken, whole = tokens_of(text, names), tokens_of(text, names, apart=False)
    assert [(one.text, one.start, one.end, one.sort, one.term) for one in taken] == [
        (one.text, one.start, one.end, one.sort, one.term) for one in whole
    ]


def test_blank_in_a_number_parts_its_thousands_though_both_parts_were_read_alone() -> None:
    """Runs of digits that stood apart in one sentence are one number in the next."""
    names = names_of(["Of 11 lists 636 stood.", "They won 11 636 votes."])
    tokens_of("Of 11 lists 636 stood.", names)
    assert "11 636" in [one.text for one in tokens_of("They won 11 636 votes.", names)]
