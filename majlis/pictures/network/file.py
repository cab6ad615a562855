"""The network of an election as a whole file: what it shows in one line, the picture, its key, notes and sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from queries.power.council import AllCouncils, CouncilInfluence
from queries.view.elections import Election
from queries.view.evidence import SourceLine, sorted_sources
from queries.who.answer import Who

from ...network.model import Network
from ...wording.forms import ENGLISH, Language
from ...wording.power.finding import finding_words
from ...wording.sitting import election_words
from .. import palette
from ..documents import below, note_texts, source_notes, whole_file
from .drawing import Drawing
from .key import network_key


class ElectionNetwork(NamedTuple):
    """The network of an election, how its seats divide, and who holds them."""

    election: Election
    network: Network
    power: AllCouncils | CouncilInfluence
    councils: Sequence[Who]

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of all councils, or of the house."""
        return sorted_sources(source for answer in self.councils for source in answer.sources)

    def finding(self, language: Language) -> str:
        """What it shows in one line."""
        lists = sum(node.list == node.id and bool(node.seats) for node in self.network.nodes)
        return finding_words(self.power, lists, language)


def network_document(
    shown: ElectionNetwork, data_version: str, map_source: str = "", language: Language = ENGLISH
) -> str:
    """The network as a file; the councils tell it in words for who does not see it."""
    network, election, finding = shown.network, shown.election, shown.finding(language)
    picture = Drawing(network, "wide", language).picture(finding, in_words(shown.councils, language))
    key, height = network_key(network, picture.width, language)
    notes = [language.say("key.around" if network.body else "key.stretched"), *note_texts(election.notes, language)]
    if map_source and not network.body:
        notes.append(language.say("map.source", source=language.isolate(map_source), note="").rstrip())
    notes += source_notes(shown.sources, data_version, language)
    css = palette.css(network.colours, {node.list for node in network.nodes if node.rest and node.list})
    under = (election_words(election, language),)
    return whole_file(below(picture, key, height), finding, under, notes, css, language)


def in_words(councils: Sequence[Who], language: Language = ENGLISH) -> str:
    """The seats of each council or house in words."""
    said = []
    for council in councils:
        lists = language.listed(
            f"{language.name(item.id, item.name)} {language.number(item.seats, item.most, item.others)}"
            for item in council.lists
        )
        if lists:
            place = council.subject.candidate
            said.append(f"{language.name(place.id, place.name)}: {lists}")
    return language.listed(said, "semicolon") + "."
