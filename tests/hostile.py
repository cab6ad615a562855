"""Documents that would keep a program for ever, or fill its memory: of every format, small, and made here."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

import docx
import openpyxl

_SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONT = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>"
_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + one)} "{f"&{chr(97 + one)};" * 10}">' for one in range(9))
    + "]>"
)


def packed(base: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """An office document with other parts in place of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in archive.namelist():
            if name not in parts:
                made.writestr(name, archive.read(name))
        for name, part in parts.items():
            made.writestr(name, part)
    return out.getvalue()


def _workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["List", "Seats"])
    book.save(out)
    return out.getvalue()


def _word_file() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def sheet(rows: str, after: str = "", parts: Mapping[str, str | bytes] | None = None, before: str = "") -> bytes:
    """A spreadsheet of one sheet with these rows, and what stands before and after them."""
    text = f'<?xml version="1.0"?><worksheet {_SHEET}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    return packed(_workbook(), {"xl/worksheets/sheet1.xml": text, **(parts or {})})


def shared(strings: str) -> bytes:
    """A spreadsheet with these shared strings."""
    base = _workbook()
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        rels = archive.read("xl/_rels/workbook.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    type_ = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    rel = f'<Relationship Type="{_TYPES}/sharedStrings" Target="/xl/sharedStrings.xml" Id="rId99"/>'
    parts = {"xl/sharedStrings.xml": f"<sst {_SHEET}>{strings}</sst>"}
    if "sharedStrings" not in rels:
        parts["xl/_rels/workbook.xml.rels"] = rels.replace("</Relationships>", f"{rel}</Relationships>")
    if "sharedStrings" not in types:
        override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{type_}"/>'
        parts["[Content_Types].xml"] = types.replace("</Types>", f"{override}</Types>")
    return sheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', parts=parts)


def word(body: str, before: str = "") -> bytes:
    """A word processor's document with this body."""
    text = f"{before}<w:document {_WORD}><w:body>{body}</w:body></w:document>"
    return packed(_word_file(), {"word/document.xml": text})


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + text + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def _stream(content: bytes, said: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), said, content)


def page(content: bytes, said: bytes = b"", resources: bytes = _FONT, more: Sequence[bytes] = ()) -> bytes:
    """A PDF of one page with this content, which `said` tells how to unpack."""
    shown = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % resources
    catalogue = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    return pdf_of([*catalogue, shown, _stream(content, said), *more])


def _form(number: int) -> bytes:
    """A drawing that draws another twice."""
    inner = b"/Resources << /XObject << /X %d 0 R >> >>" % number
    return _stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form " + inner)


_DRAWS = b"<< /XObject << /X 5 0 R >> >>"
_CELL = '<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc>'
# By name: what makes them.
DOCUMENTS: Mapping[str, Callable[[], str | bytes]] = {
    "blocks in blocks.html": lambda: "<html><body>" + "<div>" * 200_000 + "x 3",
    "ends of what is not open.html": lambda: "<html><body>" + "<div>" * 100_000 + "</b>" * 300_000,
    "styles in styles.html": lambda: "<html><body>" + "<b><i>" * 100_000 + "<p>x" * 50_000,
    "tables in tables.html": lambda: "<html><body>" + "<table><tr><td>" * 50_000 + "3",
    "cells that span 1000 rows and columns.html": lambda: (
        "<html><table>" + ("<tr>" + "<td rowspan=1000 colspan=1000>7</td>" * 100 + "</tr>") * 1000
    ),
    "rows of one wide cell.html": lambda: "<html><table>" + "<tr><td colspan=1000>7" * 50_000,
    "tables of one wide cell.html": lambda: "<html>" + "<table><tr><td colspan=1000>7</table>" * 50_000,
    "cells that span all rows.html": lambda: "<html><table><tr>" + "<td rowspan=10000>7" * 1000 + "<tr>" * 20_000,
    "notes in notes.html": lambda: "<html><body>" + "<sup>" * 100_000 + "a",
    "attributes.html": lambda: "<html><body><p " + " ".join(f"a{one}=1" for one in range(100_000)) + ">x",
    "attributes with ends in them.html": lambda: (
        "<html><body><p " + " ".join(f'a{n}="<>"' for n in range(50_000)) + ">x"
    ),
    "comments that never end.html": lambda: "<html><body>x" + "<!-- " * 300_000,
    "shared strings.xlsx": lambda: shared("<si><t>abcdefgh</t></si>" * 800_000),
    "shared strings of nothing.xlsx": lambda: shared("<si/>" * 2_000_000),
    "rows of nothing.xlsx": lambda: sheet("".join(f'<row r="{row}"/>' for row in range(1, 1_000_001))),
    "the last row.xlsx": lambda: sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    "a row past the last.xlsx": lambda: sheet('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'),
    "the last column.xlsx": lambda: sheet(
        "".join(f'<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>' for r in range(1, 20_000))
    ),
    "merged cells.xlsx": lambda: sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        "<mergeCells>" + "".join(f'<mergeCell ref="A1:ALL{1000 + one}"/>' for one in range(20_000)) + "</mergeCells>",
    ),
    "merged rows.xlsx": lambda: sheet(
        "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 20_000)),
        "<mergeCells>" + "".join(f'<mergeCell ref="A{row}:ALL{row}"/>' for row in range(1, 20_000)) + "</mergeCells>",
    ),
    "styles.xlsx": lambda: sheet(
        "",
        parts={"xl/styles.xml": f"<styleSheet {_SHEET}><fonts>{'<font><sz/></font>' * 200_000}</fonts></styleSheet>"},
    ),
    "styles of 120 MB.xlsx": lambda: sheet("", parts={"xl/styles.xml": "<x/>" * 30_000_000}),
    "tags in tags.xlsx": lambda: sheet("<x>" * 500_000),
    "parts.xlsx": lambda: packed(_workbook(), {f"part{one}": b"" for one in range(20_000)}),
    "entities in entities.xlsx": lambda: packed(
        _workbook(),
        {
            "xl/worksheets/sheet1.xml": f'{_LAUGHS}<worksheet {_SHEET}><sheetData><row r="1"><c r="A1" t="str">'
            "<v>&j;</v></c></row></sheetData></worksheet>"
        },
    ),
    "tables in tables.docx": lambda: word("<w:tbl><w:tr><w:tc>" * 2_000),
    "tables of wide cells.docx": lambda: word(f"<w:tbl><w:tr>{_CELL * 10}</w:tr></w:tbl>" * 10_000),
    "paragraphs of nothing.docx": lambda: word("<w:p/>" * 20_000_000),
    "paragraphs.docx": lambda: word("<w:p><w:r><w:t>Reed: 3 seats</w:t></w:r></w:p>" * 200_000),
    "entities in entities.docx": lambda: word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", _LAUGHS),
    "templates in templates.wiki": lambda: "== A ==\n" + "{{a|" * 200_000 + "}}" * 200_000,
    "tables in tables.wiki": lambda: "== A ==\n" + "{|\n|-\n| 3\n" * 200_000,
    "cells that span.wiki": lambda: "{|\n" + ("|-\n" + "| colspan=1000 rowspan=9999 | 7\n" * 10) * 10_000,
    "a cell of many lines.wiki": lambda: "{|\n|-\n| a\n" + "b\n" * 500_000,
    "a row of empty cells.wiki": lambda: "{|\n|-\n" + "|\n" * 200_000,
    "boxes in boxes.wiki": lambda: "== A ==\n" + "{{x\n|a=\n" * 100_000 + "}}\n" * 100_000,
    "pages in pages.pdf": lambda: pdf_of(
        [b"<< /Type /Catalog /Pages 2 0 R >>"]
        + [b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 2 >>" % (one, one) for one in range(3, 60)]
        + [b"<< /Type /Page /MediaBox [0 0 595 842] >>"]
    ),
    "pages that hold themselves.pdf": lambda: pdf_of(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]
    ),
    "drawings of themselves.pdf": lambda: page(b"/X Do", resources=_DRAWS, more=[_form(5)]),
    "drawings in drawings.pdf": lambda: page(b"/X Do", resources=_DRAWS, more=[_form(one) for one in range(6, 60)]),
    "a page that unpacks.pdf": lambda: page(zlib.compress(b"q " * 30_000_000, 9), b"/Filter /FlateDecode"),
    "letters.pdf": lambda: page(b"BT /F1 10 Tf " + b"(x) Tj 0 -14 Td " * 100_000 + b"ET"),
    "objects without an end.pdf": lambda: b"%PDF-1.4\n" + b"1 0 obj\n" * 300_000,
    "a table before itself.pdf": lambda: page(b"BT (x) Tj ET").replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"),
    "a cell of 9 MB.csv": lambda: "List,Seats\n" + "x" * 9_000_000 + ",3\n",
    "a cell without an end.csv": lambda: "List,Seats\n" + '"' + ("x" * 4_000_000 + "\n") * 4,
    "cells.csv": lambda: "," * 5_000_000,
    "bytes of no letters.txt": lambda: b"\xe9\xff\x81" * 3_000_000,
    "a line.txt": lambda: "A and b " * 1_000_000,
    "names.txt": lambda: ("Reed, " * 30_000 + "\n") * 40,
}
