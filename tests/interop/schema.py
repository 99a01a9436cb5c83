#!/usr/bin/env python3
"""Checks docs/plan.schema.json with two programs that are not ours: taplo, which editors use, and jsonschema.

    pip install taplo jsonschema
    python3 tests/interop/schema.py
    python3 tests/interop/schema.py --plan-binary target/release/plan

The schema itself is sound; plan.toml of the repository passes; each of the mistakes below, planted into
a plan that passes, is marked on its line, one at a time and all at once; the broken examples in
tests/cases are marked where they are about the form of plan.toml and pass where they are not; plans made
at random pass. With --plan-binary each mistake must be an error for the program too.

Exit codes: 0 all is as it should be, 1 something is not (each is listed), 2 cannot work.
"""

import argparse
import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "docs/plan.schema.json"

# What tests/cases shows that a schema can see. All else there is about what ids refer to, days, or data/.
SEEN = set("""
    unknown-key missing-key missing-one-of conflicting-keys wrong-type not-one-of out-of-range empty-text empty-list
    list-length bad-id bad-month-day plan-period no-bound several-bounds baseline-bound empty-formula formula-and-level
    no-task published-without-source form-without-due not-finite repeated-id
    toml-syntax toml-decimal-comma toml-bare-key toml-duplicate-key
""".split())
# A date in quotes is a date to a schema.
UNSEEN = {"issued = \"2019-01-05\"", "no = 1.0"}

BASE = '''\
[plan]
number = "1/KH"
agency = "Sở thử"
title = "Kế hoạch thử"
issued = 2019-01-05
year = 2019
window = "15-14"
language = "vi"
updates = { every = "quarter", due = { working-days = 5 } }
basis = []

[calendar]
days-off = [2019-01-01]
working-days = []

[[unit]]
id = "mot-cua"
name = "Bộ phận Một cửa"
from = 2019-02-01
aliases = ["Một cửa"]
excused = [
  { period = "2019-Q3", reason = "Tạm dừng" },
]

[[unit]]
id = "van-phong"
name = "Văn phòng"

[[group]]
id = "tat-ca"
name = "Các phòng"
members = ["mot-cua", "van-phong"]

[[form]]
id = "ho-so"
title = "Hồ sơ"
every = "month"
provenance = "reported"
units = "all"
due = { days = 5 }
measures = [
  { id = "dung-han", name = "Đúng hạn", kind = "flow" },
  { id = "tong-so", name = "Tổng số", kind = "flow", decimals = 2, fixed = false },
]

[[form]]
id = "chi-so"
title = "Chỉ số"
every = "year"
provenance = "published"
source = "Bộ Nội vụ"
units = ["mot-cua"]
measures = [
  { id = "diem", name = "Điểm", kind = "level" },
]

[[indicator]]
id = "ty-le"
name = "Tỷ lệ"
numerator = ["dung-han"]
denominator = ["tong-so"]

[[indicator]]
id = "diem-so"
name = "Điểm số"
level = "diem"

[[task]]
no = 1
title = "Nội dung một"
lead = ["tat-ca"]
schedule = { every = "12-31" }
deliverables = [
  "Báo cáo",
  { name = "Quy chế", due = 2019-06-30, numbered = false },
]
targets = [
  { indicator = "ty-le", at-least = 95 },
  { indicator = "ty-le", at-most = 99.5 },
  { indicator = "ty-le", between = [90, 95.5] },
  { indicator = "ty-le", equals = 100, over = "period", each-unit = true },
]

[[task]]
no = 2
title = "Nội dung hai"
lead = ["mot-cua"]
support = ["van-phong"]
schedule = "on-event"

[[task]]
no = 3
title = "Nội dung ba"
lead = ["van-phong"]
schedule = { by = 2019-12-31 }
extended = { to = 2020-03-31, on = 2019-12-01 }
targets = [
  { indicator = "ty-le", at-least = 80, baseline = { on = 2019-01-01, value = 70 } },
]
'''

# What the program lets pass; and what is a number to Python's JSON.
SCHEMA_ONLY, INFINITE = "an id twice in a list", "infinity"
# What is planted: its name, what it replaces (once), what is written, a text on the line that is to be marked, a part of
# taplo's words. Those that replace the same text are planted at once only in the first way.
MISTAKES = [
    ("an unknown key of a table", 'number = "1/KH"', 'number = "1/KH"\nsinner = "A"', "[plan]", "'sinner' was unexpected"),
    ("an unknown table", "[calendar]", "[calender]", "[calender]", "'calender' was unexpected"),
    ("an unknown key of an inline table", 'value = 70 }', 'value = 70, by = 2019-06-30 }', "by = 2019-06-30", "'by' was"),
    ("a missing key", 'agency = "Sở thử"\n', "", "[plan]", '"agency" is a required property'),
    ("a text that is no date", "issued = 2019-01-05", 'issued = "mai"', "mai", '"mai" is not a "date"'),
    ("a date with a time", "from = 2019-02-01", "from = 2019-02-01T08:00:00", "T08", 'is not a "date"'),
    ("two ways to give years", "year = 2019", "year = 2019\nfrom = 2018", "from = 2018", "False schema"),
    ("half of a way to give years", "year = 2019", "year = 2019\nfrom = 2018", "[plan]", '"to" is a required property'),
    ("a misspelt word", 'window = "15-14"', 'window = "15-15"', "15-15", '"15-15" is not one of'),
    ("a word in another case", 'language = "vi"', 'language = "VI"', '"VI"', '"VI" is not one of'),
    ("two ways to be due", "working-days = 5 }", "working-days = 5, days = 7 }", "days = 7", "False schema"),
    ("an empty text", 'title = "Kế hoạch thử"', 'title = " "', 'title = " "', "does not match"),
    ("a text instead of a list", 'aliases = ["Một cửa"]', 'aliases = "Một cửa"', "aliases", 'not of type "array"'),
    ("a period that there is not", '"2019-Q3"', '"2019-Q5"', "2019-Q5", '"2019-Q5" does not match'),
    ("an id that is a name", 'id = "van-phong"', 'id = "Văn phòng"', 'id = "Văn phòng"', '"Văn phòng" does not match'),
    (SCHEMA_ONLY, '["mot-cua", "van-phong"]', '["mot-cua", "mot-cua"]', "members", "non-unique"),
    ("a word for a list that is not all", 'units = "all"', 'units = "every"', '"every"', "'anyOf'"),
    ("a number out of range", "decimals = 2", "decimals = 16", "decimals = 16", "greater than the maximum of 15"),
    ("a text instead of true or false", "fixed = false", 'fixed = "no"', '"no"', 'not of type "boolean"'),
    ("no due day", "due = { days = 5 }\n", "", 'title = "Hồ sơ"', '"due" is a required property'),
    ("no source", 'source = "Bộ Nội vụ"\n', "", 'title = "Chỉ số"', '"source" is a required property'),
    ("half a formula", 'denominator = ["tong-so"]\n', "", 'name = "Tỷ lệ"', '"denominator" is a required property'),
    ("formula and level", 'level = "diem"', 'level = "diem"\nnumerator = ["tong-so"]', 'level = "diem"', "False schema"),
    ("an empty list", 'lead = ["tat-ca"]', "lead = []", "lead = []", "less than 1 item"),
    ("a day that no year has", 'every = "12-31"', 'every = "31-12"', "31-12", '"31-12" does not match'),
    ("a number instead of a text", '"Báo cáo",', "5,", "  5,", "5 is not of type"),
    ("an unknown key of a deliverable", "numbered = false", "numbred = false", "numbred", "'numbred' was unexpected"),
    ("no bound", "at-least = 95 }", 'note = "95" }', 'note = "95"', "'anyOf'"),
    ("two bounds", "at-most = 99.5", "at-most = 99.5, equals = 99", "equals = 99", "False schema"),
    ("between three values", "[90, 95.5]", "[95,5, 99]", "between", "more than 2 items"),
    ("a bound in quotes", "equals = 100", 'equals = "100"', '"100"', 'not of type "number"'),
    ("a misspelt schedule", '"on-event"', '"on_event"', '"on_event"', "'anyOf'"),
    ("a number that is no number", "no = 2", 'no = "hai"', '"hai"', 'not of type "integer"'),
    ("a number below one", "no = 3", "no = 0", "no = 0", "less than the minimum of 1"),
    ("a date instead of a table", "schedule = { by = 2019-12-31 }", "schedule = 2019-12-31", "schedule = 2", "'anyOf'"),
    ("a missing key of an inline table", "to = 2020-03-31, ", "", "extended", '"to" is a required property'),
]
ALONE = [
    ("a baseline with between", "at-least = 80", "between = [80, 90]", "baseline", "False schema"),
    ("no plan", BASE[:BASE.index("[calendar]")], "", "", '"plan" is a required property'),
    ("no task", BASE[BASE.index("[[task]]"):], "", "", '"task" is a required property'),
    ("one bracket too few", '[[group]]\nid = "tat-ca"', '[group]\nid = "tat-ca"', "[group]", 'not of type "array"'),
    (INFINITE, "at-least = 95", "at-least = inf", "inf", 'not of type "number"'),
]


class Wrong(list):
    """What is not as it should be."""

    checked = 0

    def check(self, fine, what):
        self.checked += 1
        if not fine:
            self.append(what)


def taplo(file, *arguments, cwd=None):
    """Returns what taplo marks: line and words, each once; none if the file passes."""
    done = subprocess.run(["taplo", "check", *arguments, str(file)], capture_output=True, text=True, cwd=cwd,
                          env={**os.environ, "NO_COLOR": "1", "RUST_LOG": "error"})
    text = done.stderr + done.stdout
    marked = re.findall(r"^error: (.*)\n +┌─ .*:(\d+):\d+$", text, re.M)
    found = sorted({(int(line), words) for words, line in marked})
    if (done.returncode == 0) == bool(found) and "invalid file" not in text:
        raise SystemExit(f"schema.py: taplo ended with {done.returncode}:\n{text}")
    return found or ([(0, text)] if done.returncode else [])


def check_schema(schema, wrong):
    import jsonschema

    jsonschema.Draft7Validator.check_schema(schema)
    task = schema["properties"]["task"]["items"]["properties"]
    month_day = task["schedule"]["properties"]["every"]["pattern"]
    for text in (f"{month:02}-{day:02}" for month in range(100) for day in range(100)):
        try:
            there = bool(dt.date.fromisoformat(f"2019-{text}"))
        except ValueError:
            there = False
        wrong.check(bool(re.search(month_day, text)) == there, f"the pattern of month and day errs on {text}")
    unit = schema["properties"]["unit"]["items"]["properties"]
    for pattern, right, bad in [
        (month_day, [], ["1-1", "12-31 ", " 12-31", "2019-12-31", "12/31", ""]),
        (unit["id"]["pattern"], ["a", "mot-cua", "2a", "a-1-b"], ["", "-a", "a-", "a--b", "Một", "A", "a_b", "a b", "a.b"]),
        (unit["excused"]["items"]["properties"]["period"]["pattern"],
         ["2019", "2019-01", "2019-12", "2019-Q1", "2019-Q4", "2019-H1", "2019-H2", "2019-9M"],
         ["", "19", "0019", "2019-00", "2019-13", "2019-Q0", "2019-Q5", "2019-H3", "2019-6M", "2019-1", "2019-06-01", "x2019"]),
    ]:
        for text in right + bad:
            wrong.check(bool(re.search(pattern, text)) == (text in right), f"{pattern} errs on {text!r}")


def passes(schema, text):
    """Tells whether jsonschema lets a plan pass; none if it is no TOML."""
    import jsonschema

    try:
        plan = json.loads(json.dumps(tomllib.loads(text), default=str))
    except tomllib.TOMLDecodeError:
        return None
    checker = jsonschema.FormatChecker(["date"])
    return not list(jsonschema.Draft7Validator(schema, format_checker=checker).iter_errors(plan))


def is_marked(text, found, mark, words):
    lines = {at for at, line in enumerate(text.splitlines(), 1) if mark in line}
    return any(line in lines and words in said for line, said in found)


def plant(text, mistake, wrong):
    _, old, new, *_ = mistake
    wrong.check(BASE.count(old) == 1, f"{mistake[0]}: {old!r} stands {BASE.count(old)} times")
    return text.replace(old, new, 1)


def check_mistakes(args, schema, folder, wrong):
    own = ["--schema", SCHEMA.as_uri()]
    file = folder / "plan.toml"

    def see(text):
        file.write_text(text, encoding="utf-8")
        return taplo(file, *own)

    wrong.check(see(BASE) == [] and passes(schema, BASE), f"the plan without a mistake is marked: {see(BASE)}")
    every, planted = BASE, {}
    for mistake in MISTAKES + ALONE:
        name, *_, mark, words = mistake
        text = plant(BASE, mistake, wrong)
        found = see(text)
        wrong.check(is_marked(text, found, mark, words), f"{name} is not marked: {found}")
        wrong.check(not passes(schema, text) or name == INFINITE, f"jsonschema lets {name} pass")
        if args.plan_binary and name != SCHEMA_ONLY:
            done = subprocess.run([args.plan_binary, "status", "-C", str(folder)], capture_output=True, text=True)
            wrong.check(done.returncode == 1, f"{name} is no error for the program: {done.stderr}")
        if mistake in MISTAKES and planted.setdefault(mistake[1], mistake) is mistake:
            every = plant(every, mistake, wrong)
    found = see(every)
    for name, *_, mark, words in planted.values():
        wrong.check(is_marked(every, found, mark, words), f"{name} is not marked among all: {found}")
    for text in UNSEEN:
        key = text.split(" = ")[0]
        changed = re.sub(rf"^{key} = .*$", text, BASE, count=1, flags=re.M)
        wrong.check(see(changed) == [], f"{text} is seen after all: say so in docs/plan-toml.md")
    print(f"{len(MISTAKES) + len(ALONE)} mistakes one at a time, {len(planted)} of them in one file")


def check_own_plan(folder, wrong):
    """The line `#:schema` is what leads to the schema, from the plan's own folder wherever one stands."""
    found = taplo(ROOT / "plan.toml", cwd=folder)
    wrong.check(found == [], f"plan.toml is marked: {found}")
    (folder / "docs").mkdir()
    shutil.copy(SCHEMA, folder / "docs")
    text = (ROOT / "plan.toml").read_text(encoding="utf-8").replace("at-least = 70", "at-lest = 70")
    (folder / "plan.toml").write_text(text, encoding="utf-8")
    found = taplo(folder / "plan.toml", cwd="/")
    wrong.check(is_marked(text, found, "at-lest = 70", "'at-lest' was unexpected"), f"the line #:schema does nothing: {found}")


def check_cases(schema, wrong):
    """Each broken example is marked exactly if it is about the form of plan.toml."""
    seen = passed = 0
    for file in sorted(ROOT.glob("tests/cases/*/plan.toml")):
        text = file.read_text(encoding="utf-8", errors="replace")
        codes = {file.parent.name, *re.findall(r"^# Also ([a-z-]+): ", text, re.M)}
        found = taplo(file, "--schema", SCHEMA.as_uri())
        should = bool(codes & SEEN)
        wrong.check(bool(found) == should, f"{file.parent.name}: {found or 'passes'}; is SEEN in this script right?")
        wrong.check(should or passes(schema, text), f"{file.parent.name}: jsonschema marks it")
        lets_pass = passes(schema, text) and "not-finite" not in codes
        wrong.check(not should or not lets_pass, f"{file.parent.name}: jsonschema lets it pass")
        seen, passed = seen + should, passed + (not should)
    wrong.check(seen >= 20 and passed >= 20, f"only {seen} and {passed} examples in tests/cases")
    print(f"tests/cases: {seen} examples marked, {passed} pass")


def check_random(folder, wrong, plans=40):
    import random_plans

    files = []
    for number in range(plans):
        random_plans.Maker(f"schema-{number}").write(folder / f"plan-{number}")
        files.append(folder / f"plan-{number}/plan.toml")
    for file in files:
        found = taplo(file, "--schema", SCHEMA.as_uri())
        wrong.check(found == [], f"a plan made at random is marked: {found}\n{file.read_text(encoding='utf-8')}")
    print(f"{plans} plans made at random pass")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plan-binary", help="the program, which must find the mistakes too")
    args = parser.parse_args()
    if not shutil.which("taplo"):
        print("schema.py: there is no taplo; pip install taplo", file=sys.stderr)
        return 2
    wrong, schema = Wrong(), json.loads(SCHEMA.read_text(encoding="utf-8"))
    check_schema(schema, wrong)
    for check in (lambda folder: check_own_plan(folder, wrong), lambda folder: check_mistakes(args, schema, folder, wrong),
                  lambda folder: check_random(folder, wrong)):
        with tempfile.TemporaryDirectory() as folder:
            check(Path(folder))
    check_cases(schema, wrong)
    for each in wrong:
        print(each)
    print(f"{wrong.checked} checks, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
