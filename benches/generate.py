#!/usr/bin/env python3
"""Makes a large plan: 12,000 units, 7 monthly forms, one year, about 1,000,000 reports.

    python3 generate.py FOLDER [--units 12000] [--forms 7] [--months 12] [--missing 2] [--seed 1]

The same arguments make the same bytes. Every row is one that `plan check` accepts: identities hold,
fixed measures stay, to-date counts never fall, what is carried over is what was pending.
"""

import argparse
import calendar
import datetime as dt
import random
import sys
from pathlib import Path

YEAR = 2019
COLUMNS = ["carried-over", "received", "resolved", "on-time", "late", "pending", "kinds", "kinds-used"]
KINDS = {"carried-over": "stock-open", "pending": "stock", "kinds": "stock", "kinds-used": "to-date"}

HEAD = f"""[plan]
number = "1/KH-UBND"
agency = "Uỷ ban nhân dân"
title = "Kế hoạch lớn để đo tốc độ"
issued = {YEAR}-01-01
year = {YEAR}
language = "vi"

[calendar]
days-off = [{YEAR}-01-01, {YEAR}-04-30, {YEAR}-05-01, {YEAR}-09-02, {YEAR + 1}-01-01]
"""


def form(number):
    measures = ",\n".join(
        f'  {{ id = "{column}-{number}", name = "{column} {number}", kind = "{KINDS.get(column, "flow")}"'
        + (", fixed = true" if column == "kinds" else "") + " }" for column in COLUMNS)
    return f"""
[[form]]
id = "form-{number}"
title = "Biểu số {number}"
every = "month"
provenance = "made-up"
units = "all"
due = {{ working-days = 5 }}
measures = [
{measures},
]
identities = [{{ total = "resolved-{number}", parts = ["on-time-{number}", "late-{number}"] }}]
carries = {{ opening = "carried-over-{number}", closing = "pending-{number}" }}

[[indicator]]
id = "on-time-rate-{number}"
name = "Tỷ lệ đúng hạn {number}"
numerator = ["on-time-{number}"]
denominator = ["resolved-{number}"]

[[indicator]]
id = "pending-rate-{number}"
name = "Tỷ lệ còn tồn {number}"
numerator = ["pending-{number}"]
denominator = ["carried-over-{number}", "received-{number}"]

[[indicator]]
id = "used-rate-{number}"
name = "Tỷ lệ thủ tục có phát sinh {number}"
numerator = ["kinds-used-{number}"]
denominator = ["kinds-{number}"]

[[task]]
no = {number}
title = "Nội dung {number}"
lead = ["unit-00001"]
schedule = {{ by = {YEAR}-12-31 }}
targets = [
  {{ indicator = "on-time-rate-{number}", at-least = 95 }},
  {{ indicator = "pending-rate-{number}", at-most = 5 }},
  {{ indicator = "used-rate-{number}", at-least = 80 }},
]
"""


def write_units(folder, ids):
    with open(folder / "data" / "units.csv", "w", encoding="utf-8", newline="") as file:
        file.write("id,name,parent,aliases\n")
        for place, unit in enumerate(ids):
            file.write(f"{unit},Đơn vị {place + 1},,ĐV {place + 1}\n")


def received_days(month):
    """Days of receipt after a month: most in time, the last one late."""
    last = dt.date(YEAR, month, calendar.monthrange(YEAR, month)[1])
    return [(last + dt.timedelta(days=days)).isoformat() for days in (1, 2, 3, 3, 4, 4, 5, 20)]


def write_form(folder, number, ids, months, missing, chance):
    """Writes the reports of one form and returns how many there are."""
    pending = [chance.randrange(20) for _ in ids]
    kinds = [chance.randrange(5, 40) for _ in ids]
    used = [0] * len(ids)
    rows = 0
    roll = chance.random
    header = ",".join(f"{column}-{number}" for column in COLUMNS)
    with open(folder / "data" / f"form-{number}.csv", "w", encoding="utf-8", newline="") as file:
        file.write(f"period,unit,reported,{header},note\n")
        for month in range(1, months + 1):
            days = received_days(month)
            lines = []
            for place, unit in enumerate(ids):
                opening = pending[place]
                received = int(roll() * 300)
                resolved = int((opening + received) * (0.9 + roll() / 10))
                late = int(resolved * roll() / 12)
                pending[place] = closing = opening + received - resolved
                used[place] = min(kinds[place], used[place] + int(roll() * 5))
                if roll() * 1000 < missing:
                    continue
                lines.append(f"{YEAR}-{month:02},{unit},{days[int(roll() * 8)]},{opening},{received},"
                             f"{resolved},{resolved - late},{late},{closing},{kinds[place]},"
                             f"{used[place]},\n")
            file.writelines(lines)
            rows += len(lines)
    return rows


def generate(folder, units=12_000, forms=7, months=12, missing=2, seed=1):
    """Writes the plan and returns how many reports it holds."""
    folder = Path(folder)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    ids = [f"unit-{number:05}" for number in range(1, units + 1)]
    text = HEAD + "".join(form(number) for number in range(1, forms + 1))
    (folder / "plan.toml").write_text(text, encoding="utf-8")
    write_units(folder, ids)
    return sum(write_form(folder, number, ids, months, missing, random.Random(seed * 1000 + number))
               for number in range(1, forms + 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--units", type=int, default=12_000)
    parser.add_argument("--forms", type=int, default=7)
    parser.add_argument("--months", type=int, default=12, help="of the year, from January")
    parser.add_argument("--missing", type=int, default=2, help="reports in a thousand that never came")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rows = generate(**vars(args))
    print(f"{rows} reports in {args.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
