"""Recompute from the documentation every score that `plan score` prints, and compare exactly.

Run as: SOURCE_DATE_EPOCH=1580472000 python3 scores.py PLANBINARY PLANFOLDER
Prints each difference and the number of scores compared; exits 1 on any difference.
None stands for points that are open (or left out), as null does in the program's JSON.
"""

import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tomllib
from fractions import Fraction

DAYS = ["2019-03-31", "2019-06-30", "2019-10-15", "2020-01-10"]
NOTHING_AROSE = "nothing arose"
LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
ROUNDS = ["appraisal-2", "appraisal-1"]
KEYS = ["computed-exact", "points-exact"]


# --- Reading ---

def read_toml(path):
    """A TOML file, its decimals as exact fractions."""
    return tomllib.loads(path.read_text("utf-8"), parse_float=Fraction)


def read_csv(folder, name):
    """The rows of data/NAME.csv, and of the files in the folder data/NAME if there is one."""
    files = [folder / "data" / f"{name}.csv", *sorted((folder / "data" / name).glob("*.csv"))]
    rows = []
    for path in files:
        if path.is_file():
            with path.open(encoding="utf-8-sig", newline="") as lines:
                rows += csv.DictReader(lines)
    return rows


def load(folder):
    """plan.toml with the rows of data/ beside it, under keys of their own."""
    plan = read_toml(folder / "plan.toml")
    plan["rows"] = {form["id"]: read_csv(folder, form["id"]) for form in plan["form"]}
    for name in ("scores", "deliverables", "updates"):
        plan[name] = read_csv(folder, name)
    for index in plan["index"]:
        if "criteria" in index:
            index["criterion"] = read_toml(folder / "data" / index["criteria"])["criterion"]
    return plan


# --- Periods and days ---

def months(period):
    """(year, first month, last month) of a period such as 2019-06, 2019-Q2, 2019-H1, 2019."""
    year, _, part = period.partition("-")
    if not part:
        return int(year), 1, 12
    if part == "9M":
        return int(year), 1, 9
    length = {"Q": 3, "H": 6}.get(part[0], 1)
    number = int(part.lstrip("QH"))
    return int(year), (number - 1) * length + 1, number * length


def last_day(plan, period):
    """The last day of a period, under the window of the plan."""
    year, _, last = months(period)
    if plan["plan"]["window"] == "15-14":
        return datetime.date(year, last, 14)
    first_of_next = datetime.date(year + last // 12, last % 12 + 1, 1)
    return first_of_next - datetime.timedelta(days=1)


def periods_of(form, year):
    """Every period of a form in a year."""
    length = LENGTHS[form["every"]]
    letter = {1: "", 3: "Q", 6: "H"}
    if length == 12:
        return [str(year)]
    width = 2 if length == 1 else 1
    return [f"{year}-{letter[length]}{n:0{width}}" for n in range(1, 12 // length + 1)]


def is_working(plan, day):
    """Whether a day is worked, by [calendar]."""
    calendar = plan.get("calendar", {})
    if day in calendar.get("working-days", []):
        return True
    return day.weekday() < 5 and day not in calendar.get("days-off", [])


def due_day(plan, form, period):
    """The N-th day, or N-th working day, after the period's last day."""
    day, due = last_day(plan, period), form["due"]
    if "days" in due:
        return day + datetime.timedelta(days=due["days"])
    left = due["working-days"]
    while left:
        day += datetime.timedelta(days=1)
        left -= is_working(plan, day)
    return day


# --- Units ---

def unit_of(plan, text):
    """The unit that a cell names, by id, name or another spelling."""
    wanted = " ".join(text.split()).casefold()
    for unit in plan["unit"]:
        names = [unit["id"], unit["name"], *unit.get("aliases", [])]
        if wanted in [" ".join(name.split()).casefold() for name in names]:
            return unit
    raise SystemExit(f"unknown unit: {text}")


def members(plan, ids):
    """The ids of units, with those of groups put in place of the groups."""
    if ids == ["all"]:
        return [unit["id"] for unit in plan["unit"]]
    groups = {group["id"]: group["members"] for group in plan.get("group", [])}
    found = []
    for one in ids:
        found += members(plan, groups[one]) if one in groups else [one]
    return list(dict.fromkeys(found))


def exists(unit, day):
    """Whether a unit is there on a day."""
    return unit.get("from", day) <= day <= unit.get("until", day)


def is_excused(unit, form, period):
    """Whether an excuse, maybe of a longer period, covers the report of a period."""
    year, first, last = months(period)
    for excuse in unit.get("excused", []):
        its_year, its_first, its_last = months(excuse["period"])
        covers = its_year == year and its_first <= first and last <= its_last
        if covers and excuse.get("form", form["id"]) == form["id"]:
            return True
    return False


def owed(plan, form, year):
    """(unit, period) of each report that is owed for a year."""
    units = [unit_of(plan, one) for one in members(plan, form["units"])]
    return [(unit, period) for period in periods_of(form, year) for unit in units
            if exists(unit, last_day(plan, period)) and not is_excused(unit, form, period)]


# --- Reports and values ---

def reports(plan, form, year, day, needed):
    """{(unit id, period): row} of the reports of a year that are in and have the needed cells."""
    found = {}
    for row in plan["rows"][form["id"]]:
        end = last_day(plan, row["period"])
        received = datetime.date.fromisoformat(row["reported"]) if row["reported"] else end
        is_in = months(row["period"])[0] == year and end <= day and received <= day
        if is_in and any(row[measure["id"]] for measure in form["measures"]):
            if all(row[measure] for measure in needed):
                found[unit_of(plan, row["unit"])["id"], row["period"]] = row
    return found


def form_of(plan, measure):
    """The form and the declaration of a measure."""
    for form in plan["form"]:
        for declared in form["measures"]:
            if declared["id"] == measure:
                if form.get("from") == "dossiers" or declared["kind"] == "level":
                    raise SystemExit(f"not supported: counts of the register and levels: {measure}")
                return form, declared
    raise SystemExit(f"unknown measure: {measure}")


def total(plan, measure, found, span_end):
    """A measure over its reports: flows summed, else the last (or first) value of each unit."""
    kind = form_of(plan, measure)[1]["kind"]
    by_unit = {}
    for (unit, period), row in sorted(found.items(), key=lambda item: months(item[0][1])):
        by_unit.setdefault(unit, []).append(Fraction(row[measure]))
    amount = Fraction(0)
    for unit, values in by_unit.items():
        if kind == "flow":
            amount += sum(values)
        elif kind == "stock-open":
            amount += values[0]
        elif exists(unit_of(plan, unit), span_end):
            amount += values[-1]
    return amount


def totals(plan, measures, year, day):
    """{measure: amount} over the year up to a day; None where a form brings no report."""
    amounts = {}
    for measure in measures:
        form = form_of(plan, measure)[0]
        needed = [other for other in measures if form_of(plan, other)[0] is form]
        found = reports(plan, form, year, day, needed)
        if not found:
            return None
        ends = [last_day(plan, period) for period in periods_of(form, year)]
        amounts[measure] = total(plan, measure, found, max(end for end in ends if end <= day))
    return amounts


def value_of(plan, name, year, day):
    """A rate in per cent; None without figures, NOTHING_AROSE over zero."""
    indicator = next(one for one in plan["indicator"] if one["id"] == name)
    over, under = indicator["numerator"], indicator["denominator"]
    amounts = totals(plan, list(dict.fromkeys(over + under)), year, day)
    if amounts is None:
        return None
    denominator = sum(amounts[measure] for measure in under)
    if denominator == 0:
        return NOTHING_AROSE
    return 100 * sum(amounts[measure] for measure in over) / denominator


def late_reports(plan, form, year, day):
    """How many reports were due by a day and came late or have not come."""
    if "due" not in form:
        return register_gaps(plan, form, year, day)
    found, count = reports(plan, form, year, day, []), 0
    for unit, period in owed(plan, form, year):
        due = due_day(plan, form, period)
        row = found.get((unit["id"], period))
        if due <= day:
            count += row is None or datetime.date.fromisoformat(row["reported"]) > due
    return count


def register_gaps(plan, form, year, day):
    """Reports counted from the register are in on time for each period that it reaches."""
    until = plan["register"]["until"]
    return sum(until < last_day(plan, period) <= day for _, period in owed(plan, form, year))


def cases_of(plan, criterion, year, day):
    """How many cases a criterion has; None without figures."""
    if "late-reports" in criterion:
        forms = [form for form in plan["form"] if form["id"] in criterion["late-reports"]]
        return sum(late_reports(plan, form, year, day) for form in forms)
    # Each measure by itself: a blank cell of one does not take away another.
    parts = [totals(plan, [measure], year, day) for measure in criterion["cases"]]
    if None in parts:
        return None
    return sum(sum(part.values()) for part in parts)


# --- Documents ---

def handed_in(plan, task, deliverable):
    """The day on which a deliverable was handed in, or None."""
    numbered = deliverable.get("numbered", True)
    names = [deliverable["name"], *deliverable.get("any-of", [])]
    days = [row["issued"] for row in plan["deliverables"]
            if row["task"] == str(task["no"]) and row["deliverable"] in names
            and (row["number"] or not numbered)]
    if not numbered:
        days += [row["date"] for row in plan["updates"]
                 if row["task"] == str(task["no"]) and row["kind"] == "done"]
    return datetime.date.fromisoformat(min(days)) if days else None


def due_of_document(plan, task, deliverable, year):
    """Its own day, the task's deadline, or the end of the plan."""
    schedule = task["schedule"]
    if "extended" in task:
        raise SystemExit("not supported: extensions")
    if "due" in deliverable:
        return deliverable["due"]
    if isinstance(schedule, dict):
        return schedule.get("by") or datetime.date.fromisoformat(f"{year}-{schedule['every']}")
    return datetime.date(plan["plan"]["year"], 12, 31)


def has_document(plan, document, year, day):
    """True, False, or None while it is not there and not overdue."""
    task = next(one for one in plan["task"] if one["no"] == document["task"])
    declared = [one if isinstance(one, dict) else {"name": one} for one in task["deliverables"]]
    deliverable = next(one for one in declared if one["name"] == document["deliverable"])
    there = handed_in(plan, task, deliverable)
    if there and there <= day:
        return True
    return None if day <= due_of_document(plan, task, deliverable, year) else False


# --- Points of one criterion ---

def within(value, bound):
    """Whether a value is within the bound that stands beside an indicator."""
    low, high = bound.get("between", (None, None))
    low = bound.get("at-least", bound.get("equals", low))
    high = bound.get("at-most", bound.get("equals", high))
    return (low is None or value >= low) and (high is None or value <= high)


def when_none(criterion, most):
    """What is earned where nothing arose; None if open or left out."""
    return {"full": most, "zero": Fraction(0)}.get(criterion.get("when-none"))


def yes_no(plan, part, criterion, most, year, day):
    """The points of a yes-no criterion, or of one item of `items`."""
    if "document" in part:
        answer = has_document(plan, part["document"], year, day)
    else:
        value = value_of(plan, part["indicator"], year, day)
        if value == NOTHING_AROSE:
            return when_none(criterion, most)
        answer = None if value is None else within(value, part)
    return None if answer is None else most * answer


def by_value(criterion, value):
    """The points of `linear` and `bands`."""
    most = Fraction(criterion["max"])
    if criterion["rule"] == "linear":
        if value < criterion.get("floor", value):
            return Fraction(0)
        return min(most, most * value / criterion.get("cap", 100))
    reached = [Fraction(band["points"]) for band in criterion["bands"]
               if band.get("from", value) <= value <= band.get("up-to", value)]
    return max(reached, default=Fraction(0))


def by_cases(criterion, cases):
    """The points of `per-case`, `deduction` and `trigger`."""
    most = Fraction(criterion["max"])
    if criterion["rule"] == "trigger":
        return most if cases == 0 else Fraction(0)
    if criterion["rule"] == "deduction":
        return max(Fraction(0), most - criterion["each"] * cases)
    return min(most, criterion["each"] * Fraction(cases))


def computed(plan, criterion, year, day):
    """The points that figures come to, or None."""
    rule = criterion["rule"]
    if rule == "manual":
        return None
    if rule == "yes-no":
        return yes_no(plan, criterion, criterion, Fraction(criterion["max"]), year, day)
    if rule == "items":
        parts = [yes_no(plan, item, criterion, Fraction(item["points"]), year, day)
                 for item in criterion["items"]]
        return None if None in parts else sum(parts)
    if rule in ("linear", "bands"):
        value = value_of(plan, criterion["indicator"], year, day)
        if value == NOTHING_AROSE:
            return when_none(criterion, Fraction(criterion["max"]))
        return None if value is None else by_value(criterion, value)
    cases = cases_of(plan, criterion, year, day)
    return None if cases is None else by_cases(criterion, cases)


def counted(plan, index, criterion, figures):
    """What counts: the last appraisal, else what figures come to, else the self-score."""
    given = {row["round"]: Fraction(row["points"]) for row in plan["scores"]
             if row["criterion"] == f"{index['id']}/{criterion['no']}"}
    for name in ROUNDS:
        if name in given:
            return given[name]
    if figures is None and not criterion.get("survey"):
        return given.get("self")
    return figures


# --- Adding up ---

def parent_of(number, numbers):
    """The nearest declared criterion that a number is a part of: 2.1.1 of 2.1, else of 2."""
    while "." in number:
        number = number.rpartition(".")[0]
        if number in numbers:
            return number
    return None


def sum_known(values):
    """The sum of what is known; None if nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def score_index(plan, index, day):
    """{(index, criterion or None, key): points} of an index and its criteria."""
    numbers = [criterion["no"] for criterion in index["criterion"]]
    parents = {number: parent_of(number, numbers) for number in numbers}
    year = index.get("year", plan["plan"]["year"])
    scores = {}
    # The deepest first, so that parts are known before what they are a part of.
    for criterion in sorted(index["criterion"], key=lambda one: -one["no"].count(".")):
        number = criterion["no"]
        parts = [part for part, parent in parents.items() if parent == number]
        if parts:
            values = [sum_known(scores[index["id"], part, key] for part in parts) for key in KEYS]
        elif criterion.get("survey") and index.get("without-survey"):
            values = [None, None]
        else:
            figures = computed(plan, criterion, year, day)
            values = [figures, counted(plan, index, criterion, figures)]
        for key, value in zip(KEYS, values):
            scores[index["id"], number, key] = value
    scores[index["id"], None, "points-exact"] = whole(index, parents, scores)
    return scores


def whole(index, parents, scores):
    """The points of an index: within the maximum, plus bonuses, less what is taken away."""
    sums = {None: Fraction(0), "bonus": Fraction(0), "malus": Fraction(0)}
    for criterion in index["criterion"]:
        if criterion["no"] not in parents.values():
            points = scores[index["id"], criterion["no"], "points-exact"]
            sums[criterion.get("adds")] += points or 0
    bonus = min(sums["bonus"], index.get("bonus-cap", sums["bonus"]))
    malus = min(sums["malus"], index.get("malus-cap", sums["malus"]))
    return max(Fraction(0), sums[None] + bonus - malus)


# --- Comparing ---

def printed(binary, folder, day):
    """The same scores, as the program prints them."""
    command = [binary, "-C", str(folder), "score", "--format", "json", "--as-of", day]
    done = subprocess.run(command, capture_output=True, text=True)
    if not done.stdout:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    answer, scores = json.loads(done.stdout), {}
    for row in answer["criteria"]:
        for key in KEYS:
            scores[row["index"], row["no"], key] = row[key]
    for row in answer["indexes"]:
        scores[row["index"], None, "points-exact"] = row["points-exact"]
    return {place: None if text is None else Fraction(text) for place, text in scores.items()}


def main():
    """Compare every score of every day."""
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[2]).resolve()
    plan = load(folder)
    compared = differences = 0
    for day in DAYS:
        ours = {}
        for index in plan["index"]:
            if "criterion" in index:
                ours |= score_index(plan, index, datetime.date.fromisoformat(day))
        theirs = printed(sys.argv[1], folder, day)
        for place in sorted(ours.keys() | theirs.keys(), key=str):
            compared += 1
            mine, program = ours.get(place, "absent"), theirs.get(place, "absent")
            if mine != program:
                differences += 1
                print(f"{day} {place}: by the documentation {mine}, by the program {program}")
    print(f"{compared} scores compared, {differences} differences")
    sys.exit(1 if differences or not compared else 0)


if __name__ == "__main__":
    main()
