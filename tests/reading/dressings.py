"""A made-up result in many dressings: each gives the text of a document, and what must be read of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Fact = tuple[str, str | None, str | None, int | float]


@dataclass(frozen=True)
class Result:
    """Seats and votes of lists in places: `seats[place][list]`; every list stands everywhere."""

    places: tuple[str, ...]
    lists: tuple[str, ...]
    seats: tuple[tuple[int, ...], ...]
    votes: tuple[tuple[int, ...], ...]

    def rows(self) -> list[tuple[str, str, int, int]]:
        """Place, list, seats, votes."""
        return [
            (place, name, self.seats[at][to], self.votes[at][to])
            for at, place in enumerate(self.places)
            for to, name in enumerate(self.lists)
        ]

    def facts(self, *predicates: str) -> set[Fact]:
        """The claims of these predicates."""
        found: set[Fact] = set()
        for place, name, seats, votes in self.rows():
            if "holds_seats" in predicates:
                found.add(("holds_seats", name, place, seats))
            if "votes" in predicates:
                found.add(("votes", name, place, votes))
        for at, place in enumerate(self.places):
            if "council_size" in predicates:
                found.add(("council_size", None, place, sum(self.seats[at])))
        return found


Dressing = Callable[[Result], tuple[str, set[Fact]]]
DRESSINGS: dict[str, Dressing] = {}
BOTH = ("holds_seats", "votes")


def dressing(make: Dressing) -> Dressing:
    """Put a dressing in the table of them, by its name."""
    DRESSINGS[make.__name__] = make
    return make


def _thousands(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark)


def _long(result: Result, mark: str = ",") -> list[list[str]]:
    head = ["Province", "Party", "Seats", "Votes"]
    return [head, *([place, name, str(s), _thousands(v, mark)] for place, name, s, v in result.rows())]


@dressing
def bars(result: Result) -> tuple[str, set[Fact]]:
    """Markdown."""
    head, *rows = _long(result)
    lines = [" | ".join(head), "---|---|---:|---:", *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" for line in lines), result.facts(*BOTH)


@dressing
def bars_without_edges(result: Result) -> tuple[str, set[Fact]]:
    """Bars between the cells alone, dots between thousands."""
    return "\n".join(" | ".join(row) for row in _long(result, ".")), result.facts(*BOTH)


@dressing
def tabs(result: Result) -> tuple[str, set[Fact]]:
    """Tabs, no thousands mark."""
    return "\n".join("\t".join(row) for row in _long(result, "")), result.facts(*BOTH)


@dressing
def commas(result: Result) -> tuple[str, set[Fact]]:
    """CSV with quoted figures."""
    lines = [",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in _long(result)]
    return "\n".join(lines), result.facts(*BOTH)


@dressing
def semicolons(result: Result) -> tuple[str, set[Fact]]:
    """CSV with semicolons and blanks between thousands."""
    return "\n".join(";".join(row) for row in _long(result, " ")), result.facts(*BOTH)


@dressing
def columns_of_blanks(result: Result) -> tuple[str, set[Fact]]:
    """Columns of blanks, figures to the right."""
    lines = [f"{row[0]:<26}{row[1]:<36}{row[2]:>8}{row[3]:>14}" for row in _long(result)]
    return "\n".join(lines), result.facts(*BOTH)


@dressing
def a_table_for_each_place(result: Result) -> tuple[str, set[Fact]]:
    """A table below the heading of each place, with shares, changes and a sum."""
    parts = []
    for at, place in enumerate(result.places):
        rows = ["| Party | Votes | % | +/- | Seats |", "|---|---|---|---|---|"]
        whole = sum(result.votes[at]) or 1
        for to, name in enumerate(result.lists):
            share = f"{100 * result.votes[at][to] / whole:.1f}"
            rows.append(f"| {name} | {result.votes[at][to]:,} | {share} | +{to} | {result.seats[at][to]} |")
        rows.append(f"| Total | {sum(result.votes[at]):,} | 100.0 | | {sum(result.seats[at])} |")
        parts.append(f"## {place}\n\n" + "\n".join(rows))
    return "\n\n".join(parts), result.facts(*BOTH)


@dressing
def places_by_lists(result: Result) -> tuple[str, set[Fact]]:
    """A matrix: places in rows, lists in columns, the size of each council."""
    lines = ["| Province | Seats | " + " | ".join(result.lists) + " |", "|---" * (len(result.lists) + 2) + "|"]
    for at, place in enumerate(result.places):
        cells = " | ".join(map(str, result.seats[at]))
        lines.append(f"| {place} | {sum(result.seats[at])} | {cells} |")
    return "\n".join(lines), result.facts("holds_seats", "council_size")


@dressing
def lists_by_places(result: Result) -> tuple[str, set[Fact]]:
    """A matrix: lists in rows, places in columns."""
    lines = ["Seats won by province", "", "| Party | " + " | ".join(result.places) + " |"]
    lines.append("|---" * (len(result.places) + 1) + "|")
    for to, name in enumerate(result.lists):
        lines.append(f"| {name} | " + " | ".join(str(row[to]) for row in result.seats) + " |")
    return "\n".join(lines), result.facts("holds_seats")


@dressing
def html(result: Result) -> tuple[str, set[Fact]]:
    """A table of HTML whose place spans its rows."""
    rows = ["<tr><th>Province</th><th>Party</th><th>Seats</th><th>Votes</th></tr>"]
    for at, place in enumerate(result.places):
        for to, name in enumerate(result.lists):
            first = f'<td rowspan="{len(result.lists)}">{place}</td>' if to == 0 else ""
            cells = f"<td>{name}</td><td>{result.seats[at][to]}</td><td>{result.votes[at][to]:,}</td>"
            rows.append(f"<tr>{first}{cells}</tr>")
    text = "<html><body><h1>Results</h1><table>\n" + "\n".join(rows) + "\n</table></body></html>"
    return text, result.facts(*BOTH)


@dressing
def wikitext(result: Result) -> tuple[str, set[Fact]]:
    """A table of wikitext."""
    lines = ['{| class="wikitable"', "! Province !! Party !! Seats !! Votes"]
    for place, name, seats, votes in result.rows():
        lines += ["|-", f"| {place} || [[{name}]] || '''{seats}''' || {votes:,}"]
    return "== Results ==\n" + "\n".join([*lines, "|}"]), result.facts(*BOTH)


@dressing
def one_cell_a_line(result: Result) -> tuple[str, set[Fact]]:
    """As a page of PDF gives a table."""
    return "\n".join(cell for row in _long(result) for cell in row), result.facts(*BOTH)


@dressing
def bullets(result: Result) -> tuple[str, set[Fact]]:
    """Items below the name of each place."""
    return _items(result, "- {name}: {seats} seats"), result.facts("holds_seats")


@dressing
def numbered(result: Result) -> tuple[str, set[Fact]]:
    """Numbered items."""
    parts = []
    for at, place in enumerate(result.places):
        lines = [f"{to}. {name} – {result.seats[at][to - 1]} seats" for to, name in enumerate(result.lists, 1)]
        parts.append("\n".join([place, *lines]))
    return "\n\n".join(parts), result.facts("holds_seats")


@dressing
def brackets(result: Result) -> tuple[str, set[Fact]]:
    """Figures in brackets, the size behind the place."""
    parts = []
    for at, place in enumerate(result.places):
        lines = [f"• {name} ({result.seats[at][to]} seats)" for to, name in enumerate(result.lists)]
        parts.append("\n".join([f"{place} ({sum(result.seats[at])} seats)", *lines]))
    return "\n\n".join(parts), result.facts("holds_seats", "council_size")


@dressing
def votes_and_seats(result: Result) -> tuple[str, set[Fact]]:
    """Both figures behind a name, without bullets."""
    return _items(result, "{name}: {votes:,} votes, {seats} seats"), result.facts(*BOTH)


@dressing
def leaders(result: Result) -> tuple[str, set[Fact]]:
    """Dots between names and figures."""
    return _items(result, "{name} ........ {seats} seats"), result.facts("holds_seats")


@dressing
def in_one_line(result: Result) -> tuple[str, set[Fact]]:
    """The lists of each place in one line."""
    lines = []
    for at, place in enumerate(result.places):
        said = ", ".join(f"{name} {result.seats[at][to]} seats" for to, name in enumerate(result.lists))
        lines.append(f"{place}: {said}.")
    return "\n".join(lines), result.facts("holds_seats")


@dressing
def run_together(result: Result) -> tuple[str, set[Fact]]:
    """All in one line: the size of each council before its lists."""
    parts = []
    for at, place in enumerate(result.places):
        parts.append(f"{place} {sum(result.seats[at])} seats")
        parts += [
            f"{name} {result.seats[at][to]} seats from {result.votes[at][to]} votes"
            for to, name in enumerate(result.lists)
        ]
    return "As seen: " + " ".join(parts), result.facts(*BOTH, "council_size")


@dressing
def arabic(result: Result) -> tuple[str, set[Fact]]:
    """Arabic units and digits behind the names."""
    digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    parts = []
    for at, place in enumerate(result.places):
        lines = [
            f"- {name}: {str(result.seats[at][to]).translate(digits)} مقعداً" for to, name in enumerate(result.lists)
        ]
        parts.append("\n".join([place, *lines]))
    return "\n\n".join(parts), result.facts("holds_seats")


def _headers(place: str, name: str, seats: str, votes: str) -> Dressing:
    def dress(result: Result) -> tuple[str, set[Fact]]:
        """A table with headers of another language."""
        rows = [f"| {place} | {name} | {seats} | {votes} |", "|---|---|---|---|"]
        rows += [f"| {a} | {b} | {c} | {_thousands(d, '.')} |" for a, b, c, d in result.rows()]
        return "\n".join(rows), result.facts(*BOTH)

    return dress


for language, words in {
    "french": ("Circonscription", "Liste", "Sièges", "Voix"),
    "german": ("Wahlkreis", "Partei", "Sitze", "Stimmen"),
    "spanish": ("Departamento", "Partido", "Escaños", "Votos"),
    "turkish": ("İl", "Parti", "Milletvekili", "Oy"),
    "swedish": ("Kommun", "Parti", "Mandat", "Röster"),
    "portuguese": ("Concelho", "Partido", "Mandatos", "Votos"),
    "italian": ("Comune", "Lista", "Seggi", "Voti"),
    "dutch": ("Gemeente", "Partij", "Zetels", "Stemmen"),
    "persian": ("استان", "فهرست", "کرسی", "آرا"),
    "kurdish": ("پارێزگا", "لایەن", "کورسی", "دەنگ"),
    "arabic_table": ("المحافظة", "القائمة", "المقاعد", "الأصوات"),
    "hebrew": ("מחוז", "רשימה", "מנדטים", "קולות"),
    "malay": ("Negeri", "Parti", "Kerusi", "Undi"),
    "albanian": ("Komuna", "Subjekti politik", "Mandate", "Vota"),
}.items():
    DRESSINGS[language] = _headers(*words)


def _items(result: Result, item: str) -> str:
    parts = []
    for at, place in enumerate(result.places):
        lines = [
            item.format(name=name, seats=result.seats[at][to], votes=result.votes[at][to])
            for to, name in enumerate(result.lists)
        ]
        parts.append("\n".join([place, *lines]))
    return "\n\n".join(parts)
