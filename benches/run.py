#!/usr/bin/env python3
"""Measures `plan` against two yardsticks in one run, and prints the ratios.

    python3 run.py [--binary target/release/plan] [--plan-dir .] [--generated FOLDER]

Start: `plan --version`, and `plan status` on a real plan, over `true`. Bulk: `plan status` on a
generated plan of about a million reports, over DuckDB summing the same files; and its peak memory.
Register: `plan status` on a register of a million dossiers, over DuckDB counting the resolved ones by unit and month.
Points: `plan score` and `plan score --gain` with a hundred criteria, over `plan status` on the same plan.
Findings: `plan check` on data that is wrong in every row, over clean data with as many rows.
Runs are interleaved, so that a busy machine slows both sides alike, and medians are compared.

Exit codes: 0 within the limits, 1 a limit is broken or the sums differ, 2 cannot work.
"""

import argparse
import csv
import importlib.util
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside the sources

import criteria  # noqa: E402
import findings  # noqa: E402
import generate  # noqa: E402

START_LIMIT = 4  # times `true`
BULK_LIMIT = 2  # times DuckDB
MEMORY_LIMIT = 64  # MB
SCORE_LIMIT = 2  # times `plan status` on the same plan
FINDINGS_LIMIT = 2  # times the same data without mistakes
AS_OF = f"{generate.YEAR + 1}-01-31"  # every report is due
ROOT = Path(__file__).resolve().parent.parent


class CannotWork(Exception):
    """Something is missing, or a command under measure failed."""


def timed(command, expected=0):
    """Seconds from spawning to exit, and peak memory in MB; the output is thrown away.

    The peak starts from this process's own size, which a child inherits until it is replaced: too
    little to matter here, and never in the child's favour.
    """
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, state, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(state) != expected:
        raise CannotWork(f"{' '.join(command)[:200]} exited with {os.waitstatus_to_exitcode(state)}")
    return seconds, usage.ru_maxrss / 1024


def interleaved(commands, repetitions, expected=None):
    """The samples of each command, taken in turns after one turn that is not counted."""
    samples = {name: [] for name in commands}
    for turn in range(repetitions + 1):
        for name, command in commands.items():
            sample = timed(command, (expected or {}).get(name, 0))
            if turn:
                samples[name].append(sample)
    return samples


def seconds(samples):
    return statistics.median(sample[0] for sample in samples)


def measure_start(binary, plan_dir, repetitions):
    commands = {"true": [shutil.which("true")], "version": [binary, "--version"]}
    if (plan_dir / "plan.toml").exists():
        commands["status"] = [binary, "-C", str(plan_dir), "status"]
    samples = interleaved(commands, repetitions)
    base = seconds(samples["true"])
    broken = []
    for name, title in (("version", "plan --version"), ("status", "plan status, this plan")):
        if name not in samples:
            continue
        took = seconds(samples[name])
        limit = f", limit {START_LIMIT}" if name == "version" else ""
        print(f"start: {title:24} {took * 1e3:8.2f} ms, true {base * 1e3:.2f} ms, "
              f"ratio {took / base:.2f}{limit}")
        if name == "version" and took / base > START_LIMIT:
            broken.append(f"start takes {took / base:.2f} times `true`, more than {START_LIMIT}")
    return broken


def measure_scores(binary, plan_dir, folder, repetitions):
    if not any((plan_dir / "data").glob("*.toml")):
        return []
    criteria.make(plan_dir, folder)
    own = [binary, "-C", str(folder)]
    commands = {"status": [*own, "status"], "score": [*own, "score"], "score --gain": [*own, "score", "--gain"]}
    rows = output([*own, "score", "--format", "csv"]).count("\n") - 1
    samples = interleaved(commands, repetitions)
    base = seconds(samples["status"])
    broken = []
    for name in ("score", "score --gain"):
        took = seconds(samples[name])
        print(f"points: {rows} criteria, plan {name:12} {took * 1e3:6.1f} ms, plan status {base * 1e3:.1f} ms, "
              f"ratio {took / base:.2f}, limit {SCORE_LIMIT}")
        if took / base > SCORE_LIMIT:
            broken.append(f"plan {name}: {took / base:.2f} times plan status, more than {SCORE_LIMIT}")
    return broken


def find_duckdb(given):
    """The start of a command that runs SQL and prints CSV: the native client, or the module."""
    if given:
        return [given, "-csv", "-c"]
    package = importlib.util.find_spec("duckdb_cli")
    if package:
        # The script that pip installs starts Python first; the client lies in the package.
        client = Path(package.origin).parent / "duckdb"
        if client.exists():
            return [str(client), "-csv", "-c"]
    client = shutil.which("duckdb")
    if client:
        return [client, "-csv", "-c"]
    if importlib.util.find_spec("duckdb"):
        show = "import duckdb,sys; duckdb.sql(sys.argv[1]).write_csv('/dev/stdout', header=True)"
        return [sys.executable, "-c", show]
    raise CannotWork("no DuckDB: pip install duckdb-cli, or give --duckdb PATH")


def sums_of(folder):
    """SQL for the sum of every measure of every form, one row a measure."""
    selects = []
    for path in sorted((folder / "data").glob("form-*.csv")):
        with open(path, encoding="utf-8") as file:
            measures = file.readline().strip().split(",")[3:-1]
        sums = ", ".join(f'sum("{measure}") AS "{measure}"' for measure in measures)
        selects.append(f"SELECT * FROM (UNPIVOT (SELECT {sums} FROM read_csv('{path}', header = true)) "
                       f"ON * INTO NAME measure VALUE total)")
    if not selects:
        raise CannotWork(f"no form-*.csv under {folder}")
    return " UNION ALL ".join(selects)


def output(command):
    ran = subprocess.run(command, capture_output=True, check=False)
    if ran.returncode:
        raise CannotWork(f"{' '.join(command)[:200]}: {ran.stderr.decode(errors='replace')[:500]}")
    return ran.stdout.decode()


def check_sums(plan_command, duckdb_command):
    """Both must have read the same figures, or their times say nothing. A list of what differs."""
    told = csv.DictReader(io.StringIO(output(duckdb_command)))
    sums = {row["measure"]: Decimal(row["total"]) for row in told}
    parts = json.loads(output(plan_command), parse_float=Decimal)["parts"]
    mine = [p for p in parts if p.get("indicator", "").startswith("on-time-rate-")]
    if not mine:
        return ["plan status shows no on-time rate"]
    found = []
    for part in mine:
        number = part["indicator"].rpartition("-")[2]
        for key, measure in (("numerator", "on-time"), ("denominator", "resolved")):
            if part[key] != sums[f"{measure}-{number}"]:
                found.append(f"{measure}-{number}: plan {part[key]}, DuckDB {sums[f'{measure}-{number}']}")
    return found


def measure_bulk(binary, duckdb, folder, repetitions):
    plan = [binary, "-C", str(folder), "status", "--format", "json", "--as-of", AS_OF]
    other = duckdb + [sums_of(folder)]
    broken = check_sums(plan, other)
    samples = interleaved({"plan": plan, "duckdb": other}, repetitions)
    ours, theirs = seconds(samples["plan"]), seconds(samples["duckdb"])
    memory = max(sample[1] for sample in samples["plan"])
    print(f"bulk:  plan status {ours:.3f} s, DuckDB {theirs:.3f} s, ratio {ours / theirs:.2f}, "
          f"limit {BULK_LIMIT}")
    print(f"bulk:  peak memory of plan {memory:.1f} MB, limit {MEMORY_LIMIT} (DuckDB "
          f"{max(sample[1] for sample in samples['duckdb']):.0f} MB)")
    if ours / theirs > BULK_LIMIT:
        broken.append(f"plan status takes {ours / theirs:.2f} times DuckDB, more than {BULK_LIMIT}")
    if memory >= MEMORY_LIMIT:
        broken.append(f"plan status takes {memory:.1f} MB, limit {MEMORY_LIMIT}")
    return broken


def measure_register(binary, duckdb, folder, repetitions):
    plan = [binary, "-C", str(folder), "status", "--format", "json", "--as-of", "2019-12-31"]
    sql = (f"SELECT unit, date_trunc('month', resolved) AS month, count(*) FILTER (resolved < due), "
           f"count(*) FILTER (resolved = due), count(*) FILTER (resolved > due) "
           f"FROM read_csv('{folder}/data/dossiers/*.csv', header = true, types = {{'received': 'VARCHAR'}}) "
           f"GROUP BY ALL ORDER BY ALL")
    broken = []
    counted = csv.reader(io.StringIO(output(duckdb + [sql])))
    resolved = sum(int(count) for row in counted if row[1].startswith("2019-") for count in row[2:])
    part = next(own for own in json.loads(output(plan), parse_float=Decimal)["parts"] if own["id"] == "1.1")
    shown = json.loads(output([binary, "-C", str(folder), "show", "so", "--format", "json", "--as-of", "2019-12-31"]))
    ours = sum(row["measure.resolved"] if "measure.resolved" in row else row["resolved"] for row in shown["counted"])
    if ours != resolved:
        broken.append(f"resolved: plan {ours}, DuckDB {resolved} (the target has {part['denominator']})")
    samples = interleaved({"plan": plan, "duckdb": duckdb + [sql]}, repetitions)
    ours, theirs = seconds(samples["plan"]), seconds(samples["duckdb"])
    memory = max(sample[1] for sample in samples["plan"])
    print(f"register: plan status {ours:.3f} s, DuckDB {theirs:.3f} s, ratio {ours / theirs:.2f}, limit {BULK_LIMIT}; "
          f"{memory:.1f} MB, limit {MEMORY_LIMIT}")
    if ours / theirs > BULK_LIMIT:
        broken.append(f"a register takes {ours / theirs:.2f} times DuckDB, more than {BULK_LIMIT}")
    if memory >= MEMORY_LIMIT:
        broken.append(f"a register takes {memory:.1f} MB, limit {MEMORY_LIMIT}")
    return broken


def count_findings(command, code, expected):
    """A time says nothing if not every finding was counted. A list of what differs."""
    ran = subprocess.run(command + ["--format", "json"], capture_output=True, check=False)
    told = json.loads(ran.stdout)
    codes = {one["code"] for one in told["findings"]}
    if (told["errors"], told["warnings"], codes) != (expected, 0, {code} if code else set()):
        return [f"{command[2]}: {told['errors']} errors, {told['warnings']} warnings of {codes or 'no code'}, "
                f"not {expected} of {code}"]
    return []


def measure_findings(binary, folder, repetitions):
    broken, commands, expected = [], {}, {}
    for name, (_, _, _, code, count) in findings.PLANS.items():
        commands[name] = [binary, "-C", str(findings.place(folder, name)), "check", "--as-of", AS_OF]
        broken += count_findings(commands[name], code, count(findings.ROWS))
        expected[name] = 1 if code else 0
    samples = interleaved(commands, repetitions, expected)
    for name, (_, _, clean, _, count) in findings.PLANS.items():
        if not clean:
            continue
        took, base = seconds(samples[name]), seconds(samples[clean])
        memory = max(sample[1] for sample in samples[name])
        print(f"findings: {count(findings.ROWS):7} {name:27} {took * 1e3:7.1f} ms, {clean} {base * 1e3:6.1f} ms, "
              f"ratio {took / base:.2f}, limit {FINDINGS_LIMIT}; {memory:.0f} MB")
        if took / base > FINDINGS_LIMIT:
            broken.append(f"{name}: {took / base:.2f} times {clean}, more than {FINDINGS_LIMIT}")
    return broken


def measure(args):
    binary = str(Path(args.binary).resolve())
    if not os.access(binary, os.X_OK):
        raise CannotWork(f"no program at {binary}: cargo build --release, or give --binary")
    broken = measure_start(binary, Path(args.plan_dir), args.start_repetitions)
    with tempfile.TemporaryDirectory() as folder:
        broken += measure_scores(binary, Path(args.plan_dir), Path(folder), args.start_repetitions // 4)
    with tempfile.TemporaryDirectory() as folder:
        output([sys.executable, findings.__file__, folder])
        broken += measure_findings(binary, folder, args.repetitions)
    duckdb = find_duckdb(args.duckdb)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(args.generated or scratch)
        if not (folder / "plan.toml").exists():
            # A process of its own keeps this one small: see `timed`.
            print(output([sys.executable, generate.__file__, str(folder)]).strip())
        broken += measure_bulk(binary, duckdb, folder, args.repetitions)
    with tempfile.TemporaryDirectory() as folder:
        output([sys.executable, str(ROOT / "tests/interop/register.py"), "--rows", str(args.dossiers), folder])
        broken += measure_register(binary, duckdb, folder, args.repetitions)
    return broken


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=ROOT / "target" / "release" / "plan")
    parser.add_argument("--plan-dir", default=ROOT, help="a plan of ordinary size")
    parser.add_argument("--generated", help="a folder to keep the large plan in, made if not there")
    parser.add_argument("--duckdb", help="the native client, if it is not found by itself")
    parser.add_argument("--dossiers", type=int, default=1_000_000)
    parser.add_argument("--start-repetitions", type=int, default=200)
    parser.add_argument("--repetitions", type=int, default=9)
    args = parser.parse_args()
    try:
        broken = measure(args)
    except (CannotWork, OSError) as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 2
    for limit in broken:
        print(f"broken: {limit}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
