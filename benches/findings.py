#!/usr/bin/env python3
"""Makes plans whose data is wrong in every row, and clean ones with as many rows to compare them with.

    python3 findings.py FOLDER [--units 9000] [--rows 100000]

Each plan is a folder under FOLDER, named after what is wrong in it. The same arguments make the same bytes.
"""

import argparse
import sys
from pathlib import Path

YEAR = 2019
MONTHS = 12
UNITS = 9_000
ROWS = 100_000
FORM_HEADER = "period,unit,reported,good,total,note\n"
UPDATES_HEADER = "date,period,task,unit,kind,text\n"

PLAN = f"""[plan]
number = "1/KH-UBND"
agency = "Uỷ ban nhân dân"
title = "Kế hoạch để đo tốc độ khi có nhiều lỗi"
issued = {YEAR}-01-01
year = {YEAR}
updates = {{ every = "month", due = {{ days = 5 }} }}

[[form]]
id = "f"
title = "Biểu số 1"
every = "month"
provenance = "made-up"
units = "all"
due = {{ days = 5 }}
measures = [
  {{ id = "good", name = "Đúng hạn", kind = "flow" }},
  {{ id = "total", name = "Tổng số", kind = "flow" }},
]

[[indicator]]
id = "rate"
name = "Tỷ lệ đúng hạn"
numerator = ["good"]
denominator = ["total"]

[[task]]
no = 1
title = "Trả kết quả đúng hạn"
lead = ["unit-00000"]
schedule = "continuous"
targets = [{{ indicator = "rate", at-least = 90 }}]
"""


def unit(at):
    return f"unit-{at:05}"


def keys(units, rows, times):
    """Months and units of so many reports, each so many times in a row."""
    if rows > units * MONTHS * times:
        raise ValueError(f"{units} units send {units * MONTHS} reports, not {rows // times}")
    return [(at // times // units + 1, unit(at // times % units)) for at in range(rows)]


def received(month):
    return f"{YEAR + month // 12}-{month % 12 + 1:02}-03"


def report(month, who, good="95", end=",\n"):
    return f"{YEAR}-{month:02},{who},{received(month)},{good},100{end}"


def update(at, who):
    return f"{YEAR}-07-01,{YEAR}-06,1,{who},result,Việc thứ {at}\n"


def reports(change, times=1):
    """A file of reports, each made by `change` from its place, month and unit."""
    def text(units, rows):
        return FORM_HEADER + "".join(change(at, *key) for at, key in enumerate(keys(units, rows, times)))
    return "f.csv", text


def updates(who):
    def text(_, rows):
        return UPDATES_HEADER + "".join(update(at, who(at)) for at in range(rows))
    return "updates.csv", text


CLEAN_REPORTS, CLEAN_UPDATES = "clean reports", "clean updates"

# By what is wrong: the file and its text, the clean plan to compare with, the code, and how often it is found in so many rows.
PLANS = {
    CLEAN_REPORTS: (*reports(lambda at, month, who: report(month, who)), None, None, lambda rows: 0),
    CLEAN_UPDATES: (*updates(lambda at: unit(0)), None, None, lambda rows: 0),
    "one unknown unit": (*reports(lambda at, month, who: report(month, "nobody")),
                         CLEAN_REPORTS, "unknown-unit", lambda rows: rows),
    "many unknown units": (*reports(lambda at, month, who: report(month, f"nobody {at}")),
                           CLEAN_REPORTS, "unknown-unit", lambda rows: rows),
    "bad numbers": (*reports(lambda at, month, who: report(month, who, good="1.234")),
                    CLEAN_REPORTS, "bad-number", lambda rows: rows),
    "one report again and again": (*reports(lambda at, month, who: report(1, unit(0))),
                                   CLEAN_REPORTS, "duplicate-report", lambda rows: rows - 1),
    "every report twice": (*reports(lambda at, month, who: report(month, who), times=2),
                           CLEAN_REPORTS, "duplicate-report", lambda rows: rows // 2),
    "wrong cell counts": (*reports(lambda at, month, who: report(month, who, end="\n")),
                          CLEAN_REPORTS, "cell-count", lambda rows: rows),
    "control characters": (*reports(lambda at, month, who: report(month, who, end=",ghi\u0007chú\n")),
                           CLEAN_REPORTS, "control-character", lambda rows: rows),
    "unknown units in updates": (*updates(lambda at: f"nobody {at}"),
                                 CLEAN_UPDATES, "unknown-unit", lambda rows: rows),
}


def place(folder, name):
    return Path(folder) / name.replace(" ", "-")


def generate(folder, units=UNITS, rows=ROWS):
    """Writes every plan."""
    for name, (file, text, *_) in PLANS.items():
        data = place(folder, name) / "data"
        data.mkdir(parents=True, exist_ok=True)
        (data.parent / "plan.toml").write_text(PLAN, encoding="utf-8")
        lines = (f"{unit(at)},Đơn vị {at},,\n" for at in range(units))
        (data / "units.csv").write_text("id,name,parent,aliases\n" + "".join(lines), encoding="utf-8")
        (data / file).write_text(text(units, rows), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--units", type=int, default=UNITS)
    parser.add_argument("--rows", type=int, default=ROWS)
    args = parser.parse_args()
    generate(**vars(args))
    return 0


if __name__ == "__main__":
    sys.exit(main())
