#!/usr/bin/env python3
"""Opens the letters of `plan remind` with python-docx and LibreOffice: layout, margins, one page, the same debts as `plan status`.

    python3 letters.py PATH_TO_PLAN FOLDER_OF_THE_PLAN

Needs python-docx (PyPI), soffice and pdftotext. Exit codes: 0 all as it should be, 1 something is not, 2 cannot work.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx

POINT = 72 / 25.4
looked = 0


def check(holds, what):
    global looked
    looked += 1
    if not holds:
        print(f"letters: {what}")
        sys.exit(1)


def run(binary, folder, *args):
    """Runs the program; what it says must be without findings."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1609459200"}
    ran = subprocess.run([binary, "-C", folder, *args], capture_output=True, env=env, check=False)
    check(ran.returncode == 0, f"{args}: {ran.stderr.decode()}")
    return ran.stdout.decode()


def letter(path, owed, name):
    """Looks at one letter: its head, to whom it goes, what it says is owed, its end."""
    document = docx.Document(str(path))
    head, foot = document.tables[0], document.tables[-1]
    left, right = (head.rows[1].cells[at].text for at in (0, 1))
    check("V/v đôn đốc thực hiện Kế hoạch số 01A/KH-SKHCN" in left and left.startswith("Số:"), f"{path.name}: {left}")
    check(right.startswith("Bà Rịa - Vũng Tàu, ngày "), f"{path.name}: {right}")
    texts = [own.text for own in document.paragraphs]
    check(f"Kính gửi: {name}" in texts, f"{path.name}: to {name}")
    check(any(text.endswith("./.") for text in texts), f"{path.name}: the end mark")
    check("Như trên" in foot.rows[0].cells[0].text and "GIÁM ĐỐC" in foot.rows[0].cells[1].text, f"{path.name}: the foot")
    said = [text for text in texts if text.startswith(("- Báo cáo ", "- Tiến độ ")) and ": hạn gửi " in text]
    check(len(said) == len(owed), f"{path.name}: {len(said)} debts, of which status has {len(owed)}")
    for row in owed:
        due = "/".join(reversed(row["due"].split("-")))
        check(any(f"hạn gửi {due}," in text for text in said), f"{path.name}: due {due}")


def printed(path, scratch):
    """Measures a letter on paper."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", scratch, str(path)], capture_output=True, check=True)
    made = Path(scratch) / (path.stem + ".pdf")
    boxes = subprocess.run(["pdftotext", "-bbox", str(made), "-"], capture_output=True, check=True).stdout.decode()
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.S)
    check(len(pages) == 1, f"{path.name}: {len(pages)} pages")
    width, _, inner = float(pages[0][0]), float(pages[0][1]), pages[0][2]
    places = [tuple(map(float, own)) for own in re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"', inner)]
    low, high = min(own[0] for own in places) / POINT, max(own[1] for own in places) / POINT
    check(low >= 29.5 and high <= width / POINT - 14.5, f"{path.name}: from {low:.1f} to {high:.1f} mm")


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    binary, folder = str(Path(sys.argv[1]).resolve()), sys.argv[2]
    count = 0
    with tempfile.TemporaryDirectory() as scratch:
        for period, day in (("2019-05", "2019-06-10"), ("2019-Q2", "2019-07-10"), ("2019-9M", "2019-10-07"), ("2019", "2020-01-08")):
            out = Path(scratch) / period
            run(binary, folder, "remind", "--period", period, "--as-of", day, "--all", "-o", str(out))
            status = json.loads(run(binary, folder, "status", "--as-of", day, "--format", "json"))
            units = {own["unit"]: own["name"] for own in status["owed"]}
            files = sorted(out.glob("*.docx"))
            check(files and set(units) <= {path.stem[len(period) + 1 :] for path in files}, f"{period}: a letter to each that owes")
            for path in files:
                unit = path.stem[len(period) + 1 :]
                text = path.with_suffix(".md").read_text()
                name = re.search(r"^Kính gửi: (.*)$", text, re.M).group(1).replace("\\", "")
                letter(path, [own for own in status["owed"] if own["unit"] == unit], name)
                count += 1
            printed(files[0], scratch)
    print(f"letters: {count} opened, {looked} checks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
