#!/usr/bin/env python3
"""Runs `plan` over a published assessment of targets and compares what each side finds reached.

    python3 targets.py PATH_TO_PLAN TARGETS.CSV

The CSV has the columns direction (1: more is better, -1: less is), current_year, current_value,
target, target_year and status; `series` or `indicator` names a row. Every row becomes a published
yearly form with one level, and a task with one target by 31 December of its target year. It is
judged a month after its current year. Each verdict must say "reached" exactly when the value is on
the good side of the target; agreement with the published status is reported and decides nothing.

Exit codes: 0 every verdict is right, 1 one is not or nothing was compared, 2 cannot work.
"""

import argparse
import csv
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

MOST_DECIMALS = 15  # what a measure may declare


@dataclass
class Row:
    no: int
    name: str
    at_least: bool
    year: int
    value: Decimal
    bound: Decimal
    by: int
    achieved: bool

    @property
    def good(self):
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    @property
    def bound_kind(self):
        return "at-least" if self.at_least else "at-most"


class Skipped(Exception):
    """Why a row of the assessment cannot be judged."""


def plain(number):
    """A decimal written without an exponent."""
    return format(number, "f")


def decimals(number):
    return max(0, -number.as_tuple().exponent)


def read_row(no, cells):
    for column in ("target", "current_value", "current_year", "target_year"):
        if not cells[column].strip():
            raise Skipped(f"no {column}")
    try:
        row = Row(no, cells.get("series") or cells.get("indicator") or f"row {no}",
                  int(cells["direction"]) > 0, int(Decimal(cells["current_year"])),
                  Decimal(cells["current_value"]), Decimal(cells["target"]),
                  int(Decimal(cells["target_year"])), cells["status"] == "target_achieved")
    except InvalidOperation as error:
        raise Skipped("a cell is no number") from error
    if decimals(row.value) > MOST_DECIMALS:
        raise Skipped(f"more than {MOST_DECIMALS} decimals")
    return row


def read_rows(path):
    rows, skipped = [], []
    with open(path, encoding="utf-8-sig", newline="") as file:
        for no, cells in enumerate(csv.DictReader(file), 1):
            try:
                rows.append(read_row(no, cells))
            except Skipped as reason:
                skipped.append((cells.get("series") or f"row {no}", str(reason)))
    return rows, skipped


def declaration(row, source):
    text = json.dumps  # JSON strings without escapes above ASCII are TOML strings
    name = text(row.name, ensure_ascii=False)
    digits = decimals(row.value)
    return f"""
[[form]]
id = "form-{row.no}"
title = {name}
every = "year"
provenance = "published"
source = {text(source, ensure_ascii=False)}
units = ["publisher"]
measures = [{{ id = "value-{row.no}", name = {name}, kind = "level", decimals = {digits} }}]

[[indicator]]
id = "indicator-{row.no}"
name = {name}
level = "value-{row.no}"
decimals = {digits}

[[task]]
no = {row.no}
title = {name}
lead = ["publisher"]
schedule = {{ by = {row.by}-12-31 }}
targets = [{{ indicator = "indicator-{row.no}", {row.bound_kind} = {plain(row.bound)} }}]
"""


def write_plan(folder, rows, source):
    first = min(row.year for row in rows)
    last = max(max(row.year, row.by) for row in rows)
    head = f"""[plan]
number = "1"
agency = "Publisher"
title = "Targets of a published assessment"
issued = {first}-01-01
from = {first}
to = {last}
language = "en"

[[unit]]
id = "publisher"
name = "Publisher"
"""
    plan = head + "".join(declaration(row, source) for row in rows)
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    (folder / "data").mkdir()
    for row in rows:
        (folder / "data" / f"form-{row.no}.csv").write_text(
            f"period,unit,reported,value-{row.no},note\n{row.year},publisher,,{plain(row.value)},\n",
            encoding="utf-8")


def status(binary, folder, day):
    """The target parts at a day, by task number. The clock is set after it, wherever it stands."""
    later = dt.datetime.combine(day, dt.time(12), dt.timezone.utc) + dt.timedelta(days=1)
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(later.timestamp()))}
    command = [binary, "-C", str(folder), "status", "--format", "json", "--as-of", str(day)]
    ran = subprocess.run(command, capture_output=True, env=environment, check=False)
    if ran.returncode != 0:
        sys.stderr.write(ran.stderr.decode(errors="replace"))
        raise OSError(f"{' '.join(command)} exited with {ran.returncode}")
    parts = json.loads(ran.stdout, parse_float=Decimal)["parts"]
    return {part["task"]: part for part in parts if part["part"] == "target"}


def wrong(row, part):
    """What is wrong with a verdict, or None."""
    if part is None:
        return "no such part"
    if part["value"] is None or Decimal(part["value"]) != row.value:
        return f"value {part['value']} instead of {row.value}"
    kind, bound = part["bound"].split()
    if kind != row.bound_kind or Decimal(bound) != row.bound:
        return f"bound {part['bound']} instead of {row.bound_kind} {row.bound}"
    expected = ("met", "on-track") if row.good else ("missed", "open")
    if part["verdict"] not in expected:
        return f"verdict {part['verdict']}, expected {' or '.join(expected)}"
    return None


def judge_all(binary, rows, source):
    """What is wrong, row by row; one run of the program for each current year."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plan(folder, rows, source)
        for year in sorted({row.year for row in rows}):
            parts = status(binary, folder, dt.date(year + 1, 1, 31))
            found += [(row, wrong(row, parts.get(row.no))) for row in rows if row.year == year]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("targets")
    args = parser.parse_args()
    try:
        rows, skipped = read_rows(args.targets)
        found = judge_all(args.binary, rows, Path(args.targets).name) if rows else []
    except (OSError, ValueError, KeyError) as error:
        print(f"targets.py: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    for name, reason in skipped:
        print(f"skipped ({reason}): {name}")
    faults = [(row, fault) for row, fault in found if fault]
    for row, fault in faults:
        print(f"wrong: {row.name}: {fault}")
    apart = [row for row, _ in found if row.good != row.achieved]
    for row in apart:
        told = "achieved" if row.achieved else "not achieved"
        print(f"published as {told}: {row.name}: {row.value}, {row.bound_kind} {row.bound}")
    print(f"{len(found)} targets judged, {len(faults)} wrong, {len(skipped)} skipped; "
          f"{sum(row.good for row, _ in found)} reached; "
          f"{len(found) - len(apart)} agree with the published status, {len(apart)} do not")
    return 0 if found and not faults else 1


if __name__ == "__main__":
    sys.exit(main())
