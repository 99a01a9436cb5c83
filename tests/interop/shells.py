#!/usr/bin/env python3
"""Presses Tab in real shells: bash and zsh in a pseudo-terminal complete commands, options and the ids of the
plan in this repository, and show their names.

Needs bash, zsh and the Python package pexpect. Exit codes: 0 all as it should be, 1 not, 2 cannot work.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pexpect

ROOT = Path(__file__).resolve().parents[2]
# Noon of 31 January 2020.
TODAY = "1580472000"
PROMPT = "READY> "

# What is typed; what must stand on the line then, or be listed under it; what must not be seen.
CASES = [
    ("plan sta", ["plan status "], []),
    ("plan chec", ["plan check "], []),
    ("plan show on-time-ra", ["plan show on-time-rate "], []),
    ("plan show par-", ["par-index", "par-index-level", "Chỉ số cải cách hành chính (PAR INDEX)"], ["on-time-rate"]),
    ("plan --lang en show 2019-Q", ["2019-Q1", "2019-Q4", "Q4 2019"], ["quý"]),
    ("plan status --unit mot", ["plan status --unit mot-cua "], []),
    ("plan status --task 1", ["14", "Thực hiện các hình thức để người dân"], []),
    ("plan status --index ", ["papi", "sipax", "Chỉ số hài lòng người dân (SIPAX)"], ["mot-cua"]),
    ("plan status --verdict missed,beh", ["plan status --verdict missed,behind"], []),
    ("plan status --format mark", ["plan status --format markdown "], []),
    ("plan status --keep", ["plan status --keep-going "], []),
    ("plan form one-s", ["plan form one-stop "], []),
    ("plan form one-stop --period 2019-1", ["2019-10", "2019-12", "tháng 10/2019"], ["2019-Q1"]),
    ("plan form one-stop --unit phong-ql", ["plan form one-stop --unit phong-qlcn "], []),
    ("plan check ev", ["plan check evidence "], []),
]
# Where there is no plan, what needs none is completed, and nothing is complained of.
ELSEWHERE = [("plan sho", ["plan show "], []), ("plan show on-time-ra", ["plan show on-time-ra"], ["rate", "plan.toml"])]


def plain(text):
    """What a terminal shows, without codes that move about or colour."""
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|[\r\x07]", "", text)


def start(shell, program, folder, home):
    path = f"{program.parent}:{os.environ['PATH']}"
    env = {"PATH": path, "TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": home, "SOURCE_DATE_EPOCH": TODAY}
    options = {"bash": ["--noprofile", "--norc", "-i"], "zsh": ["-f", "-i"]}[shell]
    child = pexpect.spawn(shutil.which(shell), options, env=env, cwd=str(folder), encoding="utf-8",
                          dimensions=(80, 160), timeout=20)
    if shell == "bash":
        child.sendline("bind 'set enable-bracketed-paste off'; bind 'set show-all-if-ambiguous off'; "
                       "bind 'set completion-query-items 0'; bind 'set page-completions off'")
        child.sendline("source <(plan completions bash)")
    else:
        child.sendline("unsetopt ZLE_BRACKETED_PASTE PROMPT_SP; autoload -U compinit; compinit -u -D")
        child.sendline("source <(plan completions zsh)")
    # The prompt changes last, so that seeing it means that all before is done; it is not spelt out in what is typed.
    child.sendline("PS1='REA''DY> '")
    child.expect(PROMPT)
    time.sleep(0.2)
    return child


def press_tab(shell, program, folder, home, typed):
    """Types a line, presses Tab to complete, again, and again to have the candidates listed; returns what is seen."""
    child = start(shell, program, folder, home)
    child.send(typed)
    seen, pressed, deadline = "", 0, time.monotonic() + 8
    while time.monotonic() < deadline:
        if pressed < 3:
            child.send("\t")
            pressed += 1
        try:
            seen += child.read_nonblocking(65536, timeout=0.8)
        except pexpect.TIMEOUT:
            if pressed == 3:
                break
    child.close(force=True)
    return plain(seen)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", help="the program, whose file must be called plan")
    args = parser.parse_args()
    program = Path(args.binary).resolve()
    for shell in ("bash", "zsh"):
        if not shutil.which(shell):
            print(f"shells.py: there is no {shell}", file=sys.stderr)
            return 2
    failed, done = 0, 0
    with tempfile.TemporaryDirectory() as home:
        for shell in ("bash", "zsh"):
            for folder, cases in ((ROOT, CASES), (Path(home), ELSEWHERE)):
                for typed, wanted, unwanted in cases:
                    seen = press_tab(shell, program, folder, home, typed)
                    after = seen.replace(typed, "", 1) if unwanted else seen
                    wrong = [text for text in wanted if text not in seen] + [f"not {text}" for text in unwanted if text in after]
                    done += 1
                    if wrong:
                        failed += 1
                        print(f"{shell} in {folder}: {typed!r} and Tab: wanted {wrong}, saw\n{seen}")
    print(f"{done} lines completed, {failed} not as they should be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
