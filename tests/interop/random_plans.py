#!/usr/bin/env python3
"""Judges plans made at random twice, by `plan` and by judge.py, and compares every value.

    python3 random_plans.py PATH_TO_PLAN --plans 60 --seed 1 --keep-failures DIR

The plans are valid, and their figures consistent: identities hold, what is carried over is carried
over, a count to date never falls, a fixed value stays for the year. Reports and cells are missing,
late or early as they are in life. The same seed makes the same plans; each plan depends on the seed
and its own number alone.

Exit codes: 0 alike, 1 a difference, too few plans accepted or nothing compared, 2 cannot work.
"""

import argparse
import csv
import datetime as dt
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
from decimal import Decimal
from pathlib import Path

import judge

DATES_OF_A_PLAN = 9
MUST_BE_ACCEPTED = 0.9
NOON_OF_2030 = "1893499200"  # what "today" is for the program: after every day that is made up
UNITS = ["north", "south", "east", "west"]
EVERY = ["month", "quarter", "half", "year"]
BOUNDS = ["at-least", "at-most", "between", "equals"]
# A form of counts: its measures with the kinds they may have, and what always adds up in a row.
KINDS = {"early": ["flow"], "late": ["flow"], "done": ["flow"], "waiting": ["stock"],
         "opening": ["stock-open"], "cases": ["flow", "stock"], "so-far": ["to-date"],
         "dropped": ["to-date", "stock"], "left": ["stock"],
         "whole": ["stock", "stock", "to-date", "stock-open", "flow"]}
IDENTITIES = {"done": ["early", "late"], "cases": ["done", "waiting"],
              "whole": ["so-far", "dropped", "left"]}
# Rates that mean something; others are drawn at random.
RATES = [(["early"], ["done"]), (["early", "late"], ["done"]), (["early"], ["cases"]),
         (["early", "late"], ["done", "waiting"]), (["late"], ["done"]), (["done"], ["opening"]),
         (["so-far"], ["whole"]), (["so-far", "dropped"], ["whole"]), (["dropped"], ["whole"]),
         (["left"], ["whole"]), (["late"], ["whole"]), (["done", "waiting"], ["cases"])]


class Rejected(Exception):
    """The program finds errors in a plan that should have none."""


def toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value) if isinstance(value, str) else str(value)


class Maker:
    """Makes up one plan: `tables` of plan.toml and `data`, the rows of each file under data/."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.any, self.between = self.random.choice, self.random.randint
        self.window = self.any(["calendar", "15-14"])
        self.years = self.any([range(2019, 2020), range(2019, 2021)])
        self.first = dt.date(self.years[0], 1, 1)
        self.last = dt.date(self.years[-1], 12, 31)
        self.tables, self.data = [], {}
        self.life = {}  # of each unit the first and last day
        self.every_update = self.any(EVERY)
        self.add_head()
        self.units = self.random.sample(UNITS, self.between(2, 4))
        for unit in self.units:
            self.add_unit(unit)
        self.group("some", self.some(self.units))
        self.group("nested", ["some", self.any(self.units)])
        for form in self.random.sample(["alpha", "beta"], 2):
            self.add_counts(form)
        self.add_levels("levels")
        self.indicators = [self.add_indicator(f"rate-{n}") for n in range(4)] + ["score"]
        self.tables.append(("[indicator]", {"id": "score", "name": "Score", "level": "points"}))
        for no in range(1, self.between(4, 7)):
            self.add_task(no)

    # -- drawing lots

    def chance(self, share):
        return self.random.random() < share

    def maybe(self, share, key, make):
        """One more key of a table, or none."""
        return {key: make()} if self.chance(share) else {}

    def some(self, items):
        return self.random.sample(items, self.between(1, len(items)))

    def day(self, first=None, last=None):
        first, last = first or self.first, last or self.last
        return first + dt.timedelta(self.between(0, (last - first).days))

    def days(self, count):
        return sorted({self.day() for _ in range(count)})

    def due(self):
        return self.any([{"working-days": self.between(1, 5)}, {"days": self.between(0, 20)}])

    def periods(self, every):
        return [judge.period_of(every, year, index, self.window)
                for year in self.years for index in range(1, 12 // judge.MONTHS[every] + 1)]

    # -- head, units, groups

    def add_head(self):
        years = {"year": self.years[0]} if len(self.years) == 1 else {
            "from": self.years[0], "to": self.years[-1]}
        self.tables.append(("plan", {
            "number": "1", "agency": "Agency", "title": "Made up at random", "issued": self.first,
            "window": self.window, **years,
            **self.maybe(0.7, "updates", lambda: {"every": self.every_update, "due": self.due()})}))
        off = self.days(12)
        worked = [day for day in self.days(4) if day not in off]
        self.tables.append(("calendar", {"days-off": off, "working-days": worked}))
        # Bounds at random contradict each other; what they come to is defined all the same.
        doubts = ["milestone-past-bound", "contradictory-targets", "impossible-bound",
                  "extension-not-later", "no-period-in-time"]
        self.tables.append(("severity", {code: {"level": "off", "reason": "Made up"} for code in doubts}))

    def add_unit(self, unit):
        table = {"id": unit, "name": f"The {unit.title()}", "aliases": [f"{unit} office"]}
        start, end = sorted([self.day(), self.day()])
        table |= self.any([{}, {}, {}, {"from": start}, {"until": end}, {"from": start, "until": end}])
        self.life[unit] = table.get("from", dt.date.min), table.get("until", dt.date.max)
        excused = [{**self.maybe(0.5, "form", lambda: self.any(["alpha", "beta"])), "reason": "Moved",
                    "period": str(self.any(self.periods(self.any(EVERY))))} for _ in range(2)]
        self.tables.append(("[unit]", table | self.maybe(0.3, "excused", lambda: excused)))

    def group(self, name, members):
        self.tables.append(("[group]", {"id": name, "name": name, "members": members}))

    def senders(self):
        """Who sends a form: as declared, and the units that it comes to."""
        groups = {t["id"]: t["members"] for kind, t in self.tables if kind == "[group]"}
        declared = self.any(["all", ["some"], ["nested"], self.some(self.units)])
        ids = self.units if declared == "all" else declared
        while any(each in groups for each in ids):
            ids = [unit for each in ids for unit in groups.get(each, [each])]
        return declared, sorted(set(ids))

    # -- forms and their rows

    def add_form(self, form, measures, declared, **more):
        source = self.any([{"provenance": "reported"}, {"provenance": "reported"}, {"provenance": "made-up"},
                           {"provenance": "published", "source": "Yearbook"}])
        table = {"id": form, "title": form.title(), "units": declared, "due": self.due(), "measures": measures}
        if source["provenance"] == "published" and self.chance(0.5):
            del table["due"]
        self.tables.append(("[form]", table | source | more))
        return source["provenance"] == "published"

    def add_row(self, form, published, period, unit, cells):
        """One report as it comes: not at all, blank, with blank cells, early or late."""
        if self.chance(0.1):
            return
        start, end = self.life[unit]
        if start > period.last or end < period.first:
            return
        blank = self.any([0, 0, 0, 0.02, 0.2]) if self.chance(0.98) else 1
        cells = {measure: "" if self.chance(blank) else f"{value:f}" for measure, value in cells.items()}
        delay = self.any([0, 1, 2, 4, 9, 30, 100, -3])
        reported = "" if published and self.chance(0.5) else period.last + dt.timedelta(delay)
        name = self.any([unit, unit.upper(), f"the {unit}", f"{unit} office"])
        self.data.setdefault(form, []).append(
            {"period": period, "unit": name, "reported": reported, **cells, "note": ""})

    def add_counts(self, form):
        every, decimals = self.any(EVERY[:3] + ["month"]), self.any([0, 0, 1, 2])
        kinds = {name: self.any(allowed) for name, allowed in KINDS.items()}
        fixed = self.chance(0.8)
        measures = [{"id": f"{form}-{name}", "name": name, "kind": kind, "decimals": decimals,
                     **({"fixed": True} if name == "whole" and fixed else {})} for name, kind in kinds.items()]
        identities = [{"total": f"{form}-{total}", "parts": [f"{form}-{part}" for part in parts]}
                      for total, parts in IDENTITIES.items() if self.chance(0.8)]
        declared, units = self.senders()
        published = self.add_form(form, measures, declared, every=every, identities=identities,
                                  carries={"opening": f"{form}-opening", "closing": f"{form}-waiting"})
        worst = self.any([0, 1, 5])
        for unit in units:
            waiting, year = self.between(0, 5), None
            for period in self.periods(every):
                if period.year != year:
                    year, whole, so_far, dropped = period.year, self.any([0, 10, 40]), 0, 0
                early, late, opening = self.between(0, 9), self.between(0, worst), waiting
                waiting = max(0, opening + self.between(-3, 3))
                so_far += self.between(0, min(4, whole - so_far - dropped))
                dropped += self.between(0, min(worst, whole - so_far - dropped))
                values = {"early": early, "late": late, "done": early + late, "opening": opening,
                          "waiting": waiting, "cases": early + late + waiting, "whole": whole,
                          "so-far": so_far, "dropped": dropped, "left": whole - so_far - dropped}
                self.add_row(form, published, period, unit, {
                    f"{form}-{name}": Decimal(values[name]).scaleb(-decimals) for name in kinds})

    def add_levels(self, form):
        every = self.any(EVERY)
        declared, units = self.senders() if self.chance(0.5) else ([self.units[0]], self.units[:1])
        self.level_units = units
        published = self.add_form(form, [{"id": "points", "name": "Points", "kind": "level", "decimals": 3}],
                                  declared, every=every, history=True)
        before = judge.period_of(every, self.years[0] - 1, 1, self.window)
        for unit in units:
            for period in [before, *self.periods(every)]:
                self.add_row(form, published, period, unit, {"points": Decimal(self.between(-5000, 60000)).scaleb(-3)})

    def add_indicator(self, name):
        top, bottom = self.any(RATES) if self.chance(0.6) else (
            self.random.sample(list(KINDS), self.between(1, 2)), self.random.sample(list(KINDS), self.between(1, 2)))
        form, other = self.any(["alpha", "beta"]), self.any(["alpha", "beta"])
        if self.chance(0.75):
            other = form
        self.tables.append(("[indicator]", {
            "id": name, "name": name, "numerator": [f"{form}-{m}" for m in top],
            "denominator": [f"{other}-{m}" for m in bottom], **self.maybe(0.5, "decimals", lambda: self.between(0, 4))}))
        return name

    # -- tasks

    def bound(self):
        numbers = ["0", "100", "100", "33.33", "80", "25.50", str(self.between(1, 110))]
        kind = self.any(BOUNDS)
        low, high = sorted(Decimal(self.any(numbers)) for _ in range(2))
        return {kind: [low, high + 1] if kind == "between" else self.any([low, high])}

    def target(self, dated, last=None):
        """A target; what lies on its way ends by its own deadline or by the task's `last`."""
        indicator = self.any(self.indicators)
        target = {"indicator": indicator, **self.maybe(0.25, "by", self.day)}
        dated = dated or "by" in target
        target |= self.bound()
        of_many = indicator == "score" and len(self.level_units) > 1
        target |= self.maybe(0.25, "over", lambda: self.any(["period", "year"]))
        target |= self.maybe(1 if of_many else 0.3, "each-unit", lambda: True)
        target |= self.maybe(0.25, "revised", lambda: [
            {"from": day, "basis": "x", **self.bound()} for day in self.days(self.between(1, 2))])
        if dated:
            last = target.get("by", last)
            target |= self.maybe(0.3, "milestones", lambda: [
                {"on": day, **self.bound()} for day in self.days(self.between(1, 3)) if day <= last])
            if not target.get("milestones", True):
                del target["milestones"]
        if dated and {"at-least", "at-most"} & target.keys():
            before = self.first - dt.timedelta(90)
            target |= self.maybe(0.4, "baseline", lambda: {
                "on": self.day(before, last - dt.timedelta(1)), "value": Decimal(self.between(0, 999)).scaleb(-1)})
        return target

    def deliverable(self, no, number):
        """A deliverable, and the rows handed in for it."""
        name = f"Paper {number}"
        table = self.any([name, {"name": name}, {"name": name, "numbered": False},
                          {"name": name, "any-of": [f"{name} A", f"{name} B"]}])
        if isinstance(table, dict):
            table |= self.maybe(0.4, "due", self.day)
        names = [name] if isinstance(table, str) else [name, *table.get("any-of", [])]
        for _ in range(self.any([0, 1, 1, 2])):
            self.data.setdefault("deliverables", []).append({
                "task": no, "deliverable": self.any([str.upper, str])(self.any(names)),
                "number": self.any(["", "5/KH", "7/KH"]), "issued": self.day(None, self.last + dt.timedelta(40)),
                "title": "", "where": "", "link": ""})
        return table

    def add_task(self, no):
        schedule = self.any(["continuous", "on-event", {"by": self.day()}, {"by": self.day()},
                             {"every": f"{self.between(1, 12):02}-{self.between(1, 28):02}"}, {"every": "12-31"}])
        dated = isinstance(schedule, dict)
        task = {"no": no, "title": f"Task {no}", "schedule": schedule,
                "lead": self.any([["some"], ["nested"], self.some(self.units), ["some", self.units[0]]]),
                "targets": [self.target(dated, schedule["by"] if "by" in schedule else self.last) for _ in range(self.any([0, 0, 1, 2, 3]))],
                "deliverables": [self.deliverable(no, n) for n in range(self.any([0, 0, 1, 2]))],
                **self.maybe(0.2, "assigned", self.day)}
        if dated:
            task |= self.maybe(0.3, "extended", lambda: {
                "to": self.day(schedule.get("by"), self.last + dt.timedelta(60)), "basis": "x",
                **self.maybe(0.7, "on", self.day)})
        self.tables.append(("[task]", {key: value for key, value in task.items() if value != []}))
        for _ in range(self.any([0, 0, 2, 6])):
            kind = self.any(["result", "result", "obstacle", "proposal", "done"])
            day = self.day(None, self.last + dt.timedelta(30))
            period = self.any(self.periods(self.every_update))
            self.data.setdefault("updates", []).append({
                "date": day, "task": no, "unit": self.any(self.units), "kind": kind, "text": "Text",
                "period": "" if kind == "done" and self.chance(0.5) else period})

    # -- what becomes of it

    def write(self, folder):
        lines = []
        for name, table in self.tables:
            lines += [f"[{name}]", *(f"{key} = {toml(value)}" for key, value in table.items()), ""]
        (folder / "data").mkdir(parents=True)
        (folder / "plan.toml").write_text("\n".join(lines), encoding="utf-8")
        for name, rows in self.data.items():
            self.random.shuffle(rows)
            with open(folder / "data" / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, rows[0])
                writer.writeheader()
                writer.writerows(rows)

    def judged_on(self):
        """Days to judge: before, after, at random, and about the days that the plan names."""
        named = [each for rows in self.data.values() for row in rows for each in row.values()]
        named += [period.last for every in EVERY for period in self.periods(every)]
        named += dates_in(self.tables) * 3
        named = [day for day in named if isinstance(day, dt.date)]
        days = {self.first - dt.timedelta(30), self.last + dt.timedelta(200)}
        while len(days) < DATES_OF_A_PLAN:
            about = self.any(named) + dt.timedelta(self.between(-1, 1))
            days.add(self.any([about, about, self.day(None, self.last + dt.timedelta(45))]))
        return sorted(days)


def dates_in(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [day for each in value for day in dates_in(each)]
    return [value] if isinstance(value, dt.date) else []


def status(binary, folder, day):
    command = [binary, "-C", str(folder), "status", "--format", "json", "--as-of", str(day)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": NOON_OF_2030}
    ran = subprocess.run(command, capture_output=True, env=environment, check=False)
    if ran.returncode == 1:
        raise Rejected(ran.stderr.decode(errors="replace").strip())
    if ran.returncode != 0:
        raise OSError(f"exit code {ran.returncode}: {ran.stderr.decode(errors='replace').strip()}")
    return judge.parse_status(ran.stdout.decode())


def compare(binary, folder, days):
    """How many values were compared, and what differs."""
    plan = judge.Plan(folder)
    compared, differences = 0, []
    for day in days:
        theirs = status(binary, folder, day)
        comparison = judge.Comparison(plan)
        comparison.all(judge.judge(plan, day), theirs)
        compared += comparison.compared
        differences += [f"{day} {difference}" for difference in comparison.differences]
    return compared, differences


def compare_plans(args, scratch):
    accepted, values, dates, failed = 0, 0, 0, 0
    for number in range(1, args.plans + 1):
        folder = scratch / f"plan-{args.seed}-{number}"
        maker = Maker(f"{args.seed}-{number}")
        maker.write(folder)
        days = maker.judged_on()
        try:
            compared, differences = compare(args.binary, folder, days)
        except Rejected as error:
            print(f"{folder.name}: rejected\n{error}")
            continue
        except Exception:  # whichever judge broke down, it is a failure to be shown
            compared, differences = 0, [traceback.format_exc()]
        accepted, values, dates = accepted + 1, values + compared, dates + len(days)
        if differences:
            failed += 1
            if args.keep_failures:
                folder = shutil.copytree(folder, Path(args.keep_failures) / folder.name, dirs_exist_ok=True)
            print(f"{folder}:", *differences, sep="\n  ")
    print(f"seed {args.seed}: {accepted} of {args.plans} plans accepted, judged on {dates} dates, "
          f"{values} values compared; {failed} plans differ")
    return values > 0 and failed == 0 and accepted >= MUST_BE_ACCEPTED * args.plans


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--plans", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep-failures", metavar="DIR", help="copy the plans that differ there")
    args = parser.parse_args()
    args.binary = str(Path(args.binary).resolve())
    if not os.access(args.binary, os.X_OK):
        print(f"random_plans.py: no program at {args.binary}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        return 0 if compare_plans(args, Path(scratch)) else 1


if __name__ == "__main__":
    sys.exit(main())
