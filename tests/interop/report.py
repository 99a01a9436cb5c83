#!/usr/bin/env python3
"""Opens the reports of `plan report` with programs that are not ours, and compares their figures with `plan status`.

    python3 tests/interop/report.py PLAN_BINARY FOLDER

python-docx and openpyxl find the figures of `status --format json` on the same day; openxml-audit finds nothing; LibreOffice
(`soffice`) makes PDF of both, in which poppler (`pdftotext`, `pdfinfo`) measures margins, finds the page numbers, head rows on each
page and no word beyond its page. The figures by unit are recomputed on plans made at random. With PLAN_SAMPLES naming a folder that holds blns/blns.json, every text of it stands once as
a title, and no program stumbles. Exit codes: 0 all as it should be, 1 not, 2 cannot work. Follows docs/report.md.
"""

import datetime
import json
import os
import random as random_numbers
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

TODAY = "1580472000"  # noon of 31 January 2020
LATER = "1609502400"  # noon of 1 January 2021, when nothing is to come any more
PERIODS = ["2019-Q1", "2019-H1", "2019-9M", "2019", "2019-Q2", "2019-08"]
MM = 36000  # of the units that python-docx measures in
POINT = 72 / 25.4  # of a millimetre
HEADS = {
    "vi": {"title": "Nội dung công việc, chỉ tiêu", "judged": "Giá trị đánh giá", "verdict": "Kết quả", "sheet": "Kết quả",
           "above": "Tử số", "below": "Mẫu số", "periods": "Theo kỳ", "mark": "Số liệu minh họa, không phải số thật",
           "sections": ["I. CÔNG TÁC CHỈ ĐẠO", "II. KẾT QUẢ", "III. ĐÁNH GIÁ", "IV. NHIỆM VỤ", "V. KIẾN NGHỊ"]},
    "en": {"title": "Task, indicator", "judged": "Value judged", "verdict": "Verdict", "sheet": "Results", "above": "Numerator",
           "below": "Denominator", "periods": "By period", "mark": "Made-up figures, not real ones",
           "sections": ["I. DIRECTION", "II. RESULTS", "III. ASSESSMENT", "IV. AHEAD", "V. PROPOSALS"]},
}

looked = 0


def check(holds, what):
    global looked
    looked += 1
    if not holds:
        print(f"report: {what}", file=sys.stderr)
        sys.exit(1)


def run(binary, folder, *arguments, today=TODAY):
    done = subprocess.run([binary, "-C", folder, *arguments], capture_output=True, env={"SOURCE_DATE_EPOCH": today}, check=False)
    if done.returncode != 0:
        print(" ".join(arguments), done.stderr.decode(), file=sys.stderr)
        sys.exit(1)
    return done.stdout.decode()


def number(value, language):
    """Writes an exact number as a reader of the language expects it."""
    text = f"{Decimal(str(value)):,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text


def shown(part, language):
    if part["numerator"] is None:
        return "–" if part["value"] is None else number(part["value"], language)
    counts = f"{number(part['numerator'], language)}/{number(part['denominator'], language)}"
    return counts if part["percent"] is None else f"{number(part['percent'], language)}% ({counts})"


def audit(path):
    result = OpenXmlValidator().validate(str(path))
    found = [f"{error.part_uri}: {error.description}" for error in result.errors]
    check(not found, f"{path.name}: openxml-audit finds {found}")


def headings(document):
    kinds = [(own.style.name, own.text) for own in document.paragraphs if own.style.name.startswith(("Heading", "Appendix"))]
    return [text for name, text in kinds if name == "Heading 1"], [text for name, text in kinds if name == "Appendix Heading"]


def word(path, targets, period, language, rule):
    """Looks at a document of Word: headings, pages, tables, and every target's figure."""
    document, words = docx.Document(str(path)), HEADS[language]
    sections, appendices = headings(document)
    check([own.split(" ")[0] for own in sections] == ["I.", "II.", "III.", "IV.", "V."], f"{period}: sections {sections}")
    for own, begun in zip(sections, words["sections"]):
        check(own.startswith(begun), f"{period}: {own} begins with {begun}")
    check(len(appendices) == 5, f"{period}: {appendices}")
    first, *others = document.sections
    check((first.orientation, round(first.page_width / MM), round(first.page_height / MM)) == (WD_ORIENT.PORTRAIT, 210, 297), "A4 upright")
    margins = [round(own / MM) for own in (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)]
    check(20 <= margins[0] <= 25 and 20 <= margins[1] <= 25 and 30 <= margins[2] <= 35 and 15 <= margins[3] <= 20, f"margins {margins}")
    check(len(others) == 5 and all(own.orientation == WD_ORIENT.LANDSCAPE for own in others), "appendices lie")
    check(first.different_first_page_header_footer, "the first page has no number")
    has = {"header": "PAGE" in first.header._element.xml, "footer": "PAGE" in first.footer._element.xml}
    check(has == {"header": rule == "decree-2020", "footer": rule == "circular-2011"}, f"the page number: {has}")
    check(words["mark"] in "".join(own.text for own in first.first_page_footer.paragraphs), "the first page is marked")
    check(all(words["mark"] in "".join(own.text for own in each.footer.paragraphs) for each in document.sections), "each page is marked")
    check(document.core_properties.language == {"vi": "vi-VN", "en": "en-GB"}[language], "the language")
    results = next(table for table in document.tables if words["title"] in [cell.text for cell in table.rows[0].cells])
    heads = [cell.text for cell in results.rows[0].cells]
    repeated = [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in results.rows]
    check(repeated == [True, True] + [False] * (len(repeated) - 2), "two head rows come again")
    numbers = results.rows[1].cells
    check([cell.text for cell in numbers] == [f"({at})" for at in range(1, len(heads) + 1)], "the row of numbers")
    check(all(run_.italic for cell in numbers for own in cell.paragraphs for run_ in own.runs), "numbers in italics")
    # Cells once, since looking a row up anew each time is slow.
    rows = {own[0]: own for own in ([cell.text for cell in row.cells] for row in results.rows[2:])}
    for part in targets:
        row = rows.get(part["id"])
        check(row is not None, f"{period}: target {part['id']} is there")
        check(row[heads.index(words["judged"])] == shown(part, language), f"{period} {part['id']}: {row} for {shown(part, language)}")
        check(row[heads.index(words["verdict"])] != "", f"{period} {part['id']}: a verdict")


def table_of(sheet):
    """Returns the heads and the rows of a sheet: the heads are the first row in which every cell is filled."""
    rows = [list(row) for row in sheet.iter_rows()]
    at = next(at for at, row in enumerate(rows) if len(row) > 1 and all(cell.value is not None for cell in row))
    return [cell.value for cell in rows[at]], rows[at + 1 :], at + 1


def workbook(path, targets, drawn, period, language):
    """Looks at a workbook: figures as numbers, frozen heads, filters, print set-up, charts."""
    book, words = openpyxl.load_workbook(path), HEADS[language]
    heads, rows, head_row = table_of(book[words["sheet"]])
    column = {head: at for at, head in enumerate(heads)}
    judged = words["judged"]
    found = {row[0].value: row for row in rows}
    for part in targets:
        row = found.get(part["id"])
        check(row is not None, f"{period}: target {part['id']} has a row")
        if part["numerator"] is None:
            continue
        above, below = (row[column[f"{judged} – {words[key]}"]] for key in ("above", "below"))
        check((above.value, below.value) == (part["numerator"], part["denominator"]), f"{period} {part['id']}: counts")
        check(above.data_type == below.data_type == "n", f"{period} {part['id']}: counts are numbers")
        if part["percent"] is not None:
            value = row[column[judged]]
            check(value.data_type == "n" and value.number_format.endswith("%"), f"{period} {part['id']}: a percentage")
            exact = Decimal(repr(value.value)) * 100
            check(exact == Decimal(str(part["percent"])), f"{period} {part['id']}: {exact} for {part['percent']}")
    sheet = book[words["sheet"]]
    check(sheet.freeze_panes is not None and sheet.auto_filter.ref is not None, f"{period}: heads stay, the table filters")
    check(sheet.print_title_rows is not None and str(head_row) in sheet.print_title_rows, f"{period}: the head comes on each page")
    check(sheet.page_setup.paperSize == 9 and sheet.page_setup.orientation == "landscape", f"{period}: A4 lying")
    charts = [chart for own in book for chart in own._charts]
    # A target without any figure has none to draw.
    check(len(charts) == drawn + 1, f"{period}: {len(charts)} charts for {drawn} targets with figures")
    for own in book:
        texts = [cell.value for row in own.iter_rows(max_row=12) for cell in row if isinstance(cell.value, str)]
        is_chart = bool(own._charts)
        check(is_chart or any("minh họa" in text or "made up" in text for text in texts), f"{period}: {own.title} is marked")
        formulas = [cell for row in own.iter_rows() for cell in row if cell.data_type == "f"]
        check(not formulas, f"{period}: no formula in {own.title}")


def pdf(path, scratch):
    """Makes PDF with LibreOffice."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/office", "--convert-to", "pdf", "--outdir", scratch, path]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    made = Path(scratch) / (path.stem + ".pdf")
    check(made.exists(), f"LibreOffice reads {path.name}")
    return made


def words_of(page):
    """Returns the words of a page of `pdftotext -bbox` with their places."""
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [(float(x), float(y), float(right), float(low), text) for x, y, right, low, text in re.findall(pattern, page)]


def measured(path, rule, language, title):
    """Measures the pages of a document: margins, page numbers, head rows; no word lies beyond its page."""
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout.decode()
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.S)
    check(len(pages) > 6, f"{path.name}: {len(pages)} pages")
    for at, (width, height, inner) in enumerate(pages, 1):
        width, height, words = float(width), float(height), words_of(inner)
        upright, left, right = width < height, 30, 15
        check(round(min(width, height) / POINT) == 210 and round(max(width, height) / POINT) == 297, f"page {at} is A4")
        low, high = min(own[0] for own in words) / POINT, max(own[2] for own in words) / POINT
        check(low >= left - 0.5, f"page {at}: left margin {low:.1f} mm")
        check(high <= width / POINT - right + 0.5, f"page {at}: right margin {width / POINT - high:.1f} mm")
        edge = [own for own in words if (own[1] < 18 * POINT if rule == "decree-2020" else own[3] > height - 18 * POINT)]
        numbers = [own for own in edge if own[4] == str(at)]
        check(bool(numbers) == (at > 1), f"page {at}: the page number, {[own[4] for own in edge]}")
        for x, _, end, _, _ in numbers:
            middle = (x + end) / 2
            if rule == "decree-2020":
                # In the middle of the text, whose margins differ.
                check(abs(middle - (left * POINT + width - right * POINT) / 2) < 6, f"page {at}: the number stands in the middle")
            else:
                check(width - right * POINT - end < 6, f"page {at}: the number stands at the right")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode().split("\f")
    first = unicodedata.normalize("NFC", text[0])
    if language == "vi":
        line = next(own for own in first.splitlines() if "CỘNG HÒA XÃ HỘI CHỦ NGHĨA" in own)
        check("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line, "the name of the state stands on one line")
        dated = next(own for own in first.splitlines() if "/BC-SKHCN" in own)
        check(re.search(r"ngày \d\d tháng \d+ năm \d{4}", dated), f"number and day share a line: {dated}")
    begins = [at for at, page in enumerate(text) if re.search(r"(Phụ lục|Appendix) I\b", page)]
    ends = [at for at, page in enumerate(text) if re.search(r"(Phụ lục|Appendix) II\b", page)]
    for page in text[begins[-1] : ends[-1]]:
        flat = re.sub(r"\s+", " ", unicodedata.normalize("NFC", page))
        check(all(word_ in flat for word_ in title.replace(",", " ").split()) and "(1)" in flat, "head rows come again on each page")


def report(binary, folder, period, language, extra, scratch):
    """Writes a report as document and workbook, and looks at both."""
    arguments = ["report", "--period", period, "--lang", language, *extra]
    told = json.loads(run(binary, folder, *arguments, "--format", "json"), parse_float=Decimal)
    status = json.loads(run(binary, folder, "status", "--as-of", told["head"]["as-of"], "--format", "json"), parse_float=Decimal)
    targets = [part for part in status["parts"] if part["part"] == "target"]
    check(len(targets) == 10, "the plan has ten targets")
    rule = told["report"]["rule"]
    paper, book = (Path(scratch) / f"{period}-{language}.{ending}" for ending in ("docx", "xlsx"))
    for path in (paper, book):
        run(binary, folder, *arguments, "-o", str(path))
        audit(path)
    word(paper, targets, period, language, rule)
    drawn = {row["id"] for row in told["history"] if row["in-period"] is not None or row["up-to-period"] is not None}
    workbook(book, targets, len(drawn), period, language)
    return paper, book, rule


def naughty(binary, scratch):
    """Makes a plan of texts that break other programs, and has every format opened."""
    samples = os.environ.get("PLAN_SAMPLES")
    if not samples:
        return 0
    # What nobody sees is no title.
    is_seen = lambda text: any(unicodedata.category(c)[0] not in "ZC" for c in text)
    texts = list(filter(is_seen, json.loads((Path(samples) / "blns/blns.json").read_text())))
    folder = Path(scratch) / "naughty"
    folder.mkdir()
    quote = lambda text: '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 32 or 127 <= ord(c) < 160 else {'"': '\\"', "\\": "\\\\"}.get(c, c) for c in text) + '"'
    head = '[plan]\nnumber = "1/KH-X"\nagency = "X"\ntitle = "T"\nissued = 2019-01-05\nyear = 2019\nlanguage = "vi"\n[[unit]]\nid = "a"\nname = "A"\n'
    tasks = [
        f'[[task]]\nno = {no}\ntitle = {quote(text)}\nlead = ["a"]\nschedule = "continuous"\ndeliverables = [{quote(text)}]\n'
        for no, text in enumerate(texts, 1)
    ]
    (folder / "plan.toml").write_text(head + "".join(tasks))
    files = [Path(scratch) / f"naughty.{ending}" for ending in ("docx", "xlsx", "md")]
    for path in files:
        run(binary, str(folder), "report", "--period", "2019-Q1", "-o", str(path))
    audit(files[0])
    audit(files[1])
    bare = lambda text: re.sub(r"[\s\ufffd]+", "", re.sub(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]", "", text))
    whole = bare("".join(own.text for own in docx.Document(str(files[0])).paragraphs))
    cells = {bare(str(cell.value)) for sheet in openpyxl.load_workbook(files[1]) for row in sheet.iter_rows() for cell in row if cell.value}
    for text in texts:
        check(bare(text) in whole, f"the document holds {text!r}")
        check(bare(text) in cells, f"the workbook holds {text!r}")
    for path in files[:2]:
        pdf(path, scratch)
    return len(texts)


# Appendix II recomputed, on plans made at random.

KINDS = {"m0": "stock", "m1": "flow", "m2": "stock-open", "m3": "flow", "m4": "stock", "m5": "to-date", "m6": "level"}
PARTS = ("m1", "m2")  # of m0, given anew each month with what was carried over into it


def random_plan(folder, random):
    """Writes a plan of one form with gaps, blanks and late reports; returns its rows and until when each unit exists."""
    until = {"a": None, "b": None, "c": datetime.date(2019, random.randint(2, 11), 15)}
    head = '[plan]\nnumber = "1/KH-X"\nagency = "X"\ntitle = "T"\nissued = 2019-01-05\nyear = 2019\n'
    units = "".join(f'[[unit]]\nid = "{unit}"\nname = "{unit}"\n' + (f"until = {last}\n" if last else "") for unit, last in until.items())
    measures = ", ".join(
        f'{{ id = "{own}", name = "{own}", kind = "{kind}"' + (", decimals = 1" if kind == "level" else "") + " }" for own, kind in KINDS.items()
    )
    form = (
        '[[form]]\nid = "f"\ntitle = "F"\nevery = "month"\nprovenance = "reported"\nunits = ["a", "b", "c"]\ndue = { days = 5 }\n'
        f'measures = [{measures}]\nidentities = [{{ total = "m0", parts = ["m1", "m2"] }}]\n'
    )
    task = '[[task]]\nno = 1\ntitle = "T"\nlead = ["a"]\nschedule = "continuous"\n'
    (folder / "data").mkdir(parents=True)
    (folder / "plan.toml").write_text(head + units + form + task)
    rows = []
    for month in range(1, 13):
        last = datetime.date(2019 + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
        for unit, end in until.items():
            if (end and end < last) or random.random() < 0.2:
                continue
            cells = {own: None if random.random() < 0.1 else random.randint(0, 99) for own in KINDS}
            if all(cells[own] is not None for own in PARTS):
                cells["m0"] = sum(cells[own] for own in PARTS)
            rows.append((month, unit, last + datetime.timedelta(days=random.choice([1, 3, 5, 20, 90])), cells))
    text = "period,unit,reported," + ",".join(KINDS) + ",note\n"
    for month, unit, reported, cells in rows:
        text += f"2019-{month:02},{unit},{reported}," + ",".join("" if cells[own] is None else str(cells[own]) for own in KINDS) + ",\n"
    (folder / "data/f.csv").write_text(text)
    return rows, until


def own_figure(measure, rows, months):
    """Returns what one unit's rows, in the order of their months, come to."""
    kind = KINDS[measure]
    cells = [row[3][measure] for row in rows if row[3][measure] is not None]
    if measure == "m0" and months > 1:
        if not rows:
            return None
        each = []
        for at, (_, _, _, cell) in enumerate(rows):
            new, carried, whole = cell["m1"], cell["m2"], cell["m0"]
            if at == 0:
                each.append(new + carried if None not in (new, carried) else whole)
            else:
                each.append(new if new is not None else whole - carried if None not in (whole, carried) else None)
        return None if None in each else sum(each)
    if not cells:
        return None
    return sum(cells) if kind == "flow" else cells[0] if kind == "stock-open" else cells[-1]


def expected(rows, until, months, as_of):
    """Returns each unit's figures and the total, as docs/report.md says."""
    ends = {month: datetime.date(2019 + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1) for month in months}
    closed = [month for month in months if ends[month] <= as_of]
    there = [row for row in rows if row[0] in closed and row[2] <= as_of]
    table, units = {}, {}
    for unit, last in until.items():
        own = [row for row in there if row[1] == unit]
        owed = sum(last is None or last >= ends[month] for month in closed)
        received = sum(any(cell is not None for cell in row[3].values()) for row in own)
        if owed or received:
            units[unit] = {measure: own_figure(measure, own, len(closed)) for measure in KINDS}
            table[unit] = (units[unit], received, owed)
    if len(units) > 1:
        total = {}
        for measure, kind in KINDS.items():
            adds_up = measure == "m0" and len(closed) > 1
            passes_on = kind in ("stock", "to-date") and not adds_up
            gone = {unit for unit in units if passes_on and until[unit] and closed and until[unit] < ends[closed[-1]]}
            figures = [own[measure] for unit, own in units.items() if unit not in gone and own[measure] is not None]
            # What one unit cannot tell leaves the sum open.
            is_open = adds_up and any(own[measure] is None and table[unit][1] > 0 for unit, own in units.items())
            total[measure] = None if kind == "level" or is_open or not figures else sum(figures)
        table[None] = (total, sum(own[1] for own in table.values()), sum(own[2] for own in table.values()))
    return table


def sums(binary, scratch, plans):
    """Compares the figures of random plans with those recomputed from their rows."""
    source = random_numbers.Random(20191231)
    spans = {"2019-Q1": (1, 3), "2019-H1": (1, 6), "2019-9M": (1, 9), "2019": (1, 12), "2019-Q3": (7, 9), "2019-H2": (7, 12), "2019-05": (5, 5)}
    for at in range(plans):
        folder = Path(scratch) / f"random-{at}"
        rows, until = random_plan(folder, source)
        period, (first, last) = source.choice(list(spans.items()))
        as_of = datetime.date(2019, first, 1) + datetime.timedelta(days=source.randint(20, 300))
        told = run(binary, str(folder), "report", "--period", period, "--as-of", str(as_of), "--format", "json", today=LATER)
        table = expected(rows, until, range(first, last + 1), as_of)
        found = json.loads(told)["figures"]
        check({own["unit"] for own in found} == set(table), f"plan {at}, {period} as of {as_of}: units {[own['unit'] for own in found]}")
        for own in found:
            figures, received, owed = table[own["unit"]]
            check((own["reports-in"], own["reports-owed"]) == (received, owed), f"plan {at} {own['unit']}: reports")
            if own["m0"] is not None and all(None not in cells.values() for _, _, _, cells in rows):
                check(own["m0"] == own["m1"] + own["m2"], f"plan {at}, {own['unit']}: a total of its parts")
            for measure in KINDS:
                check(own[measure] == figures[measure], f"plan {at}, {period} as of {as_of}, {own['unit']} {measure}: {own[measure]} for {figures[measure]}")


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    binary, folder = str(Path(sys.argv[1]).resolve()), sys.argv[2]
    missing = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]
    if missing:
        print(f"report: missing: {', '.join(missing)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        made = [report(binary, folder, period, "vi", [], scratch) for period in PERIODS]
        made.append(report(binary, folder, "2019", "en", ["--date", "2020-03-05", "--group", "lead", "--number", "12"], scratch))
        for (paper, book, rule), language in zip(made, ["vi"] * len(PERIODS) + ["en"]):
            if paper.stem.startswith(("2019-H1", "2019-vi", "2019-en")):
                measured(pdf(paper, scratch), rule, language, HEADS[language]["title"])
                check(pdf(book, scratch).stat().st_size > 10_000, f"{book.name} is drawn")
        sums(binary, scratch, 100)
        count = naughty(binary, scratch)
    texts = f", {count} texts that break programs" if count else ""
    print(f"report: {len(made)} reports opened by python-docx, openpyxl, openxml-audit and LibreOffice{texts}, {looked} checks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
