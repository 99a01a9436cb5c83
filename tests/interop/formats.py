#!/usr/bin/env python3
"""Reads what `plan` writes as csv with Python's csv module, and compares each table with the same table in JSON, value by value.

    python3 tests/interop/formats.py PLAN_BINARY FOLDER...

Besides the plans in the folders it makes one of its own, whose names are formulas, quotes, commas and line breaks. It follows
docs/formats.md: rates take three columns and amounts four, a list is joined with `;`, null is blank, and a text that a spreadsheet
would run has one apostrophe before it.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

TODAY = "1609502400"  # noon of 1 January 2021
DAYS = ["2019-01-05", "2019-06-30", "2019-10-15", "2020-03-01"]
COLUMNS_OF_ALL = ["as-of", "made-up", "incomplete"]
# What may stand before a sign that a spreadsheet runs without being seen.
ARMED = re.compile("^'*['\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\\-@＝＋－＠\t\r]")

compared = 0


def fail(message):
    sys.exit(f"formats: {message}")


def run(binary, folder, arguments, output=None):
    """Returns what the program prints, or writes to a file."""
    command = [binary, "-C", folder, *arguments]
    if output:
        command += ["-o", output]
    done = subprocess.run(command, capture_output=True, env={"SOURCE_DATE_EPOCH": TODAY}, check=False)
    if done.returncode != 0:
        fail(f"{' '.join(map(str, arguments))}: {done.stderr.decode()}")
    if output:
        if done.stdout:
            fail(f"{arguments}: printed although it wrote a file")
        return Path(output).read_bytes()
    return done.stdout


def exact(text):
    return json.loads(text, parse_float=Decimal)


def plain(value):
    """Writes a value of JSON as csv has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return armed(";".join(bare(item) for item in value))
    if isinstance(value, str):
        return armed(value)
    return str(value)


def bare(value):
    return value if isinstance(value, str) else plain(value)


def armed(text):
    """Puts an apostrophe before what a spreadsheet would run; a break of lines is one line feed, a tab a space."""
    mark = "'" if ARMED.match(text) else ""
    return mark + text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")


def wanted(row, heads):
    """Returns the cells that a row of JSON must have under the heads of csv."""
    cells = dict.fromkeys(heads, "")
    for key, value in row.items():
        ends = [end for end in ("numerator", "denominator", "percent", "value") if f"{key}-{end}" in heads]
        if key in heads:
            cells[key] = plain(value)
        elif isinstance(value, dict):
            for end, own in value.items():
                cells[f"{key}-{end}"] = plain(own)
        elif value is None and ends:
            pass
        elif f"{key}-value" in heads:
            cells[f"{key}-value"] = plain(value)
        else:
            fail(f"csv has no column for {key}: {heads}")
    if set(cells) != set(heads):
        fail(f"csv has other columns than JSON: {set(cells) ^ set(heads)}")
    return cells


def compare(binary, folder, arguments, scratch):
    global compared
    answer = exact(run(binary, folder, [*arguments, "--format", "json"]))
    for name, table in answer.items():
        if name in ("version", "command", "language"):
            continue
        options = [*arguments, "--table", name]
        printed = run(binary, folder, [*options, "--format", "csv"])
        written = run(binary, folder, options, output=str(scratch / "written.csv"))
        if written != b"\xef\xbb\xbf" + printed:
            fail(f"{options}: a file has other bytes than the stream")
        lines = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), strict=True))
        heads, rows = lines[0], lines[1:]
        if len(set(heads)) != len(heads):
            fail(f"{options}: a column stands twice: {heads}")
        records = table if isinstance(table, list) else [table]
        if len(records) != len(rows):
            fail(f"{options}: JSON has {len(records)} rows, csv {len(rows)}")
        for record, row in zip(records, rows):
            if len(row) != len(heads):
                fail(f"{options}: {len(row)} cells under {len(heads)} heads: {row}")
            if name != "head":
                record = {**record, **{key: answer["head"][key] for key in COLUMNS_OF_ALL}}
            should, found = wanted(record, heads), dict(zip(heads, row))
            for head in heads:
                if should[head] != found[head]:
                    fail(f"{options}: {head} is {found[head]!r} in csv and {should[head]!r} in JSON: {record}")
                compared += 1


TRICKY = ["=1+1", "+84 254", "-5", "@x", "  =1", "\t=1", "'=1", "''x", "＝1", "a,b", 'c "d"', "e\nf", "\r\ng", ";", "", "Tiếng Việt", "Tie\u0302\u0301ng"]


def tricky_plan(folder):
    """Makes a plan in which every name is a text that csv or a spreadsheet could take for something else."""
    quoted = json.dumps
    text = ['[plan]\nnumber = "=1"\nagency = "@SUM"\ntitle = "a,b"\nissued = 2019-01-05\nyear = 2019\n']
    for at, name in enumerate(TRICKY):
        # Two units may not have the same name but for spaces; the first few differ.
        name = name if at < 4 else f"Đơn vị {at}"
        text.append(f"[[unit]]\nid = \"u{at}\"\nname = {quoted(name, ensure_ascii=False)}\n")
    text.append('[[form]]\nid = "f"\ntitle = "- Biểu"\nprovenance = "made-up"\nunits = "all"\nevery = "month"\ndue = { days = 5 }\n'
                'measures = [{ id = "received", name = "+", kind = "flow" }, { id = "standing", name = "=", kind = "flow", decimals = 3 }]\n'
                '[[indicator]]\nid = "rate"\nname = "=rate"\nnumerator = ["received"]\ndenominator = ["standing"]\n')
    for at, name in enumerate(TRICKY):
        title = quoted(name or "trống", ensure_ascii=False)
        text.append(f"[[task]]\nno = {at + 1}\ntitle = {title}\nlead = [\"u{at}\"]\nschedule = \"continuous\"\n"
                    f"deliverables = [{title}]\ntargets = [{{ indicator = \"rate\", at-least = 80 }}]\n")
    (folder / "plan.toml").write_text("".join(text), encoding="utf-8")
    (folder / "data").mkdir()
    with open(folder / "data/f.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["period", "unit", "reported", "received", "standing", "note"])
        for at, name in enumerate(TRICKY):
            rows.writerow(["2019-01", f"u{at}", "2019-02-04", at, "16.125", name.replace("\t", "").replace("\r", "").replace("\n", "")])


def subjects(answer):
    return [thing["id"] for thing in answer["things"] if thing["kind"] != "measure"][:60]


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    binary = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        tricky = scratch / "tricky"
        tricky.mkdir()
        tricky_plan(tricky)
        for folder in [*sys.argv[2:], tricky]:
            for day in DAYS:
                compare(binary, folder, ["status", "--as-of", day], scratch)
            compare(binary, folder, ["status", "--as-of", "2019-06-30", "--lang", "en", "--sort", "verdict"], scratch)
            listed = exact(run(binary, folder, ["show", "--format", "json"]))
            for subject in subjects(listed):
                compare(binary, folder, ["show", subject, "--as-of", "2019-10-15"], scratch)
    if compared < 10000:
        fail(f"only {compared} values were compared: is something left out?")
    print(f"formats: {compared} values are the same in csv and JSON")


if __name__ == "__main__":
    main()
