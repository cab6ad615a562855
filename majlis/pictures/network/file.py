"""The network of an election as a whole file: what it shows in one line, the picture, its key, notes and sources."""

from __future__ import annotations

from collections.abc import Sequence

from queries.power.council import AllCouncils, CouncilInfluence
from queries.view.elections import Election
from queries.view.evidence import SourceLine
from queries.who.answer import Who

from ...network.model import Network
from ...wording.forms import ENGLISH
from ...wording.notes import note_text
from ...wording.power.finding import finding_words
from .. import palette
from ..documents import below, source_notes, when_words, whole_file
from ..key import network_key
from .drawing import network_picture


def network_document(
    network: Network,
    power: AllCouncils | CouncilInfluence,
    councils: Sequence[Who],
    election: Election,
    sources: Sequence[SourceLine],
    data_version: str,
    map_source: str = "",
) -> str:
    """The network as a file; `councils` tell it in words for who does not see it."""
    lists = sum(node.list == node.id and bool(node.seats) for node in network.nodes)
    finding = finding_words(power, lists)
    picture = network_picture(network, finding, in_words(councils))
    key, height = network_key(network, picture.width)
    notes = [*map(note_text, election.notes)]
    notes.insert(0, ENGLISH.say("key.around" if network.body else "key.stretched"))
    if map_source and not network.body:
        notes.append(ENGLISH.say("map.source", source=map_source, note="").rstrip())
    notes += source_notes(sources, data_version)
    shown = {node.list for node in network.nodes if node.rest and node.list}
    css = palette.css(network.colours, shown)
    return whole_file(below(picture, key, height), finding, (when_words(election),), notes, css)


def in_words(councils: Sequence[Who]) -> str:
    """The seats of each council or house in words."""
    said = []
    for council in councils:
        lists = ENGLISH.listed(
            f"{ENGLISH.name(item.id, item.name)} {ENGLISH.number(item.seats, item.most, item.others)}"
            for item in council.lists
        )
        if lists:
            place = council.subject.candidate
            said.append(f"{ENGLISH.name(place.id, place.name)}: {lists}")
    return "; ".join(said) + "."
