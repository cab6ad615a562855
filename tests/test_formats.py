"""Documents of every format become lines: each with its place in the file, its cells, and what was lost said."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from graph.errors import DocumentError
from loaders import formats
from loaders.formats import FORMATS, Laid, content_of, lay
from loaders.reading.line import Line, LineKind
from majlis.cli import main

Lay = Callable[..., Laid]
ENGLISH = "Lower Valley\n- Reed Party: 12 seats\n- Café Union: 3 seats\n"
ARABIC = "الوادي الأسفل\n- حزب القصب: 12 مقعدا\n- اتحاد النهر: 3 مقاعد\n"


@pytest.fixture
def laid(tmp_path: Path) -> Lay:
    """The lines of a document with these bytes, under this name."""

    def of(content: bytes | str, name: str = "report.txt") -> Laid:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return lay(content_of(path))

    return of


def rows(found: Laid) -> list[tuple[int, list[str]]]:
    """The rows of a document: their lines and cells."""
    return [
        (line.number, [cell.text for cell in line.cells or ()]) for line in found.again() if line.kind is LineKind.ROW
    ]


def texts(found: Laid, *kinds: LineKind) -> list[tuple[int, str]]:
    """The lines of these kinds that say something."""
    return [(line.number, line.text) for line in found.again() if line.kind in kinds and line.text]


def told(found: Laid) -> str:
    """All remarks on a document."""
    return " ".join(remark.text for remark in found.remarks)


# --- Letters -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (ENGLISH, "utf-8", ""),
        (ENGLISH, "utf-8-sig", ""),
        (ARABIC, "utf-8", ""),
        (ENGLISH, "utf-16", ""),
        (ARABIC, "utf-16", ""),
        (ENGLISH, "utf-16-le", "UTF-16"),
        (ENGLISH, "utf-16-be", "UTF-16"),
        (ENGLISH, "cp1252", "windows-1252"),
        (ARABIC, "cp1256", "windows-1256"),
    ],
)
def test_a_text_is_read_in_its_own_letters(laid: Lay, text: str, encoding: str, said: str) -> None:
    """Letters are told by their mark or by themselves; where they had to be guessed, that is said."""
    found = laid(text.encode(encoding))
    assert [line.text for line in found.again()] == text.splitlines()
    assert (said in told(found), bool(found.remarks)) == (True, bool(said))


def test_a_page_says_its_own_letters(laid: Lay) -> None:
    """A page of HTML in windows-1256 is read as it declares."""
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC.splitlines()[1]}</p></body></html>'
    assert texts(laid(page.encode("cp1256")), LineKind.TEXT) == [(1, ARABIC.splitlines()[1])]


# --- HTML --------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html>
<html lang="en"><title>Final &amp; certified</title><meta itemprop="datePublished" content="2024-05-06T10:00:00Z"><head>
<style>td { color: red }</style></head>
<body><nav><a href="/">Home</a></nav>
<h2>Lower
Valley</h2>
<p>Reed won <b>12</b> seats.<br>Turnout was 61.5%.</p><!-- Reed won 99 seats -->
<ul><li>Reed: 12 seats</li><li>River: 3<sup>a</sup> seats</li></ul>
<p style="display:none">River won 50 seats</p>
<table><caption>Votes</caption>
<tr><th rowspan=2>List</th><th colspan=2>2024</th></tr>
<tr><th>Votes</th><th>Seats</th></tr>
<tr>
<td>Reed</td><td>1,200</td>
<td>12<sup>[2]</sup></td></tr>
<tr><td>River<td>300<td>3
</table>
<script>document.write("Reed won 77 seats")</script><img src="x.png">
<pre>
Reed    12
River    3
</pre></body></html>"""


def test_a_page_becomes_lines_with_their_places(laid: Lay) -> None:
    """Headings, paragraphs and items of a page have the line where they stand, whatever surrounds them."""
    found = laid(PAGE, "page.html")
    assert texts(found, LineKind.HEADING) == [(5, "Lower Valley")]
    assert texts(found, LineKind.CAPTION) == [(10, "Votes")]
    assert texts(found, LineKind.TEXT) == [
        (7, "Reed won 12 seats."),
        (7, "Turnout was 61.5%."),
        (8, "- Reed: 12 seats"),
        (8, "- River: 3 seats"),
        (20, "Reed    12"),
        (21, "River    3"),
    ]
    assert dict(found.said) == {"language": "en", "title": "Final & certified", "published": "2024-05-06"}


def test_the_cells_of_a_page_stand_in_all_their_rows_and_columns(laid: Lay) -> None:
    """What spans rows or columns is said for each of them, and a mark of a note joins no figure."""
    assert rows(laid(PAGE)) == [
        (11, ["List", "2024", "2024"]),
        (12, ["List", "Votes", "Seats"]),
        (14, ["Reed", "1,200", "12"]),
        (16, ["River", "300", "3"]),
    ]


def test_cells_say_where_they_stand_in_their_line(laid: Lay) -> None:
    """The letters that a cell names in its line are its text."""
    for line in laid(PAGE).again():
        for cell in line.cells or ():
            assert line.text[cell.start : cell.end] == cell.text


def test_what_a_page_hides_is_left_out_and_said(laid: Lay) -> None:
    """Scripts, comments and hidden parts are no claims of a page; what a reader may miss is told."""
    found = laid(PAGE)
    assert not any(figure in line.text for line in found.again() for figure in ("99", "77", "50"))
    assert told(found) == (
        "left out: pictures, whose words are not read (1), parts that the page hides (1), blocks of navigation (1), "
        "marks of notes behind words and figures (2)"
    )


def test_lines_of_a_long_page_are_counted_past_65535(laid: Lay) -> None:
    """The line of a row is right however long the page is."""
    page = "<table>" + "\n" * 70_000 + "<tr><td>Reed</td><td>12</td></tr>\n</table>"
    assert rows(laid(page, "page.html")) == [(70_001, ["Reed", "12"])]


def test_a_page_may_stand_behind_front_matter_in_a_text(laid: Lay) -> None:
    """HTML in a .txt is told by its content, and keeps what front matter says of it."""
    found = laid("---\ntitle: Count\n---\n<table>\n<tr><td>Reed</td><td>12</td></tr>\n</table>")
    assert (found.format, rows(found)) == ("HTML", [(5, ["Reed", "12"])])
    assert texts(found, LineKind.TEXT)[:2] == [(1, "---"), (2, "title: Count")]


def test_tables_that_only_place_others_are_no_tables(laid: Lay) -> None:
    """The table within a cell of another is read by itself."""
    page = "<table><tr><td><p>Menu</p></td><td>Left<table><tr><td>Reed</td><td>12</td></tr></table></td></tr></table>"
    assert rows(laid(page, "page.html"))[0] == (1, ["Reed", "12"])


HOSTILE = {
    "tags": "<div>" * 60_000,
    "comments": "<!--" * 75_000,
    "quotes": "<a b='" * 50_000,
    "spans": "<table>" + "<tr><td rowspan=9999 colspan=900>x" * 10_000,
    "wide": "<table><tr>" + "<td rowspan=9999>abcdefgh" * 1_000 + "<tr>" * 60_000,
    "sups": "<sup>" * 5_000,
    "templates": "{|\n|-\n" + "{{" * 100_000,
    "tables": "{|\n|-\n" * 20_000,
    "links": "{|\n|-\n| " + "[[" * 100_000,
    "refs": "{|\n|-\n| " + "<ref>" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_that_never_ends_takes_no_long_time(laid: Lay, text: str) -> None:
    """Hostile markup of 0.3 MB is read, or refused, in a few seconds."""
    start = time.process_time()
    try:
        for _ in laid(HOSTILE[text], "page.html" if "<" in HOSTILE[text][:2] else "page.wiki").again():
            pass
    except DocumentError:
        pass
    assert time.process_time() - start < 5


# --- Wikitext ----------------------------------------------------------------------------------------

WIKI = """{{Infobox election
| country = Estmark
| seats_won1 = {{nowrap|12}}
}}
== Lower Valley ==
The '''Reed Party''' won [[seat|12 seats]].<ref>{{cite web|title=99 seats}}</ref>
* River: 3
{| class="wikitable"
|+ Votes
! rowspan=2 | List !! colspan=2 | 2024
|-
! Votes !! Seats
|-
| [[Reed Party|Reed]]
| 1,200
| style="text-align:right" | 12{{efn|A note}}
|-
| River || 300 || {{n/a}}
|}
"""


ELECTION_BOX = """== Result ==
{{Election box begin | title = Marden by-election, 2026<ref>Final count</ref>}}
{{Election box winning candidate with party link | party = [[Red Party|Reds]] | candidate = Ada Brown | votes = 6,412 }}
{{Election box candidate | party = Blues | candidate = Ben Cole | votes = 5,731 }}
{{Election box turnout | votes = 12,304 }}
{{Election box hold | winner = Reds }}
{{Election box end}}
{{Use dmy dates|date=March 2026}}"""


def test_templates_of_named_fields_are_the_rows_of_a_table(laid: Lay) -> None:
    """What a run of templates has in common are columns; what each name says more is its first cell."""
    found = laid(ELECTION_BOX, "page.wiki")
    assert texts(found, LineKind.HEADING) == [(1, "Result"), (2, "Marden by-election, 2026")]
    assert rows(found) == [
        (3, ["Election box", "party", "candidate", "votes"]),
        (3, ["winning candidate with party link", "Reds", "Ada Brown", "6,412"]),
        (4, ["candidate", "Blues", "Ben Cole", "5,731"]),
        (5, ["turnout", "", "", "12,304"]),
    ]
    assert "election box hold" in told(found)


def test_wikitext_becomes_lines_with_their_places(laid: Lay) -> None:
    """Links, templates and notes of a wiki are read as its readers see them, in a .txt as well."""
    found = laid(WIKI)
    assert (found.format, texts(found, LineKind.HEADING)) == ("wikitext", [(5, "Lower Valley")])
    assert texts(found, LineKind.TEXT) == [(6, "The Reed Party won 12 seats."), (7, "- River: 3")]
    assert rows(found) == [
        (2, ["country", "Estmark"]),
        (3, ["seats_won1", "12"]),
        (10, ["List", "2024", "2024"]),
        (12, ["List", "Votes", "Seats"]),
        (14, ["Reed", "1,200", "12"]),
        (18, ["River", "300", ""]),
    ]
    reed = next(line for line in found.again() if line.number == 14)
    assert [reed.number_at(cell.start) for cell in reed.cells or ()] == [14, 15, 16]


def test_templates_that_are_not_read_are_named(laid: Lay) -> None:
    """What a template says that is not known is left out, and the template is named."""
    assert "templates left out: party color (2)" in told(laid(WIKI + "{{party color|Reed}} {{party color|River}}"))


COLOURED = {
    "page.html": "<table><tr><th colspan=2>List<th>Seats<tr><td bgcolor=red></td><td>Reed</td><td>12</td></table>",
    "page.wiki": "{|\n! colspan=2 | List !! Seats\n|-\n| bgcolor=red | || Reed || 12\n|}",
}


@pytest.mark.parametrize("name", COLOURED)
def test_columns_of_colours_are_no_columns(laid: Lay, name: str) -> None:
    """A column that holds the colours of lists, under their header, is left out of the cells."""
    assert [cells for _, cells in rows(laid(COLOURED[name], name))] == [["List", "Seats"], ["Reed", "12"]]


# --- Tables of values --------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_values_has_cells(laid: Lay, delimiter: str) -> None:
    """The delimiter is told from the rows; a quoted cell may hold it, and a line's end."""
    lines = [["List", "Seats"], ["Reed, North", "12"], ['"River\nand Sea"', "3"], ["Hill", "1"]]
    text = "\n".join(
        delimiter.join(f'"{cell}"' if delimiter in cell or "," in cell else cell for cell in line) for line in lines
    )
    found = laid(text, "seats.csv")
    assert rows(found) == [
        (1, ["List", "Seats"]),
        (2, ["Reed, North", "12"]),
        (3, ["River and Sea", "3"]),
        (5, ["Hill", "1"]),
    ]


def test_a_quotation_mark_that_is_not_closed_is_told_with_its_line(laid: Lay) -> None:
    """Its row is doubted, and those behind it are read; a quoted cell may go over lines."""
    found = laid('List,Note,Seats\n"Reed,new,12\n"Hill, Union","of\ntwo",3\nLow "x" List,old,4\n', "seats.csv")
    assert rows(found) == [
        (1, ["List", "Note", "Seats"]),
        (2, ["Reed", "new", "12"]),
        (3, ["Hill, Union", "of two", "3"]),
        (5, ['Low "x" List', "old", "4"]),
    ]
    doubts = [line.doubt for line in found.again()]
    assert doubts == ["", "the quotation mark in line 2 is not closed", "", ""]


def test_a_template_may_open_a_table_and_name_its_lists(laid: Lay) -> None:
    """Rows of wikitext are a table though no mark opened it."""
    text = (
        "{{electiontable}}\n|-\n!colspan=2|Parties\n! Seats\n|-\n{{Party name with colour|Reed Party}}\n| 424\n|}\n"
        "{{Results\n|party1=[[Hill (x)|Hill Union]]|seats1=5\n|party2=Low List|seats2=4\n}}\n"
    )
    assert rows(laid(text, "page.wiki")) == [
        (3, ["Parties", "Seats"]),
        (6, ["Reed Party", "424"]),
        (10, ["party1", "Hill Union"]),
        (10, ["seats1", "5"]),
        (11, ["party2", "Low List"]),
        (11, ["seats2", "4"]),
    ]


def test_a_table_of_values_is_read_as_a_stream(laid: Lay) -> None:
    """A hundred thousand rows are read without being kept."""
    found = laid("List,Seats\n" + "Reed,12\n" * 100_000, "seats.csv")
    assert sum(1 for _ in found.again()) == 100_001
    tracemalloc.start()
    for _ in zip(found.again(), range(10_000), strict=False):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 500_000


# --- Office documents --------------------------------------------------------------------------------


def workbook(sheets: int = 1) -> bytes:
    """A spreadsheet with merged cells, a share, a formula without a value, and an empty row."""
    book = openpyxl.Workbook()
    for number in range(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = f"Sheet {number + 1}"
        sheet.append(["Province", "List", "Seats", "Share"])
        sheet.append(["Lower Valley", "Reed", 12, 0.615])
        sheet.append([None, "River", 3.0, None])
        sheet.append([])
        sheet.append(["Total", None, "=SUM(C2:C3)"])
        sheet["D2"].number_format = "0.0%"
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("A5:B5")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_spreadsheet_becomes_rows(laid: Lay) -> None:
    """Merged cells stand in all their rows and columns, shares as they are shown; a formula without a value is told."""
    found = laid(workbook(), "seats.xlsx")
    assert [cells for _, cells in rows(found)] == [
        ["Province", "List", "Seats", "Share"],
        ["Lower Valley", "Reed", "12", "61.5%"],
        ["Lower Valley", "River", "3"],
        ["Total", "Total"],
    ]
    assert [line.where for line in found.again()] == ["Sheet 1", *(f"Sheet 1, row {row}" for row in (1, 2, 3, 5))]
    assert "sheet 'Sheet 1': cells with a formula and no value: 1" in told(found)


def test_each_sheet_of_ten_is_named(laid: Lay) -> None:
    """A sheet begins with its name, and no line has the number of another."""
    lines = list(laid(workbook(10), "seats.xlsx").again())
    assert [line.text for line in lines if line.kind is LineKind.BREAK] == [
        f"Sheet {number}" for number in range(1, 11)
    ]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_a_word_processors_document_becomes_lines(laid: Lay, tmp_path: Path) -> None:
    """Headings, paragraphs, items and tables of a DOCX are read in their order, merged cells laid out."""
    document = docx.Document()
    document.add_heading("Lower Valley", 1)
    document.add_paragraph("Reed won 12 seats.")
    document.add_paragraph("River: 3", style="List Bullet")
    table = document.add_table(3, 3)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells],
        ["Province", "List", "Seats", "Lower Valley", "Reed", "12", "", "River", "3"],
        strict=True,
    ):
        cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(tmp_path / "made.docx"))
    found = laid((tmp_path / "made.docx").read_bytes(), "report.docx")
    assert [(line.kind, line.text) for line in found.again() if line.text] == [
        (LineKind.HEADING, "Lower Valley"),
        (LineKind.TEXT, "Reed won 12 seats."),
        (LineKind.TEXT, "- River: 3"),
        (LineKind.ROW, "Province | List | Seats"),
        (LineKind.ROW, "Lower Valley | Reed | 12"),
        (LineKind.ROW, "Lower Valley | River | 3"),
    ]


def pdf(*pages: str, key: str = "") -> bytes:
    """A PDF whose pages show these lines, in a plain font."""
    from pypdf import PdfReader, PdfWriter

    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
    for page in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in page.split("\n"))
        stream = f"BT /F1 10 Tf 40 780 Td {shown} ET" if page else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            f"/Resources << /Font << /F1 {font} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    made = f"{out}{end}startxref\n{len(out)}\n%%EOF\n".encode()
    if not key:
        return made
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made)))
    writer.encrypt(key, algorithm="RC4-128")
    sealed = io.BytesIO()
    writer.write(sealed)
    return sealed.getvalue()


TABLE = "List            Seats\nReed Party         12\nRiver               3"


def test_a_pdf_becomes_lines_with_their_columns_apart(laid: Lay) -> None:
    """The lines of a page keep what lies between their columns, and say the page where they stand."""
    found = laid(pdf(TABLE, "Turnout was 61 percent."), "report.pdf")
    lines = [line for line in found.again() if line.text]
    assert [line.text.split() for line in lines[:2]] == [["List", "Seats"], ["Reed", "Party", "12"]]
    assert "   " in lines[1].text
    assert (lines[-1].text, lines[-1].where) == ("Turnout was 61 percent.", "page 2, line 1")


def test_pages_that_are_pictures_are_named(laid: Lay) -> None:
    """Of a PDF some of whose pages have no text the rest is read, and they are named."""
    assert "pages without text, which are pictures or empty: 2" in told(laid(pdf(TABLE, ""), "report.pdf"))


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "report.pdf", "the file is empty"),
        (pdf(""), "report.pdf", "this PDF has no text: its 1 pages are pictures or empty. Have its text recognised"),
        (pdf(TABLE, key="x"), "report.pdf", "this PDF has a password. Open it and save it without one"),
        (b"%PDF-1.7\nnothing more", "report.pdf", "this PDF is damaged"),
        (b"PK\x03\x04 and no archive", "seats.xlsx", "an archive or an office document of another kind"),
        (workbook()[:-60], "seats.xlsx", "an archive or an office document of another kind"),
        (b"\xff\xd8\xff\xe0 a photograph", "scan.jpg", "this is a picture. Have its text recognised"),
        (b"{\\rtf1 text}", "report.rtf", "this is a rich text"),
        (b"\x1f\x8b\x08 packed", "report.txt.gz", "this is a compressed file"),
        (bytes(range(256)) * 9, "report.txt", "this is a binary file"),
    ],
    ids=lambda given: "content" if isinstance(given, bytes) else given,  # a PDF with a password differs each time
)
def test_what_cannot_be_read_is_said_with_what_to_do(laid: Lay, content: bytes, name: str, words: str) -> None:
    """A document that is empty, a picture, locked, damaged or of a kind not known ends with a sentence."""
    with pytest.raises(DocumentError) as error:
        laid(content, name)
    assert words in str(error.value)


def test_a_document_that_unpacks_to_too_much_is_refused(laid: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small archive that would fill the memory is refused before it is unpacked."""
    monkeypatch.setattr("loaders.formats.archive._MOST", 6_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        for number in range(7):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * 1_000_000)
    with pytest.raises(DocumentError, match="unpacks to more than 6 MB"):
        laid(out.getvalue(), "seats.xlsx")


@pytest.mark.parametrize("format", [row for row in FORMATS.values() if row.needs], ids=lambda row: row.name)
def test_without_the_extra_a_sentence_says_what_to_install(
    laid: Lay, monkeypatch: pytest.MonkeyPatch, format: formats.Format
) -> None:
    """Where the readers of office documents and PDF are not installed, the command that installs them is told."""
    monkeypatch.setattr("loaders.formats.format.find_spec", lambda name: None)
    documents = {"PDF": pdf(TABLE), "XLSX": workbook(), "DOCX": _empty_docx()}
    with pytest.raises(DocumentError, match=r"pip install 'majlis-graph\[documents\]'"):
        laid(documents[format.name], "document")


def _empty_docx() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def test_what_is_too_large_is_refused_at_once(laid: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document over the limit says the limit, and how its tables are read all the same."""
    monkeypatch.setattr("loaders.formats.html._MOST", 100)
    with pytest.raises(DocumentError, match="a page of HTML of 0 MB: at most 0 MB are read"):
        laid(PAGE)


def test_every_line_of_plain_text_is_as_it_stands(laid: Lay) -> None:
    """Text and Markdown are passed on as they are: what their marks mean is the reader's to tell."""
    text = "# Title\n| List | Seats |\n|---|---|\n| **Reed** | 12 |"
    assert list(laid(text, "report.md").again()) == [
        Line(number, line) for number, line in enumerate(text.split("\n"), 1)
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.txt", "Lower Val\u00adley\nReed Par\u00adty: 12 se\u00adats\n"),
        ("report.csv", "List,Seats\nReed Par\u00adty,12 se\u00adats\nBlue,3 seats\n"),
        ("report.html", "<html><table><tr><td>Reed Par&shy;ty</td><td>12 se&shy;ats</td></tr></table></html>"),
    ],
)
def test_a_soft_hyphen_is_no_letter_of_a_word(laid: Lay, name: str, content: str) -> None:
    """Where a word may be broken says nothing: the word is whole, in its line and in its cell."""
    found = laid(content, name)
    lines = [line for line in found.again() if "Reed" in line.text]
    assert [("Reed Party" in line.text, "12 seats" in line.text) for line in lines] == [(True, True)]
    assert all(line.text[cell.start : cell.end] == cell.text for line in lines for cell in line.cells or ())
    assert not any("\u00ad" in text for _, text in (found.numbered or list)())


def test_standard_input_is_a_document() -> None:
    """`majlis read -` reads what is piped into it."""
    piped = "Najaf\n- Nabni: 3 seats\n"
    done = CliRunner().invoke(main, ["read", "-", "--election", "iq-2023-governorates"], input=piped)
    assert (done.exit_code, "standard input" in done.stdout, "1 statement," in done.stdout) == (0, True, True)


@pytest.mark.parametrize(
    "record", ['Oslo,"Ap\nx",2,"10\n"\n', 'Oslo,"Ap\n""x""\ny",2,10\n', 'Oslo,"Ap\n""\n",2,"1\n0"\n']
)
def test_a_record_may_hold_several_cells_with_line_ends(laid: Lay, record: str) -> None:
    """Quoted cells over several lines, and quotation marks within them, leave the records behind them as they are."""
    found = rows(laid(f"city,party,seats,votes\n{record}Bergen,H,3,20\n", "table.csv"))
    assert len(found) == 3
    assert found[0][1] == ["city", "party", "seats", "votes"]
    assert found[-1][1] == ["Bergen", "H", "3", "20"]


def test_cells_that_never_end_are_told_in_time(laid: Lay) -> None:
    """Lines that each close a cell and open another take as long as they are many, and no longer."""
    begins = time.process_time()
    assert len(rows(laid('list,seats\n"a\n' + 'x","\n' * 20_000, "table.csv"))) > 10_000
    assert time.process_time() - begins < 10
