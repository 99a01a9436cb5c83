#!/usr/bin/env python3
"""Reads calendars of `plan due` with the library icalendar, and compares them with the JSON of the same day.

    python3 due.py PATH_TO_PLAN FOLDER_OF_THE_PLAN

Needs icalendar (PyPI). Exit codes: 0 alike, 1 a difference, 2 cannot work.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import icalendar

TODAY = "1609459200"
looked = 0


def check(holds, what):
    global looked
    looked += 1
    if not holds:
        print(f"due: {what}")
        sys.exit(1)


def run(binary, folder, *args):
    """Runs the program; what it says must be without findings."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": TODAY}
    ran = subprocess.run([binary, "-C", folder, *args], capture_output=True, env=env, check=False)
    check(ran.returncode == 0, f"{args}: {ran.stderr.decode()}")
    return ran.stdout


def events(data):
    """Returns the events of a calendar by their ids."""
    calendars = icalendar.Calendar.from_ical(data, multiple=True)
    check(len(calendars) == 1 and str(calendars[0]["VERSION"]) == "2.0", "one calendar")
    list_ = calendars[0].walk("VEVENT")
    for own in list_:
        check(not own.errors, f"{own['SUMMARY']}: {own.errors}")
        check(own["DTSTART"].dt.__class__ is datetime.date, f"{own['SUMMARY']}: a day, not an hour")
        check("DTEND" not in own and "DTSTAMP" in own, f"{own['SUMMARY']}: one day")
    by_id = {str(own["UID"]): own for own in list_}
    check(len(by_id) == len(list_), "an id stands for one event")
    return by_id


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    binary, folder = str(Path(sys.argv[1]).resolve()), sys.argv[2]
    seen, previous = {}, None
    for month in range(1, 13):
        day = f"2019-{month:02}-15"
        args = ["due", "--as-of", day, "--within", "400d"]
        data = run(binary, folder, *args, "--format", "ics")
        check(data == run(binary, folder, *args, "--format", "ics"), f"{day}: the same bytes twice")
        own = events(data)
        rows = json.loads(run(binary, folder, *args, "--format", "json"))["due"]
        check(sorted(str(event["DTSTART"].dt) for event in own.values()) == sorted(row["due"] for row in rows), f"{day}: the days")
        for row in rows:
            fits = [event for event in own.values() if row["name"] in str(event["SUMMARY"]) and str(event["DTSTART"].dt) == row["due"]]
            check(fits, f"{day}: {row['name']} is there")
        for uid, event in own.items():
            before = seen.setdefault(uid, event)
            bare = lambda text: str(text).removeprefix("Quá hạn: ")
            check(bare(before["SUMMARY"]) == bare(event["SUMMARY"]), f"{uid}: the same thing on {day}")
        if previous is not None:
            check(set(own) & previous, f"{day}: what is still to come keeps its id")
        previous = set(own)
    # A calendar of one unit tells of the same events.
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "own.ics"
        run(binary, folder, "due", "--as-of", "2019-06-15", "--within", "400d", "--unit", "to-cntt", "-o", str(path))
        own = events(path.read_bytes())
        check(own and set(own) <= set(seen), "one unit's events are among all")
    print(f"due: {len(seen)} events read, {looked} checks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
