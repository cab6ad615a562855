"""Hostile material: documents of every format, names, tables, requests and graph files, each made of a good one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import docx
from hypothesis import strategies as st

from majlis.register import QUESTIONS
from majlis.web.app import PAGES
from tests.reading.dressings import DRESSINGS, Result
from tests.rows import asked, golden
from tests.test_formats import PAGE, WIKI, pdf, workbook

HERE = Path(__file__).parent
ELSEWHERE = HERE.parent / "elsewhere"

# What has broken readers of text: marks of direction, letters that are two, digits of other scripts, endless things.
HOSTILE = [
    *"\0\x07\x1b\x7f\u0085\u00a0\u00ad\u061c\u200b\u200d\u200f\u202e\u2028\u2066\ufeff\ufffd\ufffe",
    *"٣۵०２²Ⅻ½%٪٬٫,.:;–—-=|/\\'\"“”«»()[]{}<>&#*_~^`$@\t\n\r",
    *(
        "\r\n",
        "\n\n",
        "\n\n\n",
        "---\n",
        "\n---\n",
        "```\n",
        "|---|---|\n",
        "| | |\n",
        "\n# ",
        "\n- ",
        "\n1. ",
        "\n\t- ",
    ),
    *(
        "9" * 5000,
        "1" * 19,
        "-1",
        "1e999",
        "0x1F",
        "1,111" * 60,
        "1.000.000",
        "٣٬٣٣٣",
        "3½",
        "50%",
        "NaN",
        "00012",
        "1/0",
    ),
    *("ﷺ", "İ", "ß", "ﬁ", "ǅ", "é", "e\u0301" * 40, "\U0001f3f4\U000e0067", "\U00010ffd", "ـ" * 50, "ً" * 50),
    *("&#0;", "&#x110000;", "&#xd800;", "&amp;amp;", "<!--", "-->", "<![CDATA[", "<table>", "</table>", "<td>", "<tr>"),
    *('<td colspan="99999999">', '<td rowspan="-1">', "<script>", "<p hidden>", "<br>" * 50, "<div>" * 300, "</b></i>"),
    *("{{", "}}", "[[", "]]", "{|", "|}", "|-", "{{{1|}}}", "<ref>", "<nowiki>", "==", "''", "'''", "!!", "||"),
    *("published: ", "source: ", "election: ", "shape: ", "standing: ", "2023-02-31", "0000-00-00", "9999-12-31"),
    *(" seats", " votes", " seat", " of ", " and ", " in ", " won ", " led by ", " came first in ", "turnout "),
    *("=cmd|' /C calc'!A0", "../../etc/passwd", "javascript:alert(1)", "file:///etc/passwd", "%00", "%ff", "\\u0027"),
]
ROUND = [" ", "a", "A ", "- ", "| ", "1", "1 ", ",", ", ", "(", "[", "{{", "<b>", "٣", "ا", ".", "seats ", "\n", "# "]


def _result() -> Result:
    return Result(("Corvale", "Dunmere"), ("Harbour List", "Old Guard"), ((3, 2), (4, 1)), ((300, 200), (410, 98)))


def _word_file() -> bytes:
    made = docx.Document()
    made.add_heading("Corvale", 1)
    made.add_paragraph("Harbour List: 3 seats", style="List Bullet")
    table = made.add_table(2, 2)
    for cell, text in zip(
        [one for row in table.rows for one in row.cells], ("List", "Seats", "Old Guard", "2"), strict=True
    ):
        cell.text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


TEXTS = [
    *(path.read_text(encoding="utf-8") for path in sorted(ELSEWHERE.glob("*.txt"))),
    *(path.read_text(encoding="utf-8") for path in sorted((HERE.parent / "reading" / "documents").glob("*.txt"))),
    "\n".join(one.text for one in asked("prose")[:40]),
    "Corvale\n" + "\n".join(one.text for one in asked("seat_list")[:40]),
]
DRESSED = [make(_result())[0] for make in DRESSINGS.values()]
WRITTEN: list[tuple[str, str]] = [
    *(("report.txt", text) for text in (*TEXTS, *DRESSED)),
    *(("report.md", text) for text in DRESSED),
    *(("report.csv", text) for text in DRESSED if text.count(",") > 5 or "\t" in text or ";" in text),
    ("report.html", PAGE),
    ("report.wiki", WIKI),
]
PACKED: list[tuple[str, bytes]] = [("report.xlsx", workbook(2)), ("report.docx", _word_file())]
PAGES_OF_PDF = pdf("Corvale\nHarbour List    12\nOld Guard       3", "Dunmere\nHarbour List    4")


@st.composite
def changed(draw: st.DrawFn, text: str) -> str:
    """A text with parts put in, taken out, doubled, moved and cut off."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.sampled_from([1, 1, 3, 20, 200])))
        match draw(st.integers(0, 6)):
            case 0 | 1 | 2:
                text = text[:at] + draw(st.sampled_from(HOSTILE)) + text[at:]
            case 3:
                text = text[:at] + text[end:]
            case 4:
                text = text[:at] + text[at:end] * draw(st.sampled_from([2, 3, 30])) + text[end:]
            case 5:
                text = text[:at] + draw(st.sampled_from(ROUND)) * draw(st.sampled_from([5, 50, 2000])) + text[at:]
            case _:
                text = text[:at] + draw(st.text(max_size=12)) + text[at:]
    return text[: draw(st.sampled_from([len(text), len(text), max(1, len(text) // 2)]))]


@st.composite
def spoilt(draw: st.DrawFn, content: bytes) -> bytes:
    """Bytes of which some are others, gone or there twice."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        match draw(st.integers(0, 3)):
            case 0:
                content = content[:at] + draw(st.binary(min_size=1, max_size=8)) + content[at + 1 :]
            case 1:
                content = content[:at] + content[at + draw(st.integers(1, 200)) :]
            case 2:
                content = content[:at] + content[at : at + 100] * 2 + content[at:]
            case _:
                content = (
                    content[:at] + draw(st.sampled_from([b"\0", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80"])) + content[at:]
                )
    return content


@st.composite
def repacked(draw: st.DrawFn, content: bytes) -> bytes:
    """An office document of which one part says something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as made:
        names = archive.namelist()
        which = draw(
            st.sampled_from([name for name in names if re.search(r"sheet|document\.xml$|shared|styles|workbook", name)])
        )
        for name in names:
            part = archive.read(name)
            if name == which:
                part = draw(changed(part.decode())).encode("utf-8", "replace")
            made.writestr(name, part)
    return out.getvalue()


_ENCODINGS = ["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1256", "latin-1"]


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, bytes]:
    """A document that is not as it should be: its name, and its bytes."""
    match draw(st.integers(0, 9)):
        case 0:
            name, content = draw(st.sampled_from(PACKED))
            return name, draw(st.one_of(repacked(content), repacked(content), spoilt(content)))
        case 1:
            return "report.pdf", draw(spoilt(PAGES_OF_PDF))
        case 2:
            name, text = draw(st.sampled_from(WRITTEN))
            return name, draw(spoilt(text.encode()))
        case _:
            name, text = draw(st.sampled_from(WRITTEN))
            return name, draw(changed(text)).encode(draw(st.sampled_from(_ENCODINGS)), "replace")


def names(known: list[str]) -> st.SearchStrategy[str]:
    """A name that is nearly one of those known, or none at all."""
    near = st.sampled_from(known).flatmap(changed)
    return st.one_of(
        near, near, st.text(max_size=40), st.lists(st.sampled_from([*HOSTILE, *known]), max_size=6).map(" ".join)
    )


CELLS = [
    *(
        "",
        " ",
        "0",
        "-1",
        "7",
        "999999999999999999",
        "1e9",
        "3.5",
        "NaN",
        "٣",
        "2023",
        "2023-02-31",
        "9999-12-31",
        "0000",
    ),
    *("../x", "a/b", "a b", "x" * 5000, '"', '""', "'", ",", "=1+1", "\u202e", "\u00ad", "\t", "a;b", ";", "é", "İ"),
    *("figure", "party", "alliance", "province", "election", "body", "office", "councils", "holds_seats", "leads"),
    *("certified", "final", "official", "press", "copy", "green-fields", "em-2021-councils", "EM-CO", "Corvale"),
]


@st.composite
def tables(draw: st.DrawFn, folder: Mapping[str, str]) -> tuple[str, str]:
    """A table of a data folder that is not as it should be: its name, and its text."""
    name = draw(st.sampled_from(sorted(folder)))
    if name.endswith(".geojson") or draw(st.integers(0, 3)) == 0:
        return name, draw(changed(folder[name]))
    rows = [line.split(",") for line in folder[name].splitlines()]
    for _ in range(draw(st.integers(1, 3))):
        row = draw(st.sampled_from(rows))
        match draw(st.integers(0, 4)):
            case 0:
                rows.append(list(row))
            case 1 if len(rows) > 1:
                rows.remove(row)
            case _:
                at = draw(st.integers(0, len(row) - 1))
                other = draw(st.sampled_from(rows))
                row[at] = draw(st.sampled_from([*CELLS, other[min(at, len(other) - 1)]]))
    return name, "\n".join(",".join(row) for row in rows) + "\n"


_ADDRESSES = [row["address"] for row in golden("addresses")]
_PATHS = [
    *_ADDRESSES,
    *(f"{path.partition('{')[0]}{{}}" for path in PAGES),
    *(f"/{row.name}/{{}}/{{}}" for row in QUESTIONS.values()),
    *("/data/{}/{}", "/static/{}", "{}"),
]
_GIVEN = ["q", "lang", "election", "as_of", "text", "parameters", "figure", "limit", "to", "by", "table", "source", "x"]
_HEADS = [
    "Host",
    "Accept",
    "Origin",
    "Sec-Fetch-Site",
    "Content-Type",
    "Content-Length",
    "Cookie",
    "Range",
    "X",
    "Referer",
]
_BITS = [
    *HOSTILE,
    "Maliki",
    "Babil",
    "IQ-BB",
    "nabni",
    "iq-2023-governorates",
    "2024",
    "ar",
    "en",
    ".json",
    ".csv",
    "where",
]


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """The path and query of a request, each part hostile, escaped or not."""
    bit = st.lists(st.sampled_from(_BITS), min_size=1, max_size=3).map("".join) | st.text(max_size=20)

    def written(text: str) -> str:
        encoded = quote(text, safe=draw(st.sampled_from(["", "/", "/%&=?;"])), errors="replace")
        return encoded[:3000]

    path = draw(st.sampled_from(_PATHS))
    path = re.sub(r"\{\}", lambda _: written(draw(bit)), path) + draw(st.sampled_from(["", "", ".json", ".csv"]))
    query = "&".join(f"{key}={written(draw(bit))}" for key in draw(st.lists(st.sampled_from(_GIVEN), max_size=3)))
    return f"{path if path.startswith('/') else '/' + path}{'?' if '?' not in path else '&'}{query}"


@st.composite
def heads(draw: st.DrawFn) -> bytes:
    """The bytes of a request as no browser sends it."""
    line = draw(st.sampled_from(["GET", "HEAD", "POST", "PUT", "TRACE", "get", "G\0T", ""])) + " " + draw(addresses())
    line += draw(st.sampled_from([" HTTP/1.1", " HTTP/1.1", " HTTP/1.0", " HTTP/9.9", ""]))
    chosen = draw(
        st.lists(st.tuples(st.sampled_from(_HEADS), st.sampled_from(_BITS) | st.text(max_size=20)), max_size=4)
    )
    own = draw(st.sampled_from(["Host: 127.0.0.1\r\n", "Host: 127.0.0.1\r\n", ""]))
    body = draw(st.sampled_from(["", "text=RETURN+1", "text=%ff&text=%00", "x" * 3000]))
    if draw(st.booleans()):
        own += f"Content-Length: {draw(st.sampled_from([len(body), 0, 5, 99, -1]))}\r\n"
    head = line + "\r\n" + own + "".join(f"{name}: {value}\r\n" for name, value in chosen) + "\r\n" + body
    return head.encode("utf-8", "replace")


FORMS = st.dictionaries(
    st.sampled_from(["text", "parameters", "lang", "limit", "\ud800", ""]),
    st.lists(
        st.sampled_from([*HOSTILE, "RETURN 1 AS x", "MATCH (n) RETURN n LIMIT 1", '{"a": [1]}', "DELETE", "{", "/*"]),
        max_size=4,
    ).map(" ".join),
    max_size=3,
)
