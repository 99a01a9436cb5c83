#!/usr/bin/env python3
"""Judges a plan a second time, from its files alone, and compares with `plan status`.

Written from docs/judging.md, docs/plan-toml.md and docs/data.en.md, sharing no code with the program. Numbers are
`Fraction` and `int`; no float is involved. It assumes files in which `plan check` finds no error.

    python3 judge.py PLAN_DIR --as-of 2019-06-30
    python3 judge.py PLAN_DIR --as-of 2019-06-30 --against status.json
    python3 judge.py PLAN_DIR --plan-binary target/release/plan --dates 2019-01-31,2019-06-30

Exit codes: 0 alike, 1 differences (each is listed) or nothing compared, 2 cannot work.
"""

import argparse
import calendar
import csv
import datetime as dt
import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from pathlib import Path

from counting import Register

# From worst to best: a task is as bad as the first of these among its parts.
WORST_FIRST = ["missed", "overdue", "behind", "no-data", "unproven", "done-late", "open",
               "on-track", "ongoing", "not-due", "done", "met", "no-cases"]
RANK = {verdict: place for place, verdict in enumerate(WORST_FIRST)}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
ONE_DAY = dt.timedelta(days=1)
BOUNDS = ("at-least", "at-most", "between", "equals")


class BadPlan(Exception):
    """The files hold something that `plan check` would call an error."""


# ---------------------------------------------------------------- numbers, names, days

class Written(str):
    """A TOML float as written; `exact` makes a number of it."""


def exact(value):
    """The exact number of a TOML integer, a TOML float as written, or a CSV cell."""
    if isinstance(value, (int, Fraction)):
        return Fraction(value)
    return Fraction(Decimal(value))


def half_up(number, decimals):
    """The number rounded half up to so many decimals."""
    scale = 10 ** decimals
    return Fraction(floor(number * scale + Fraction(1, 2)), scale)


def fold(name):
    """A name as names are compared: case, space and Unicode form do not matter."""
    text = unicodedata.normalize("NFC", name).casefold()
    return " ".join(unicodedata.normalize("NFC", text).split())


def day_of(text):
    return dt.date.fromisoformat(text)


@dataclass(frozen=True)
class Period:
    kind: str
    year: int
    index: int
    first: dt.date
    last: dt.date

    def __str__(self):
        shape = {"month": "{0}-{1:02}", "quarter": "{0}-Q{1}", "half": "{0}-H{1}", "year": "{0}"}
        return shape[self.kind].format(self.year, self.index)


def period_of(kind, year, index, window):
    """The index-th period of its kind in a year of the window."""
    months = MONTHS[kind]
    last_month = index * months
    first_month = last_month - months + 1
    if window == "calendar":
        first = dt.date(year, first_month, 1)
        last = dt.date(year, last_month, calendar.monthrange(year, last_month)[1])
    elif window == "15-14":
        before = (year - 1, 12) if first_month == 1 else (year, first_month - 1)
        first = dt.date(*before, 15)
        last = dt.date(year, last_month, 14)
    else:
        raise BadPlan(f"window {window!r}")
    return Period(kind, year, index, first, last)


def parse_period(text, window):
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)|-Q([1-4])|-H([12]))?", text.strip())
    if not found:
        raise BadPlan(f"period {text!r}")
    year, month, quarter, half = found.groups()
    if month:
        return period_of("month", int(year), int(month), window)
    if quarter:
        return period_of("quarter", int(year), int(quarter), window)
    if half:
        return period_of("half", int(year), int(half), window)
    return period_of("year", int(year), 1, window)


# ---------------------------------------------------------------- bounds

@dataclass(frozen=True)
class Bound:
    kind: str
    texts: tuple
    numbers: tuple

    @classmethod
    def read(cls, table):
        kinds = [kind for kind in BOUNDS if kind in table]
        if len(kinds) != 1:
            raise BadPlan(f"one bound expected in {table}")
        kind = kinds[0]
        values = table[kind] if kind == "between" else [table[kind]]
        return cls(kind, tuple(str(v) for v in values), tuple(exact(v) for v in values))

    @property
    def text(self):
        return " ".join((self.kind,) + self.texts)

    @property
    def one_sided(self):
        return self.kind in ("at-least", "at-most")

    def is_exactly(self, kind, number):
        return self.kind == kind and self.numbers[0] == number

    def ends(self):
        """The one-sided bounds that it comes to."""
        if self.one_sided:
            return [self]
        return [Bound("at-least", self.texts[:1], self.numbers[:1]),
                Bound("at-most", self.texts[-1:], self.numbers[-1:])]

    def side(self, number):
        """0 within the bound, -1 below it, 1 above it."""
        low, high = self.numbers[0], self.numbers[-1]
        if self.kind != "at-most" and number < low:
            return -1
        if self.kind != "at-least" and number > high:
            return 1
        return 0

    def holds(self, number):
        return self.side(number) == 0


def shown(number, decimals, bounds):
    """The number as printed: more digits where fewer would put it on another side of a bound."""
    while True:
        printed = half_up(number, decimals)
        if all(bound.side(printed) == bound.side(number) for bound in bounds):
            return printed
        decimals += 1


# ---------------------------------------------------------------- the plan as declared

@dataclass
class Unit:
    id: str
    order: int
    start: dt.date = None
    end: dt.date = None
    excuses: list = field(default_factory=list)

    def exists_on(self, day):
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass
class Measure:
    id: str
    kind: str
    fixed: bool
    form: object


@dataclass
class Report:
    reported: dt.date
    cells: dict


class Form:
    """A form, its periods in the plan's years, and the rows that came for them."""

    def __init__(self, plan, table):
        self.plan = plan
        self.id = table["id"]
        self.published = table["provenance"] == "published"
        self.made_up = table["provenance"] == "made-up"
        self.counted = table.get("from") == "dossiers"
        self.sent = "due" in table
        # Unsent, a counted form is there as soon as its period is over.
        self.due_rule = table.get("due", {"days": 0} if self.counted else None)
        self.tables = {m["id"]: m for m in table["measures"]}
        self.history = table.get("history", False)
        self.identities = table.get("identities", [])
        self.periods = plan.periods(table["every"])
        self.every = table["every"]
        listed = plan.units.keys() if table["units"] == "all" else plan.members(table["units"])
        self.listed = set(listed)
        self.units = sorted((plan.units[u] for u in self.listed), key=lambda u: u.order)
        self.measures = [Measure(m["id"], m["kind"], m.get("fixed", False), self)
                         for m in table["measures"]]
        self.reports = {}
        self._due = {}

    def due_day(self, period):
        if period not in self._due:
            self._due[period] = self.plan.due_day(period, self.due_rule)
        return self._due[period]

    def is_due(self, period, day):
        return self.due_day(period) <= day

    def owes(self, unit, period):
        """Whether a unit that the form lists owes the report of this period."""
        if self.published or not unit.exists_on(period.last):
            return False
        return not any((form is None or form == self.id)
                       and span.first <= period.first and period.last <= span.last
                       for form, span in unit.excuses)

    def report_in(self, unit, period, day):
        """The report, if it is in at the end of that day."""
        report = self.reports.get(unit.id, {}).get(period)
        if report is None or report.reported > day or period.last > day:
            return None
        return report


class Plan:
    def __init__(self, folder):
        self.folder = Path(folder)
        with open(self.folder / "plan.toml", "rb") as file:
            self.toml = tomllib.load(file, parse_float=Written)
        self.head = self.toml["plan"]
        self.window = self.head.get("window", "calendar")
        first = self.head.get("from", self.head.get("year"))
        last = self.head.get("to", self.head.get("year"))
        self.years = range(first, last + 1)
        self.first_day = period_of("year", first, 1, self.window).first
        self.last_day = dt.date(last, 12, 31)
        days = self.toml.get("calendar", {})
        self.days_off = set(days.get("days-off", []))
        self.working_days = set(days.get("working-days", []))
        self.read_units()
        self.groups = {g["id"]: g for g in self.toml.get("group", [])}
        self.name_units()
        self.forms = [Form(self, table) for table in self.toml.get("form", [])]
        self.measures = {m.id: m for form in self.forms for m in form.measures}
        self.indicators = {i["id"]: i for i in self.toml.get("indicator", [])}
        self.tasks = self.toml.get("task", [])
        self.register = Register(self.folder, self.named, self.toml.get("register", {}))
        for form in self.forms:
            self.read_reports(form)
            if form.counted:
                self.count_reports(form)
        self.deliverable_rows = list(self.rows("deliverables.csv"))
        self.update_rows = list(self.rows("updates.csv"))
        self.updates = self.head.get("updates")

    # -- units

    def read_units(self):
        self.units, self.names = {}, {}
        declared = list(self.toml.get("unit", []))
        for row in self.rows("units.csv"):
            aliases = [a for a in (row["aliases"] or "").split(";") if a.strip()]
            declared.append({"id": row["id"], "name": row["name"], "aliases": aliases})
        for table in declared:
            if table["id"] in self.units:
                raise BadPlan(f"unit {table['id']} twice")
            excuses = [(e.get("form"), parse_period(e["period"], self.window))
                       for e in table.get("excused", [])]
            self.units[table["id"]] = Unit(table["id"], len(self.units), table.get("from"),
                                           table.get("until"), excuses)
        self.declared_units = declared

    def name_units(self):
        for table in self.declared_units + list(self.groups.values()):
            for name in [table["id"], table["name"], *table.get("aliases", [])]:
                self.names.setdefault(fold(name), table["id"])

    def members(self, ids):
        """Unit ids, groups replaced by their members, however deep."""
        found = []
        for each in ids:
            if each in self.groups:
                found += self.members(self.groups[each]["members"])
            elif each in self.units:
                found.append(each)
            else:
                raise BadPlan(f"no unit or group {each!r}")
        return list(dict.fromkeys(found))

    def named(self, name):
        try:
            return self.names[fold(name)]
        except KeyError:
            raise BadPlan(f"no unit is called {name!r}") from None

    # -- days

    def periods(self, kind):
        return [period_of(kind, year, index, self.window)
                for year in self.years for index in range(1, 12 // MONTHS[kind] + 1)]

    def works(self, day):
        if day in self.working_days:
            return True
        return day.weekday() < 5 and day not in self.days_off

    def due_day(self, period, rule):
        day = period.last
        if "days" in rule:
            return day + ONE_DAY * rule["days"]
        left = rule["working-days"]
        while left:
            day += ONE_DAY
            left -= self.works(day)
        return day

    @cached_property
    def closing(self):
        """The last due day of the reports and updates for the plan's last period."""
        ends = [form.due_day(form.periods[-1]) for form in self.forms if not form.published]
        if self.updates:
            ends.append(self.due_day(self.periods(self.updates["every"])[-1], self.updates["due"]))
        deadlines = [self.last_day]
        for task in self.toml.get("task", []):
            schedule = task["schedule"]
            deadlines += [schedule["by"]] if "by" in schedule and isinstance(schedule, dict) else []
            deadlines += [task["extended"]["to"]] if "extended" in task else []
            deadlines += [t["by"] for t in task.get("targets", []) if "by" in t]
            deadlines += [d["due"] for d in task.get("deliverables", [])
                          if isinstance(d, dict) and "due" in d]
        return max([*ends, max(deadlines) + ONE_DAY])

    # -- data

    def rows(self, name):
        path = self.folder / "data" / name
        if not path.exists():
            return
        with open(path, encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file, strict=True)

    def read_reports(self, form):
        files = [f"{form.id}.csv"]
        files += [f"{form.id}/{p.name}" for p in sorted((self.folder / "data" / form.id).glob("*.csv"))]
        seen = {}
        for name in files:
            for row in self.rows(name):
                period = seen.get(row["period"])
                if period is None:
                    period = seen[row["period"]] = parse_period(row["period"], self.window)
                if period.kind != form.every:
                    raise BadPlan(f"{name}: {period} is no {form.every}")
                if period.year not in self.years:
                    if form.history:
                        continue
                    raise BadPlan(f"{name}: {period} is outside the plan")
                self.add_report(form, name, row, period)

    def count_reports(self, form):
        """Puts what is counted in the place of what was entered; periods that nobody reported came in when they ended."""
        for unit in form.units:
            for period in form.periods:
                report = form.reports.get(unit.id, {}).get(period)
                is_there = (unit.start is None or unit.start <= period.last) and (unit.end is None or period.first <= unit.end)
                reached = self.register.reaches(unit.id, period)
                cells = dict(report.cells) if report else {}
                for id, table in form.tables.items():
                    if table.get("entered"):
                        continue
                    cells.pop(id, None)
                    if reached:
                        first = period.first if not table.get("count", id).startswith("procedures") else self.year_of(period)
                        cells[id] = Fraction(self.register.count(unit.id, table, first, period.last))
                if report:
                    report.cells = cells
                elif reached and is_there:
                    form.reports.setdefault(unit.id, {})[period] = Report(period.last, cells)

    def year_of(self, period):
        return period_of("year", period.year, 1, self.window).first

    def add_report(self, form, name, row, period):
        unit = self.named(row["unit"])
        cells = {m.id: exact(row[m.id].strip()) for m in form.measures if row[m.id].strip()}
        if not cells and not (form.counted and row["reported"].strip()):
            return
        if row["reported"].strip():
            reported = day_of(row["reported"].strip())
        elif form.published:
            reported = period.last
        else:
            raise BadPlan(f"{name}: {period} of {unit} has no day of receipt")
        of_unit = form.reports.setdefault(unit, {})
        if period in of_unit:
            raise BadPlan(f"{name}: {period} of {unit} twice")
        of_unit[period] = Report(reported, cells)


# ---------------------------------------------------------------- the value of an indicator

class Look:
    """One indicator seen for one target at the end of one day, for all units or only one."""

    def __init__(self, plan, indicator, day, over, deadline, unit=None, spans=None):
        self.plan, self.day, self.over, self.deadline = plan, day, over, deadline
        self.level = indicator.get("level")
        self.numerator = indicator.get("numerator", [])
        self.denominator = indicator.get("denominator", [])
        self.decimals = indicator.get("decimals", 2)
        wanted = [self.level] if self.level else self.numerator + self.denominator
        self.needed = {}
        for measure in wanted:
            self.needed.setdefault(plan.measures[measure].form.id, []).append(measure)
        self.forms = [form for form in plan.forms if form.id in self.needed]
        self.unit = unit
        self.spans = spans or self.find_spans()
        self.reports = {form.id: self.complete(form) for form in self.forms}

    def units(self, form):
        """The units that the form lists, narrowed to one if only one is judged."""
        if self.unit is None:
            return form.units
        return [self.unit] if self.unit.id in form.listed else []

    def until_deadline(self, form):
        return [p for p in form.periods if self.deadline is None or p.last <= self.deadline]

    def find_spans(self):
        """The closed periods of each form that the target looks at."""
        closed = {form.id: [p for p in self.until_deadline(form) if p.last <= self.day]
                  for form in self.forms}
        if self.over == "period":
            return self.last_heard(closed)
        return {form: [p for p in ends if p.year == self.year] for form, ends in closed.items()}

    @cached_property
    def year(self):
        """The year that is judged, no later than the deadline's own."""
        year = judged_year(self.plan, self.forms, min(self.day, self.deadline or self.day))
        if self.deadline:
            year = max(min(year, self.deadline.year), self.plan.years[0])
        return year

    def last_heard(self, closed):
        """The last closed period, or the one before while nothing of the last is in or due.

        With several forms it is one of the form with the longest periods, and what lies in it."""
        longest = closed[max(self.forms, key=lambda form: MONTHS[form.every]).id]
        spans = {form.id: [] for form in self.forms}
        for whole in longest[:-3:-1]:
            spans = {form: [p for p in ends if whole.first <= p.first and p.last <= whole.last]
                     for form, ends in closed.items()}
            if whole == longest[0] or self.is_heard(spans):
                break
        return spans

    def is_heard(self, spans):
        return any(self.usable(form, unit, period)
                   or form.owes(unit, period) and form.is_due(period, self.day)
                   for form in self.forms for period in spans[form.id] for unit in form.units)

    def usable(self, form, unit, period):
        """The cells of a report that is in and has every cell needed."""
        report = form.report_in(unit, period, self.day)
        if report and all(m in report.cells for m in self.needed[form.id]):
            return report.cells
        return None

    def complete(self, form):
        """Per unit the reports in, with every cell needed, in order of period."""
        found = {}
        for unit in [self.unit] if self.unit else self.plan.units.values():
            if unit.id not in form.reports:
                continue
            mine = [(period, cells) for period in self.spans[form.id]
                    if (cells := self.usable(form, unit, period))]
            if mine:
                found[unit.id] = mine
        return found

    @cached_property
    def owed(self):
        """(form, unit, period) of every report owed for the closed periods of the span."""
        return [(form, unit, period) for form in self.forms
                for period in self.spans[form.id] for unit in self.units(form)
                if form.owes(unit, period)]

    @cached_property
    def due(self):
        return [each for each in self.owed if each[0].is_due(each[2], self.day)]

    def is_complete(self, form, unit, period):
        return any(period == p for p, _ in self.reports[form.id].get(unit.id, []))

    @cached_property
    def counted(self):
        """Of the reports owed, those in with every needed cell."""
        return [each for each in self.owed if self.is_complete(*each)]

    def silent_forms(self):
        """Forms of the indicator from which nothing usable is in: it has no value yet."""
        return [form for form in self.forms if not self.reports[form.id]]

    def every_due_by(self, end):
        """Whether every report owed for periods that end by that day is due."""
        return all(form.is_due(period, self.day) for form in self.forms
                   for period in form.periods
                   if period.last <= end and not form.published
                   and any(form.owes(unit, period) for unit in self.units(form)))

    def unit_values(self, measure_id):
        """Per unit the (period taken, value) of a measure over the span; blanks count as 0."""
        measure = self.plan.measures[measure_id]
        form, values = measure.form, {}
        for unit_id, mine in self.reports[form.id].items():
            unit = self.plan.units[unit_id]
            if measure.kind == "flow":
                values[unit_id] = (None, sum(cells.get(measure_id, 0) for _, cells in mine))
                continue
            if measure.kind in ("stock", "to-date") and unit.end and unit.end < self.spans[form.id][-1].last:
                continue
            period, cells = mine[0] if measure.kind == "stock-open" else mine[-1]
            table = form.tables[measure_id]
            if form.counted and measure.kind == "to-date" and not table.get("entered"):
                # Each procedure once over the span, up to the last report.
                first = self.spans[form.id][0].first
                values[unit_id] = (period, Fraction(self.plan.register.count(unit_id, table, first, period.last)))
                continue
            values[unit_id] = (period, cells.get(measure_id, Fraction(0)))
        return values

    def total(self, measure_ids):
        return sum((value for m in measure_ids for _, value in self.unit_values(m).values()),
                   Fraction(0))

    def level_value(self):
        values = [value for _, value in self.unit_values(self.level).values()]
        if len(values) != 1:
            raise BadPlan(f"level {self.level} from {len(values)} units: levels are never summed")
        return values[0]

    def kind(self, measure_id):
        return self.plan.measures[measure_id].kind

    def flows(self, measure_ids):
        return [m for m in measure_ids if self.kind(m) == "flow"]

    def provisional(self):
        flags = []
        if any(not self.is_complete(*each) for each in self.due):
            flags.append("missing")
        if any(not self.is_complete(*each) for each in self.owed
               if not each[0].is_due(each[2], self.day)):
            flags.append("awaiting")
        if self.takes_older_stock():
            flags.append("older-stock")
        return flags

    def takes_older_stock(self):
        for form in self.forms:
            for measure in self.needed[form.id]:
                last = self.spans[form.id][-1]
                if self.kind(measure) in ("stock", "to-date", "level") and any(
                        period != last and not self.has_ended(unit, last.last)
                        for unit, (period, _) in self.unit_values(measure).items()):
                    return True
        return False

    def has_ended(self, unit_id, day):
        end = self.plan.units[unit_id].end
        return end is not None and end < day

    # -- what can no longer change

    def ends_here(self):
        """Whether the year judged is the one in which the target ends."""
        return self.deadline is None or self.deadline.year == self.year

    def counted_in(self, total, form):
        """The numerator measures counted in a measure, itself or through identities, each once."""
        if total in self.numerator:
            return [total]
        ways = [[m for part in identity["parts"] for m in self.counted_in(part, form)]
                for identity in form.identities if identity["total"] == total]
        return max(ways, key=len, default=[])

    def alike(self, part, total):
        """Both are flows, both stock-open, or both taken from the last report."""
        last = ("stock", "to-date")
        kinds = self.kind(part), self.kind(total)
        return kinds[0] == kinds[1] or (kinds[0] in last and kinds[1] in last)

    @cached_property
    def counting(self):
        """The denominator measures that hold all of the numerator, or None."""
        left, found = set(self.numerator), []
        for measure in self.denominator:
            within = {m for m in left.intersection(
                self.counted_in(measure, self.plan.measures[measure].form))
                if self.alike(m, measure)}
            if within:
                found.append(measure)
                left -= within
        return None if left else found

    def cannot_fall(self, measure_ids):
        return all(self.kind(m) in ("flow", "to-date") for m in measure_ids)

    def denominator_settled(self):
        """Every denominator measure is fixed, and every unit that owes a report has one in."""
        return (all(self.plan.measures[m].fixed for m in self.denominator)
                and not self.flows(self.denominator)
                and all(unit.id in self.reports[form.id] for form in self.forms
                        for period in self.until_deadline(form) if period.year == self.year
                        for unit in self.units(form) if form.owes(unit, period)))

    def caps(self, top, bottom):
        """The highest rates still possible, where identities split the one denominator measure."""
        last = ("stock", "to-date")
        if len(self.denominator) != 1 or any(self.kind(m) not in last for m in self.numerator):
            return []
        whole = self.denominator[0]
        found = []
        for identity in self.plan.measures[whole].form.identities:
            parts = identity["parts"]
            if identity["total"] != whole or not set(self.numerator) <= set(parts):
                continue
            lost = self.total(m for m in parts
                              if m not in self.numerator and self.kind(m) == "to-date")
            if bottom - lost >= top:
                found.append((bottom - lost) / bottom * 100)
        return found

    def certainty(self, bound, top, bottom):
        """"fail" if the bound is certain to fail, "safe" if what is reached cannot be lost."""
        if self.level or self.over != "year" or not self.ends_here():
            return None
        ends = [self.end_certainty(end, top, bottom) for end in bound.ends()]
        if "fail" in ends:
            return "fail"
        return "safe" if set(ends) == {"safe"} else None

    def end_certainty(self, bound, top, bottom):
        """The same of an at-least or an at-most bound."""
        rate = top / bottom * 100
        lowest, highest = [Fraction(0)], []
        if self.counting is not None:
            highest.append(Fraction(100))
            if (bound.is_exactly("at-least", 100)
                    and len(self.flows(self.numerator + self.counting))
                    == len(self.numerator + self.counting)
                    and self.total(self.flows(self.denominator)) > top):
                return "fail"
        if bound.is_exactly("at-most", 0) and self.cannot_fall(self.numerator) and top > 0:
            return "fail"
        if self.denominator_settled():
            lowest += [rate] if self.cannot_fall(self.numerator) else []
            highest += self.caps(top, bottom)
        if bound.kind == "at-least":
            if any(not bound.holds(cap) for cap in highest):
                return "fail"
            return "safe" if bound.holds(rate) and any(map(bound.holds, lowest)) else None
        if any(not bound.holds(low) for low in lowest):
            return "fail"
        return "safe" if bound.holds(rate) and any(map(bound.holds, highest)) else None

    # -- what is still needed

    def never_too_little(self, percent, bound):
        scale = 10 ** self.decimals
        towards = floor if bound.text.startswith("at-most") else ceil
        return Fraction(towards(percent * scale), scale)

    def needed_to_end(self, bound, top, bottom):
        """(needed-rate, needed-count): what must still come to end at the bound."""
        if not bound.one_sided:
            return None, None
        end = self.deadline or period_of("year", self.year, 1, self.plan.window).last
        if self.day > end:
            return None, None
        share = bound.numbers[0] / 100
        flows = self.flows(self.denominator)
        if not flows:
            more = ceil(share * bottom - top) if bound.kind == "at-least" else 0
            return None, more if more > 0 else None
        if self.over != "year":
            return None, None
        whole = sum(form.owes(unit, period) for form in self.forms
                    for period in self.until_deadline(form)
                    if period.year == self.year
                    for unit in self.units(form))
        got = len(self.counted)
        coming = self.total(flows) * (whole - got)
        if not got or not coming:
            return None, None
        # R and the cases wanted from it, both times r, so that they stay finite decimals.
        wanted = share * (bottom * got + coming) - top * got
        if is_decimal(coming / got) and is_decimal(wanted / got):
            coming, wanted = coming / got, wanted / got
        # Nothing is asked of at-least any more, and nothing can be asked of at-most.
        if wanted < 0 or (wanted == 0 and bound.kind == "at-least"):
            return None, None
        return {"numerator": wanted, "denominator": coming,
                "percent": self.never_too_little(wanted / coming * 100, bound)}, None


def is_decimal(number):
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


# ---------------------------------------------------------------- verdicts

def judged_year(plan, forms, day):
    """The year of the last closed period of these forms, the earliest of them."""
    closed = [[p for p in form.periods if p.last <= day] for form in forms]
    return min(ends[-1].year if ends else plan.years[0] for ends in closed)


def last_month_year(plan, day):
    """The year of the last month of the plan that is over."""
    closed = [p for p in plan.periods("month") if p.last <= day]
    return closed[-1].year if closed else plan.years[0]


def is_extended(task, day):
    extended = task.get("extended")
    return bool(extended) and ("on" not in extended or extended["on"] <= day)


def task_deadline(plan, task, day, year=None):
    """The task's deadline in force on that day; None for continuous and on-event tasks.

    A yearly task has one a year: that of the year judged, which a target takes from its forms."""
    schedule = task["schedule"]
    if isinstance(schedule, str):
        return None
    if "by" in schedule:
        return task["extended"]["to"] if is_extended(task, day) else schedule["by"]
    due = yearly(schedule, year or last_month_year(plan, day))
    # An extension puts off the yearly day that lies last before the new one.
    if is_extended(task, day) and due <= task["extended"]["to"] < yearly(schedule, due.year + 1):
        return task["extended"]["to"]
    return due


def yearly(schedule, year):
    month, of_month = map(int, schedule["every"].split("-"))
    return dt.date(year, month, min(of_month, calendar.monthrange(year, month)[1]))


def forms_of(plan, indicator):
    wanted = indicator.get("numerator", []) + indicator.get("denominator", [])
    wanted += [indicator["level"]] if "level" in indicator else []
    ids = {plan.measures[measure].form.id for measure in wanted}
    return [form for form in plan.forms if form.id in ids]


def bound_in_force(target, day):
    bound, since = target, None
    for revision in target.get("revised", []):
        if revision["from"] <= day and (since is None or revision["from"] >= since):
            bound, since = revision, revision["from"]
    return Bound.read(bound)


def compare_on_the_way(look, target, bound, score):
    """(verdict, compared-with, its bound) of a target by a date, neither over nor secure."""
    stones = sorted((m for m in target.get("milestones", [])
                     if m["on"] <= look.day and look.every_due_by(m["on"])),
                    key=lambda m: m["on"])
    if stones:
        stone = Bound.read(stones[-1])
        return ("on-track" if stone.holds(score) else "behind"), "milestone", stone
    line = baseline_today(look, target, bound)
    if line is not None:
        line = Bound(bound.kind, (), (line,))
        return ("on-track" if line.holds(score) else "behind"), "baseline", line
    if bound.holds(score):
        return "on-track", "bound", bound
    return "open", None, bound


def baseline_today(look, target, bound):
    """Where the straight line from the baseline to the bound stands, if it can be told."""
    baseline = target.get("baseline")
    if not baseline or not bound.one_sided:
        return None
    ends = [p.last for form in look.forms for p in look.until_deadline(form)
            if p.last <= look.day and look.every_due_by(p.last)]
    if not ends or max(ends) < baseline["on"] or baseline["on"] >= look.deadline:
        return None
    done = Fraction((max(ends) - baseline["on"]).days, (look.deadline - baseline["on"]).days)
    start = exact(baseline["value"])
    return start + (bound.numbers[0] - start) * done


def judge_value(look, task, target, bound):
    """The verdict of one target over one `Look`, with everything shown beside it."""
    row = {"verdict": None, "out-of-reach": False, "final": False, "secure": False,
           "provisional": [], "numerator": None, "denominator": None, "value": None,
           "percent": None, "reports-in": len(look.counted), "reports-owed": len(look.owed),
           "reports-due": len(look.due), "needed-rate": None, "needed-count": None,
           "compared-with": None}
    silent = look.silent_forms()
    if silent:
        late = any(form in silent for form, _, _ in look.due)
        row["verdict"] = "no-data" if late else "not-due"
        return row
    certain = None
    if look.level:
        score = row["value"] = look.level_value()
    else:
        top, bottom = look.total(look.numerator), look.total(look.denominator)
        row["numerator"], row["denominator"] = top, bottom
        if bottom == 0:
            row["verdict"] = "no-cases"
            row["provisional"] = look.provisional()
            return row
        score = top / bottom * 100
        certain = look.certainty(bound, top, bottom)
    row["provisional"] = look.provisional()
    met = "met" if bound.holds(score) else "missed"
    beside = bound
    if certain == "fail":
        row["verdict"], row["out-of-reach"] = "missed", True
    elif look.deadline is None:
        row["verdict"] = met
    elif look.deadline <= look.day and look.every_due_by(look.deadline):
        row["verdict"], row["final"] = met, True
    elif certain == "safe":
        row["verdict"], row["secure"] = "met", True
    else:
        row["verdict"], row["compared-with"], beside = compare_on_the_way(look, target, bound, score)
    if not look.level:
        row["percent"] = shown(score, look.decimals, [bound, beside])
    if not (look.level or row["out-of-reach"] or row["final"] or row["secure"]):
        row["needed-rate"], row["needed-count"] = look.needed_to_end(bound, top, bottom)
    return row


def beyond(bound, unit):
    """How far a unit's value is on the wrong side of a bound, less than nothing on the right one;
    a unit without a value is the last of its verdict."""
    score = unit["value"]
    if unit["denominator"]:
        score = unit["numerator"] / unit["denominator"] * 100
    if score is None:
        return float("-inf")
    sides = []
    if bound.kind != "at-most":
        sides.append(bound.numbers[0] - score)
    if bound.kind != "at-least":
        sides.append(score - bound.numbers[-1])
    return max(sides)


def judge_target(plan, task, number, target, day):
    """The part row of a target, and the unit rows if each unit is judged."""
    bound = bound_in_force(target, day)
    indicator = plan.indicators[target["indicator"]]
    deadline = target.get("by")
    if deadline is None:
        forms = forms_of(plan, indicator)
        deadline = task_deadline(plan, task, day, judged_year(plan, forms, day))
    over = target.get("over", "year")
    part = {"task": task["no"], "part": "target", "id": f"{task['no']}.{number}",
            "indicator": target["indicator"], "bound": bound.text, "deadline": deadline,
            "worst-unit": None}
    look = Look(plan, indicator, day, over, deadline)
    if not target.get("each-unit"):
        return part | judge_value(look, task, target, bound), []
    # Nothing is owed to a published form: there the units that it has figures of are judged.
    judged = {unit.id for _, unit, _ in look.owed}
    judged |= {unit for form in look.forms if form.published for unit in look.reports[form.id]}
    units = []
    for unit in plan.units.values():
        if unit.id in judged:
            alone = Look(plan, indicator, day, over, deadline, unit, look.spans)
            units.append({"id": part["id"], "unit": unit.id}
                         | judge_value(alone, task, target, bound))
    # The counts of reports and the flags are those of all units.
    part |= {"reports-in": len(look.counted), "reports-owed": len(look.owed),
             "reports-due": len(look.due),
             "provisional": [] if look.silent_forms() else look.provisional()}
    if not units:
        return part | {"verdict": "not-due", "out-of-reach": False, "final": False,
                       "secure": False, "numerator": None, "denominator": None, "value": None,
                       "percent": None, "needed-rate": None, "needed-count": None,
                       "compared-with": None}, []
    worst = min(units, key=lambda unit: (RANK[unit["verdict"]], -beyond(bound, unit)))
    part = worst | {"worst-unit": worst["unit"]} | {k: v for k, v in part.items() if k != "worst-unit"}
    del part["unit"]
    return part, units


# ---------------------------------------------------------------- deliverables and updates

def task_rows(rows, task, column, day):
    """A task's rows dated by that day, oldest first, in file order within a day."""
    mine = [row for row in rows
            if int(row["task"]) == task["no"] and day_of(row[column].strip()) <= day]
    return sorted(mine, key=lambda row: row[column].strip())


def done_updates(plan, task, day):
    return [row for row in task_rows(plan.update_rows, task, "date", day)
            if row["kind"].strip() == "done"]


def turn_of(plan, task, declared, came, day):
    """The day a deliverable is due, the due day before it, and what came for it.

    A yearly task owes it for each year up to the one judged, from the day it was given: what came
    first after the due day before. Shown is the first day that has passed without it, else the last."""
    dues = [declared.get("due") or task_deadline(plan, task, day) or plan.last_day]
    if "due" not in declared and "every" in task["schedule"] and not is_extended(task, day):
        dues = [yearly(task["schedule"], year) for year in plan.years
                if year <= last_month_year(plan, day)]
        dues = [due for due in dues if due >= task.get("assigned", due)] or dues[-1:]
    before, rest, turns = None, list(came), []
    for due in dues:
        while rest and before and rest[0][0] <= before:
            rest.pop(0)
        turns.append((due, before, rest.pop(0) if rest else (None, None, False)))
        before = due
    missed = [turn for turn in turns if turn[0] < day and turn[2][0] is None]
    return (missed or turns[-1:])[0]


def judge_deliverable(plan, task, number, declared, day):
    """The part row of a deliverable, and whether it asks for proof that is not there."""
    if isinstance(declared, str):
        declared = {"name": declared}
    names = {fold(name) for name in [declared.get("name", ""), *declared.get("any-of", [])] if name}
    numbered = declared.get("numbered", True)
    rows = [row for row in task_rows(plan.deliverable_rows, task, "issued", day)
            if fold(row["deliverable"]) in names]
    done = done_updates(plan, task, day)
    came = [(day_of(row["issued"].strip()), row["number"].strip() or None, False)
            for row in rows if row["number"].strip() or not numbered]
    if not numbered and done:
        came.append((day_of(done[0]["date"].strip()), None, True))
    # On one day a document goes before an update, and the lower number first.
    came.sort(key=lambda each: (each[0], each[2], each[1] or ""))
    due, before, (handed, document, _) = turn_of(plan, task, declared, came, day)
    if handed:
        verdict = "done" if handed <= due else "done-late"
    else:
        verdict = "open" if day <= due else "overdue"
    new = [row for row in rows if before is None or day_of(row["issued"].strip()) > before]
    unproven = numbered and handed is None and bool(done or new)
    return {"task": task["no"], "part": "deliverable", "id": f"{task['no']}.d{number}",
            "name": declared.get("name"), "verdict": verdict, "deadline": due,
            "handed-in": handed, "number": document}, unproven


def ends_of_updates(plan, task, day):
    """The days that free the task of updates: of a "done" update, or on which a task by a date
    had handed in all that it must yield."""
    ends = [day_of(row["date"].strip()) for row in done_updates(plan, task, day)]
    owed = [judge_deliverable(plan, task, number, declared, day)[0]["handed-in"]
            for number, declared in enumerate(task.get("deliverables", []), 1)]
    if owed and all(owed) and isinstance(task["schedule"], dict) and "by" in task["schedule"]:
        ends.append(max(owed))
    return ends


def update_periods(plan, task, day):
    """The periods whose update is due by that day and owed by the task: those before it was done."""
    if not plan.updates or task.get("targets"):
        return []
    done = ends_of_updates(plan, task, day)
    return [(period, due) for period in plan.periods(plan.updates["every"])
            if (due := plan.due_day(period, plan.updates["due"])) <= day
            and not ("assigned" in task and period.last < task["assigned"])
            and not (done and min(done) <= period.last)]


def updates_in(plan, task, day):
    """The task's updates from its leads; a lead group may speak as itself or by a member."""
    leads = set(task["lead"]) | set(plan.members(task["lead"]))
    return [row for row in task_rows(plan.update_rows, task, "date", day)
            if plan.named(row["unit"]) in leads]


def covered_periods(plan, rows):
    return {parse_period(row["period"], plan.window) for row in rows if row["period"].strip()}


def judge_updates(plan, task, day):
    if not plan.updates or task.get("targets"):
        return None
    rows = updates_in(plan, task, day)
    due = update_periods(plan, task, day)
    done = ends_of_updates(plan, task, day)
    latest = due[-1][0] if due and not done else None
    if done:
        verdict = "done"
    elif latest and latest not in covered_periods(plan, rows):
        verdict = "no-data"
    else:
        verdict = "ongoing" if rows else "not-due"
    return {"task": task["no"], "part": "updates", "id": f"{task['no']}.u", "verdict": verdict,
            "period": str(latest) if latest else None}


# ---------------------------------------------------------------- tasks

def judge_task(plan, task, day):
    """The task row, its part rows and its unit rows."""
    parts, units = [], []
    for number, target in enumerate(task.get("targets", []), 1):
        part, of_units = judge_target(plan, task, number, target, day)
        parts.append(part)
        units += of_units
    unproven = False
    for number, declared in enumerate(task.get("deliverables", []), 1):
        part, lacks_proof = judge_deliverable(plan, task, number, declared, day)
        parts.append(part)
        unproven |= lacks_proof
    updates = judge_updates(plan, task, day)
    if updates:
        parts.append(updates)
    if unproven:
        parts.append({"task": task["no"], "part": "unproven", "id": f"{task['no']}.e",
                      "verdict": "unproven"})
    verdicts = [part["verdict"] for part in parts]
    deadline = task_deadline(plan, task, day)
    if deadline and not task.get("targets") and not task.get("deliverables"):
        # Nothing but a "done" update can tell that such a task is done.
        done = done_updates(plan, task, day)
        if done:
            verdicts.append("done" if day_of(done[0]["date"].strip()) <= deadline else "done-late")
        elif day > deadline:
            verdicts.append("overdue")
    if verdicts:
        verdict = min(verdicts, key=RANK.get)
    else:
        verdict = "not-due" if day < plan.first_day else "open"
    schedule = task["schedule"]
    row = {"task": task["no"], "title": task["title"], "lead": task["lead"],
           "support": task.get("support", []),
           "schedule": schedule if isinstance(schedule, str) else next(iter(schedule)),
           "deadline": task_deadline(plan, task, day), "verdict": verdict,
           "completion": completion(plan, task, parts, day)}
    return row, parts, units


def is_complete(plan, task, parts, day, judged):
    by_part = {}
    for part in parts:
        by_part.setdefault(part["part"], []).append(part["verdict"])
    targets, deliverables = by_part.get("target", []), by_part.get("deliverable", [])
    if "unproven" in by_part:
        return False
    good = ("met", "no-cases") if judged else ("met",)
    if any(verdict not in good for verdict in targets):
        return False
    if any(verdict not in ("done", "done-late") for verdict in deliverables):
        return False
    if targets:
        return True
    if isinstance(task["schedule"], str):
        return by_part.get("updates", ["done"])[0] in ("ongoing", "done")
    return bool(deliverables or done_updates(plan, task, day))


def completion(plan, task, parts, day):
    deadline = task_deadline(plan, task, day)
    if deadline is None:
        judged = day >= plan.closing
    else:
        judged = day > deadline and all(
            Look(plan, plan.indicators[t["indicator"]], day, "year", None).every_due_by(deadline)
            for t in task.get("targets", []))
        if "every" in task["schedule"]:
            judged |= any(part["verdict"] == "overdue" and part["deadline"] < deadline
                          for part in parts if part["part"] == "deliverable")
    if is_complete(plan, task, parts, day, judged) and (judged or deadline):
        return "completed"
    return "overdue" if judged else "in-time"


# ---------------------------------------------------------------- reporting

def reporting(plan, day):
    """The rows of forms, and of the reports due and not in."""
    forms, owed = [], []
    for form in plan.forms:
        due = came = on_time = 0
        for period in [] if form.published else form.periods:
            if not form.is_due(period, day):
                continue
            for unit in form.units:
                if not form.owes(unit, period):
                    continue
                due += 1
                report = form.report_in(unit, period, day)
                if report:
                    came += 1
                    on_time += report.reported <= form.due_day(period)
                else:
                    owed.append({"unit": unit.id, "form": form.id, "task": None,
                                 "period": str(period), "due": form.due_day(period),
                                 "days-late": (day - form.due_day(period)).days})
        # What is counted and not sent is no matter of discipline.
        if form.published or (form.counted and not form.sent):
            continue
        forms.append({"form": form.id, "due": due, "in": came, "on-time": on_time,
                      "missing": due - came, "late": came - on_time})
    return forms, owed


def missing_updates(plan, tasks, day):
    owed = []
    for task in tasks:
        covered = covered_periods(plan, updates_in(plan, task, day))
        for period, due in update_periods(plan, task, day):
            if period not in covered:
                owed += [{"unit": lead, "form": None, "task": task["no"], "period": str(period),
                          "due": due, "days-late": (day - due).days} for lead in task["lead"]]
    return owed


def judge(plan, day):
    """Everything that `plan status --format json` says of the plan at the end of that day."""
    given = [t for t in plan.tasks if not ("assigned" in t and day < t["assigned"])]
    tasks, parts, units = [], [], []
    for task in given:
        row, of_task, of_units = judge_task(plan, task, day)
        tasks.append(row)
        parts += of_task
        units += of_units
    verdicts = [t["verdict"] for t in tasks]
    targets = [p["verdict"] for p in parts if p["part"] == "target"]
    state = [t["completion"] for t in tasks]
    completed, overdue = state.count("completed"), state.count("overdue")
    judged = completed + overdue
    forms, owed = reporting(plan, day)
    return {
        "version": 1, "command": "status",
        "head": {"number": plan.head["number"], "agency": plan.head["agency"],
                 "title": plan.head["title"], "as-of": day,
                 "made-up": any(form.made_up for form in plan.forms)},
        "tasks": tasks, "parts": parts, "units": units,
        "totals": [{"verdict": v, "tasks": verdicts.count(v), "targets": targets.count(v)}
                   for v in WORST_FIRST if v in verdicts or v in targets],
        "completion": {"completed": completed, "overdue": overdue,
                       "in-time": state.count("in-time"),
                       "percent": half_up(Fraction(100 * completed, judged), 2) if judged else None},
        "forms": forms,
        "owed": owed + missing_updates(plan, given, day),
    }


# ---------------------------------------------------------------- comparing

PART_KEYS = {
    "target": ["task", "part", "id", "indicator", "bound", "verdict", "out-of-reach", "final",
               "secure", "provisional", "numerator", "denominator", "value", "percent",
               "reports-in", "reports-owed", "reports-due", "needed-rate", "needed-count",
               "compared-with", "deadline", "worst-unit"],
    "deliverable": ["task", "part", "id", "name", "verdict", "deadline", "handed-in", "number"],
    "updates": ["task", "part", "id", "verdict", "period"],
    "unproven": ["task", "part", "id", "verdict"],
}
UNIT_KEYS = ["id", "unit", "verdict", "out-of-reach", "numerator", "denominator", "value",
             "percent", "reports-in", "reports-owed", "reports-due", "provisional"]
OWED_KEYS = ["unit", "form", "task", "period", "due", "days-late"]
ABSENT = object()


class Comparison:
    """Counts the values compared and remembers those that differ."""

    def __init__(self, plan):
        self.plan, self.compared, self.differences = plan, 0, []

    def value(self, where, mine, theirs):
        self.compared += 1
        if isinstance(mine, dt.date):
            mine = mine.isoformat()
        if not self.same(mine, theirs):
            self.differences.append(f"{where}: judged {show(mine)}, plan says {show(theirs)}")

    def same(self, mine, theirs):
        if theirs is ABSENT:
            return False
        if is_number(mine) and is_number(theirs):
            return Fraction(mine) == Fraction(theirs)
        if isinstance(mine, dict) and isinstance(theirs, dict):
            # R is rarely a whole number: the rate it makes is what both must agree on.
            parts = [theirs.get(key) for key in ("numerator", "denominator", "percent")]
            return (all(map(is_number, parts)) and parts[1] != 0
                    and Fraction(parts[0]) / Fraction(parts[1]) == mine["numerator"] / mine["denominator"]
                    and Fraction(parts[2]) == mine["percent"])
        return type(mine) is type(theirs) and mine == theirs

    def row(self, where, keys, mine, theirs):
        for key in keys:
            self.value(f"{where} {key}", mine[key], theirs.get(key, ABSENT))

    def table(self, name, ours, theirs, key, keys_of, ordered=True):
        """Two tables whose rows are known by a key: none missing, none too many, in order."""
        if not isinstance(theirs, list):
            self.value(name, "a table", theirs)
            return
        left = {}
        for row in theirs:
            if key(row) in left:
                self.value(f"{name} {key(row)}", "one row", "two rows")
            left[key(row)] = row
        if ordered:
            self.value(f"{name}: rows in order", [key(r) for r in ours], [key(r) for r in theirs])
        for row in ours:
            other = left.pop(key(row), None)
            if other is None:
                self.value(f"{name} {key(row)}", "a row", ABSENT)
            else:
                self.row(f"{name} {key(row)}", keys_of(row), row, other)
        for extra in left:
            self.value(f"{name} {extra}", ABSENT, "a row")

    def owed(self, ours, theirs):
        """Reports row by row; updates by task and period, a lead group standing for its members."""
        if not isinstance(theirs, list):
            self.value("owed", "a table", theirs)
            return
        mine = [row for row in ours if row["form"]]
        told = [row for row in theirs if row.get("form")]
        self.table("owed", mine, told, lambda r: (r.get("form"), r.get("period"), r.get("unit")),
                   lambda _: OWED_KEYS)
        self.table("owed updates", self.by_update(ours), self.by_update(theirs),
                   lambda r: (r["task"], r["period"]), lambda row: list(row))

    def by_update(self, rows):
        found = {}
        for row in rows:
            if row.get("form"):
                continue
            entry = found.setdefault((row.get("task"), row.get("period")), {
                "task": row.get("task"), "period": row.get("period"), "due": row.get("due"),
                "days-late": row.get("days-late"), "units": []})
            unit = row.get("unit")
            known = unit in self.plan.groups or unit in self.plan.units
            entry["units"] = sorted({*entry["units"], *(self.plan.members([unit]) if known else [str(unit)])})
        return list(found.values())

    def all(self, ours, theirs):
        self.value("version", ours["version"], theirs.get("version", ABSENT))
        self.value("command", ours["command"], theirs.get("command", ABSENT))
        self.row("head", ours["head"], ours["head"], theirs.get("head") or {})
        self.table("task", ours["tasks"], theirs.get("tasks"), lambda r: r.get("task"), list)
        self.table("part", ours["parts"], theirs.get("parts"), lambda r: r.get("id"),
                   lambda row: PART_KEYS[row["part"]])
        self.table("unit", ours["units"], theirs.get("units"),
                   lambda r: (r.get("id"), r.get("unit")), lambda _: UNIT_KEYS)
        self.table("total", ours["totals"], theirs.get("totals"), lambda r: r.get("verdict"), list,
                   ordered=False)
        self.row("completion", ours["completion"], ours["completion"], theirs.get("completion") or {})
        self.table("form", ours["forms"], theirs.get("forms"), lambda r: r.get("form"), list)
        self.owed(ours["owed"], theirs.get("owed"))


def is_number(value):
    return isinstance(value, (int, Decimal, Fraction)) and not isinstance(value, bool)


def show(value):
    return "nothing" if value is ABSENT else dump(value, None)


# ---------------------------------------------------------------- JSON

def decimal_text(number):
    """A finite decimal, written out exactly."""
    digits = 0
    while (number * 10 ** digits).denominator != 1:
        digits += 1
    whole = str(abs(int(number * 10 ** digits))).rjust(digits + 1, "0")
    text = whole[:len(whole) - digits] + ("." + whole[len(whole) - digits:] if digits else "")
    return ("-" if number < 0 else "") + text


def dump(value, indent=0):
    """JSON with exact numbers; one line if `indent` is None, else a row a line."""
    if isinstance(value, dict):
        pad = "" if indent is None or indent > 0 else "\n  "
        inner = [f"{json.dumps(k)}: {dump(v, None if indent is None else indent + 1)}"
                 for k, v in value.items()]
        return "{" + pad + ("," + (pad or " ")).join(inner) + ("\n" if pad else "") + "}"
    if isinstance(value, (list, tuple)):
        rows = indent == 1 and value and isinstance(value[0], dict)
        pad = "\n    " if rows else ""
        inner = [dump(v, None if indent is None else indent + 1) for v in value]
        return "[" + pad + ("," + (pad or " ")).join(inner) + ("\n  " if rows else "") + "]"
    if isinstance(value, dt.date):
        return json.dumps(value.isoformat())
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Fraction):
        return decimal_text(value) if is_decimal(value) else f'"{value}"'
    return json.dumps(value, ensure_ascii=False)


def parse_status(text):
    return json.loads(text, parse_float=Decimal)


# ---------------------------------------------------------------- command line

def run_binary(binary, folder, day):
    command = [binary, "-C", str(folder), "status", "--format", "json", "--as-of", day.isoformat()]
    ran = subprocess.run(command, capture_output=True, check=False)
    if ran.returncode != 0:
        sys.stderr.write(ran.stderr.decode(errors="replace"))
        raise BadPlan(f"{' '.join(command)} exited with {ran.returncode}")
    return parse_status(ran.stdout.decode())


def compare_all(plan, days, status_of):
    """Compares at each day, prints what differs and how much was compared; True if alike."""
    total, wrong = 0, 0
    for day in days:
        comparison = Comparison(plan)
        comparison.all(judge(plan, day), status_of(day))
        for difference in comparison.differences:
            print(f"{day} {difference}")
        total += comparison.compared
        wrong += len(comparison.differences)
    print(f"compared {total} values at {len(days)} dates: {wrong} differ")
    return total > 0 and wrong == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("plan_dir")
    parser.add_argument("--as-of", type=day_of)
    parser.add_argument("--against", metavar="STATUS.JSON")
    parser.add_argument("--plan-binary", metavar="PATH")
    parser.add_argument("--dates", default="", help="comma-separated, with --plan-binary")
    args = parser.parse_args()
    days = [day_of(text) for text in args.dates.split(",") if text]
    if args.as_of:
        days.append(args.as_of)
    if not args.plan_binary and (args.as_of is None or args.dates):
        parser.error("--as-of is needed, or --plan-binary with --dates")
    try:
        plan = Plan(args.plan_dir)
        if args.plan_binary:
            alike = compare_all(plan, days, lambda day: run_binary(args.plan_binary, args.plan_dir, day))
        elif args.against:
            status = parse_status(Path(args.against).read_text(encoding="utf-8"))
            alike = compare_all(plan, days, lambda _: status)
        else:
            print(dump(judge(plan, args.as_of)))
            alike = True
    except (BadPlan, OSError, ValueError) as error:
        print(f"judge.py: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 0 if alike else 1


if __name__ == "__main__":
    sys.exit(main())
