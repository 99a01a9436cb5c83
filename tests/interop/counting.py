"""Counts a register dossier by dossier, as docs/register.md defines each count; the second judge takes its figures from here."""

import csv
import datetime as dt
from dataclasses import dataclass


@dataclass
class Dossier:
    """What is counted of one dossier; days without times."""
    procedure: str
    unit: str
    level: int
    channel: str
    received: dt.date
    due: dt.date
    resolved: object
    outcome: str
    apologised: object


class Register:
    """The register of a plan, if it has one."""

    def __init__(self, folder, named, rules):
        self.rules = rules
        self.dossiers = []
        self.reach = {}
        self.paths = sorted((folder / "data/dossiers").glob("*.csv"))
        for path in self.paths:
            self.read(path, named)

    def read(self, path, named):
        with open(path, encoding="utf-8-sig", newline="") as file:
            own = [self.dossier(row, named) for row in csv.DictReader(file, strict=True)]
        days = [day for each in own for day in (each.received, each.resolved, each.apologised) if day]
        for unit in {each.unit for each in own}:
            self.reach[unit] = max(days + [self.reach.get(unit, dt.date.min)])
        self.dossiers += own

    @staticmethod
    def dossier(row, named):
        day = lambda text: dt.date.fromisoformat(text[:10]) if text else None
        return Dossier(row["procedure"], named(row["unit"]), int(row["level"]), row["channel"], day(row["received"]),
                       day(row["due"]), day(row["resolved"]), row["outcome"], day(row["apologised"]))

    def reaches(self, unit, period):
        """Whether the register of a unit is complete up to the end of a period."""
        if not self.paths:
            return False
        return period.last <= self.rules.get("until", self.reach.get(unit, dt.date.min))

    def looked_at(self, unit, measure):
        """The dossiers of a unit that a measure looks at."""
        for own in self.dossiers:
            if (own.unit == unit and own.channel == measure.get("channel", own.channel)
                    and own.level >= measure.get("level-at-least", 0)
                    and own.procedure in measure.get("procedures", [own.procedure])):
                yield own

    def count(self, unit, measure, first, last):
        """A measure of a unit from one day to another; procedures are counted each once."""
        name = measure.get("count", measure["id"])
        held = [own for own in self.looked_at(unit, measure) if self.holds(name, own, first, last)]
        return len({own.procedure for own in held}) if name.startswith("procedures") else len(held)

    def holds(self, name, own, first, last):
        """Whether a dossier is counted."""
        new = first <= own.received <= last
        gone = own.resolved is not None and own.resolved < first
        resolved = own.resolved is not None and first <= own.resolved <= last
        late = resolved and own.resolved > own.due
        pending = own.received <= last and (own.resolved is None or own.resolved > last)
        overdue = pending and own.due < last
        sorry = own.apologised is not None and own.apologised <= last
        return {
            "received": lambda: own.received <= last and not gone,
            "received-new": lambda: new,
            "received-online": lambda: new and own.channel == "online",
            "received-direct": lambda: new and own.channel != "online",
            "carried-over": lambda: own.received < first and not gone,
            "resolved": lambda: resolved,
            "resolved-early": lambda: resolved and own.resolved < own.due,
            "resolved-on-time": lambda: resolved and own.resolved == own.due,
            "resolved-late": lambda: late,
            "resolved-refused": lambda: resolved and own.outcome == "refused",
            "resolved-withdrawn": lambda: resolved and own.outcome == "withdrawn",
            "pending": lambda: pending,
            "pending-in-time": lambda: pending and not overdue,
            "pending-overdue": lambda: overdue,
            "late-apologised": lambda: late and sorry,
            "late-unapologised": lambda: late and not sorry,
            "late-apologised-in-time": lambda: late and sorry and self.in_time(own),
            "late-apologised-after": lambda: late and sorry and not self.in_time(own),
            "overdue-apologised": lambda: overdue and sorry,
            "overdue-unapologised": lambda: overdue and not sorry,
            "procedures-used": lambda: new,
            "procedures-online-used": lambda: new and own.channel == "online" and own.level >= 3,
        }[name]()

    def in_time(self, own):
        by = self.rules["apology"]["by"]
        return own.apologised < own.due or (by == "on-due" and own.apologised == own.due)
