"""The network of an election around one name: the lists that it leads, where these hold seats, and who leads them."""

from __future__ import annotations

from dataclasses import replace

from queries.where.answer import Where

from ...network.model import Network, Tie
from ...wording.forms import ENGLISH, Language
from ...wording.sitting import election_words
from ...wording.where import cited, where_sentence
from .. import palette
from ..documents import below, note_texts, source_notes, whole_file
from .drawing import Drawing
from .key import network_key
from .stage import HOLDS, LEADS, WON


def seats_of(network: Network, id: str) -> list[Tie]:
    """The ties of seats of a name and of the lists that it leads; none for what has no place at rest."""
    if all(id not in places for places in network.layouts.values()):
        return []
    lists = {id, *(tie.end for tie in network.ties if tie.type == LEADS and tie.start == id and tie.current)}
    return [tie for tie in network.ties if tie.type in (HOLDS, WON) and tie.start in lists]


def around(network: Network, id: str) -> Network:
    """What is within two ties of seats and of leading, each in its place."""
    held = seats_of(network, id)
    lists = {tie.start for tie in held}
    ties = {*held, *(tie for tie in network.ties if tie.type == LEADS and tie.end in lists and tie.current)}
    kept = {id, network.body, *(end for tie in ties for end in (tie.start, tie.end))}
    nodes = tuple(replace(node, rest=True, named=True) for node in network.nodes if node.id in kept)
    drawn = tuple(replace(tie, rest=tie in ties) for tie in network.ties)
    alone = {place: list for place, list in network.alone.items() if list in kept}
    return replace(network, nodes=nodes, ties=drawn, alone=alone, bold=1)


def around_document(whole: Network, answer: Where, data_version: str, language: Language = ENGLISH) -> str:
    """The network around the name of an answer as a file, with that answer in words."""
    network = around(whole, answer.subject.candidate.id)
    found, said = answer.subject.candidate, where_sentence(answer, language)
    picture = Drawing(network, "wide", language).picture(language.name(found.id, found.name), said)
    key, height = network_key(network, picture.width, language)
    notes = [*note_texts(answer.notes, language), *source_notes(cited(answer), data_version, language)]
    css = palette.css(network.colours, {node.list for node in network.nodes if node.list})
    under = (election_words(answer.election, language), said)
    return whole_file(below(picture, key, height), picture.title, under, notes, css, language)
