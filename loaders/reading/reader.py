"""The general reader: goes through the blocks of a document, keeps what stands above, and yields what each says."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.model import Standing
from graph.names import Resolver

from .blocks import Block, BlockKind, blocks
from .checks import checked
from .context import forecast, roles_in, sentences, standing_in, unit_of, year_of, years_in
from .figures import UNITS, Figure
from .found import Certainty, Claim, Found, Mechanism, Origin, Span, Unread
from .labels import Labels, Sort
from .leads import Lead, leads_in
from .line import Line
from .lists.breakdown import broken_down
from .lists.entries import Entries, Entry, entries_of
from .lists.list import Lists, Setting, label_like, name_like, span
from .lists.plain import plain_runs
from .mentions import names_of
from .prose import UNTIED, is_prose, read_sentence, tells_results
from .scope import Level, Scope
from .sentence import sentence_of
from .tables.table import Table, TableReading
from .words import Role

_SECONDS, _SECONDS_A_MEGABYTE = 10.0, 5.0
_LARGEST_SEATS = 1000  # figures without a unit of which one is larger are votes
_SOME = 2  # items that name known places, for the rest of their run to be taken for places
_LONG_RUN, _SHORT_TAIL = 4, 3  # entries, words: behind so many entries so few words belong to none
_LONGEST_LABEL = 5  # words of a heading with a colon; a longer one is a sentence
_NOT_YET = "no verb or preposition ties it to a name"
_RESULT_UNITS = frozenset((*UNITS, Role.PERCENT))


@dataclass(slots=True)
class Read:
    """What was found in a document, and how its tables were understood; `stopped` is the line of the deadline."""

    found: list[Found] = field(default_factory=list)
    tables: list[TableReading] = field(default_factory=list)
    stopped: int | None = None
    hedged: bool = False
    looks: str = ""


def read_lines(lines: Sequence[Line], resolver: Resolver, said: Mapping[Role, str] | None = None) -> Read:
    """Everything that the lines of a document say. `said`: the headers of columns whose role a person gives."""
    return _Reader(lines, resolver, said or {}).read()


class _Reader:
    def __init__(self, lines: Sequence[Line], resolver: Resolver, said: Mapping[Role, str]) -> None:
        texts = [line.text for line in lines]
        self._lines = lines
        self._said = said
        self._labels = Labels(resolver, texts)
        self._lists = Lists(self._labels)
        self._names = names_of(texts, resolver)
        self._blocks = list(blocks(lines))
        title = next((block.text for block in self._blocks if block.kind is BlockKind.TITLE), "")
        self._year = year_of(title, texts[:200])
        self._scope = Scope(hedged=forecast(texts[:400]))
        first = next((cue for block in self._blocks[:60] if (cue := standing_in(block.text))), None)
        self._scope = replace(self._scope, standing=first or Standing.REPORTED)
        self._scope = replace(self._scope, place=self._first_place())
        self._title_scope = self._scope
        self._unit: Role | None = None  # of the run of items that is being read
        self._unit_sure = True
        self._won = False
        self._leads = sum(
            block.kind in (BlockKind.ITEM, BlockKind.TEXT) and label_like(block.text[:60].partition(":")[0])
            for block in self._blocks
            if ":" in block.text[:60]
        )
        self._plain = plain_runs(self._blocks)
        self._of_places, self._guesses = self._runs()
        self._leads_in = leads_in(self._blocks, self._labels)
        self.result = Read(hedged=self._scope.hedged)
        size = sum(len(text) for text in texts) / 1e6
        self._deadline = time.monotonic() + _SECONDS + _SECONDS_A_MEGABYTE * size

    def read(self) -> Read:
        found: list[Found] = []
        for at, block in enumerate(self._blocks):
            if time.monotonic() > self._deadline:
                self.result.stopped = block.at.line
                break
            if block.text:
                self._cues(block)
            finished = list(self._finished(self._block(at, block)))
            found.extend(finished)
            self._learn(finished)
        if not found:
            found = list(self._strange())
        self.result.found = checked(found)
        self.result.looks = _looks(self._blocks)
        return self.result

    def _runs(self) -> tuple[set[int], dict[int, Role]]:
        """What the items of one run have in common, by line: that they are places, and what their figures count.

        Where some name known places and none a list, the others are places too. Of figures without a unit the largest
        tells whether all are of votes.
        """
        lines: set[int] = set()
        guesses: dict[int, Role] = {}
        run: list[tuple[int, Sort, Sequence[Figure]]] = []
        for block in [*self._blocks, None]:
            listed = []
            if block is not None and block.kind in (BlockKind.ITEM, BlockKind.TEXT) and len(block.text) < 120:
                plain = block.at.line in self._plain
                listed = self._listed(entries_of(block.text), item=block.kind is BlockKind.ITEM, plain=plain)
            if block is not None and len(listed) == 1 and listed[0].name:
                run.append((block.at.line, self._labels.sort(listed[0].name), listed[0].figures))
                continue
            sorts = [sort for _, sort, _ in run]
            if sorts.count(Sort.PLACE) >= _SOME and not {Sort.LIST, Sort.PERSON} & set(sorts):
                lines.update(line for line, _, _ in run)
            bare = [f.value for _, sort, figs in run if sort is not Sort.MEASURE for f in figs if f.unit is None]
            if bare:
                guess = Role.VOTES if max(bare) >= _LARGEST_SEATS else Role.SEATS
                guesses.update((line, guess) for line, _, _ in run)
            run = []
        return lines, guesses

    def _first_place(self) -> Level | None:
        """The place that a line about the page names by a noun, before anything else: "Ljungby kommun. Updated ..."."""
        for block in self._blocks[:4]:
            if block.kind is BlockKind.ASIDE:
                for begin, end in sentences(block.text)[:1]:
                    label = block.text[begin:end].rstrip(" .:|")
                    if self._labels.has_noun(label):
                        return Level(
                            label, Origin.TITLE, Span(block.at.line, block.at.start, block.at.start + len(label))
                        )
        return None

    def _learn(self, found: Sequence[Found]) -> None:
        """Let the sentences below know the lists and places of a table, a list or a heading above."""
        for one in found:
            if not isinstance(one, Claim) or one.mechanism not in (Mechanism.TABLE, Mechanism.LIST):
                continue
            if one.subject and one.predicate == "holds_seats" and one.certainty is Certainty.STATED:
                self._names.add_list(one.subject)
            if one.object and one.predicate in ("holds_seats", "votes", "council_size", "turnout"):
                self._names.add_place(one.object)
        if self._scope.place is not None:
            self._names.add_place(self._scope.place.text)

    def _strange(self) -> Iterator[Unread]:
        """The figures of a document in which no word of a vote is known: of a language without a table, it may be."""
        if any(roles_in(block.text) & {Role.SEATS, Role.VOTES, Role.TURNOUT} for block in self._blocks):
            return
        for block in self._blocks:
            entries = entries_of(block.text) if block.kind is not BlockKind.ASIDE else None
            for figure in entries.figures if entries else ():
                if not figure.year:
                    at = span(figure, block.at.line, block.at.start)
                    yield Unread(
                        block.text[figure.start : figure.end], at, "no word of its language is known", figure.value
                    )

    def _cues(self, block: Block) -> None:
        standing = standing_in(block.text)
        if standing and block.kind is not BlockKind.ASIDE:
            self._scope = replace(self._scope, standing=standing)

    def _finished(self, found: Iterator[Found]) -> Iterator[Found]:
        """Claims with their standing; of a poll nothing is a claim."""
        for one in found:
            if isinstance(one, Unread):
                yield one
            elif self._scope.hedged:
                number = one.value if isinstance(one.value, int | float) else None
                text = str(one.value if one.value is not None else one.subject or "")
                yield Unread(text, one.at, "a poll or a forecast, and no result", number)
            else:
                yield one if one.standing else replace(one, standing=self._scope.standing)

    def _block(self, at: int, block: Block) -> Iterator[Found]:
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE, BlockKind.BREAK):
            self._names.new_paragraph()
        if block.kind is BlockKind.TITLE:
            return self._heading(at, block) if self._title_heads(at, block) else self._title(block)
        if block.kind is BlockKind.HEADING:
            return self._heading(at, block)
        if block.kind is BlockKind.TABLE:
            return self._table(at, block)
        if block.kind is BlockKind.ITEM:
            return self._item(at, block)
        if block.kind is BlockKind.ASIDE:
            return self._aside(block)
        if block.kind is BlockKind.BREAK:
            self._reset()
            return self._heading(at, block) if block.text else iter(())
        return self._text(at, block)

    # Headings ------------------------------------------------------------------------------------------------------

    def _reset(self) -> None:
        """A new run of items begins: the unit of the last one holds no more."""
        self._unit, self._unit_sure, self._won = None, True, False

    def _title(self, block: Block) -> Iterator[Found]:
        places = self._labels.places_in(block.text)
        unit = unit_of(block.text)
        self._scope = replace(self._scope, unit=unit)
        if len({text for text, _, _ in places}) == 1 and self._scope.place is None:
            text, start, end = places[0]
            where = Span(block.at.line, block.at.start + start, block.at.start + end)
            self._scope = replace(self._scope, place=Level(text, Origin.TITLE, where))
        self._title_scope = self._scope
        return self._headline(block)

    def _title_heads(self, at: int, block: Block) -> bool:
        """Whether the first line is no title but the first of several headings: a name, with results right below."""
        if not self._heads_results(at):
            return False
        name = self._sized(entries_of(block.text), block.text)[0].rstrip(":： ")
        sort = self._labels.sort(name)
        sized = name != block.text.rstrip(":： ")
        return label_like(name) and (sort is Sort.PLACE or (sort is Sort.UNKNOWN and (sized or self._siblings(at))))

    def _heading(self, at: int, block: Block) -> Iterator[Found]:
        text = block.text.rstrip(":： ").strip()
        self._reset()
        years = years_in(text)
        other = bool(years) and self._year is not None and max(years) < self._year
        entries = entries_of(text)
        name, size = self._sized(entries, text)
        sort = self._labels.sort(name)
        unit = unit_of(text)
        roles = roles_in(text)
        self._won = Role.WON in roles
        here = Span(block.at.line, block.at.start, block.at.start + len(name))
        kept = replace(self._scope, other_year=other, unit=unit or self._title_scope.unit)
        sentence = block.text.endswith((":", "：")) and len(text.split()) > _LONGEST_LABEL
        if sentence:
            self._scope = kept
        elif sort is Sort.PLACE:
            self._scope = replace(kept.with_place(name, Origin.HEADING, here), list=None)
        elif sort in (Sort.LIST, Sort.PERSON) and size is None:
            self._scope = replace(
                kept, list=Level(name, Origin.HEADING, here), place=self._title_scope.place, closed=False
            )
        elif sort is Sort.UNKNOWN and size is not None and label_like(name):
            self._scope = replace(kept.with_place(name, Origin.HEADING, here), list=None)
        elif sort is not Sort.UNKNOWN or block.text.endswith((":", "：")) or Role.RESULTS in roles or unit:
            self._scope = kept
            places = self._labels.places_in(text)
            if len(places) == 1 and not block.text.endswith((":", "：")):
                self._scope = replace(kept.with_place(places[0][0], Origin.HEADING, here), list=None)
        elif self._heads_results(at) and label_like(name) and not years:
            guessed = Level(name, Origin.HEADING, here, guessed=not self._siblings(at))
            self._scope = replace(kept, place=guessed, list=None, closed=False)
        else:
            open_place = self._scope.place
            closes = open_place is not None and open_place.origin is Origin.HEADING
            self._scope = replace(kept, place=self._title_scope.place, list=None, closed=closes or self._scope.closed)
        place = self._scope.place
        seats = [figure for figure in entries.figures if figure.unit is Role.SEATS and not figure.approximate]
        if size is None and place is not None and place.at == here and len(seats) == 1 and len(entries.figures) == 1:
            yield Claim(
                "council_size", None, place.text, int(seats[0].value), span(seats[0], block.at.line, block.at.start),
                Mechanism.LIST, Certainty.PROPOSED, Origin.HEADING, reason="said in passing, in a heading",
            )  # fmt: skip
        elif size is not None and place is not None and sort not in (Sort.LIST, Sort.PERSON):
            yield Claim(
                "council_size", None, name, int(size.value), span(size, block.at.line, block.at.start), Mechanism.LIST,
                place_from=Origin.HEADING,
            )  # fmt: skip
        else:
            yield from self._headline(block)

    def _sized(self, entries: Entries, text: str) -> tuple[str, Figure | None]:
        """The name of a heading, and the size that stands behind it: "Tunis 1 (9 seats)"."""
        if len(entries.entries) == 1 and not entries.tail:
            entry = entries.entries[0]
            figure = entry.figures[-1]
            numbered = len(entry.figures) == 2 and entry.figures[0].unit is None and entry.figures[0].value < 100
            bracketed = text[figure.start - 1 : figure.start] in ("(", "[")
            if figure.unit is Role.SEATS and entry.name and (bracketed or entry.separated):
                if numbered and bracketed:  # "Tunis 1 (9 seats)"
                    return text[: entry.figures[0].end].strip(), figure
                if len(entry.figures) == 1:
                    return text[: entry.end].strip(), figure
        return text, None

    def _heads_results(self, at: int) -> bool:
        """Whether items, a table or a line of results follow a heading before anything else."""
        for block in self._blocks[at + 1 : at + 3]:
            if block.kind in (BlockKind.ITEM, BlockKind.TABLE):
                return True
            if block.kind is BlockKind.HEADING:
                return False
            if block.kind is BlockKind.TEXT:
                return bool(self._listed(entries_of(block.text))) or tells_results(block.text, self._names)
        return False

    def _siblings(self, at: int) -> bool:
        """Whether another heading of the same make heads results too, so that both are of one kind."""
        made = self._blocks[at]
        return any(
            block.kind is BlockKind.HEADING
            and block.level == made.level
            and other != at
            and label_like(self._sized(entries_of(block.text), block.text)[0].rstrip(": "))
            and self._heads_results(other)
            for other, block in enumerate(self._blocks[max(0, at - 60) : at + 60], max(0, at - 60))
        )

    # Tables --------------------------------------------------------------------------------------------------------

    def _table(self, at: int, block: Block) -> Iterator[Found]:
        if block.grid is None:
            return
        scope = self._scope
        if scope.other_year:
            yield from self._all_unread(block, "another year")
            return
        table = Table(block.grid, scope, self._labels, won=self._won, said=self._said)
        self.result.tables.append(table.reading)
        yield from table.read()

    def _all_unread(self, block: Block, reason: str) -> Iterator[Found]:
        for row in block.grid.rows if block.grid else ():
            for cell in row:
                if any(char.isdigit() for char in cell.text):
                    yield Unread(cell.text, cell.at, reason)

    # Items and text --------------------------------------------------------------------------------------------------

    def _item(self, at: int, block: Block) -> Iterator[Found]:
        entries = entries_of(block.text)
        if not any(not figure.year for figure in entries.figures):
            if self._item_heads(at, block):
                yield from self._heading(at, block)
            else:
                yield from self._prose(block.text, block.at)
            return
        listed = self._listed(entries, item=True)
        if listed:
            yield from self._entries(entries, listed, block, item=True)
        else:
            yield from self._text(at, block)

    def _item_heads(self, at: int, block: Block) -> bool:
        """Whether an item without figures heads the items below it, which are written otherwise."""
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        return (
            following is not None
            and following.kind is BlockKind.ITEM
            and (
                (following.bullet != block.bullet and following.numbered != block.numbered)
                or following.indent > block.indent
            )
            and len(block.text) < 90
        )

    def _listed(self, entries: Entries, *, item: bool = False, plain: bool = False) -> list[Entry]:
        """The entries of a line that is a list; none where it is a sentence. `plain`: lines around it are alike."""
        found = list(entries.entries)
        if plain:
            return found
        if not found or (entries.tail and not _harmless(entries.tail, item=item)):
            return []
        first = found[0]
        if any(figure.year for entry in found for figure in entry.figures):
            return []
        lead = entries.text[slice(*first.lead)].strip() if first.lead else ""
        if lead and not label_like(lead):
            return []
        if not item and len(sentences(entries.text)) > 1:
            return []
        if first.start > 2 and not first.lead and entries.text[: first.start].strip(' "“”«»([*_-–'):
            return []
        if len(found) == 1:
            alone = first.separated or (item and any(figure.unit for figure in first.figures))
            measured = self._labels.sort(first.name) is Sort.MEASURE
            short = len(first.words) <= 10 and (item or len(first.words) <= 8)
            bare = not first.name and item
            written = name_like(first) if not first.separated or not item else True
            return found if measured or bare or (alone and short and written and bool(first.words)) else []
        named = [entry for entry in found if entry.name]
        caseless = entries.text.upper() == entries.text.lower()
        if caseless and not item and not lead and not all(entry.separated for entry in found):
            return []
        if not named or not all(name_like(e) or self._labels.sort(e.name) is not Sort.UNKNOWN for e in named):
            return []
        return found

    def _entries(self, entries: Entries, listed: Sequence[Entry], block: Block, *, item: bool) -> Iterator[Found]:
        scope = self._scope
        first = listed[0]
        if first.lead:
            begin, end = first.lead
            lead = entries.text[begin:end].strip()
            sort = self._labels.sort(lead)
            here = Span(block.at.line, block.at.start + begin, block.at.start + end)
            if sort is Sort.LIST:
                scope = replace(scope, list=Level(lead, Origin.ITEM, here))
            elif sort in (Sort.PLACE, Sort.UNKNOWN) and Role.RESULTS not in roles_in(lead):
                sure = sort is Sort.PLACE or (len(listed) > 1 and self._leads > 1)
                scope = replace(scope, place=Level(lead, Origin.ITEM, here, guessed=not sure), closed=False)
        if scope.other_year:
            for figure in entries.figures:
                at = span(figure, block.at.line, block.at.start)
                yield Unread(str(figure.value), at, "another year", figure.value)
            return
        if self._unit is None and scope.unit in (Role.SEATS, Role.VOTES):
            self._unit, self._unit_sure = scope.unit, True
        own = next((f.unit for e in listed for f in e.figures if f.unit in (Role.SEATS, Role.VOTES)), None)
        places = block.at.line in self._of_places
        guess = self._guesses.get(block.at.line)
        setting = Setting(scope, self._unit, self._unit_sure, self._won, places=places, guess=guess)
        found = list(self._lists.read(listed, setting, block.at.line, block.at.start))
        for one in found:
            if isinstance(one, Claim) and one.predicate == "council_size" and one.place_from is Origin.ITEM:
                self._opened(one, block, alone=len(listed) == 1)
        yield from found
        if len(listed) == 1 and own and len({f.unit for f in first.figures}) == 1:
            self._unit, self._unit_sure = own, True
        if entries.tail and item:
            yield from self._prose(entries.tail, replace_start(block.at, entries.tail_start))

    def _opened(self, claim: Claim, block: Block, *, alone: bool) -> None:
        """A line of a place and its size heads what stands below it."""
        if alone and claim.object:
            self._scope = replace(self._scope.with_place(claim.object, Origin.HEADING, block.at), list=None)

    def _text(self, at: int, block: Block) -> Iterator[Found]:
        if block.alone:
            self._names.new_paragraph()
        entries = entries_of(block.text)
        plain = block.at.line in self._plain
        listed = self._listed(entries, item=block.kind is BlockKind.ITEM, plain=plain)
        if listed and (plain or not (block.kind is BlockKind.TEXT and is_prose(block.text, self._names))):
            yield from self._entries(entries, listed, block, item=False)
            return
        lead = self._leads_in.get(block.at.line)
        if lead is not None and not self._names.is_date(lead.name):
            yield from self._led(block, lead)
            return
        if block.text.endswith((":", "：")):
            self._intro(block)
        else:
            self._reset()
        yield from self._prose(block.text, block.at)

    def _led(self, block: Block, lead: Lead) -> Iterator[Found]:
        """A line that begins with the place of which the rest speaks: "Siaya – ...", "Anbar (29 seats): ..."."""
        here = Span(block.at.line, block.at.start, block.at.start + len(lead.name))
        before, self._scope = (
            self._scope,
            replace(
                self._scope, place=Level(lead.name, Origin.ITEM, here, guessed=lead.guessed), list=None, closed=False
            ),
        )
        if lead.size is not None:
            yield Claim(
                "council_size", None, lead.name, int(lead.size.value), span(lead.size, block.at.line, block.at.start),
                Mechanism.LIST, Certainty.PROPOSED if lead.guessed else Certainty.STATED, Origin.ITEM,
                reason="the place is taken from the layout" if lead.guessed else "",
            )  # fmt: skip
        self._names.new_paragraph()
        self._names.add_place(lead.name)
        rest = block.text[lead.end :]
        start = lead.end + len(rest) - len(rest.lstrip())
        yield from self._prose(block.text[start:], replace_start(block.at, start))
        self._scope = before

    def _intro(self, block: Block) -> None:
        """A sentence that ends in a colon says what the items below count."""
        begin, end = sentences(block.text)[-1]
        said = block.text[begin:end]
        unit = unit_of(said)
        self._reset()
        self._won = Role.WON in roles_in(said)
        years = years_in(said)
        other = bool(years) and self._year is not None and max(years) < self._year
        if unit is not None:
            self._unit = unit if unit in (Role.SEATS, Role.VOTES) else None
            self._scope = replace(self._scope, unit=unit)
        self._scope = replace(self._scope, other_year=other)

    # Sentences -----------------------------------------------------------------------------------------------

    def _prose(self, text: str, at: Span) -> Iterator[Found]:
        for begin, end in sentences(text, pointed=self._names.language.pointed):
            sentence = text[begin:end]
            where = Span(at.line, at.start + begin, at.start + end)
            entries = entries_of(sentence)
            run = self._run(entries)
            said = list(read_sentence(sentence_of(sentence, [where]), self._scope, self._names))
            if run:
                begins = where.start + run[0].start
                listed = list(self._inline(entries, run, where))
                mine = [one for one in said if one.at.start >= begins and not _of_people(one)]
                doubted = any(isinstance(one, Unread) and one.reason not in UNTIED for one in mine)
                if _results(listed) > _results(mine) and not doubted:
                    said = [*(one for one in said if one not in mine), *listed]
            said = list(broken_down(said, entries, where, self._labels))
            yield from (_with_value(one, entries, where) for one in said)
            rest = [figure for figure in entries.figures if not _covered(figure, said, where)]
            yield from self._unread(rest, entries, where)

    def _run(self, entries: Entries) -> list[Entry]:
        """The entries of a list within a sentence: behind a colon, or from its first word, to its end."""
        found = list(entries.entries)
        long = len(found) > _LONG_RUN and len(entries.tail.split()) <= _SHORT_TAIL
        if len(found) < 2 or (entries.tail and not long and not _harmless(entries.tail, item=False)):
            return []
        opening = next((at for at in range(len(found) - 1, -1, -1) if found[at].opens), None)
        if opening is None:
            caseless = entries.text.upper() == entries.text.lower()
            if caseless or entries.text[: found[0].start].strip(' "“«(['):
                return []
            run = found
        else:
            run = found[opening:]
        if len(run) < 2 or not all(entry.name and name_like(entry) for entry in run):
            return []
        if any(figure.year or figure.approximate for entry in run for figure in entry.figures):
            return []
        return run

    def _inline(self, entries: Entries, run: Sequence[Entry], where: Span) -> Iterator[Found]:
        lead = entries.text[: run[0].start]
        years = years_in(lead)
        if self._scope.other_year or (years and self._year is not None and max(years) < self._year):
            yield from self._unread([f for e in run for f in e.figures], entries, where, "another year")
            return
        scope = self._scope
        places = self._labels.places_in(lead)
        if len(places) == 1:
            scope = scope.with_place(places[0][0], Origin.CLAUSE, where)
        elif lead.rstrip(" :").strip() and label_like(lead.rstrip(" :")):
            sort = self._labels.sort(lead.rstrip(" :").strip())
            if sort in (Sort.PLACE, Sort.UNKNOWN):
                scope = scope.with_place(lead.rstrip(" :").strip(), Origin.CLAUSE, where)
        unit = unit_of(lead)
        unit = unit if unit in (Role.SEATS, Role.VOTES) else None
        standing = standing_in(lead)
        if standing:
            scope = replace(scope, standing=standing)
        summed = len(self._lists._groups(run)) > 0
        setting = Setting(scope, unit, won=Role.WON in roles_in(lead), inline=True, guessed=not summed and len(run) < 3)
        for one in self._lists.read(run, setting, where.line, where.start):
            yield replace(one, standing=scope.standing) if isinstance(one, Claim) else one

    def _headline(self, block: Block) -> Iterator[Found]:
        """The figures of a headline: none is a claim, since it is short, and the text below says it in full."""
        entries = entries_of(block.text)
        said = list(read_sentence(sentence_of(block.text, [block.at]), self._scope, self._names))
        self._names.new_paragraph()
        found: list[Found] = []
        for one in said:
            number = one.value if isinstance(one.value, int | float) else None
            if isinstance(one, Unread) or (number is not None and not any(f.at == one.at for f in found)):
                text = block.text[one.at.start - block.at.start : one.at.end - block.at.start]
                found.append(Unread(text, one.at, "in a headline", number))
        yield from (_with_value(one, entries, block.at) for one in found)
        rest = [figure for figure in entries.figures if not _covered(figure, found, block.at)]
        yield from self._unread(rest, entries, block.at, "in a headline")

    def _unread(
        self, found: Sequence[Figure], entries: Entries, where: Span, reason: str = _NOT_YET
    ) -> Iterator[Found]:
        """The figures of a sentence that look like results, each with the reason why none is a claim."""
        speaks = any(figure.unit in _RESULT_UNITS for figure in entries.figures) or bool(
            roles_in(entries.text) & {Role.SEATS, Role.VOTES, Role.TURNOUT, Role.SIZE}
        )
        for figure in found:
            counts = figure.unit in _RESULT_UNITS or (
                speaks and not figure.year and not _counts_else(figure, entries.text)
            )
            if not counts:
                continue
            why = "approximate" if figure.approximate else reason
            text = entries.text[figure.start : figure.end]
            yield Unread(text, span(figure, where.line, where.start), why, figure.value)

    def _aside(self, block: Block) -> Iterator[Found]:
        entries = entries_of(block.text)
        for figure in entries.figures:
            if figure.unit in (Role.SEATS, Role.VOTES):
                at = span(figure, block.at.line, block.at.start)
                text = block.text[figure.start : figure.end]
                yield Unread(text, at, "a caption, a dateline or a link", figure.value)


def _of_people(one: Found) -> bool:
    return isinstance(one, Claim) and one.mechanism is Mechanism.OFFICE


def _results(found: Sequence[Found]) -> int:
    return sum(isinstance(one, Claim) and one.predicate != "ranked" for one in found)


def _with_value(one: Found, entries: Entries, where: Span) -> Found:
    """An unread figure of a sentence with the number that it means."""
    if not isinstance(one, Unread) or one.value is not None:
        return one
    inside = [f for f in entries.figures if one.at.start <= where.start + f.start < max(one.at.end, one.at.start + 1)]
    return replace(one, value=inside[0].value) if inside else one


def _covered(figure: Figure, said: Sequence[Found], where: Span) -> bool:
    """Whether a claim or an unread figure stands where this one does."""
    at = span(figure, where.line, where.start)
    return any(one.at.start <= at.start < max(one.at.end, one.at.start + 1) for one in said)


def _looks(made: Sequence[Block]) -> str:
    """What a document looks like, in words: how many tables, items and lines of text it has."""
    tables = sum(block.kind is BlockKind.TABLE for block in made)
    items = sum(block.kind is BlockKind.ITEM for block in made)
    texts = sum(block.kind in (BlockKind.TEXT, BlockKind.TITLE, BlockKind.HEADING) for block in made)
    parts = [
        f"{tables} table{'s' if tables > 1 else ''} (the columns are not understood)" if tables else "",
        f"a list of {items}" if items else "",
        f"{texts} line{'s' if texts > 1 else ''} of text" if texts else "",
    ]
    return " and ".join(part for part in parts if part) or "no text"


def replace_start(at: Span, start: int) -> Span:
    """The span of a part of a text that begins further on."""
    return Span(at.line, at.start + start, at.end)


def _harmless(tail: str, *, item: bool) -> bool:
    """Whether the words behind the last figure of an item leave what it says as it is: names, a remark of a word."""
    words = tail.split()
    if not any(char.isalnum() for char in tail):
        return True
    return item and (len(words) <= 6 or (not any(char.isdigit() for char in tail) and len(words) <= 8))


def _counts_else(figure: Figure, text: str) -> bool:
    """Whether a noun stands right behind a number, so that it counts something else: "40 independents"."""
    behind = text[figure.end : figure.end + 2]
    return len(behind) == 2 and behind[0] == " " and behind[1].isalpha()
