#!/usr/bin/env python3
"""Breaks a copy of a plan in one place at a time, and looks at what the program makes of it.

The program must never panic and must end with 0, 1 or 2. Where it still prints figures and ends with 0, they must
be those of the plan as it was, or the second judge (judge.py) must find the same in the broken files: then what was
broken is a plan in its own right, such as one with a row less. Lists how much was found, by the code of the first
finding. Exit codes: 0 all as it should be, 1 not.
"""

import argparse
import collections
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import judge  # noqa: E402

DAY = "2020-01-31"
NOON = "1580472000"


def run(binary, folder, *args):
    environment = {"SOURCE_DATE_EPOCH": NOON, "PATH": os.environ["PATH"]}
    return subprocess.run([binary, "-C", str(folder), *args], capture_output=True, env=environment)


def status(binary, folder):
    return run(binary, folder, "status", "--format", "json", "--as-of", DAY)


def figures(answer):
    """All that status says but its head, where warnings are counted."""
    said = json.loads(answer.stdout, parse_float=Decimal)
    said.pop("head")
    return said


class Breaker:
    """Makes one change in the bytes of a file, of a kind drawn by lot."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.kinds = [name[3:] for name in dir(self) if name.startswith("do_")]

    def change(self, data):
        kind = self.random.choice(self.kinds)
        return kind, getattr(self, f"do_{kind}")(data)

    def place(self, data):
        return self.random.randrange(len(data))

    def lines(self, data):
        lines = data.split(b"\n")
        return lines, self.random.randrange(max(1, len(lines) - 1))

    def do_flip_a_bit(self, data):
        at = self.place(data)
        return data[:at] + bytes([data[at] ^ (1 << self.random.randrange(8))]) + data[at + 1:]

    def do_lose_a_byte(self, data):
        at = self.place(data)
        return data[:at] + data[at + 1:]

    def do_add_a_byte(self, data):
        at = self.place(data)
        return data[:at] + bytes([self.random.randrange(256)]) + data[at:]

    def do_add_a_quote(self, data):
        at = self.place(data)
        return data[:at] + b'"' + data[at:]

    def do_add_a_comma(self, data):
        at = self.place(data)
        return data[:at] + b"," + data[at:]

    def do_change_a_digit(self, data):
        at = self.random.choice([at for at, byte in enumerate(data) if 48 <= byte <= 57])
        return data[:at] + str(self.random.randrange(10)).encode() + data[at + 1:]

    def do_lose_the_end(self, data):
        return data[:self.place(data)]

    def do_end_lines_with_crlf(self, data):
        return data.replace(b"\n", b"\r\n")

    def do_begin_with_a_mark(self, data):
        return b"\xef\xbb\xbf" + data

    def do_lose_a_line(self, data):
        lines, at = self.lines(data)
        del lines[at]
        return b"\n".join(lines)

    def do_double_a_line(self, data):
        lines, at = self.lines(data)
        lines.insert(at, lines[at])
        return b"\n".join(lines)

    def do_swap_lines(self, data):
        lines, at = self.lines(data)
        other = self.random.randrange(max(1, len(lines) - 1))
        lines[at], lines[other] = lines[other], lines[at]
        return b"\n".join(lines)

    def cells(self, data, change, everywhere):
        """Changes the cells of one line, or those of all lines that have as many as the first."""
        lines, at = self.lines(data)
        rows = [line.split(b",") for line in lines]
        wide = len(rows[0 if everywhere else at])
        one, other = self.random.randrange(wide), self.random.randrange(wide)
        for row in rows if everywhere else [rows[at]]:
            if len(row) == wide:
                change(row, one, other)
        return b"\n".join(b",".join(row) for row in rows)

    @staticmethod
    def swap(row, one, other):
        row[one], row[other] = row[other], row[one]

    def do_lose_a_cell(self, data):
        return self.cells(data, lambda row, one, _: row.pop(one), False)

    def do_double_a_cell(self, data):
        return self.cells(data, lambda row, one, _: row.insert(one, row[one]), False)

    def do_swap_cells(self, data):
        return self.cells(data, self.swap, False)

    def do_lose_a_column(self, data):
        return self.cells(data, lambda row, one, _: row.pop(one), True)

    def do_double_a_column(self, data):
        return self.cells(data, lambda row, one, _: row.insert(one, row[one]), True)

    def do_swap_columns(self, data):
        return self.cells(data, self.swap, True)


def judged_alike(folder, theirs):
    plan = judge.Plan(folder)
    comparison = judge.Comparison(plan)
    comparison.all(judge.judge(plan, datetime.date.fromisoformat(DAY)), theirs)
    return comparison.differences


def look(binary, folder, before):
    """What became of a broken plan, and what is wrong with that."""
    printed, checked = status(binary, folder), run(binary, folder, "check", "--format", "json")
    for answer in (printed, checked):
        if answer.returncode not in (0, 1, 2) or b"panicked" in answer.stderr:
            return "broke the program", answer.stderr.decode(errors="replace")[:400]
    if checked.returncode == 2:
        return "cannot be read at all", None
    codes = [finding["code"] for finding in json.loads(checked.stdout)["findings"]]
    if printed.returncode:
        return (f"found: {codes[0]}", None) if codes else ("refused without a finding", printed.stderr.decode()[:400])
    how = "with a warning" if codes else "silently"
    if figures(printed) == before:
        return f"same figures, {how}", None
    try:
        differences = judged_alike(folder, json.loads(printed.stdout, parse_float=Decimal))
    except Exception as error:  # files that the second judge cannot read are no plan in their own right
        differences = [repr(error)]
    if differences:
        return "other figures that the second judge does not find", differences[0]
    return f"a plan in its own right, other figures, {how}", None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("plan", type=Path, help="folder of a plan without findings")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    binary = str(Path(args.binary).resolve())
    before = figures(status(binary, args.plan))
    files = ["plan.toml"] + sorted(path.relative_to(args.plan).as_posix() for path in (args.plan / "data").rglob("*.csv"))
    breaker, counts, wrong = Breaker(args.seed), collections.Counter(), 0
    for number in range(args.count):
        name = breaker.random.choice(files)
        kind, broken = breaker.change((args.plan / name).read_bytes())
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            shutil.copy(args.plan / "plan.toml", folder)
            shutil.copytree(args.plan / "data", folder / "data")
            (folder / name).write_bytes(broken)
            became, complaint = look(binary, folder, before)
        counts[became] += 1
        if complaint is not None:
            wrong += 1
            print(f"{number}: {name}, {kind}: {became}: {complaint}")
        elif became.endswith("other figures, silently"):
            print(f"{number}: {name}, {kind}: {became}")
    for became, count in sorted(counts.items()):
        print(f"{count:5} {became}")
    print(f"{args.count} mutations with seed {args.seed}, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
