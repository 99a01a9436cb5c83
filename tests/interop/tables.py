#!/usr/bin/env python3
"""Tries recipes on tables: those that offices publish, and tables made here with a known answer.

    python3 tests/interop/tables.py PLAN_BINARY [--samples DIR] [--only encodings,budgets,indexes,names,odd,proposed]

Needs openpyxl and xlrd. Every part works on tables that it makes; with a folder of published ones (`--samples`, or what
PLAN_SAMPLES names) it works on those too, and says so where they are left out. Figures are compared with what openpyxl and
xlrd find in the same cells. Exit codes: 0 all as it should be, 1 not, 2 cannot work. Follows docs/recipes.md.
"""

import argparse
import collections
import csv
import datetime
import functools
import io
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
import unicodedata
import warnings
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
import xlrd
from openpyxl.utils import get_column_letter as letters

ROOT = Path(__file__).resolve().parents[2]
TODAY = "1580472000"  # noon of 31 January 2020
MEMORY = 500 * 1024  # KB that one run may hold
SECONDS = 10
MOST = 40  # differences that each part tells of
warnings.filterwarnings("ignore", module="openpyxl")


class Part:
    """What one part found: counts to print, and all that is not as it should be."""

    def __init__(self, name):
        self.name = name
        self.wrong = []

    def say(self, text):
        print(f"tables: {self.name}: {text}", flush=True)

    def check(self, holds, what):
        if not holds:
            self.wrong.append(what)
            if len(self.wrong) <= MOST:
                print(f"tables: {self.name}: WRONG: {what}", file=sys.stderr, flush=True)
        return holds

    def published(self, samples, name):
        """The folder of published tables of this name; none, and a word about it, where it is not there."""
        folder = samples / name
        if folder.is_dir():
            return folder
        self.say(f"no folder {folder}: its tables are left out")
        return None


class Done:
    """What a run of the program left behind."""

    def __init__(self, code, out, err, seconds, memory):
        self.code, self.out, self.err, self.seconds, self.memory = code, out, err, seconds, memory
        self.said = out + err

    def json(self):
        try:
            return json.loads(self.out)
        except json.JSONDecodeError:
            return {}

    def refused(self):
        """The cells that were not taken, as (address, why); why no file was read at all has no address."""
        answer = self.json()
        cells = [(cell["cell"], cell["why"] or "") for cell in answer.get("cells", []) if cell["fate"] in ("refused", "differs", "gone")]
        return cells + [(None, own["refused"]) for own in answer.get("files", []) if own["refused"]]

    def brief(self):
        refused = "; ".join(f"{cell or 'file'}: {why}" for cell, why in self.refused()[:3])
        return f"exit {self.code}: {refused or ' '.join(self.said.split())[:300]}"


class Desk:
    """A folder to work in, and the program."""

    def __init__(self, binary, folder):
        self.binary, self.folder, self.count = binary, Path(folder), 0

    def run(self, plan, *args):
        """Runs the program; how long it took and how much it held is that of this run alone."""
        command = [self.binary, "-C", str(plan), *map(str, args)]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            began = time.monotonic()
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=limit,
                                     env={"SOURCE_DATE_EPOCH": TODAY, "PATH": os.environ["PATH"]})
            _, status, usage = os.wait4(child.pid, 0)
            seconds = time.monotonic() - began
            child.returncode = os.waitstatus_to_exitcode(status)
            texts = []
            for stream in (out, err):
                stream.seek(0)
                texts.append(stream.read().decode())
        return Done(child.returncode, *texts, seconds, usage.ru_maxrss)

    def plan(self, text, recipes=()):
        """A new folder with a plan and recipes."""
        self.count += 1
        folder = self.folder / f"plan-{self.count}"
        (folder / "recipes").mkdir(parents=True)
        (folder / "data").mkdir()
        (folder / "plan.toml").write_text(text, "utf-8")
        for name, recipe in dict(recipes).items():
            (folder / "recipes" / f"{name}.toml").write_text(recipe, "utf-8")
        return folder

    def take(self, plan, file, recipe, *args):
        return self.run(plan, "import", file, "--recipe", recipe, "--lang", "en", "--format", "json", *args)


def limit():
    # Above what a run may hold and take, so that a bomb ends the run and not the machine.
    resource.setrlimit(resource.RLIMIT_AS, (2 * MEMORY * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


# Tables as Python reads them.


class Sheet:
    """The cells of one sheet, from row 1 and column 1 on, and which of them are merged, or shown as percentages."""

    def __init__(self, rows, merged=(), percentages=()):
        self.rows, self.merged, self.percentages = rows, list(merged), set(percentages)
        self.width = max((len(row) for row in rows), default=0)

    def at(self, row, column):
        if 1 <= row <= len(self.rows) and 1 <= column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return None

    def text(self, row, column):
        value = self.at(row, column)
        return "" if value is None else kept(shown(value))

    def figure(self, row, column):
        """The number that a cell shows, with the 15 digits that Excel keeps; nothing if it is none."""
        value = self.at(row, column)
        if not is_number(value):
            return None
        return Decimal(f"{value:.15g}") * (100 if (row, column) in self.percentages else 1)

    def merged_text(self, row, column):
        """What a cell says, or the cell that it is merged with."""
        for top, left, bottom, right in self.merged:
            if top <= row <= bottom and left <= column <= right:
                return self.text(top, left)
        return self.text(row, column)


@functools.cache
def sheets(path):
    """Every sheet of a file by its name, hidden ones too; csv has one without a name."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, data_only=True)
        found = {}
        for sheet in book.worksheets:
            merged = [(own.min_row, own.min_col, own.max_row, own.max_col) for own in sheet.merged_cells.ranges]
            cells = list(sheet.iter_rows(max_col=min(sheet.max_column, 300)))
            percentages = [(cell.row, cell.column) for row in cells for cell in row if cell.value is not None and "%" in cell.number_format]
            found[sheet.title] = Sheet([[cell.value for cell in row] for row in cells], merged, percentages)
        return found
    if path.suffix == ".xls":
        book = xlrd.open_workbook(path, formatting_info=True)
        found = {}
        for sheet in book.sheets():
            merged = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
            rows = [[None if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or cell.value == "" else cell.value
                     for cell in sheet.row(row)] for row in range(sheet.nrows)]
            format_of = lambda cell: book.format_map[book.xf_list[cell.xf_index].format_key].format_str
            percentages = [(row + 1, column + 1) for row in range(sheet.nrows) for column, cell in enumerate(sheet.row(row))
                           if cell.ctype == xlrd.XL_CELL_NUMBER and "%" in format_of(cell)]
            found[sheet.name] = Sheet(rows, merged, percentages)
        return found
    codec = next((codec for mark, codec in CODECS.items() if f".{mark}." in path.name), "utf-8-sig")
    text = path.read_bytes().decode(codec)
    return {"": Sheet([[cell or None for cell in row] for row in csv.reader(io.StringIO(text), delimiter=";")])}


CODECS = {"utf8bom": "utf-8-sig", "utf16le": "utf-16", "utf16be": "utf-16", "cp1258": "cp1258", "utf8nfd": "utf-8", "utf8": "utf-8"}


def hidden(path):
    if path.suffix == ".xlsx":
        return [sheet.title for sheet in openpyxl.load_workbook(path).worksheets if sheet.sheet_state != "visible"]
    return [sheet.name for sheet in xlrd.open_workbook(path).sheets() if sheet.visibility]


def shown(value):
    """A value as it stands on file: with the 15 digits that Excel keeps, whole numbers without a point, never an exponent."""
    if is_number(value):
        return plain(Decimal(f"{value:.15g}"))
    return str(value)


def plain(number):
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def kept(text):
    return unicodedata.normalize("NFC", " ".join(text.split()))


def fold(text):
    return kept(text).lower()


def decimals(*numbers):
    """How many decimals a measure for these numbers needs, of those it can have: 18 digits in all, 15 of them behind the point."""
    numbers = [own for own in numbers if own is not None]
    needed = max((-own.normalize().as_tuple().exponent for own in numbers), default=0)
    whole = max((len(str(int(abs(own)))) for own in numbers), default=1)
    return max(0, min(needed, 15, 18 - whole))


def fitted(number, most):
    """A number as it stands on file where its measure has so many decimals, and whether that rounds it."""
    rounded = number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    return plain(rounded), rounded != number


NUMBERS = re.compile(r"^\(?(?:[A-Z]|\d{1,3}[a-z]?)\)?\s*(?:=[\d\s+\-*/():.,…%abcx=]*)?$")


def is_column_numbers(sheet, row):
    """Tells whether a row has column numbers alone: A, B, 1, 2, 3=2/1."""
    texts = [sheet.text(row, column) for column in range(1, sheet.width + 1)]
    texts = [text for text in texts if text]
    return len(texts) >= 3 and all(NUMBERS.match(text) for text in texts)


def head_rows(sheet):
    """The first and last row of the head: from the row with STT to that of column numbers, or to the one before the figures."""
    first = next(row for row in range(1, len(sheet.rows) + 1)
                 if any(sheet.text(row, column).upper() in ("STT", "TT", "SỐ TT") for column in (1, 2)))
    for row in range(first + 1, first + 8):
        if is_column_numbers(sheet, row):
            return first, row
    for row in range(first + 1, first + 8):
        if any(is_number(sheet.at(row, column)) for column in range(3, sheet.width + 1)):
            return first, row - 1
    return first, first


def head(sheet, rows, column):
    """What the head of a column says, by the merged cells that the file has: one above the other, each once."""
    parts = []
    for row in range(rows[0], rows[1] + 1):
        text = sheet.merged_text(row, column)
        if text and not is_column_numbers(sheet, row) and (not parts or parts[-1] != text):
            parts.append(text)
    return " / ".join(parts)


# Plans and recipes.


def quoted(text):
    return json.dumps(kept(text), ensure_ascii=False)


def table(title, /, **keys):
    lines = [f"{key.replace('_', '-')} = {value}" for key, value in keys.items() if value is not None]
    return "\n".join([title, *lines, ""])


def plan_text(units, measures, year=2017, every="year", form="bang", title="Bảng", rates=(), provenance="published"):
    """A plan of one form; a rate is (id, numerator, denominator) and has a task with a target of its own."""
    parts = [table("[plan]", number='"1/KH"', agency='"Cơ quan thử"', title='"Kế hoạch thử mẫu đọc"', issued=f"{year}-01-02", year=year)]
    parts += [table("[[unit]]", id=f'"{id_}"', name=quoted(names[0]), aliases=json.dumps(names[1:], ensure_ascii=False) if names[1:] else None)
              for id_, *names in units]
    lines = ",\n".join(f'  {{ id = "{id_}", name = {quoted(name)}, kind = "{kind}", decimals = {most} }}' for id_, name, kind, most in measures)
    told = {"source": '"Bảng đã công bố"'} if provenance == "published" else {"due": "{ days = 10 }"}
    parts.append(table("[[form]]", id=f'"{form}"', title=quoted(title), every=f'"{every}"', provenance=f'"{provenance}"', **told,
                       units=json.dumps([unit[0] for unit in units]), measures=f"[\n{lines}\n]"))
    for at, (id_, above, below) in enumerate(rates, 1):
        parts.append(table("[[indicator]]", id=f'"{id_}"', name=f'"Tỷ lệ {id_}"', numerator=f'["{above}"]', denominator=f'["{below}"]',
                           share="false", decimals=6))
        parts.append(table("[[task]]", no=at, title=f'"Dòng {id_}"', lead=f'["{units[0][0]}"]', schedule='"continuous"',
                           targets=f'[{{ indicator = "{id_}", at-least = 0 }}]'))
    if not rates:
        parts.append(table("[[task]]", no=1, title='"Nhập bảng"', lead=f'["{units[0][0]}"]', schedule='"continuous"'))
    return "\n".join(parts)


def recipe_text(rows, columns, lines=(), form="bang", **keys):
    """A recipe; a column and a line are tables of keys."""
    parts = [table("", form=f'"{form}"', rows=f'"{rows}"', **keys)]
    parts += [table("[[column]]", **column) for column in columns]
    parts += [table("[[row]]", **line) for line in lines]
    return "\n".join(parts)


def files(plan):
    """Every file in data/, with its bytes."""
    return {str(path.relative_to(plan)): path.read_bytes() for path in sorted((plan / "data").rglob("*")) if path.is_file()}


def figures(plan, form="bang"):
    """The figures on file, by unit and period."""
    path = plan / "data" / f"{form}.csv"
    if not path.exists():
        return {}
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["unit"], row["period"]): row for row in csv.DictReader(file)}


def vietnamese(text):
    """A number written 1.234,5, a dash for none; nothing if it is no number."""
    text = (text or "").strip()
    if text == "-":
        return Decimal(0)
    if not re.fullmatch(r"-?\d{1,3}(\.\d{3})*(,\d+)?|-?\d+(,\d+)?", text):
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


# 1. Encodings.


def cp1258(text):
    """Encodes text as Windows does in Vietnam: a letter without its own sign is a letter and a mark behind it."""
    coded = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        try:
            coded += letter.encode("cp1258")
            continue
        except UnicodeEncodeError:
            pass
        *base, mark = unicodedata.normalize("NFD", letter)
        if mark in "\u0323" or mark not in "\u0300\u0301\u0303\u0309":
            # The dot below comes before circumflex, breve and horn.
            base = [own for own in unicodedata.normalize("NFD", letter) if own not in "\u0300\u0301\u0303\u0309\u0323"]
            mark = next(own for own in unicodedata.normalize("NFD", letter) if own in "\u0300\u0301\u0303\u0309\u0323")
        coded += (unicodedata.normalize("NFC", "".join(base)) + mark).encode("cp1258")
    return bytes(coded)


ENCODERS = {
    "utf8bom": lambda text: text.encode("utf-8-sig"),
    "utf8": lambda text: text.encode("utf-8"),
    "utf16le": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf16be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "cp1258": cp1258,
    "utf8nfd": lambda text: unicodedata.normalize("NFD", text).encode("utf-8"),
}

MADE_TABLE = """UBND TỈNH THỬ NGHIỆM;;;Biểu số 62/CK-NSNN;
CÂN ĐỐI NGÂN SÁCH ĐỊA PHƯƠNG NĂM 2017;;;;
;;;;Đơn vị: Triệu đồng
STT;Nội dung;Dự toán;Quyết toán;So sánh (%)
A;B;1;2;3=2/1
A;TỔNG NGUỒN THU NSĐP; 7.034.100 ; 10.031.418 ;142,61
1;Thu ngân sách địa phương được hưởng theo phân cấp; 3.470.485 ; 3.404.263 ;98,09
-;Thu bổ sung cân đối ; 2.904 ;  -   ;
-;Chi viện trợ, “quà biếu” thường xuyên;  -   ; 12 ;
2;"Chi đầu tư; hỗ trợ vốn
cho doanh nghiệp"; 1.000 ; 1.000 ;100,00
3;Thu kết dư;; 202.424 ;
"""


def lines_of(sheet, label, columns, rows):
    """The rows below the head that have a name and a figure, as (row, name); and those with a figure and no name."""
    named, nameless = [], []
    for row in range(rows[1] + 1, len(sheet.rows) + 1):
        filled = [sheet.at(row, column) for column in columns]
        if any(is_number(own) or (isinstance(own, str) and re.search(r"\d|^\s*-\s*$", own)) for own in filled):
            (named if sheet.text(row, label) else nameless).append((row, sheet.text(row, label)))
    return named, nameless


def row_tables(lines, labels, measures):
    """A [[row]] for each line, placed where its name occurs more than once."""
    names = collections.Counter(fold(own) for own in labels)
    return [{"name": quoted(name), "at": row if names[fold(name)] > 1 else None, "measures": json.dumps(measures(row))}
            for row, name in lines]


def pairs(lines, most):
    """Two measures for each line; how many decimals each has, by its id."""
    return [(f"{mark}{row}", f"{what} {row}", "flow", most(f"{mark}{row}"))
            for row, _ in lines for mark, what in (("p", "Dự toán"), ("a", "Quyết toán"))]


def encoded_table(part, desk, name, versions):
    """Imports one table in each of its encodings, and compares what stands in data/ then."""
    sheet = next(iter(sheets(versions["utf8bom", "shown"]).values()))
    rows = head_rows(sheet)
    label = next(column for column in range(1, sheet.width + 1) if sheet.text(rows[0], column).upper() in ("NỘI DUNG", "TÊN ĐƠN VỊ"))
    plan_, actual = (next(column for column in range(1, sheet.width + 1) if sheet.text(rows[0], column).upper() == word)
                     for word in ("DỰ TOÁN", "QUYẾT TOÁN"))
    named, nameless = lines_of(sheet, label, (plan_, actual), rows)
    foul = [(row, letters(column)) for row, _ in named for column in (plan_, actual)
            if (sheet.at(row, column) or "").strip() and vietnamese(sheet.at(row, column)) is None]
    # Raw figures have decimals that are not shown.
    fullest = next((next(iter(sheets(path).values())) for (_, kind), path in versions.items() if kind == "raw"), sheet)

    def needed(key):
        value = vietnamese(fullest.at(int(key[1:]), plan_ if key[0] == "p" else actual))
        return 0 if value is None else max(0, -value.normalize().as_tuple().exponent)

    measures = pairs(named, needed)

    def recipe(without):
        lines = [own for own in named if own[0] not in without]
        out = [row for row, _ in nameless] + without
        return recipe_text(
            "measures",
            [{"at": f'"{letters(label)}"', "is": '"label"'}, {"at": f'"{letters(plan_)}"', "is": '"figures"'},
             {"at": f'"{letters(actual)}"', "is": '"figures"'}],
            row_tables(lines, [sheet.text(row, label) for row in range(1, len(sheet.rows) + 1)], lambda row: [f"p{row}", f"a{row}"]),
            header=f"[{rows[0]}, {rows[1]}]", decimal='"comma"', dash='"zero"', unit='"tinh"', period='"2017"',
            leave_out_rows=json.dumps([str(row) for row in out]) if out else None)

    text = plan_text([("tinh", "Tỉnh")], measures)
    wholes, proposals, compared = {}, {}, 0
    for (mark, kind), path in versions.items():
        own = path.name
        plan = desk.plan(text, {"all": recipe([]), "rest": recipe([row for row, _ in foul])})
        if foul:
            done = desk.take(plan, path, "all", "--yes")
            told = [cell for cell, _ in done.refused()]
            part.check(done.code == 1 and not files(plan) and told == [f"{column}{row}" for row, column in foul],
                       f"{own}: {foul} is no number, yet: {done.brief()}")
        done = desk.take(plan, path, "rest", "--yes")
        proposals[mark, kind] = desk.take(plan, path, "new", "--dry-run").json().get("proposal")
        if part.check(done.code == 0, f"{own}: {done.brief()}"):
            wholes[mark, kind] = files(plan)
            here = figures(plan)["tinh", "2017"]
            if kind == "shown":
                for row, _ in named:
                    if row not in [row for row, _ in foul]:
                        for key, column in ((f"p{row}", plan_), (f"a{row}", actual)):
                            value = vietnamese(sheet.at(row, column))
                            part.check(here[key] == ("" if value is None else plain(value)), f"{own}: {key} is {here[key]!r}, in the file {value}")
                            compared += 1
    first = next((own for (_, kind), own in wholes.items() if kind == "shown"), None)
    same = [mark for (mark, kind), own in wholes.items() if kind == "shown" and own == first]
    for (mark, kind), own in wholes.items():
        if kind == "shown":
            part.check(own == first, f"{name}: {mark} has other rows than the first")
            part.check(proposals[mark, kind] and proposals[mark, kind] == next(own for (_, kind), own in proposals.items() if kind == "shown"),
                       f"{name}: another recipe is proposed for {mark} than for the first")
    rounded = raw_and_shown(part, name, wholes)
    part.say(f"{name}: {len(named)} lines; the same bytes in {', '.join(same)}; {compared} figures as in the file; "
             f"{rounded} raw figures round to what is shown" + (f"; refused before: {foul}" if foul else ""))
    return len(same)


def raw_and_shown(part, name, wholes):
    """Compares each raw figure, rounded, with the one that is shown."""
    by_kind = {kind: own for (_, kind), own in wholes.items()}
    if not {"raw", "shown"} <= set(by_kind):
        return 0
    rows = {kind: next(csv.DictReader(io.StringIO(own["data/bang.csv"].decode()))) for kind, own in by_kind.items()}
    count = 0
    for key, raw in rows["raw"].items():
        if key[0] not in "pa" or not key[1:].isdigit():
            continue
        shown_ = rows["shown"][key]
        if not part.check((raw == "") == (shown_ == ""), f"{name}: {key} is {raw!r} raw and {shown_!r} shown"):
            continue
        if raw:
            rounded = Decimal(raw).quantize(Decimal(shown_), ROUND_HALF_UP)
            part.check(rounded == Decimal(shown_), f"{name}: {key} is {raw} raw and {shown_} shown")
            count += 1
    return count


def encodings(part, desk, samples):
    made = desk.folder / "encodings"
    made.mkdir()
    versions = {}
    for mark, encoder in ENCODERS.items():
        versions[mark, "shown"] = made / f"made.{mark}.csv"
        versions[mark, "shown"].write_bytes(encoder(MADE_TABLE))
    part.check(cp1258(MADE_TABLE).decode("cp1258") != MADE_TABLE
               and kept(cp1258(MADE_TABLE).decode("cp1258")) == kept(MADE_TABLE), "the encoder of windows-1258 in this script")
    same = encoded_table(part, desk, "made here", versions)
    folder = part.published(samples, "vn-excel-csv")
    if not folder:
        return
    tables_ = collections.defaultdict(dict)
    for path in sorted(folder.glob("*.csv")):
        name, kind, mark = re.fullmatch(r"(.*)_(shown|raw)\.(\w+)\.csv", path.name).groups()
        tables_[name][mark, kind] = path
    for name, versions in tables_.items():
        versions = dict(sorted(versions.items(), key=lambda own: (own[0][1] == "raw", own[0][0] != "utf8bom")))
        same += encoded_table(part, desk, name, versions)
    part.say(f"{same} files of {sum(len(own) for own in tables_.values()) + len(ENCODERS)} have the same rows as another")


# 2. Budgets.


def budget_rows(path):
    """The rows with a published rate, by file and sheet."""
    found = collections.defaultdict(list)
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            numbers = {key: float(row[key]) if row[key] else None for key in ("plan", "actual", "published")}
            found[row["file"], row["sheet"]].append({"row": int(row["row"]), "label": row["label"], "as": row["published_as"], **numbers})
    return found


def column_of(sheet, rows, key, wanted):
    """The column that has these values, and in how many of the rows."""
    def same(column, own):
        value = sheet.at(own["row"], column)
        return value is not None and own[key] is not None and (
            kept(str(value)) == kept(str(own[key])) if wanted == "text"
            else is_number(value) and abs(value - own[key]) <= 1e-9 * max(1, abs(value))
            or isinstance(value, str) and value.strip() == shown(own[key]))
    counts = [(sum(same(column, own) for own in rows), -column) for column in range(1, sheet.width + 1)]
    most, column = max(counts)
    return -column, most


def budget(part, desk, path, name, rows):
    """Imports a sheet of a budget with a line for each of its rows, and compares each rate with the one that was published."""
    sheet = sheets(path)[name]
    title = f"{path.name} [{name}]"
    label, _ = column_of(sheet, rows, "label", "text")
    plan_, plans = column_of(sheet, rows, "plan", "number")
    actual, actuals = column_of(sheet, rows, "actual", "number")
    if not part.check(min(plans, actuals) == len(rows),
                      f"{title}: columns {letters(plan_)} and {letters(actual)} have {plans} and {actuals} of {len(rows)}"):
        return 0, 0, 0
    over = head_rows(sheet)
    listed = {own["row"]: own for own in rows if own["row"] > over[1]}
    reasons = [f"row {own['row']} is the row of column numbers" for own in rows if own["row"] <= over[1]]
    named, nameless = lines_of(sheet, label, (plan_, actual), over)
    lost = set(listed) - {row for row, _ in named}
    part.check(not lost, f"{title}: rows {sorted(lost)} have no name in column {letters(label)}")
    value_of = lambda key: sheet.figure(int(key[1:]), plan_ if key[0] == "p" else actual)
    most = lambda key: decimals(value_of(key))
    rounds = [key for row, _ in named for key in (f"p{row}", f"a{row}") if value_of(key) is not None and fitted(value_of(key), most(key))[1]]
    columns = [{"at": f'"{letters(column)}"', "head": quoted(head(sheet, over, column)) if head(sheet, over, column) else None, "is": f'"{is_}"'}
               for column, is_ in ((label, "label"), (plan_, "figures"), (actual, "figures"))]
    labels = [sheet.text(row, label) for row in range(1, len(sheet.rows) + 1)]

    def recipe(without):
        out = [row for row, _ in nameless] + sorted(without)
        return recipe_text("measures", columns, row_tables([own for own in named if own[0] not in without], labels, lambda row: [f"p{row}", f"a{row}"]),
                           sheet=quoted(name), header=f"[{over[0]}, {over[1]}]", unit='"tinh"', period='"2017"', decimal='"comma"',
                           round="true" if rounds else None, leave_out_rows=json.dumps([str(row) for row in out]) if out else None)

    rates = [(f"r{row}", f"a{row}", f"p{row}") for row, _ in named]
    plan = desk.plan(plan_text([("tinh", "Tỉnh")], pairs(named, most), rates=rates), {"goc": recipe(set())})
    done = desk.take(plan, path, "goc", "--yes")
    refused = done.refused()
    if done.code != 0:
        part.check(not files(plan), f"{title}: refused, and yet something was written")
        # A cell that is no figure is refused with its address, and is looked at here; nothing else may be refused.
        without = set()
        for cell, why in refused:
            spot = re.fullmatch(r"([A-Z]+)(\d+)", cell or "")
            value = spot and sheet.at(int(spot[2]), openpyxl.utils.column_index_from_string(spot[1]))
            is_foul = is_number(value) and value < 0 or isinstance(value, str) and vietnamese(value) is None
            part.check(is_foul, f"{title}: {cell} with {value!r} is refused: {why}")
            if is_foul:
                without.add(int(spot[2]))
                part.say(f"{title}: {cell} {value!r} rightly refused: {why}")
        (plan / "recipes/goc.toml").write_text(recipe(without), "utf-8")
        done = desk.take(plan, path, "goc", "--yes")
        for row in without & set(listed):
            reasons.append(f"row {row} has a cell that is no figure")
    if not part.check(done.code == 0, f"{title}: {done.brief()}"):
        return 0, 0, len(rows)
    here = figures(plan)["tinh", "2017"]
    rounded = sum(bool(cell["rounded-from"]) for cell in done.json()["cells"])
    part.check(rounded == len(rounds), f"{title}: {rounded} figures were rounded, not {len(rounds)}")
    for row, _ in named:
        for key in (f"p{row}", f"a{row}"):
            value = value_of(key)
            if value is not None and here.get(key):
                part.check(Decimal(here[key]) == Decimal(fitted(value, most(key))[0]), f"{title}: {key} is {here[key]} on file, {value} in the sheet")
    status = desk.run(plan, "status", "--format", "json", "--lang", "en")
    if not part.check(status.code == 0, f"{title}: status: {status.brief()}"):
        return 0, 0, len(rows)
    parts = {own["indicator"]: own for own in status.json()["parts"] if own["part"] == "target"}
    agree = 0
    for row, own in listed.items():
        percent = parts.get(f"r{row}", {}).get("percent")
        published = own["published"] * (100 if own["as"] == "fraction" else 1)
        if percent is not None and abs(percent - published) <= 0.06:
            agree += 1
            continue
        reasons.append(reason(part, title, row, own, percent, published))
    part.say(f"{title}: {len(rows)} rows with a published rate, {len(named)} lines in all, {rounded} rounded; {agree} rates agree"
             + "".join(f"; {own}" for own in reasons))
    return agree, len(reasons), len(rows)


def budget_proposed(part, desk, path, name, rows, year):
    """A new recipe for a budget whose lines the plan has by name: head, names, period and unit of account are understood."""
    sheet = sheets(path)[name]
    title = f"{path.name} [{name}]"
    lines = {fold(own["label"]): own for own in rows}
    plan = desk.plan(plan_text([("tinh", "Tỉnh")], [(f"p{own['row']}", own["label"], "flow", 0) for own in lines.values()], year=year))
    told = desk.take(plan, path, "new", "--sheet", name)
    saved = list((plan / "recipes").glob("*.toml"))
    if not part.check(told.code == 0 and len(saved) == 1, f"{title}: nothing is proposed: {told.brief()}"):
        return
    recipe = tomllib.loads(saved[0].read_text("utf-8"))
    over = head_rows(sheet)
    part.check(recipe.get("header") == list(over), f"{title}: the head is {over}, proposed {recipe.get('header')}")
    part.check(recipe.get("rows") == "measures", f"{title}: the rows are proposed to be {recipe.get('rows')}")
    label, _ = column_of(sheet, rows, "label", "text")
    labels = [own["at"] for own in recipe.get("column", []) if own.get("is") == "label"]
    part.check(labels == [letters(label)], f"{title}: names are in {letters(label)}, proposed {labels}")
    printed = [sheet.text(row, column) for row in range(1, over[0]) for column in range(1, sheet.width + 1)]
    units = {fold(own.split(":")[1]) for own in printed if re.match(r"\(?(đơn vị( tính)?|đvt)\s*:", fold(own))}
    part.check({fold(recipe.get("printed-unit", ""))} == units, f"{title}: figures are in {units}, proposed {recipe.get('printed-unit')}")
    spot = openpyxl.utils.cell.coordinate_from_string(recipe.get("period-cell", "A1"))
    where = sheet.text(spot[1], openpyxl.utils.column_index_from_string(spot[0]))
    part.check("period-cell" in recipe and str(year) in where, f"{title}: the period is proposed from {recipe.get('period-cell')}, {where!r}")
    wrong = [row["says"] for row in told.json()["proposal"] if row["part"] == "column" and row["state"] == "understood" and row["meaning"] != "the name of the row"]
    part.check(not wrong, f"{title}: the columns {wrong} are understood, and the plan does not say what they are")


def reason(part, title, row, own, percent, published):
    """Works out from the file alone why a rate differs; what cannot be explained is the program's fault."""
    if not own["plan"] or own["actual"] is None:
        part.check(percent is None or own["plan"], f"{title}: row {row} has no plan, and yet the rate {percent}")
        return f"row {row} ({own['label']}) has a blank or zero plan"
    own_rate = own["actual"] / own["plan"] * 100
    if abs(own_rate - published) > 0.06:
        part.check(percent is not None and abs(own_rate - percent) <= 0.000001, f"{title}: row {row}: {percent}, by its cells {own_rate}")
        sum_ = f"{own['actual']:.15g} / {own['plan']:.15g} = {own_rate:.2f}"
        return f"row {row} ({own['label']}) is wrong at the source: {published:.2f} printed, {sum_}"
    part.check(False, f"{title}: row {row}: {percent} here, {published} published, {own_rate} by its cells")
    return f"row {row}: not explained"


def made_budget(path):
    """A budget with what the published ones have: heads over three rows, names that occur twice, a rate that is wrong, a footnote."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Biểu 66"
    for spot, text in {"A1": "ỦY BAN NHÂN DÂN TỈNH THỬ", "A3": "QUYẾT TOÁN CHI NGÂN SÁCH NĂM 2017", "F4": "Đơn vị tính: Triệu đồng",
                       "A5": "STT", "B5": "NỘI DUNG", "C5": "DỰ TOÁN", "E5": "QUYẾT TOÁN", "G5": "SO SÁNH (%)", "C6": "TỔNG SỐ", "D6": "CHI  ĐẦU TƯ",
                       "E6": "TỔNG SỐ", "F6": "CHI ĐẦU TƯ"}.items():
        sheet[spot] = text
    for area in ("A5:A6", "B5:B6", "C5:D5", "E5:F5", "G5:G6"):
        sheet.merge_cells(area)
    rows = [("A", "B", 1, 2, 3, 4, "5=3/1"), (None, "TỔNG SỐ", 15908600.03202, 12648244.03202, 24436694, 19215585, 1.53606816129735),
            ("I", "CHI ĐẦU TƯ", 7365739.03202, 7038868, 5879803.860648, 5464563, 0.798263939991302), (None, "Trong đó:", None, None, None, None, None),
            ("1", "Giáo dục", 668200.15, None, 637001, None, 0.953308675551779), ("2", "Khoa học", 40740, None, 38134, None, 93.6033382425135),
            ("II", "CHI THƯỜNG XUYÊN", "6719472", None, 6918220, None, 1.02957791921746), ("1", "Giáo dục", 1000, None, 1500, None, 1.2),
            ("2", "Khoa học", None, None, 1444, None, None), ("3", "Dự phòng", 0, None, 55.5, None, 0), ("4", "Hoàn trả", -5, None, 10, None, None),
            ("5", "Viện trợ", "7.549.282 (1)", None, 9, None, None), (None, None, 77, None, 77, None, None)]
    for row, cells in enumerate(rows, 7):
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column).value = value
        sheet.cell(row, 7).number_format = "0%"
    book.save(path)
    listed = [(8, 0), (9, 0), (11, 0), (12, 1), (13, 0), (14, 0), (16, 0)]
    return [{"row": row, "label": rows[row - 7][1], "plan": float(rows[row - 7][2]), "actual": float(rows[row - 7][4]),
             "published": rows[row - 7][6], "as": "percent" if as_ else "fraction"} for row, as_ in listed]


def refused_budgets(part, desk, folder):
    """Files that must be refused: VNI letters, and a footnote in a cell with a number."""
    for file, sheet_, over, spot, why in [
        ("QT-2017-N-B66-TT343-95.xlsx", "Bao cao", (8, 12), None, "VNI"),
        ("Final_2008.xls", "Sheet1", (8, 9), "C10", "419.278.223"),
    ]:
        path = folder / file
        sheet = sheets(path)[sheet_]
        named, _ = lines_of(sheet, 2, (3,), over)
        measures = [(f"p{row}", f"Dòng {row}", "flow", decimals(sheet.figure(row, 3))) for row, _ in named]
        labels = [sheet.text(row, 2) for row in range(1, len(sheet.rows) + 1)]
        # Where letters are wrong, the names cannot be those of a recipe.
        lines = row_tables(named, labels, lambda row: [f"p{row}"]) if spot else ()
        columns = [{"at": '"B"', "is": '"label"'}, {"at": '"C"', "is": '"figures"'}]
        recipe = recipe_text("measures", columns, lines, sheet=quoted(sheet_), header=json.dumps(over), unit='"tinh"', period='"2017"', decimal='"comma"')
        plan = desk.plan(plan_text([("tinh", "Tỉnh")], measures), {"goc": recipe})
        done = desk.take(plan, path, "goc", "--yes")
        cells = [cell for cell, own in done.refused() if why in own and cell]
        part.check(done.code == 1 and not files(plan) and cells and (spot is None or [spot] == [cell for cell, _ in done.refused()]),
                   f"{file}: not refused with {spot or 'a cell'} and {why}: {done.brief()}")
        part.say(f"{file}: {done.brief()[:240]}")
        told = desk.take(plan, path, "new", "--sheet", sheet_)
        part.check(told.code == 0 if spot else told.code == 1 and why in told.said, f"{file}: a new recipe: {told.brief()}")


def budgets(part, desk, samples):
    path = desk.folder / "budget.xlsx"
    rows = made_budget(path)
    agree, unlike, _ = budget(part, desk, path, "Biểu 66", rows)
    budget_proposed(part, desk, path, "Biểu 66", rows, 2017)
    part.check((agree, unlike) == (5, 2), f"made here: {agree} agree and {unlike} do not, and should be 5 and 2")
    folder = part.published(samples, "vn-budget")
    if not folder:
        return
    counts = collections.Counter()
    for (file, name), rows in budget_rows(folder / "published_vs_computed.csv").items():
        agree, unlike, all_ = budget(part, desk, folder / file, name, rows)
        counts.update(agree=agree, unlike=unlike, all=all_)
        budget_proposed(part, desk, folder / file, name, rows, 2017)
    share = counts["agree"] / counts["all"]
    part.say(f"{counts['agree']} of {counts['all']} published rates agree within 0.06 points ({share:.2%}), {counts['unlike']} listed with a reason")
    part.check(share >= 0.98, f"only {share:.2%} of the published rates agree")
    refused_budgets(part, desk, folder)


# 3. Indexes.

SHORT = {"Bà Rịa - Vũng Tàu": ["BRVT"], "TP. Hồ Chí Minh": ["TP.HCM", "HCMC"], "Thừa Thiên - Huế": ["TT.Huế", "TT- Huế", "TT-Hue", "TT-Huế"],
         "Bắc Kạn": ["Bắc Cạn", "Bac Can"], "Đắk Nông": ["Đăk Nông"], "Đắk Lắk": ["Đăk Lăk"]}


def unmarked(text):
    text = "".join(own for own in unicodedata.normalize("NFD", text) if not unicodedata.combining(own))
    return text.replace("đ", "d").replace("Đ", "D")


def id_of(name):
    return re.sub(r"[^a-z0-9]+", "-", unmarked(name).lower()).strip("-")


def provinces_of(names):
    """Units for provinces, each with the other spellings that tables have for it: without marks, and short."""
    units = []
    for name in names:
        is_same = lambda full: id_of(full).endswith(id_of(name)) or id_of(name).endswith(id_of(full))
        others = [unmarked(name)] + next((short for full, short in SHORT.items() if is_same(full)), [])
        seen, spellings = {fold(name)}, []
        for own in others:
            if fold(own) not in seen:
                seen.add(fold(own))
                spellings.append(own)
        units.append((id_of(name), kept(name), *spellings))
    return units


def index(part, desk, path, name, units):
    """Imports a sheet with a row for each unit, compares it value by value, and looks at what is proposed for it."""
    sheet = sheets(path)[name]
    title = f"{path.name} [{name}]"
    by_name = {fold(spelling): unit[0] for unit in units for spelling in unit[1:]}
    hits = [sum(fold(sheet.text(row, column)) in by_name for row in range(1, len(sheet.rows) + 1)) for column in range(1, min(sheet.width, 8) + 1)]
    # Vietnamese names, where a column beside them has the same without marks.
    label = max(range(1, len(hits) + 1), key=lambda column: (hits[column - 1], sum(not sheet.text(row, column).isascii() for row in range(1, 40))))
    places, first = {}, None
    for row in range(1, len(sheet.rows) + 1):
        unit = by_name.get(fold(sheet.text(row, label)))
        if unit and unit not in places:
            places[unit] = row
    first = min(places.values())
    wide = lambda row: sum(bool(sheet.text(row, column)) for column in range(1, sheet.width + 1))
    over = (next(row for row in range(1, first) if wide(row) >= 3), max(row for row in range(1, first) if wide(row)))
    rows = set(places.values())
    columns = [column for column in range(label + 1, sheet.width + 1) if sum(is_number(sheet.at(row, column)) for row in rows) * 2 > len(rows)]
    # Numbers that somebody typed as text: 9.5 in a column of numbers.
    typed = [(row, column) for row in rows for column in columns
             if isinstance(sheet.at(row, column), str) and re.fullmatch(r"\d+\.\d{1,2}", sheet.at(row, column))]
    for row, column in typed:
        sheet.rows[row - 1][column - 1] = float(sheet.at(row, column))
    most = {column: decimals(*(sheet.figure(row, column) for row in rows)) for column in columns}
    numbers = [(sheet.figure(row, column), most[column]) for row in rows for column in columns]
    rounds = any(number is not None and fitted(number, most_)[1] for number, most_ in numbers)
    measures = [(f"c{column}", head(sheet, over, column) or f"Cột {letters(column)}", "level", most[column]) for column in columns]
    out = [str(row) for row in range(over[1] + 1, len(sheet.rows) + 1)
           if row not in rows and any(sheet.at(row, column) is not None for column in columns)]
    declared = [{"at": f'"{letters(label)}"', "head": quoted(head(sheet, over, label)) if head(sheet, over, label) else None, "is": '"label"'}]
    declared += [{"at": f'"{letters(column)}"', "head": quoted(head(sheet, over, column)) if head(sheet, over, column) else None,
                  "measure": f'"c{column}"'} for column in columns]
    recipe = lambda: recipe_text("units", declared, sheet=quoted(name) if name else None, header=json.dumps(over), period='"2016"',
                                 decimal='"point"' if typed else None, round="true" if rounds else None,
                                 leave_out_rows=json.dumps(out) if out else None)
    text = plan_text(units, measures, year=2016)
    plan = desk.plan(text, {"goc": recipe()})
    done = desk.take(plan, path, "goc", "--yes")
    differing = [re.match("[A-Z]+", cell)[0] for cell, why in done.refused() if cell and "the head of the column is" in why]
    if differing:
        # Without merged cells, as in csv, a head counts for the blank cells beside it: the file may say that it does not.
        part.say(f"{title}: heads are read otherwise than its merged cells say in {', '.join(differing)}; read without their heads")
        for own in declared:
            own["head"] = None if own["at"].strip('"') in differing else own["head"]
        (plan / "recipes/goc.toml").write_text(recipe(), "utf-8")
        done = desk.take(plan, path, "goc", "--yes")
    if done.code != 0:
        return done, None, None
    here = figures(plan)
    compared = 0
    for unit, row in places.items():
        own = here.get((unit, "2016"), {})
        for column in columns:
            value = sheet.figure(row, column)
            wanted = "" if value is None else fitted(value, most[column])[0]
            got = own.get(f"c{column}", "")
            part.check((got and plain(Decimal(got))) == wanted, f"{title}: {letters(column)}{row} is {value}, on file {got!r}")
            compared += 1
    part.check(len(here) == len(places), f"{title}: {len(here)} rows on file, {len(places)} in the sheet")
    fresh = desk.plan(text)
    told = desk.take(fresh, path, "new", *(["--sheet", name] if name else []))
    saved = list((fresh / "recipes").glob("*.toml"))
    if part.check(told.code == 0 and len(saved) == 1, f"{title}: nothing is proposed: {told.brief()}"):
        lines = saved[0].read_text("utf-8").splitlines()
        part.check('rows = "units"' in lines, f"{title}: the rows are proposed to be {[own for own in lines if 'rows =' in own]}")
        part.check(f"header = [{over[0]}, {over[1]}]" in lines, f"{title}: the head is {over}, proposed {[own for own in lines if 'header =' in own]}")
    return done, here, (sheet, columns, places, compared)


def dimensions(part, title, sheet, columns, rows, here):
    """Finds columns that are sums of those behind them, and the total of these; then adds up what is on file."""
    value = sheet.figure
    near = Decimal("0.00001")
    full = {unit: row for unit, row in rows.items() if all(is_number(sheet.at(row, column)) for column in columns)}
    some = list(full.values())[:9]
    found, at = [], 0
    while at < len(columns):
        many = next((many for many in range(2, 7) if at + many < len(columns) and all(
            abs(value(row, columns[at]) - sum(value(row, own) for own in columns[at + 1:at + 1 + many])) <= near for row in some)), 0)
        if many:
            found.append(columns[at])
        at += many + 1
    is_total = lambda own: all(abs(value(row, own) - sum(value(row, one) for one in found)) <= near for row in some)
    total = next((own for own in reversed(columns) if is_total(own)), None)
    if not part.check(len(found) == 6 and total, f"{title}: {len(found)} dimensions and the total {total} found, not six and one"):
        return
    most = Decimal(0)
    for unit in full:
        own = here[unit, "2016"]
        off = abs(Decimal(own[f"c{total}"]) - sum(Decimal(own[f"c{column}"]) for column in found))
        most = max(most, off)
        part.check(off <= near, f"{title}: {unit}: the dimensions are {off} off the total")
    part.say(f"{title}: {', '.join(map(letters, found))} add up to {letters(total)} for {len(full)} units, {most:.1e} off at most"
             + (f"; blank at the source: {', '.join(sorted(set(rows) - set(full)))}" if len(full) < len(rows) else ""))


def made_index(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "2016"
    sheet.append(["id", "eng", "vie", "One", "Part a", "Part b", "Total"])
    sheet.append(["id", "eng", "vie", "Một", "Phần a", "Phần b", "Tổng"])
    names = ["Hà Nội", "Hà Nam", "Hà Giang", "Quảng Nam", "Quảng Ninh", "Đắk Lắk", "Đắk Nông", "Bình Định", "Bình Thuận", "Ninh Thuận"]
    for at, name in enumerate(names, 1):
        one, two = 1.26411 + at / 7, 0.8689144 * at
        sheet.append([at, unmarked(name), name, one + two, one, two, one + two])
    sheet.append([999, "Max", "Điểm cao nhất", 10, 3.3, 3.3, 60])
    book.save(path)
    return names


def indexes(part, desk, samples):
    path = desk.folder / "index.xlsx"
    names = made_index(path)
    done, here, found = index(part, desk, path, "2016", provinces_of(names))
    if part.check(found and len(here) == len(names), f"made here: {done.brief()}"):
        part.say(f"made here: {found[3]} values as openpyxl reads them")
    folder = part.published(samples, "vn-papi-pci")
    if not folder:
        return
    path = folder / "PAPI_2011-2016.xlsx"
    every = sheets(path)
    last = every["2016_PAPI"]
    names = [last.text(row, 3) for row in range(3, 66)]
    units = provinces_of(names)
    part.check(len(units) == 63, f"{len(units)} provinces")
    for name in reversed(every):
        done, here, found = index(part, desk, path, name, units)
        if part.check(found is not None, f"{path.name} [{name}]: {done.brief()}"):
            sheet, columns, rows, compared = found
            part.say(f"{path.name} [{name}]: {len(rows)} provinces, {compared} values as openpyxl reads them")
            dimensions(part, f"{path.name} [{name}]", sheet, columns, rows, here)
    for file in ("PCI_2009.xls", "PCI_2012.xlsx", "PCI_2014.xlsx"):
        pci(part, desk, folder / file, units)


def pci(part, desk, path, units):
    """Each sheet is read as another program reads it, or refused with its name and what to do."""
    out_of_sight = hidden(path)
    broken = [name for name, spans in spans_of(path).items() if not re.match(r"[A-Z]", spans)] if path.suffix == ".xlsx" else []
    read, refused = 0, []
    for name in sheets(path):
        title = f"{path.name} [{name}]" + (" (hidden)" if name in out_of_sight else "")
        done, _, found = index(part, desk, path, name, units)
        if found:
            read += 1
            part.say(f"{title}: {len(found[2])} provinces, {found[3]} values")
        elif name in broken:
            refused.append(name)
            part.check(done.code == 1 and name in done.said, f"{title}: refused without the name of the sheet: {done.brief()}")
            part.check(re.search(r"save", done.said), f"{title}: refused without what to do: {done.brief()}")
            part.say(f"{title}: {done.brief()[:260]}")
        else:
            part.check(False, f"{title}: {done.brief()}")
    part.say(f"{path.name}: {read} sheets read, {len(refused)} refused")


def spans_of(path):
    """What each sheet says that it spans."""
    with zipfile.ZipFile(path) as pack:
        book, links = (pack.read(name).decode() for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
        target = {}
        for tag in re.findall(r"<Relationship [^>]*>", links):
            target[re.search(r'Id="([^"]*)"', tag)[1]] = re.search(r'Target="([^"]*)"', tag)[1]
        found = {}
        for tag in re.findall(r"<sheet [^>]*>", book):
            part_ = target[re.search(r'r:id="([^"]*)"', tag)[1]]
            span = re.search(r'<dimension ref="([^"]*)"', pack.read("xl/" + part_.removeprefix("/xl/")).decode()[:3000])
            found[re.search(r'name="([^"]*)"', tag)[1]] = span[1] if span else "A1"
        return found


# 4. Names.


def made_names():
    """Spellings as exports and converters leave them."""
    names = ["Hà Nội", "Hà Nam", "Hà Giang", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Bình Định", "Bình Dương", "Thừa Thiên - Huế", "Đắk Lắk"]
    for name in names:
        nfd = unicodedata.normalize("NFD", name)
        for own in (name, name.upper(), f"\u00a0{name}", f" {name.lower()}  ", nfd, nfd.upper(), unmarked(name), name.replace(" ", "\u00a0"),
                    name.encode("utf-8").decode("latin-1"), name.encode("latin-1", "replace").decode("latin-1").replace("?", "\ufffd"), f"Tỉnh {name}",
                    f"\ufffd{name}", cp1258(name).decode("latin-1")):
            yield own, name


def name_counts(part, desk, title, spellings):
    """Reads a table with a row for each spelling, and counts what becomes of them."""
    one = {"Thua Thien – Hue": "Thua Thien - Hue"}  # the same province, with another dash
    spellings = list(dict.fromkeys((original, one.get(fixed, fixed)) for original, fixed in spellings))
    names = list(dict.fromkeys(fixed for _, fixed in spellings))
    others = {full: own for own, full in one.items()}
    units = [(id_of(name), name, *([others[name]] if name in others else [])) for name in names]
    ids = {id_of(name): name for name in names}
    part.check(len(ids) == len(names), f"{title}: two names have the same id")
    path = desk.folder / f"names-{desk.count}.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Tỉnh", "Số"])
    for at, (original, _) in enumerate(spellings, 2):
        # Control characters may stand in no workbook.
        book.active.append([re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", original), at])
    book.save(path)
    plan = desk.plan(plan_text(units, [("so", "Số", "level", 0)]), {"goc": recipe_text(
        "units", [{"at": '"A"', "head": '"Tỉnh"', "is": '"label"'}, {"at": '"B"', "head": '"Số"', "measure": '"so"'}], header="[1, 1]", period='"2017"')})
    done = desk.take(plan, path, "goc", "--dry-run")
    counts, wrong = collections.Counter(), []
    by_row = {}
    for cell in done.json().get("cells", []):
        spot = re.fullmatch(r"([A-Z])(\d+)", cell["cell"] or "")
        if spot and int(spot[2]) > 1:
            by_row[int(spot[2])] = cell
    for row, (original, fixed) in enumerate(spellings, 2):
        cell = by_row.get(row)
        if cell is None:
            part.check(False, f"{title}: nothing is said of {original!r}")
        elif cell["unit"]:
            counts["matched"] += 1
            part.check(ids[cell["unit"]] == fixed, f"{title}: {original!r} is taken for {ids[cell['unit']]}, and is {fixed}")
            own = fold(original)
            part.check(own in (fold(fixed), fold(others.get(fixed, fixed))), f"{title}: {original!r} is taken for {fixed}, but is not the same name")
        else:
            near = re.search(r'did you mean "([^"]*)"', cell["why"] or "")
            part.check(fold(original) != fold(fixed), f"{title}: {original!r} is the name of {fixed} and was not matched")
            if not near:
                counts["refused"] += 1
                continue
            counts["offered"] += 1
            if one.get(near[1], near[1]) == fixed or ids.get(near[1]) == fixed:
                counts["right"] += 1
            else:
                wrong.append(f"{original.strip()!r} → {near[1]}, not {fixed}")
            counts["by id"] += near[1] in ids
    part.check(sum(counts[own] for own in ("matched", "offered", "refused")) == len(spellings), f"{title}: some spellings were not answered")
    part.say(f"{title}: {len(spellings)} spellings of {len(names)} names: {counts['matched']} matched, {counts['offered']} offered "
             f"({counts['right']} of them rightly, {counts['by id']} by an id), {counts['refused']} refused without an offer")
    for own in wrong:
        part.say(f"{title}: offered: {own}")
    # What a new recipe would say of the same rows: alike is only likely, and what is equal needs no row.
    meant = {kept(original): fixed for original, fixed in spellings}
    rows = [row for row in desk.take(plan, path, "new", "--dry-run").json().get("proposal", []) if row["part"] == "row"]
    likely = [row for row in rows if row["state"] == "likely"]
    right = sum(one.get(row["meaning"], row["meaning"]) == meant.get(kept(row["says"])) for row in likely)
    part.check(all(row["state"] in ("likely", "open") for row in rows), f"{title}: a row whose name the plan does not have is understood")
    # A name that stands twice is named the second time: whose figures the second row has, the file does not say.
    again = [row for row in rows if row["state"] == "open" and fold(row["says"]) in {fold(own) for own in (*names, *one)}]
    part.check(len(rows) - len(again) + counts["matched"] == len(spellings), f"{title}: a new recipe names {len(rows)} rows")
    part.say(f"{title}: a new recipe has {len(likely)} of them as likely, {right} rightly, and leaves {len(rows) - len(likely)} open")
    return counts


def names(part, desk, samples):
    counts = name_counts(part, desk, "made here", made_names())
    part.check(counts["matched"] == 70, f"made here: {counts['matched']} matched, and seven spellings of ten names are the same")
    folder = part.published(samples, "vn-names")
    if not folder:
        return
    with open(folder / "Provinces.csv", encoding="utf-8-sig", newline="") as file:
        spellings = [(row["original"], row["fixed"]) for row in csv.DictReader(file)]
    name_counts(part, desk, "Provinces.csv", spellings)
    # The same, with names as they are written: those of the indexes, where it has no marks.
    if not part.published(samples, "vn-papi-pci"):
        return
    sheet = sheets(samples / "vn-papi-pci" / "PAPI_2011-2016.xlsx")["2016_PAPI"]
    marked = {id_of(sheet.text(row, 3)): sheet.text(row, 3) for row in range(3, 66)}
    marked["ho-chi-minh-city"] = marked.pop("tp-ho-chi-minh", "Ho Chi Minh City")
    name_counts(part, desk, "Provinces.csv, names with marks", [(original, marked.get(id_of(fixed), fixed)) for original, fixed in spellings])


# 5. Odd workbooks.


def packed(path, replaced):
    """Writes a workbook with one part in it made of a start, a piece many times, and an end."""
    plain_ = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Đơn vị", "Số"])
    book.save(plain_)
    name, start, piece, many, end = replaced
    with zipfile.ZipFile(plain_) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        for own in source.namelist():
            if own != name:
                pack.writestr(own, source.read(own))
        with pack.open(name, "w", force_zip64=True) as stream:
            stream.write(start)
            for _ in range(many):
                stream.write(piece)
            stream.write(end)


MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def bombs(folder):
    row = b"<row><c><v>1</v></c><c><v>2</v></c></row>"
    sheet = "xl/worksheets/sheet1.xml"
    packed(folder / "bomb-rows.xlsx", (sheet, b"<worksheet " + MAIN + b"><sheetData>", row * 25_000, 300, b"</sheetData></worksheet>"))
    packed(folder / "bomb-text.xlsx", (sheet, b"<worksheet " + MAIN + b'><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>', b"a" * 1_000_000, 400,
                                       b"</t></is></c></row></sheetData></worksheet>"))
    packed(folder / "bomb-strings.xlsx", ("xl/sharedStrings.xml", b"<sst " + MAIN + b">", b"<si><t>a</t></si>" * 50_000, 400, b"</sst>"))
    book = openpyxl.Workbook()
    book.active["A1"] = "Đơn vị"
    book.active["XFD1048576"] = 1
    book.save(folder / "corners.xlsx")
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = 1
    book.save(folder / "last-corner.xlsx")
    (folder / "empty.xlsx").write_bytes(b"")
    (folder / "cut.xlsx").write_bytes((folder / "corners.xlsx").read_bytes()[:900])
    (folder / "zeros.csv").write_bytes(b"\0" * 5000)
    (folder / "quotes.csv").write_bytes(b'a;b\n"' * 20_000)
    (folder / "commas.csv").write_bytes(b"," * 3_000_000)


def odd(part, desk, samples):
    folder = desk.folder / "odd"
    folder.mkdir()
    bombs(folder)
    list_ = sorted(folder.iterdir())
    for name in ("calamine-xlsx", "csv-spectrum"):
        found = part.published(samples, name)
        list_ += sorted(path for path in found.rglob("*") if path.suffix in (".xlsx", ".xls", ".csv")) if found else []
    plan = desk.plan(plan_text([("mot", "Một"), ("hai", "Hai")], [("so", "Số", "level", 2)]), {"goc": recipe_text(
        "units", [{"at": '"A"', "is": '"label"'}, {"at": '"B"', "measure": '"so"'}], header="[1, 1]", period='"2017"')})
    codes = collections.Counter()
    longest, largest = (0, ""), (0, "")
    for path in list_:
        for recipe, *args in (("new", "--dry-run"), ("goc", "--yes")):
            done = desk.take(plan, path, recipe, *args)
            title = f"{path.name} --recipe {recipe} {args[0]}"
            codes[done.code] += 1
            part.check(done.code in (0, 1, 2) and "panicked" not in done.said, f"{title}: {done.brief()}")
            part.check(done.code == 0 or done.refused() or done.err.strip(), f"{title}: exit {done.code} and no reason")
            part.check(done.seconds <= SECONDS and done.memory <= MEMORY, f"{title}: {done.seconds:.1f} s and {done.memory // 1024} MB: {done.brief()}")
            longest, largest = max(longest, (done.seconds, title)), max(largest, (done.memory, title))
            if recipe == "goc":
                part.say(f"{path.name}: {done.brief()[:200]}")
    part.say(f"{len(list_)} files; exit codes {dict(codes)}; {longest[0]:.1f} s at most ({longest[1]}), {largest[0] // 1024} MB at most ({largest[1]})")


# 6. Recipes proposed.

UNITS = [("mot-cua", "Bộ phận Một cửa"), ("van-phong", "Văn phòng Sở"), ("thanh-tra", "Thanh tra Sở")]
MEASURES = [("tiep-nhan", "Hồ sơ tiếp nhận", "flow", 0), ("truc-tuyen", "Tiếp nhận trực tuyến", "flow", 0), ("truc-tiep", "Tiếp nhận trực tiếp", "flow", 0),
            ("dung-han", "Giải quyết đúng hạn", "flow", 0), ("kinh-phi", "Kinh phí", "flow", 3), ("hai-long", "Mức độ hài lòng", "level", 2)]


class Percent:
    """A number in a cell that is shown as a percentage."""

    def __init__(self, value):
        self.value = value


# Each case: the cells; merged areas; what each column is and how sure that is; what else the recipe must say; questions left open;
# answers to them, as lines of the recipe; options of the import; the figures.
CASES = {
    "units": {
        "file": "xlsx",
        "cells": [["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], [], ["TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THÁNG 7 NĂM 2019"], [None, None, None, None, None, "Đơn vị tính: hồ sơ"],
                  ["STT", "Đơn vị", "Hồ sơ tiếp nhận", "Trong đó", None, "Giải quyết đúng hạn", "Ghi chú"],
                  [None, None, None, "Tiếp nhận trực tuyến", "Tiếp nhận trực tiếp"], ["A", "B", "1=2+3", 2, 3, 4, "C"],
                  [1, "Bộ phận Một cửa", 74, 33, 41, 70], [2, "VĂN PHÒNG  SỞ", 31, "-", 31, 30, "chờ thêm"], [3, "Thanh tra Sở", 5, 5, "-", 5],
                  [None, "Tổng số", 110, 38, 72, 105], [], [None, "Người lập biểu", None, None, None, "Trưởng phòng"]],
        "merged": ["A5:A6", "B5:B6", "C5:C6", "D5:E5", "F5:F6", "G5:G6"],
        "columns": {"A": (None, "left-out"), "B": ("label", "understood"), "C": ("tiep-nhan", "understood"), "D": ("truc-tuyen", "likely"),
                    "E": ("truc-tiep", "likely"), "F": ("dung-han", "understood"), "G": ("note", "understood")},
        "says": {"form": "so-lieu", "header": [5, 7], "rows": "units", "printed-unit": "hồ sơ", "period-cell": "A3", "leave-out": ["Tổng số"]},
        "open": {"dash"}, "answers": ['dash = "zero"', 'until = "Người lập biểu"'],
        "figures": {("mot-cua", "2019-07"): {"tiep-nhan": "74", "truc-tuyen": "33", "truc-tiep": "41", "dung-han": "70"},
                    ("van-phong", "2019-07"): {"tiep-nhan": "31", "truc-tuyen": "0", "truc-tiep": "31", "dung-han": "30", "note": "chờ thêm"},
                    ("thanh-tra", "2019-07"): {"tiep-nhan": "5", "truc-tuyen": "5", "truc-tiep": "0", "dung-han": "5"}},
        "damage": {"figure": "D9", "head": "F5", "name": "B9"},
    },
    "measures": {
        "file": "csv",
        "cells": [["Đơn vị: Thanh tra Sở"], ["Báo cáo tháng 8 năm 2019"], [], ["TT", "Chỉ tiêu", "Kết quả", "Ghi chú"],
                  ["1", "Hồ sơ tiếp nhận", "1.250", ""], ["2", "Giải quyết đúng hạn", "1.201", ""], ["3", "Kinh phí", "1.234,5", "đợt 2"],
                  ["4", "Mức độ hài lòng", "85,25", ""]],
        "columns": {"A": (None, "left-out"), "B": ("label", "understood"), "C": ("figures", "understood"), "D": ("note", "understood")},
        "says": {"form": "so-lieu", "header": [4, 4], "rows": "measures", "decimal": "comma", "period-cell": "A2", "unit-cell": "A1"},
        "open": set(), "answers": [],
        "figures": {("thanh-tra", "2019-08"): {"tiep-nhan": "1250", "dung-han": "1201", "kinh-phi": "1234.5", "hai-long": "85.25", "note": "đợt 2"}},
        "damage": {"figure": "C6", "head": "C4", "name": "B6"},
    },
    "periods": {
        "file": "xlsx",
        "cells": [["Theo dõi năm 2019"], ["Kỳ", "Hồ sơ tiếp nhận", "Mức độ hài lòng"], ["Tháng 1/2019", 12, Percent(0.8525)], ["Tháng 02/2019", 7, Percent(1)],
                  ["2019-03", 9, Percent(0.9)], [datetime.date(2019, 4, 1), 3, Percent(0.755)]],
        "columns": {"A": ("label", "understood"), "B": ("tiep-nhan", "understood"), "C": ("hai-long", "understood")},
        "says": {"form": "so-lieu", "header": [2, 2], "rows": "periods"},
        "open": {"unit"}, "answers": ['unit = "van-phong"'],
        "figures": {("van-phong", "2019-01"): {"tiep-nhan": "12", "hai-long": "85.25"}, ("van-phong", "2019-02"): {"tiep-nhan": "7", "hai-long": "100"},
                    ("van-phong", "2019-03"): {"tiep-nhan": "9", "hai-long": "90"}, ("van-phong", "2019-04"): {"tiep-nhan": "3", "hai-long": "75.5"}},
        "damage": {"figure": "B4", "head": "C2", "name": "A4"},
    },
    "alike": {
        "file": "xlsx",
        "cells": [["Số liệu tháng 6/2019"], ["STT", "Tên đơn vị", "Số hồ sơ tiếp nhận", "Giải quyết  ĐÚNG hạn", "Mức hài lòng", "Số cuộc họp"],
                  [1, "Bộ phận 1 cửa", 5, 4, 90, 3], [2, "Van phong So", 6, 6, 80.5, 1], [3, "Thanh tra Sở", 7, 7, 70.25, 0], [4, "Trung tâm Khác", 1, 1, 50, 9]],
        "columns": {"A": (None, "left-out"), "B": ("label", "understood"), "C": ("tiep-nhan", "likely"), "D": ("dung-han", "understood"),
                    "E": ("hai-long", "likely"), "F": (None, "open")},
        "rows": {"Bộ phận 1 cửa": ("mot-cua", "likely"), "Van phong So": ("van-phong", "likely"), "Trung tâm Khác": (None, "open")},
        "says": {"form": "so-lieu", "header": [2, 2], "rows": "units", "period-cell": "A1"},
        "open": set(), "answers": ['leave-out = ["Trung tâm Khác"]'],
        "figures": {("mot-cua", "2019-06"): {"tiep-nhan": "5", "dung-han": "4", "hai-long": "90"},
                    ("van-phong", "2019-06"): {"tiep-nhan": "6", "dung-han": "6", "hai-long": "80.5"},
                    ("thanh-tra", "2019-06"): {"tiep-nhan": "7", "dung-han": "7", "hai-long": "70.25"}},
        "damage": {"figure": "D4", "head": "C2", "name": "B5"},
    },
    "matrix": {
        "file": "xlsx",
        "cells": [["Kết quả tháng 5 năm 2019"], ["TT", "Số liệu", "Đơn vị báo cáo"], [None, None, "Khối văn phòng", None, "Khối khác"],
                  [None, None, "Bộ phận Một cửa", "Văn phòng Sở", "Thanh tra Sở"],
                  [1, "Hồ sơ tiếp nhận", 10, 20, 30], [2, "Tiếp nhận trực tuyến", 1, 2, 3], [3, "Kinh phí", 1.5, 2.25, 1000]],
        "merged": ["A2:A4", "B2:B4", "C2:E2", "C3:D3"],
        "columns": {"A": (None, "left-out"), "B": ("label", "understood"), "C": ("figures", "understood"), "D": ("figures", "understood"),
                    "E": ("figures", "understood")},
        "says": {"form": "so-lieu", "header": [2, 4], "rows": "measures", "period-cell": "A1"},
        "open": set(), "answers": [],
        "figures": {("mot-cua", "2019-05"): {"tiep-nhan": "10", "truc-tuyen": "1", "kinh-phi": "1.5"},
                    ("van-phong", "2019-05"): {"tiep-nhan": "20", "truc-tuyen": "2", "kinh-phi": "2.25"},
                    ("thanh-tra", "2019-05"): {"tiep-nhan": "30", "truc-tuyen": "3", "kinh-phi": "1000"}},
        "damage": {"figure": "D6", "head": "D4", "name": "B6"},
    },
    "undecided": {
        "file": "xlsx",
        "cells": [["Số liệu tháng 4/2019"], ["Đơn vị", "Kinh phí", "Hồ sơ tiếp nhận"], ["Bộ phận Một cửa", "1.234", 3], ["Văn phòng Sở", "2,500", 4]],
        "columns": {"A": ("label", "understood"), "B": ("kinh-phi", "understood"), "C": ("tiep-nhan", "understood")},
        "says": {"form": "so-lieu", "header": [2, 2], "rows": "units", "period-cell": "A1"},
        "open": {"decimal"}, "answers": ['decimal = "comma"'],
        "figures": {("mot-cua", "2019-04"): {"kinh-phi": "1234", "tiep-nhan": "3"}, ("van-phong", "2019-04"): {"kinh-phi": "2.500", "tiep-nhan": "4"}},
        "damage": {"figure": "C4", "head": "B2", "name": "A4"},
    },
    "nearly the same": {
        "file": "csv",
        "cells": [["Tháng 3 năm 2019"], ["Đơn vị", "Tiếp nhận trực tuyền", "Tiếp nhận trực tiép", "Tiếp nhận", "Năm 2018"],
                  ["Bộ phận Một cửa", "3", "4", "7", "6"], ["Thanh tra Sở", "1", "0", "1", "2"]],
        "columns": {"A": ("label", "understood"), "B": ("truc-tuyen", "likely"), "C": ("truc-tiep", "likely"), "D": (None, "open"), "E": (None, "open")},
        "says": {"form": "so-lieu", "header": [2, 2], "rows": "units", "period-cell": "A1"},
        "open": set(), "answers": [],
        "figures": {("mot-cua", "2019-03"): {"truc-tuyen": "3", "truc-tiep": "4"}, ("thanh-tra", "2019-03"): {"truc-tuyen": "1", "truc-tiep": "0"}},
        "damage": {"figure": "C4", "head": "B2", "name": "A4"},
    },
    "two periods named": {
        "file": "xlsx",
        "cells": [["Số liệu tháng 2/2019"], ["So với tháng 1/2019"], ["Đơn vị", "Hồ sơ tiếp nhận", "Kinh phí"], ["Bộ phận Một cửa", 3, 0.12345], ["Thanh tra Sở", 1, 2]],
        "columns": {"A": ("label", "understood"), "B": ("tiep-nhan", "understood"), "C": ("kinh-phi", "understood")},
        "says": {"form": "so-lieu", "header": [3, 3], "rows": "units"},
        "open": {"period", "round"}, "answers": ["round = true", 'period = "2019-02"'],
        "figures": {("mot-cua", "2019-02"): {"tiep-nhan": "3", "kinh-phi": "0.123"}, ("thanh-tra", "2019-02"): {"tiep-nhan": "1", "kinh-phi": "2"}},
        "damage": {"figure": "B5", "head": "B3", "name": "A5"},
    },
    "two units printed": {
        "file": "xlsx",
        "cells": [["Số liệu tháng 9/2019"], ["Đơn vị tính: Triệu đồng"], ["Đơn vị tính: đồng"], ["Đơn vị", "Hồ sơ tiếp nhận", "Kinh phí"],
                  ["Bộ phận Một cửa", 3, 5], ["Thanh tra Sở", 1, 2]],
        "columns": {"A": ("label", "understood"), "B": ("tiep-nhan", "understood"), "C": ("kinh-phi", "understood")},
        "says": {"form": "so-lieu", "header": [4, 4], "rows": "units", "period-cell": "A1"},
        "open": set(), "answers": [],
        "figures": {("mot-cua", "2019-09"): {"tiep-nhan": "3", "kinh-phi": "5"}, ("thanh-tra", "2019-09"): {"tiep-nhan": "1", "kinh-phi": "2"}},
        "damage": {"figure": "B5", "head": "B4", "name": "A5"},
    },
}
TOLD = ("form", "sheet", "header", "rows", "decimal", "dash", "percent", "round", "year", "unit", "unit-cell", "period", "period-cell", "printed-unit",
        "leave-out", "leave-out-rows", "until")


def write_case(path, case, changed=()):
    """Writes a table, some of its cells changed, given by their addresses."""
    cells = {(row, column): value for row, line in enumerate(case["cells"], 1) for column, value in enumerate(line, 1) if value is not None}
    for address, value in dict(changed).items():
        spot = openpyxl.utils.cell.coordinate_from_string(address)
        cells[spot[1], openpyxl.utils.column_index_from_string(spot[0])] = value
    if case["file"] == "csv":
        width = max(column for _, column in cells)
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        for row in range(1, len(case["cells"]) + 1):
            writer.writerow([cells.get((row, column), "") for column in range(1, width + 1)])
        path.write_text(text.getvalue(), "utf-8", newline="")
        return
    book = openpyxl.Workbook()
    for (row, column), value in cells.items():
        cell = book.active.cell(row, column)
        if isinstance(value, Percent):
            cell.value, cell.number_format = value.value, "0.00%"
        else:
            cell.value = value
    for area in case.get("merged", ()):
        book.active.merge_cells(area)
    book.save(path)


def proposal(part, title, case, plan, told):
    """Compares what is proposed with what is so: what is understood must be right, and what is right must be understood."""
    rows = told.json().get("proposal", [])
    state = {}
    for row in rows:
        if row["part"] == "column":
            state[re.search(r"[A-Z]+$", row["where"])[0]] = row["state"]
    wanted = {column: sure for column, (_, sure) in case["columns"].items()}
    part.check(state == wanted, f"{title}: columns are {state}, and should be {wanted}")
    named = {row["says"]: row["state"] for row in rows if row["part"] == "row"}
    wanted = {name: sure for name, (_, sure) in case.get("rows", {}).items()}
    part.check(named == wanted, f"{title}: rows are {named}, and should be {wanted}")
    asked = {row["part"] for row in rows if row["state"] == "open" and row["part"] not in ("column", "row")}
    part.check(asked == case["open"], f"{title}: asked for {asked}, and should be for {case['open']}")
    saved = list((plan / "recipes").glob("*.toml"))
    if not part.check(len(saved) == 1, f"{title}: no recipe was saved: {told.brief()}"):
        return
    recipe = tomllib.loads(saved[0].read_text("utf-8"))
    said = {key: recipe[key] for key in TOLD if key in recipe}
    likely = [row["part"] for row in rows if row["state"] == "likely" and row["part"] not in ("column", "row")]
    wanted = {key: value for key, value in case["says"].items() if key not in likely}
    part.check(said == wanted, f"{title}: the recipe says {said}, and should say {wanted}")
    part.check(set(likely) <= {"form"}, f"{title}: {likely} should be understood")
    for own in recipe.get("column", []):
        means = own.get("measure") or own.get("is")
        part.check(case["columns"].get(own["at"], (None,))[0] == means, f"{title}: column {own['at']} is said to be {means}")
    part.check(not recipe.get("row"), f"{title}: rows are taken for certain: {recipe.get('row')}")


def answered(part, desk, title, case, plan, path):
    """Takes what is likely, answers what is open, and returns the recipe's name."""
    for own in (plan / "recipes").glob("*.toml"):
        own.unlink()
    done = desk.take(plan, path, "new", "--likely")
    saved = list((plan / "recipes").glob("*.toml"))
    if not part.check(done.code == 0 and len(saved) == 1, f"{title}: no recipe with --likely: {done.brief()}"):
        return None
    text = saved[0].read_text("utf-8")
    lines = text.splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("[[")) if any(line.startswith("[[") for line in lines) else len(lines)
    for answer in case["answers"]:
        key = answer.split(" = ")[0]
        old = next((at for at, line in enumerate(lines[:first]) if re.match(rf"#? ?{key} = ", line)), None)
        if old is None:
            lines.insert(0, answer)
            first += 1
        else:
            lines[old] = answer
    saved[0].write_text("\n".join(lines) + "\n", "utf-8")
    recipe = tomllib.loads(saved[0].read_text("utf-8"))
    for own in recipe.get("column", []):
        means = own.get("measure") or own.get("is")
        part.check(case["columns"].get(own["at"], (None,))[0] == means, f"{title}: with --likely, column {own['at']} is {means}")
    for own in recipe.get("row", []):
        means = own.get("unit") or own.get("measure")
        part.check(case.get("rows", {}).get(own["name"], (None,))[0] == means, f"{title}: with --likely, row {own['name']} is {means}")
    return saved[0].stem


def proposed(part, desk, samples):
    text = plan_text(UNITS, MEASURES, year=2019, every="month", form="so-lieu", title="Số liệu hồ sơ", provenance="made-up")
    taken, damaged = 0, 0
    for title, case in CASES.items():
        path = desk.folder / f"{title.replace(' ', '-')}.{case['file']}"
        write_case(path, case)
        plan = desk.plan(text)
        proposal(part, title, case, plan, desk.take(plan, path, "new"))
        name = answered(part, desk, title, case, plan, path)
        if name is None:
            continue
        done = desk.take(plan, path, name, "--yes")
        if not part.check(done.code == 0, f"{title}: {done.brief()}"):
            continue
        here = {key: {own: value for own, value in row.items() if value and own not in ("period", "unit", "reported")}
                for key, row in figures(plan, "so-lieu").items()}
        part.check(here == case["figures"], f"{title}: on file {here}, and should be {case['figures']}")
        taken += sum(map(len, here.values()))
        before = files(plan)
        again = desk.run(plan, "import", path, "--recipe", name, "--yes")
        part.check(again.code == 0 and files(plan) == before and "không có gì để ghi" in again.said, f"{title}: imported again: {again.brief()}")
        damaged += damage(part, desk, title, case, plan, name)
    part.say(f"{len(CASES)} tables proposed as they are, {taken} figures taken over, {damaged} damaged copies refused whole")


def damage(part, desk, title, case, plan, name):
    """A damaged copy is refused whole, with the address of the cell."""
    before = files(plan)
    at = case["damage"]
    count = 0
    for spot, value in ((at["figure"], "#REF!"), (at["figure"], "7.549 (1)"), (at["figure"], "hỏi lại"), (at["figure"], "12,3456789"),
                        (at["head"], "Cột đã đổi"), (at["name"], "Dòng đã đổi tên")):
        path = desk.folder / f"damaged.{case['file']}"
        write_case(path, case, {spot: value})
        done = desk.take(plan, path, name, "--yes")
        cells = [cell for cell, _ in done.refused()]
        # A head is named where it begins, whichever of its rows has changed.
        own = re.sub(r"\d+", "", spot) + str(case["says"]["header"][0]) if spot == at["head"] else spot
        right = done.code == 1 and files(plan) == before and own in cells
        count += part.check(right, f"{title}: {spot} is now {value!r}: {done.brief()}")
        part.check(own in done.said, f"{title}: {spot} is not named")
    return count


PARTS = {"encodings": encodings, "budgets": budgets, "indexes": indexes, "names": names, "odd": odd, "proposed": proposed}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=Path)
    parser.add_argument("--samples", type=Path, default=os.environ.get("PLAN_SAMPLES"), help="a folder of published tables; PLAN_SAMPLES by default")
    parser.add_argument("--only", default=",".join(PARTS), help="some of the parts, apart by commas")
    args = parser.parse_args()
    chosen = args.only.split(",")
    if not args.binary.is_file() or set(chosen) - set(PARTS):
        parser.error(f"no program {args.binary}" if not args.binary.is_file() else f"the parts are {', '.join(PARTS)}")
    samples = Path(args.samples).resolve() if args.samples else Path("published-tables")
    wrong = []
    for name in chosen:
        part = Part(name)
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name](part, Desk(str(args.binary.resolve()), folder), samples)
        named = f", {MOST} of them named" if len(part.wrong) > MOST else ""
        told = f"{len(part.wrong)} things are wrong{named}" if part.wrong else "all as it should be"
        part.say(f"{told} ({time.monotonic() - began:.1f} s)")
        wrong += part.wrong
    if wrong:
        print(f"tables: {len(wrong)} things are not as they should be", file=sys.stderr)
        sys.exit(1)
    print("tables: everything is as it should be")


if __name__ == "__main__":
    main()
