#!/usr/bin/env python3
"""Does to the commands that write what happens in offices: they are killed, run at once, find the disk full and the folder shut; are
typed at in a terminal; and get forms back that went through LibreOffice.

    python3 tests/interop/writing.py PLAN_BINARY [--count 500] [--only kill,crowd,disk,talk,office]

Works on copies of the plan in this repository. `talk` needs the Python package pexpect; `office` needs openpyxl and LibreOffice
(`soffice`), and is left out without them. As root a small disk is mounted and another user tries the folder; else limits and modes
stand in for both. Exit codes: 0 all as it should be, 1 not, 2 cannot work.
"""

import argparse
import csv
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = "1580472000"  # noon of 31 January 2020
JULY = "2019-07"
NOBODY = 65534
PLAN = tomllib.loads((ROOT / "plan.toml").read_text("utf-8"))
FORM = next(form for form in PLAN["form"] if form["id"] == "one-stop")
MEASURES = [measure["id"] for measure in FORM["measures"]]


class Wrong(Exception):
    """Something is not as it should be."""


def check(holds, what):
    if not holds:
        raise Wrong(what)


class Desk:
    """A folder to work in, and the program."""

    def __init__(self, binary, folder, count):
        self.folder = folder
        self.count = count
        # Another user must be able to run it, wherever it was built.
        self.binary = folder / "plan"
        shutil.copy(binary, self.binary)
        os.chmod(folder, 0o755)
        os.chmod(self.binary, 0o755)
        self.env = {"SOURCE_DATE_EPOCH": TODAY, "PATH": os.environ["PATH"]}

    def run(self, plan, *args, code=0, **options):
        command = options.pop("before", []) + [str(self.binary), "-C", str(plan), *map(str, args)]
        done = subprocess.run(command, capture_output=True, env=self.env, check=False, timeout=60, **options)
        said = done.stdout.decode() + done.stderr.decode()
        if code is not None:
            check(done.returncode == code, f"{' '.join(map(str, args))}: exit {done.returncode}, not {code}\n{said}")
        check("panicked" not in said, f"{args}: {said}")
        return said

    def copy(self, name, without=()):
        """A copy of the plan, without these units' reports for July."""
        plan = self.folder / name
        shutil.rmtree(plan, ignore_errors=True)
        shutil.copytree(ROOT / "data", plan / "data")
        shutil.copy(ROOT / "plan.toml", plan)
        path = plan / "data/one-stop.csv"
        begins = tuple(f"{JULY},{unit}," for unit in without)
        kept = [line for line in path.read_bytes().splitlines(keepends=True) if not line.decode().startswith(begins or ("-",))]
        path.write_bytes(b"".join(kept))
        return plan


def files(plan):
    """Every file but the lock, with its bytes."""
    list_ = (path for path in sorted(plan.rglob("*")) if path.is_file() and path.name != ".plan.lock")
    return {str(path.relative_to(plan)): path.read_bytes() for path in list_}


def rows():
    """The reports of July in this repository, by unit."""
    with open(ROOT / "data/one-stop.csv", encoding="utf-8", newline="") as file:
        return {row["unit"]: row for row in csv.DictReader(file) if row["period"] == JULY}


def recording(unit):
    row = rows()[unit]
    values = [f"{measure}={row[measure]}" for measure in MEASURES]
    note = ["--note", row["note"]] if row["note"] else []
    return ["record", "figure", "one-stop", "--unit", unit, "--period", JULY, "--reported", row["reported"], *values, *note]


def fill_csv(path, figures):
    """Fills in a form that is csv."""
    lines = path.read_bytes().decode("utf-8-sig").split("\r\n")
    filled = []
    for line in lines:
        cells = line.rsplit(",", 1)
        filled.append(f"{cells[0]},{figures[line.split(',')[0]]}" if line.split(",")[0] in figures else line)
    path.write_text("\r\n".join(filled), "utf-8", newline="")


def kill(desk):
    """Whenever a command is killed, each file is the old one or the new one, and the next command works."""
    units = list(rows())
    recorded = desk.copy("recorded", without=units[:1])
    imported = desk.copy("imported", without=units)
    shutil.rmtree(desk.folder / "forms", ignore_errors=True)
    desk.run(imported, "form", "one-stop", "--period", JULY, "--all", "--format", "csv", "-o", desk.folder / "forms")
    for unit, row in rows().items():
        fill_csv(desk.folder / f"forms/one-stop-{JULY}-{unit}.csv", {measure: row[measure] for measure in MEASURES})
    # A second form, so that one command changes two files.
    (imported / "data/it-plan.csv").unlink()
    desk.run(imported, "form", "it-plan", "--period", "2019-Q2", "--all", "--format", "csv", "-o", desk.folder / "forms")
    fill_csv(next((desk.folder / "forms").glob("it-plan*")), {"it-items": "12", "it-items-done": "5"})
    shuffled = desk.copy("shuffled")
    for path in (shuffled / "data").glob("*.csv"):
        head, *lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(head + b"".join(reversed(lines)))
    forms = sorted((desk.folder / "forms").iterdir())
    for name, base, args in [("record", recorded, recording(units[0])), ("import", imported, ["import", *forms, "--yes"]), ("fmt", shuffled, ["fmt"])]:
        kill_one(desk, name, base, list(map(str, args)))


def kill_one(desk, name, base, args):
    plan = desk.folder / "killed"
    old = files(base)
    durations = []
    for _ in range(3):
        shutil.rmtree(plan, ignore_errors=True)
        shutil.copytree(base, plan)
        begun = time.monotonic()
        desk.run(plan, *args)
        durations.append(time.monotonic() - begun)
    new = files(plan)
    check(new != old, f"{name} changes nothing")
    changed = [file for file in new if old.get(file) != new[file]]
    untouched, mixed, done, left, late = 0, 0, 0, 0, 0
    for at in range(desk.count):
        shutil.rmtree(plan, ignore_errors=True)
        shutil.copytree(base, plan)
        # Every other time near the end, where files are written.
        moment = random.uniform(0, 1.1) if at % 2 else random.uniform(0.5, 1.1)
        process = subprocess.Popen([desk.binary, "-C", plan, *args], env=desk.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment * sorted(durations)[1])
        process.send_signal(signal.SIGKILL)
        late += process.wait() == 0
        now = files(plan)
        temporary = [file for file in now if Path(file).name.startswith(".plan-")]
        left += len(temporary)
        for file in temporary:
            del now[file]
        check(set(now) <= set(new), f"{name}: a file too many: {set(now) - set(new)}")
        for file in new:
            check(now.get(file) in (old.get(file), new[file]), f"{name}, killed after {moment:.2f}: {file} is neither old nor new")
        news = sum(now.get(file) == new[file] for file in changed)
        untouched, mixed, done = untouched + (news == 0), mixed + (0 < news < len(changed)), done + (news == len(changed))
        said = desk.run(plan, "check")
        check(".plan-" not in said, f"{name}: what was left is read: {said}")
        desk.run(plan, *args)
        check(files(plan) == new, f"{name}: the next command does not finish the work, or leaves what the killed one left")
    print(f"kill: {name}: {desk.count} times, {untouched} left the old files, {done} the new ones, {mixed} some of each; "
          f"{late} were done already; {left} temporary files left, none read, all taken away by the next command")


def crowd(desk, units=100, workers=8):
    """Many record at once, and every row is there."""
    plan = desk.folder / "crowd"
    shutil.rmtree(plan, ignore_errors=True)
    (plan / "data").mkdir(parents=True)
    names = [f"u{at:03}" for at in range(units)]
    text = '[plan]\nnumber = "1/KH"\nagency = "Sở"\ntitle = "Kế hoạch"\nissued = 2019-01-05\nyear = 2019\n'
    text += "".join(f'[[unit]]\nid = "{name}"\nname = "Đơn vị {name}"\n' for name in names)
    text += ('[[form]]\nid = "f"\ntitle = "Biểu"\nevery = "month"\nprovenance = "made-up"\nunits = "all"\ndue = { days = 5 }\n'
             'measures = [{ id = "n", name = "Số", kind = "flow" }, { id = "m", name = "Cộng", kind = "flow" }]\n'
             '[[indicator]]\nid = "r"\nname = "Tỷ lệ"\nnumerator = ["n"]\ndenominator = ["m"]\n'
             '[[task]]\nno = 1\ntitle = "Việc"\nlead = ["u000"]\nschedule = "continuous"\ntargets = [{ indicator = "r", at-least = 5 }]\n')
    (plan / "plan.toml").write_text(text, "utf-8")
    wrong = []

    def work(month):
        order = names[:]
        random.shuffle(order)
        for name in order:
            try:
                desk.run(plan, "record", "figure", "f", f"n={month}", "m=12", "--unit", name, "--period", f"2019-{month:02}",
                         "--reported", f"2019-{month + 1:02}-04")
            except Wrong as error:
                wrong.append(str(error))

    begun = time.monotonic()
    threads = [threading.Thread(target=work, args=(month,)) for month in range(1, workers + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - begun
    check(not wrong, f"{len(wrong)} of {units * workers} were not recorded: {wrong[:1]}")
    expected = "period,unit,reported,n,m,note\n" + "".join(
        f"2019-{month:02},{name},2019-{month + 1:02}-04,{month},12,\n" for month in range(1, workers + 1) for name in names)
    check((plan / "data/f.csv").read_text("utf-8") == expected, "the rows are not those that were recorded")
    desk.run(plan, "check", "--strict")
    desk.run(plan, "fmt", "--check")
    check(sorted(os.listdir(plan / "data")) == ["f.csv"], "a file is left")
    print(f"crowd: {workers} processes, {units} rows each: {units * workers} rows in {seconds:.1f} s, check silent")


def refused(desk, plan, args, words, **options):
    """A command must fail for lack of what it needs, and leave every file."""
    before = files(plan)
    said = desk.run(plan, *args, code=2, **options)
    check(any(word in said for word in words), f"{args}: no {words} in: {said}")
    check(files(plan) == before, f"{args}: a file changed")
    return said


def disk(desk):
    """A full disk, a folder that is shut, links, and a folder that is gone: nothing is lost."""
    units = list(rows())
    record = recording(units[0])
    done = []
    if os.geteuid() == 0 and full_disk(desk, units):
        done.append("full disk")
    plan = desk.copy("limited", without=units)
    for size in (0, 100):
        def limit(size=size):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        refused(desk, plan, record, ["one-stop.csv"], preexec_fn=limit, restore_signals=False)
    desk.run(plan, *record)
    done.append("limit of size")

    plan = desk.copy("shut", without=units)
    shut = [plan, plan / "data"]
    before = []
    if os.geteuid() == 0:
        before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    for path in shut:
        os.chmod(path, 0o755 if before else 0o555)
    refused(desk, plan, record, [".plan.lock"], before=before)
    refused(desk, plan, ["fmt"], [".plan.lock"], before=before)
    # With a lock of one's own the file is still another's.
    lock = plan / ".plan.lock"
    if before:
        lock.touch()
        os.chown(lock, NOBODY, NOBODY)
        refused(desk, plan, record, ["one-stop.csv"], before=before)
        os.chown(plan / "data/one-stop.csv", NOBODY, NOBODY)
        refused(desk, plan, record, ["one-stop.csv"], before=before)
    for path in shut:
        os.chmod(path, 0o755)
    desk.run(plan, *record)
    done.append("shut folder")

    plan = desk.copy("linked", without=units)
    path = plan / "data/one-stop.csv"
    theirs = desk.folder / "theirs.csv"
    path.rename(theirs)
    path.symlink_to(theirs)
    text = theirs.read_bytes()
    refused(desk, plan, record, ["one-stop.csv"])
    check(path.is_symlink() and theirs.read_bytes() == text, "a link was followed")
    theirs.write_bytes(text.replace(b"2019-01,mot-cua,2019-02-01,66", b"2019-01,mot-cua,2019-02-01,066"))
    refused(desk, plan, ["fmt"], ["one-stop.csv"])
    done.append("links")

    gone = desk.folder / "gone"
    for args in [record, ["fmt"], ["import", theirs, "--yes"]]:
        said = desk.run(gone, *args, code=2)
        check("gone" in said and not gone.exists(), said)
    gone.mkdir()
    process = subprocess.run(["/bin/sh", "-c", f'cd "{gone}" && rmdir "{gone}" && exec "{desk.binary}" fmt'],
                             capture_output=True, env=desk.env, check=False)
    check(process.returncode == 2 and b"panicked" not in process.stderr, process.stderr.decode())
    done.append("folder that is gone")
    print(f"disk: nothing lost: {', '.join(done)}")


def full_disk(desk, units):
    mount = desk.folder / "small"
    mount.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount], capture_output=True, check=False).returncode != 0:
        return False
    try:
        base = desk.copy("full", without=units)
        plan = mount / "plan"
        shutil.copytree(base, plan)
        filler = plan / "filler"
        try:
            with open(filler, "wb", buffering=0) as file:
                while True:
                    file.write(b"x" * 512)
        except OSError:
            pass
        for lang, words in [("vi", ["đầy"]), ("en", ["the disk is full"])]:
            refused(desk, plan, [*recording(units[0]), "--lang", lang], words)
        check(not [file for file in files(plan) if ".plan-" in file], "a temporary file is left on the full disk")
        filler.unlink()
        desk.run(plan, *recording(units[0]))
    finally:
        subprocess.run(["umount", mount], check=False)
    return True


class Talk:
    """The dialogue of `plan record figure` in a terminal."""

    def __init__(self, desk, name, lang="vi"):
        import pexpect
        self.desk, self.lang, self.pexpect = desk, lang, pexpect
        self.plan = desk.copy(name, without=["mot-cua"])
        self.before = files(self.plan)
        self.row = rows()["mot-cua"]
        command = ["-C", str(self.plan), "record", "figure", "one-stop", "--unit", "mot-cua", "--period", JULY, "--lang", lang]
        self.child = pexpect.spawn(str(desk.binary), command, env={**desk.env, "TERM": "xterm"}, encoding="utf-8",
                                   dimensions=(50, 300), timeout=20)

    def await_question(self, name):
        self.child.expect_exact(name)
        self.child.expect(": $")
        return self.child.before

    def figures(self, until=None, **other):
        """Answers what is asked for, each with what the row has unless it is given."""
        for measure in FORM["measures"]:
            if measure["id"] == until:
                return
            self.await_question(measure["name"])
            for answer in other.get(measure["id"].replace("-", "_"), [self.row[measure["id"]]]):
                if isinstance(answer, tuple):
                    # What is said to the answer before, and that it is asked for again.
                    self.child.expect_exact(answer[0])
                    self.await_question(measure["name"])
                    continue
                self.child.sendline(answer)

    def rest(self, reported="2019-08-01", note=""):
        self.child.expect([r"Ngày nhận.*: $", r"Day of receipt.*: $"])
        self.child.sendline(reported)
        if reported.startswith("x"):
            self.child.expect([r"Ngày nhận.*: $", r"Day of receipt.*: $"])
            self.child.sendline("2019-08-01")
        self.child.expect([r"Ghi chú.*: $", r"A remark.*: $"])
        self.child.sendline(note)

    def decide(self, answer):
        self.child.expect([r"\(c = .*\) $", r"\(y = .*\) $"])
        self.child.sendline(answer)

    def end(self):
        self.child.expect(self.pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, self.child.signalstatus

    def unchanged(self, what):
        check(files(self.plan) == self.before, f"talk: {what}: a file changed")


def talk(desk):
    """The dialogue is typed at as people do, in both languages."""
    try:
        import pexpect
    except ImportError:
        print("writing: the Python package pexpect is needed: pip install pexpect", file=sys.stderr)
        sys.exit(2)
    try:
        talk_as_people_do(desk)
    except pexpect.exceptions.ExceptionPexpect as error:
        raise Wrong(f"talk: not what was awaited: {error}") from error


def talk_as_people_do(desk):
    tried = 0
    note = "Đã đối chiếu với Bộ phận Một cửa"
    for lang, yes, no in [("vi", "c", "k"), ("en", "y", "n")]:
        again = {"vi": "Gõ lại", "en": "Type it again"}[lang]
        # A word, a number with a thousands point and a negative one are refused and asked for again; a note comes in NFD.
        talk_ = Talk(desk, "talk", lang)
        talk_.figures(received=["tám tám", ("tám tám",), "1.245", ("1.245",), "-1", ("-1",), "88"])
        talk_.rest(reported="x2019", note=unicodedata.normalize("NFD", note))
        talk_.decide("?")
        talk_.decide(yes)
        check(talk_.end() == (0, None), f"talk: {lang}: {talk_.child.before}")
        text = (talk_.plan / "data/one-stop.csv").read_text("utf-8")
        line = next(line for line in text.splitlines() if line.startswith(f"{JULY},mot-cua"))
        check(line == ",".join([JULY, "mot-cua", "2019-08-01", *(talk_.row[measure] for measure in MEASURES), note]), f"talk: {line!r}")
        check(talk_.before["data/one-stop.csv"] == text.replace(line + "\n", "").encode(), "talk: other rows changed")
        desk.run(talk_.plan, "check")

        # A sum that does not hold is asked for again: mended, or kept when it is repeated; so is what is carried over.
        talk_ = Talk(desk, "talk", lang)
        talk_.figures(carried_over=["15", (again,), "14"], pending_overdue=["1", (again,), "1"])
        talk_.rest()
        talk_.decide(yes)
        check(talk_.end() == (0, None), f"talk: {lang}: {talk_.child.before}")
        line = next(line for line in (talk_.plan / "data/one-stop.csv").read_text("utf-8").splitlines() if line.startswith(f"{JULY},mot-cua"))
        check([line.split(",")[3 + MEASURES.index(own)] for own in ("carried-over", "pending-overdue")] == ["14", "1"], f"talk: {line}")
        check("identity-fails" in desk.run(talk_.plan, "check"), "talk: the sum holds")

        talk_ = Talk(desk, "talk", lang)
        talk_.figures()
        talk_.rest(note=note)
        talk_.decide(no)
        status = talk_.end()
        check(status == (2, None), f"talk: {lang}: no: {status}")
        talk_.unchanged("no at the end")

        for where, answer in [("resolved", "intr"), ("resolved", "eof"), ("received", "intr"), (None, "intr"), (None, "eof"), ("end", "intr"), ("end", "eof")]:
            talk_ = Talk(desk, "talk", lang)
            talk_.figures(until=where if where != "end" else None)
            if where == "end":
                talk_.rest()
                talk_.child.expect([r"\(c = .*\) $", r"\(y = .*\) $"])
            elif where:
                talk_.await_question(next(measure["name"] for measure in FORM["measures"] if measure["id"] == where))
            else:
                talk_.child.expect([r"Ngày nhận.*: $", r"Day of receipt.*: $"])
            (talk_.child.sendintr if answer == "intr" else talk_.child.sendeof)()
            status = talk_.end()
            check(status == ((None, signal.SIGINT) if answer == "intr" else (2, None)), f"talk: {lang}: {where} {answer}: {status}")
            talk_.unchanged(f"{answer} at {where}")
            tried += 1
        tried += 3

    # Nobody waits while somebody thinks, and both reports are there in the end.
    talk_ = Talk(desk, "talk")
    talk_.figures(until="resolved")
    desk.run(talk_.plan, "record", "figure", "it-plan", "it-items=12", "--unit", "to-cntt", "--period", "2019-Q1", "--replace", "--note", "xen vào")
    talk_.await_question(next(measure["name"] for measure in FORM["measures"] if measure["id"] == "resolved"))
    talk_.child.sendline(talk_.row["resolved"])
    for measure in FORM["measures"][MEASURES.index("resolved") + 1:]:
        talk_.await_question(measure["name"])
        talk_.child.sendline(talk_.row[measure["id"]])
    talk_.rest()
    talk_.decide("c")
    check(talk_.end() == (0, None), f"talk: {talk_.child.before}")
    check("xen vào" in (talk_.plan / "data/it-plan.csv").read_text("utf-8"), "talk: the other change is lost")
    check(f"{JULY},mot-cua" in (talk_.plan / "data/one-stop.csv").read_text("utf-8"), "talk: the report is lost")

    # Enter alone keeps what is on file.
    talk_ = Talk(desk, "talk")
    shutil.copy(ROOT / "data/one-stop.csv", talk_.plan / "data")
    talk_.child.close(force=True)
    talk_.child = talk_.pexpect.spawn(str(desk.binary), ["-C", str(talk_.plan), "record", "figure", "one-stop", "--unit", "mot-cua", "--period", JULY],
                                      env={**desk.env, "TERM": "xterm"}, encoding="utf-8", dimensions=(50, 300), timeout=20)
    before = files(talk_.plan)
    for measure in FORM["measures"]:
        talk_.await_question(measure["name"])
        talk_.child.sendline("")
    talk_.child.expect(r"Ghi chú.*: $")
    talk_.child.sendline("")
    check(talk_.end() == (0, None) and files(talk_.plan) == before, "talk: Enter changes something")

    # The folder goes while somebody types.
    talk_ = Talk(desk, "talk")
    talk_.figures(until="resolved")
    shutil.rmtree(talk_.plan)
    talk_.await_question(next(measure["name"] for measure in FORM["measures"] if measure["id"] == "resolved"))
    for measure in FORM["measures"][MEASURES.index("resolved"):]:
        talk_.child.sendline(talk_.row[measure["id"]])
    talk_.rest()
    status = talk_.end()
    check(status == (2, None) and not talk_.plan.exists(), f"talk: gone: {status}: {talk_.child.before}")
    tried += 3 + asked_to_import(desk)
    print(f"talk: {tried} dialogues in two languages: refused figures, sums, NFD, no, Ctrl-C, Ctrl-D, Enter, a folder that goes")


def asked_to_import(desk):
    """An import asks before it writes."""
    import pexpect
    plan = desk.copy("asked", without=["mot-cua"])
    shutil.rmtree(desk.folder / "asked-forms", ignore_errors=True)
    desk.run(plan, "form", "one-stop", "--period", JULY, "--unit", "mot-cua", "--format", "csv", "-o", desk.folder / "asked-forms")
    form = next((desk.folder / "asked-forms").iterdir())
    fill_csv(form, {measure: rows()["mot-cua"][measure] for measure in MEASURES})
    before, tried = files(plan), 0
    # Others need not wait while somebody thinks. Where they lock the month meanwhile, nothing is written.
    child = pexpect.spawn(str(desk.binary), ["-C", str(plan), "import", str(form), "--reported", "2019-08-01"],
                          env={**desk.env, "TERM": "xterm"}, encoding="utf-8", dimensions=(50, 300), timeout=20)
    child.expect(r"\(c = .*\) $")
    desk.run(plan, "freeze", JULY)
    other = files(plan)
    child.send("c\n")
    child.expect(pexpect.EOF)
    child.close()
    check(child.exitstatus == 1 and files(plan) == other, f"import asked, frozen meanwhile: {child.exitstatus} {child.before}")
    check("frozen-added" in child.before, f"import asked, frozen meanwhile: {child.before}")
    desk.run(plan, "freeze", JULY, "--lift", "--reason", "thử")
    before, tried = files(plan), 1
    # The last but one time the folder goes while somebody thinks.
    for answer, status in [("k", (2, None)), ("", (2, None)), ("\x04", (2, None)), ("\x03", (None, signal.SIGINT)), ("gone", (2, None)), ("c", (0, None))]:
        child = pexpect.spawn(str(desk.binary), ["-C", str(plan), "import", str(form), "--reported", "2019-08-01"],
                              env={**desk.env, "TERM": "xterm"}, encoding="utf-8", dimensions=(50, 300), timeout=20)
        child.expect(r"\(c = .*\) $")
        if answer == "gone":
            plan.rename(desk.folder / "away")
        if answer == "c":
            # What does not touch the import does not stop it, and is there in the end.
            desk.run(plan, "record", "figure", "it-plan", "it-items=13", "--unit", "to-cntt", "--period", "2019-Q1", "--replace")
        child.send("c\n" if answer == "gone" else answer if answer in ("\x03", "\x04") else f"{answer}\n")
        child.expect(pexpect.EOF)
        child.close()
        check((child.exitstatus, child.signalstatus) == status, f"import asked, {answer!r}: {child.exitstatus} {child.before}")
        if answer == "gone":
            check(not plan.exists(), "a folder that is gone was made again")
            (desk.folder / "away").rename(plan)
        if answer != "c":
            check(files(plan) == before, f"import asked, {answer!r}: a file changed")
        tried += 1
    check(files(plan)["data/one-stop.csv"] == (ROOT / "data/one-stop.csv").read_bytes(), "import asked, c: the row is wrong")
    check(b"2019-Q1,to-cntt,2019-05-06,13," in files(plan)["data/it-plan.csv"], "import asked, c: what the other command wrote is lost")
    return tried


FILTERS = {
    "filled": None,
    "xlsx": "xlsx",
    "ods": "ods",
    "xls": "xls",
    "commas": "csv:Text - txt - csv (StarCalc):44,34,76,1",
    "semicolons": "csv:Text - txt - csv (StarCalc):59,34,76,1",
}


def office(desk):
    """Forms are filled in by openpyxl, saved by LibreOffice in every way it knows, and imported."""
    try:
        import openpyxl
    except ImportError:
        print("office: left out, for there is no openpyxl")
        return
    if not shutil.which("soffice"):
        print("office: left out, for there is no LibreOffice")
        return
    wanted = rows()
    base = desk.copy("sent", without=wanted)
    forms, filled = desk.folder / "sent-forms", desk.folder / "filled"
    shutil.rmtree(forms, ignore_errors=True)
    shutil.rmtree(filled, ignore_errors=True)
    filled.mkdir()
    desk.run(base, "form", "one-stop", "--period", JULY, "--all", "-o", forms)
    for unit, row in wanted.items():
        book = openpyxl.load_workbook(forms / f"one-stop-{JULY}-{unit}.xlsx")
        for cells in book.worksheets[0].iter_rows():
            key = cells[0].value
            if key in MEASURES:
                cells[4].value = int(row[key]) if row[key] else None
            if key == "note":
                cells[2].value = row["note"] or None
        book.save(filled / f"{unit}.xlsx")
    original = (ROOT / "data/one-stop.csv").read_text("utf-8")
    expected = "\n".join(re.sub(r"^(2019-07,[^,]*),[^,]*", r"\1,2019-08-02", line) for line in original.split("\n"))
    for name, kind in FILTERS.items():
        folder = filled
        if kind:
            folder = desk.folder / f"as-{name}"
            shutil.rmtree(folder, ignore_errors=True)
            command = ["soffice", f"-env:UserInstallation=file://{desk.folder}/office", "--headless", "--convert-to", kind, "--outdir", folder]
            subprocess.run([*command, *sorted(filled.iterdir())], capture_output=True, check=False, timeout=300,
                           env={**os.environ, "HOME": str(desk.folder)})
        sent = sorted(folder.iterdir()) if folder.exists() else []
        check(len(sent) == len(wanted), f"office: {name}: {len(sent)} files")
        plan = desk.folder / "took"
        shutil.rmtree(plan, ignore_errors=True)
        shutil.copytree(base, plan)
        desk.run(plan, "import", *sent, "--yes", "--reported", "2019-08-02")
        check((plan / "data/one-stop.csv").read_text("utf-8") == expected, f"office: {name}: the rows are wrong")
        before = files(plan)
        desk.run(plan, "import", *sent, "--yes")
        check(files(plan) == before, f"office: {name}: a second import changes something")
        desk.run(plan, "check", "--strict")
        desk.run(plan, "fmt", "--check")
    odd_cells(desk, base, filled / "mot-cua.xlsx")
    print(f"office: {len(wanted)} forms saved in {len(FILTERS)} ways ({', '.join(FILTERS)}): the rows are right, twice the same, check silent")


def odd_cells(desk, base, form):
    """What looks blank or like a figure and is not is refused, and a row that is gone is told."""
    import openpyxl

    def formula(sheet, row):
        sheet.cell(row, 5).value = "=E8+E9+E10"  # openpyxl works nothing out

    def date(sheet, row):
        sheet.cell(row, 5).number_format = "yyyy-mm-dd"

    def gone(sheet, row):
        sheet.delete_rows(row)

    for change, status, words in [(formula, 1, "=E8+E9+E10"), (date, 1, "định dạng ngày"), (gone, 0, "tệp gửi không có dòng này")]:
        book = openpyxl.load_workbook(form)
        sheet = book.worksheets[0]
        row = next(cells[0].row for cells in sheet.iter_rows() if cells[0].value == MEASURES[0])
        change(sheet, row)
        path = desk.folder / f"{change.__name__}.xlsx"
        book.save(path)
        plan = desk.folder / "odd"
        shutil.rmtree(plan, ignore_errors=True)
        shutil.copytree(base, plan)
        before = files(plan)
        done = subprocess.run([desk.binary, "-C", plan, "import", path, "--yes", "--width", "200"], env=desk.env, capture_output=True, text=True, check=False)
        check(done.returncode == status and words in done.stdout, f"office: {change.__name__}: {done.returncode} {done.stdout}{done.stderr}")
        check(status == 0 or files(plan) == before, f"office: {change.__name__}: something is written")


PARTS = {"kill": kill, "crowd": crowd, "disk": disk, "talk": talk, "office": office}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("--count", type=int, default=60, help="how often each command is killed")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas between")
    parser.add_argument("--seed", type=int, default=None, help="for the moments of killing and the order of work")
    args = parser.parse_args()
    if not args.binary.is_file() or not set(args.only.split(",")) <= set(PARTS):
        print(f"writing: there is no {args.binary}, or a part is none of {', '.join(PARTS)}", file=sys.stderr)
        return 2
    seed = args.seed if args.seed is not None else random.randrange(10**6)
    random.seed(seed)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(args.binary, Path(folder), args.count)
        for part in args.only.split(","):
            try:
                PARTS[part](desk)
            except Wrong as error:
                print(f"writing: {part} (seed {seed}): {error}", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
