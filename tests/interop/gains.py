"""Hold what `plan score --gain` says against trial: apply each step to the data, and try to win what is said to be out of reach.

Run as: python3 gains.py PLANBINARY [PLANS [SEED]]
Plans are made at random with every kind of measure and rule. Each step of the table `steps` is applied to a copy of the data, as docs/scoring.md says what it takes: the index then
has to gain just what the step promises, and with one case fewer less. Where a criterion is said to be out of reach for good, cases that a later report may bring are tried, one to
forty of each kind: none may win it a point. Prints each difference and how much was tried; exits 1 on any difference.
"""

import copy
import csv
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

DAY = "2019-07-15"
TRIED = [1, 2, 3, 5, 8, 13, 25, 40]
FOR_GOOD = {"lost", "happened", "no-step"}
HEADS = {
    "s": ["arrived", "good", "bad", "held", "held-bad", "whole", "done"],
    "l": ["mark"],
}
PLAN = """\
[plan]
number = "1/KH"
agency = "Sở"
title = "Kế hoạch"
issued = 2019-01-05
year = 2019
[[unit]]
id = "a"
name = "A"
[[unit]]
id = "b"
name = "B"
[[form]]
id = "s"
title = "S"
every = "month"
provenance = "made-up"
units = ["a", "b"]
due = { days = 5 }
measures = [
  { id = "arrived", name = "Đến", kind = "flow" }, { id = "good", name = "Đạt", kind = "flow" },
  { id = "bad", name = "Hỏng", kind = "flow" }, { id = "held", name = "Giữ", kind = "stock" },
  { id = "held-bad", name = "Giữ hỏng", kind = "stock" }, { id = "whole", name = "Tất cả", kind = "stock", fixed = true },
  { id = "done", name = "Xong", kind = "to-date" },
]
identities = [{ total = "arrived", parts = ["good", "bad"] }]
[[form]]
id = "l"
title = "L"
every = "month"
provenance = "made-up"
units = ["a"]
due = { days = 5 }
measures = [{ id = "mark", name = "Mức", kind = "level", decimals = 1 }]
[[indicator]]
id = "good-rate"
name = "Đạt"
numerator = ["good"]
denominator = ["arrived"]
[[indicator]]
id = "bad-rate"
name = "Hỏng"
numerator = ["bad"]
denominator = ["good", "bad"]
[[indicator]]
id = "held-rate"
name = "Giữ hỏng"
numerator = ["held-bad"]
denominator = ["held"]
share = true
[[indicator]]
id = "done-rate"
name = "Xong"
numerator = ["done"]
denominator = ["whole"]
share = true
[[indicator]]
id = "mark-level"
name = "Mức"
level = "mark"
decimals = 1
[[task]]
no = 1
title = "Việc"
lead = ["a"]
schedule = "continuous"
deliverables = [{ name = "Kế hoạch" }, { name = "Báo cáo" }]
"""


class Trial:
    """A plan with its figures, to be changed and judged."""

    def __init__(self, binary, plan, rows, scores):
        self.binary, self.plan, self.rows, self.scores = binary, plan, rows, scores
        self.documents = []

    def copy(self):
        other = copy.copy(self)
        other.rows, other.documents = copy.deepcopy(self.rows), list(self.documents)
        return other

    def run(self, folder, *more):
        root = pathlib.Path(folder)
        (root / "data").mkdir(exist_ok=True)
        (root / "plan.toml").write_text(self.plan, "utf-8")
        for form, rows in self.rows.items():
            text = io.StringIO()
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(["period", "unit", "reported", *HEADS[form], "note"])
            for row in rows:
                writer.writerow([row["period"], row["unit"], row["reported"], *(row[name] for name in HEADS[form]), ""])
            (root / "data" / f"{form}.csv").write_text(text.getvalue(), "utf-8")
        (root / "data" / "scores.csv").write_text("criterion,round,points,evidence,note\n" + self.scores, "utf-8")
        lines = "".join(f"{task},{name},1,{DAY},,,\n" for task, name in self.documents)
        (root / "data" / "deliverables.csv").write_text("task,deliverable,number,issued,title,where,link\n" + lines, "utf-8")
        env = {**os.environ, "SOURCE_DATE_EPOCH": "1580472000"}
        command = [self.binary, "-C", folder, "score", "--as-of", DAY, "--format", "json", *more]
        done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
        if done.returncode:
            sys.exit(f"the program fails:\n{done.stderr}\n{self.plan}")
        return json.loads(done.stdout)

    def points(self, folder):
        """The exact points of the index, and of each criterion."""
        told = self.run(folder)
        exact = {row["no"]: Fraction(row["points-exact"] or 0) for row in told["criteria"]}
        return Fraction(told["indexes"][0]["points-exact"]), exact

    def last(self, form):
        """The last row of each unit."""
        latest = {}
        for row in self.rows[form]:
            latest[row["unit"]] = row
        return list(latest.values())

    def move(self, changes, cases):
        """Changes figures of the last reports by so many cases; tells whether there was room for them."""
        left = cases
        form = "l" if "mark" in changes else "s"
        for row in self.last(form):
            part = left
            while part > 0 and not fits({name: row[name] + sign * part for name, sign in changes.items()}, row):
                part -= 1
            for name, sign in changes.items():
                row[name] += sign * part
            left -= part
        if form == "l":
            for row in self.rows[form]:
                row["mark"] = round(row["mark"], 1)
        return left == 0


def fits(new, row):
    row = {**row, **new}
    if "mark" in row:
        return True
    return min(row[name] for name in HEADS["s"]) >= 0 and row["held-bad"] <= row["held"] and row["done"] <= row["whole"]


def make(rng, binary):
    criteria, count = [], rng.randint(2, 7)
    for no in range(1, count + 1):
        name, rule = rng.choice(RULES)
        top = rng.choice([1, 2, 2.5])
        text = f'[[index.criterion]]\nno = "{no}"\nname = "{name}"\nmax = {top}\n' + rule(rng, top)
        adds = rng.choice(["", "", "", "", 'adds = "bonus"\n', 'adds = "malus"\n'])
        criteria.append(text + adds)
    caps = rng.choice(["", "bonus-cap = 1\n", "malus-cap = 1\n", "bonus-cap = 0.5\nmalus-cap = 2\n"])
    base = '[[index.criterion]]\nno = "99"\nname = "Có sẵn"\nmax = 20\nrule = "manual"\n'
    plan = PLAN + f'[[index]]\nid = "x"\nname = "Chỉ số"\n{caps}' + "".join(criteria) + base
    scores = "x/99,self,15,,\n" + "".join(
        f"x/{no},{rng.choice(['self', 'appraisal-1', 'appraisal-2'])},0.5,,\n" for no in range(1, count + 1) if rng.random() < 0.1)
    rows, done = {"s": [], "l": []}, {"a": 0, "b": 0}
    for month in range(1, 7):
        for unit in "ab":
            good, bad, held = rng.randint(0, 30), rng.choice([0, 0, 1, 5]), rng.randint(5, 40)
            done[unit] = min(50, done[unit] + rng.randint(0, 9))
            rows["s"].append({"period": f"2019-0{month}", "unit": unit, "reported": f"2019-0{month + 1}-03", "arrived": good + bad,
                              "good": good, "bad": bad, "held": held, "held-bad": rng.randint(0, held // 2), "whole": 50, "done": done[unit]})
        rows["l"].append({"period": f"2019-0{month}", "unit": "a", "reported": f"2019-0{month + 1}-03", "mark": rng.randint(10, 90) / 10})
    return Trial(binary, plan, rows, scores)


def bands(rng, top):
    indicator = rng.choice(RATES)
    bounds = sorted(rng.sample(range(5, 100), 3), reverse=True)
    points = [top, round(top * 0.6, 2), round(top * 0.3, 2)]
    if rng.random() < 0.5:
        listed = ", ".join(f"{{ from = {bound}, points = {value} }}" for bound, value in zip(bounds, points))
    else:
        listed = ", ".join(f"{{ up-to = {bound}, points = {value} }}" for bound, value in zip(reversed(bounds), points))
    return f'rule = "bands"\nindicator = "{indicator}"\nbands = [{listed}]\n'


def linear(rng, _top):
    indicator = rng.choice([*RATES, "mark-level"])
    end = 10 if indicator == "mark-level" else 100
    floor = rng.choice(["", f"floor = {end * rng.choice([0.3, 0.6, 0.9])}\n"])
    cap = f"cap = {end}\n" if indicator == "mark-level" or rng.random() < 0.5 else ""
    return f'rule = "linear"\nindicator = "{indicator}"\n{floor}{cap}'


def bound(rng, indicator):
    scale = 10 if indicator == "mark-level" else 1
    low, high = sorted(rng.sample(range(1, 100), 2))
    word = rng.choice(["at-least", "at-most", "between"])
    if word == "between":
        return f"between = [{low / scale}, {high / scale}]"
    return f"{word} = {rng.choice([low, high, 0 if word == 'at-most' else 100]) / scale}"


def yes_no(rng, _top):
    if rng.random() < 0.2:
        return 'rule = "yes-no"\ndocument = { task = 1, deliverable = "Kế hoạch" }\n'
    indicator = rng.choice([*RATES, "mark-level"])
    return f'rule = "yes-no"\nindicator = "{indicator}"\n{bound(rng, indicator)}\n'


def items(rng, top):
    first, second = rng.sample([*RATES, "mark-level"], 2)
    half = top / 2
    return (f'rule = "items"\nitems = [{{ name = "Một", points = {half}, indicator = "{first}", {bound(rng, first)} }}, '
            f'{{ name = "Hai", points = {half}, indicator = "{second}", {bound(rng, second)} }}]\n')


def cases(word):
    def rule(rng, _top):
        each = "" if word == "trigger" else f"each = {rng.choice([0.01, 0.05, 0.3])}\n"
        return f'rule = "{word}"\ncases = ["{rng.choice(["bad", "held-bad", "done", "good"])}"]\n{each}'
    return rule


RATES = ["good-rate", "bad-rate", "held-rate", "done-rate"]
RULES = [("bands", bands), ("linear", linear), ("yes-no", yes_no), ("items", items), ("per-case", cases("per-case")),
         ("deduction", cases("deduction")), ("trigger", cases("trigger"))]
# What a later report may bring: flows and what is counted from the beginning of the year on only rise.
FUTURE = [{"good": 1, "arrived": 1}, {"bad": 1, "arrived": 1}, {"held-bad": 1}, {"held-bad": -1}, {"done": 1}, {"mark": 0.1}, {"mark": -0.1}]


def check_step(trial, folder, step, before, wrong):
    gain, whole = Fraction(step["gain-exact"]), Fraction(step["index-gain-exact"])
    after = trial.copy()
    if step["deliverable"]:
        after.documents.append((step["task"], step["deliverable"]))
        fewer = None
    else:
        sign = -1 if step["fewer"] else 1
        measure = step["measures"][0]
        size = 0.1 if measure == "mark" else 1
        count = round(step["count"] / size)
        changes = {name: sign * size for name in [measure, *step["along"]]}
        if not after.move(changes, count):
            # That a count of cases is a part of another measure no rule says.
            if "cases = " not in criterion(trial.plan, step["no"]):
                wrong.append(f"there is no room for {step}")
            return
        fewer = trial.copy()
        fewer.move(changes, count - 1)
    got = after.points(folder)
    if got[0] - before[0] != whole:
        wrong.append(f"{step} brings {got[0] - before[0]} and not {whole}")
    if fewer and not step["others"] and fewer.points(folder)[0] - before[0] >= gain:
        wrong.append(f"one case fewer does as well: {step}")


def check_closed(trial, folder, row, before, wrong):
    """Tries to win what is said to be out of reach for good."""
    tried = 0
    for changes in FUTURE:
        for many in TRIED:
            other = trial.copy()
            if not other.move(changes, many):
                continue
            tried += 1
            index, exact = other.points(folder)
            better = exact[row["no"]] != before[1][row["no"]] and index > before[0]
            malus = exact[row["no"]] < before[1][row["no"]]
            own = criterion(trial.plan, row["no"])
            # A row may be of one item, and another be won.
            if better and malus == ("malus" in own) and '"items"' not in own:
                wrong.append(f"{row['no']} is said to be {row['state']}, and {many} of {changes} win it {index - before[0]}")
                return tried
    return tried


def criterion(plan, no):
    return next(part for part in plan.split("[[index.criterion]]") if f'\nno = "{no}"\n' in part)


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    plans = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20190105)
    steps, closed, tried, failed = 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(plans):
            trial = make(rng, binary)
            wrong = []
            told = trial.run(folder, "--gain")
            before = trial.points(folder)
            for step in told["steps"]:
                check_step(trial, folder, step, before, wrong)
                steps += 1
            for row in told["out-of-reach"]:
                if row["state"] in FOR_GOOD:
                    closed += 1
                    tried += check_closed(trial, folder, row, before, wrong)
            if wrong:
                failed += 1
                print(f"plan {number}:", *wrong, sep="\n  ")
                if "-v" in sys.argv:
                    print(trial.plan[trial.plan.index("[[index]]"):], trial.scores, json.dumps(trial.rows), sep="\n")
    print(f"{plans} plans: {steps} steps applied, {closed} criteria out of reach tried {tried} times, {failed} plans differ")
    sys.exit(1 if failed or not steps or not closed else 0)


if __name__ == "__main__":
    main()
