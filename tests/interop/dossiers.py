#!/usr/bin/env python3
"""Counts registers of dossiers a second time, in SQL, and compares every figure; and due days with numpy.

    dossiers.py PLAN_BINARY PLAN_FOLDER [--rows 50000]

The definitions are those of docs/register.md, written here without looking at the program.
"""

import argparse
import datetime as dt
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import tomllib

import duckdb
import numpy

DAY = dt.timedelta(days=1)
NEW = "R BETWEEN F AND L"
THERE = "R <= L AND NOT coalesce(S < F, false)"
RESOLVED = "coalesce(S BETWEEN F AND L, false)"
PENDING = "R <= L AND NOT coalesce(S <= L, false)"
LATE = f"{RESOLVED} AND S > D"
APOLOGISED = "coalesce(A <= L, false)"
# Each count as what holds of a dossier: R received, D due, S resolved, A apologised; F and L the first and last day of the period.
COUNTS = {
    "received": THERE,
    "received-new": NEW,
    "received-online": f"{NEW} AND channel = 'online'",
    "received-direct": f"{NEW} AND channel IN ('in-person', 'post')",
    "carried-over": "R < F AND NOT coalesce(S < F, false)",
    "resolved": RESOLVED,
    "resolved-early": f"{RESOLVED} AND S < D",
    "resolved-on-time": f"{RESOLVED} AND S = D",
    "resolved-late": LATE,
    "resolved-refused": f"{RESOLVED} AND outcome = 'refused'",
    "resolved-withdrawn": f"{RESOLVED} AND outcome = 'withdrawn'",
    "pending": PENDING,
    "pending-in-time": f"{PENDING} AND D >= L",
    "pending-overdue": f"{PENDING} AND D < L",
    "late-apologised": f"{LATE} AND {APOLOGISED}",
    "late-unapologised": f"{LATE} AND NOT {APOLOGISED}",
    "late-apologised-in-time": f"{LATE} AND {APOLOGISED} AND A < D",
    "late-apologised-after": f"{LATE} AND {APOLOGISED} AND A >= D",
    "overdue-apologised": f"{PENDING} AND D < L AND {APOLOGISED}",
    "overdue-unapologised": f"{PENDING} AND D < L AND NOT {APOLOGISED}",
    "procedures-used": "R BETWEEN Y AND L",
    "procedures-online-used": "R BETWEEN Y AND L AND channel = 'online' AND level >= 3",
}

# Days off that fall on weekdays, as decreed each year, and the Saturdays worked instead.
OFF = """2018-01-01 2018-02-14 2018-02-15 2018-02-16 2018-02-19 2018-02-20 2018-04-25 2018-04-30 2018-05-01 2018-09-03 2018-12-31
2019-01-01 2019-02-04 2019-02-05 2019-02-06 2019-02-07 2019-02-08 2019-04-15 2019-04-29 2019-04-30 2019-05-01 2019-09-02
2020-01-01 2020-01-23 2020-01-24 2020-01-27 2020-01-28 2020-01-29 2020-04-02 2020-04-30 2020-05-01 2020-09-02
2021-01-01 2021-02-10 2021-02-11 2021-02-12 2021-02-15 2021-02-16 2021-04-21 2021-04-30 2021-05-03 2021-09-02 2021-09-03
2022-01-03 2022-01-31 2022-02-01 2022-02-02 2022-02-03 2022-02-04 2022-04-11 2022-05-02 2022-05-03 2022-09-01 2022-09-02
2023-01-02 2023-01-20 2023-01-23 2023-01-24 2023-01-25 2023-01-26 2023-05-01 2023-05-02 2023-05-03 2023-09-01 2023-09-04
2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30 2024-05-01 2024-09-02 2024-09-03
2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-05-02 2025-09-01 2025-09-02"""
WORKED = ["2019-01-05", "2019-05-04", "2024-05-04", "2025-04-26"]


def fail(text):
    sys.exit(f"dossiers.py: {text}")


def run(binary, folder, *args, today="2026-01-31"):
    """Runs the program as of a day and returns what it prints."""
    noon = int(dt.datetime.fromisoformat(f"{today}T12:00:00+00:00").timestamp())
    env = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": str(noon)}
    done = subprocess.run([binary, "-C", folder, *args], env=env, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        fail(f"{' '.join(args)}: {done.stderr[:2000]}")
    return json.loads(done.stdout)


def months(year, window):
    """The months of a year: name, first day, last day, first day of the year."""
    def first(number):
        day = dt.date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)
        return day if window == "calendar" else (day - DAY).replace(day=15)
    return [(f"{year}-{m:02}", first(m), first(m + 1) - DAY, first(1)) for m in range(1, 13)]


def quarters(year, window):
    own = months(year, window)
    return [(f"{year}-Q{q + 1}", own[3 * q][1], own[3 * q + 2][2], own[0][1]) for q in range(4)]


class Register:
    """A register in DuckDB."""

    def __init__(self, folder):
        self.db = duckdb.connect()
        self.db.execute(f"""
            CREATE TABLE dossiers AS
            SELECT procedure, unit, CAST(level AS INTEGER) AS level, channel, outcome, CAST(received[1:10] AS DATE) AS R,
                   CAST(due AS DATE) AS D, TRY_CAST(resolved AS DATE) AS S, TRY_CAST(apologised AS DATE) AS A
            FROM read_csv('{folder}/data/dossiers/*.csv', all_varchar = true, header = true, nullstr = '')
        """)

    def count(self, measure, period):
        """A measure of every unit in a period."""
        _, first, last, year = period
        count = measure.get("count", measure["id"])
        holds = COUNTS[count]
        for name, day in (("F", first), ("L", last), ("Y", year)):
            holds = re.sub(rf"\b{name}\b", f"DATE '{day}'", holds)
        if "channel" in measure:
            holds += f" AND channel = '{measure['channel']}'"
        if "level-at-least" in measure:
            holds += f" AND level >= {measure['level-at-least']}"
        what = "count(DISTINCT procedure)" if count.startswith("procedures") else "count(*)"
        return dict(self.db.execute(f"SELECT unit, {what} FROM dossiers WHERE {holds} GROUP BY unit").fetchall())


def compare(binary, folder, form, dates):
    """Compares every counted figure of a form at some days; returns how many there were."""
    plan = tomllib.loads((pathlib.Path(folder) / "plan.toml").read_text(encoding="utf-8"))
    declared = next(own for own in plan["form"] if own["id"] == form)
    measures = [own for own in declared["measures"] if "count" in own or (declared.get("from") and not own.get("entered"))]
    window, year = plan["plan"].get("window", "calendar"), plan["plan"]["year"]
    periods = {"month": months, "quarter": quarters}[declared["every"]](year, window)
    register, seen, known = Register(folder), 0, {}
    for date in dates:
        rows = run(binary, folder, "show", form, "--as-of", date, "--format", "json")["counted"]
        closed = [period for period in periods if period[2] <= dt.date.fromisoformat(date)]
        if {row["period"] for row in rows} != {period[0] for period in closed}:
            fail(f"{folder} {date}: periods {sorted({row['period'] for row in rows})}")
        for period in closed:
            for measure in measures:
                key = (period[0], measure["id"])
                if key not in known:
                    known[key] = register.count(measure, period)
                for row in (row for row in rows if row["period"] == period[0]):
                    expected = known[key].get(row["unit"], 0)
                    # An id that is also the name of another column has `measure.` before it.
                    counted = row[f"measure.{key[1]}" if f"measure.{key[1]}" in row else key[1]]
                    if counted != expected:
                        fail(f"{folder} {date} {row['unit']} {key}: {counted}, in SQL {expected}")
                    seen += 1
    return seen


def due_days(binary, cases):
    """Compares due days worked out with those of numpy, over eight years with their days off and make-up Saturdays.

    numpy knows no Saturday that is worked: it counts weekdays without days off, and each make-up Saturday on the way makes the due day
    come one working day earlier, but for the Saturday itself, which may be the day.
    """
    off = sorted(OFF.split())
    draw = random.Random(8)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "data/dossiers").mkdir(parents=True)
        calendar = f"days-off = [{', '.join(off)}]\nworking-days = [{', '.join(WORKED)}]"
        (folder / "plan.toml").write_text(f"""[plan]
number = "1/KH"
agency = "Sở thử"
title = "Kế hoạch thử"
issued = 2018-01-05
from = 2018
to = 2025
[calendar]
{calendar}
[[unit]]
id = "a"
name = "Đơn vị a"
[[task]]
no = 1
title = "Việc"
lead = ["a"]
schedule = "continuous"
""", encoding="utf-8")
        lines = ["code,name,field,level,working-days"] + [f"P{n},Thủ tục {n},,4,{n}" for n in range(61)]
        (folder / "data/procedures.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        expected, rows = {}, []
        for at in range(cases):
            received = dt.date(2018, 1, 1) + DAY * draw.randrange(2800)
            days, suspended = draw.randrange(61), draw.choice([0, 0, 0, 1, 5, 20])
            expected[f"H{at}"] = numpy_due(received, days + suspended, off)
            rows.append(f"H{at},P{days},a,3,online,{received},,,,,,,{suspended or ''}")
        header = "id,procedure,unit,level,channel,received,due,resolved,outcome,apology,apologised,new-due,suspended-days"
        (folder / "data/dossiers/a.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
        found = {}
        for date in ("2018-01-01", "2025-12-31"):
            shown = run(binary, str(folder), "dossiers", "--within", "36500d", "--as-of", date, "--format", "json")
            for table in ("due-soon", "unapologised"):
                found |= {row["id"]: row["due"] for row in shown.get(table, [])}
    wrong = [(own, day, found.get(own)) for own, day in expected.items() if found.get(own) != str(day)]
    if wrong:
        fail(f"due days: {len(wrong)} of {cases} differ: {wrong[:5]}")
    return cases


def numpy_due(received, number, off):
    """The number-th working day after a day, by numpy's business days."""
    if number == 0:
        return received
    worked = [dt.date.fromisoformat(day) for day in WORKED]
    # A day off counts as the working day before it: the next one is the first.
    plain = lambda n: numpy.busday_offset(received, n, roll="backward", holidays=off).astype(dt.date)
    on_the_way = 0
    while True:
        reached = plain(number - on_the_way)
        made_up = [day for day in worked if received < day <= reached]
        if len(made_up) > on_the_way:
            earlier = plain(number - on_the_way - 1)
            extra = made_up[on_the_way]
            if earlier < extra:
                return extra
            on_the_way += 1
            continue
        return reached


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("folder")
    parser.add_argument("--rows", type=int, default=50_000)
    args = parser.parse_args()
    dates = ["2019-03-31", "2019-06-30", "2019-10-14", "2020-01-10"]
    seen = sum(compare(args.binary, args.folder, form, dates) for form in ("one-stop", "online-procedures", "apologies"))
    print(f"the register of the plan: {seen} figures as in SQL")
    make = pathlib.Path(__file__).with_name("register.py")
    for window in ("calendar", "15-14"):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, make, "--rows", str(args.rows), "--window", window, folder], check=True)
            print(f"{args.rows} dossiers, {window}: {compare(args.binary, folder, 'so', dates)} figures as in SQL")
    print(f"due days: {due_days(args.binary, 10_000)} as numpy finds them")


if __name__ == "__main__":
    main()
