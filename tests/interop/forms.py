#!/usr/bin/env python3
"""Reads the workbooks of `plan form` with openpyxl: what is locked, what is checked as it is typed, colours, page, hidden sheet.

    python3 tests/interop/forms.py PLAN_BINARY FOLDER

With LibreOffice (`soffice`) on the path, a form is also filled in, saved by LibreOffice, and its checks are read as it worked them
out. Exit codes: 0 all as it should be, 1 not, 2 cannot work. Follows docs/formats.md.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

TODAY = "1580472000"  # noon of 31 January 2020
FORMS = [("one-stop", "2019-08", "mot-cua"), ("online-procedures", "2019-Q3", "chi-cuc-tdc"), ("it-plan", "2019-Q4", "to-cntt")]
LANGUAGES = {
    "vi": {"sheet": "Biểu mẫu", "head": "Mã", "now": "Kỳ này", "fits": "khớp", "off": "lệch", "kind": "số nguyên từ 0 trở lên",
           "tip": "Cách ghi", "wrong": "Số liệu chưa đúng"},
    "en": {"sheet": "Form", "head": "Id", "now": "This period", "fits": "fits", "off": "off by", "kind": "a whole number, 0 or more",
           "tip": "What to write", "wrong": "Not a figure"},
}

looked = 0


def check(holds, what):
    global looked
    looked += 1
    if not holds:
        print(f"forms: {what}", file=sys.stderr)
        sys.exit(1)


def make(binary, folder, form, period, unit, language, out):
    command = [binary, "-C", folder, "form", form, "--period", period, "--unit", unit, "-o", out, "--lang", language]
    done = subprocess.run(command, capture_output=True, env={"SOURCE_DATE_EPOCH": TODAY}, check=False)
    if done.returncode != 0:
        print(done.stderr.decode(), file=sys.stderr)
        sys.exit(2)
    return Path(out) / f"{form}-{period}-{unit}.xlsx"


def rows_of(sheet, words):
    """Returns the row of the heads, the rows of measures, those of checks, and the rows by key."""
    head = next(row for row in range(1, 20) if sheet.cell(row, 1).value == words["head"])
    check(sheet.cell(head, 5).value == words["now"], "the heads")
    measures, checks, keys = [], [], {}
    for row in range(head + 1, sheet.max_row + 1):
        key = sheet.cell(row, 1).value
        if key in ("note", "filled-by", "plan-form"):
            keys[key] = row
        elif key:
            measures.append(row)
        else:
            checks.append(row)
    return head, measures, checks, keys


def look(path, words, form, period, unit):
    book = openpyxl.load_workbook(path)
    check(book.sheetnames == [words["sheet"], "plan"], "the sheets")
    facts = {row[0].value: row[1].value for row in book["plan"].iter_rows(max_col=2)}
    check(book["plan"].sheet_state == "veryHidden", "the second sheet is not very hidden")
    check(facts == {"form": form, "period": period, "unit": unit, "plan": "01A/KH-SKHCN", "version": "1"}, f"facts: {facts}")
    check(all(isinstance(value, str) for value in facts.values()), "a fact is no text")
    sheet = book[words["sheet"]]
    head, measures, checks, keys = rows_of(sheet, words)
    check(measures and list(keys) == ["note", "filled-by", "plan-form"], "the rows")

    protection = sheet.protection
    check(protection.sheet and protection.password is None, "protected, without a password")
    check(not protection.formatColumns and not protection.selectLockedCells and not protection.selectUnlockedCells,
          "columns may be widened and cells chosen")
    check(protection.formatCells and protection.insertRows and protection.deleteRows and protection.sort, "and nothing else")
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    wanted = {f"E{row}" for row in measures} | {f"{column}{keys[key]}" for key in ("note", "filled-by") for column in "CDE"}
    check(unlocked == wanted, f"unlocked: {sorted(unlocked ^ wanted)}")
    merged = {str(area) for area in sheet.merged_cells.ranges}
    check({f"C{keys['note']}:E{keys['note']}", f"C{keys['filled-by']}:E{keys['filled-by']}", "A1:E1"} <= merged, "merged cells")

    found = {str(own.sqref): own for own in sheet.data_validations.dataValidation}
    check(set(found) == {f"E{row}" for row in measures}, "a check for each figure typed")
    for own in found.values():
        check((own.type, own.operator, own.formula1) == ("whole", "greaterThanOrEqual", "0"), f"{own.sqref}: {own.type}")
        check(own.showErrorMessage and own.showInputMessage and own.errorStyle in (None, "stop"), "it speaks, and stops")
        check(own.promptTitle == words["tip"] and words["kind"] in own.prompt, own.prompt)
        check(own.errorTitle == words["wrong"] and words["kind"] in own.error, own.error)

    colours = {}
    for area, rules in sheet.conditional_formatting._cf_rules.items():
        colours[str(area.sqref)] = {rule.type: (rule.dxf.fill.bgColor.rgb, rule) for rule in rules}
    check(set(colours) == {f"E{row}" for row in checks}, "a colour for each check")
    for own in colours.values():
        check(own["cellIs"][0] == "FFC6EFCE" and own["cellIs"][1].formula == [f'"{words["fits"]}"'], "green where it fits")
        check(own["beginsWith"][0] == "FFFFC7CE" and own["beginsWith"][1].text == words["off"], "red where it is off")
    for row in checks:
        check(str(sheet.cell(row, 5).value).startswith("=IF(COUNT("), "a check is a formula")

    setup = sheet.page_setup
    check((setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "portrait", None, None)
          or (int(setup.paperSize), setup.orientation, int(setup.fitToWidth or 1), int(setup.fitToHeight or 1)) == (9, "portrait", 1, 1),
          "one page of A4")
    check(sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_options.horizontalCentered, "fitted and centred")
    check(not sheet.oddFooter.center.text, "no footer")
    check(sheet.freeze_panes == f"A{head + 1}", f"frozen at {sheet.freeze_panes}")
    fonts = {cell.font.name for row in sheet.iter_rows(max_col=5) for cell in row if cell.value is not None}
    check(fonts == {"Times New Roman"}, f"fonts: {fonts}")
    for row in measures:
        check(sheet.cell(row, 1).font.size < 10 and sheet.cell(row, 2).alignment.wrap_text, "small ids, names that wrap")
    check(all(sheet.cell(keys["plan-form"], column).data_type == "s" for column in range(1, 6)), "the last row is text")
    return book, sheet, measures, checks


def recalculated(path, words, folder):
    """Fills in ones, has LibreOffice calculate, and returns what the checks say."""
    book = openpyxl.load_workbook(path)
    sheet = book[words["sheet"]]
    _, measures, checks, _ = rows_of(sheet, words)
    for row in measures:
        sheet.cell(row, 5).value = 1
    filled = Path(folder) / "filled.xlsx"
    book.save(filled)
    out = Path(folder) / "calculated"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                    "--outdir", str(out), str(filled)], capture_output=True, check=True, timeout=180)
    sheet = openpyxl.load_workbook(out / "filled.xlsx", data_only=True)[words["sheet"]]
    return [sheet.cell(row, 5).value for row in checks]


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    binary, folder = str(Path(sys.argv[1]).resolve()), sys.argv[2]
    with tempfile.TemporaryDirectory() as scratch:
        for language, words in LANGUAGES.items():
            for form, period, unit in FORMS:
                path = make(binary, folder, form, period, unit, language, f"{scratch}/{language}")
                look(path, words, form, period, unit)
        if shutil.which("soffice"):
            said = recalculated(Path(scratch) / "vi" / "one-stop-2019-08-mot-cua.xlsx", LANGUAGES["vi"], scratch)
            # With ones everywhere: 1 against 3, 3, 2, 2 and 2; carried over were 18.
            wanted = ["lệch -2", "lệch -2", "lệch -1", "lệch -1", "lệch -1", "lệch -17"]
            check(said == wanted, f"LibreOffice works out {said}")
        else:
            print("forms: no LibreOffice, so no check was worked out by a spreadsheet")
    print(f"forms: {looked} things are as they should be")


if __name__ == "__main__":
    main()
