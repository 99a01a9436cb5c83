#!/usr/bin/env python3
"""Writes the published plan as .docx with python-docx and as .xlsx with openpyxl, and lets `plan init --table` read them.

    python3 tests/interop/printed.py PLAN_BINARY

Text, document and workbook must give the same plan.toml, with the 14 tasks as printed. A document as people make them, with a
letterhead in a table of its own, superscript, merged cells and parted paragraphs, must give the same tasks. With LibreOffice
(`soffice`) on the path, both are also saved by LibreOffice first, as far as it is installed. Exit codes: 0 all as it should be, 1 not, 2 cannot work.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import docx
import openpyxl

PUBLISHED = Path(__file__).resolve().parent.parent / "printed" / "01a-kh-skhcn.txt"
TODAY = "1546689600"  # noon of 5 January 2019

looked = 0


def check(holds, what):
    global looked
    looked += 1
    if not holds:
        print(f"printed: {what}", file=sys.stderr)
        sys.exit(1)


def pieces():
    """Parts the text into lines and tables."""
    rows = []
    for line in PUBLISHED.read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line
    if rows:
        yield rows


def document(path):
    own = docx.Document()
    for piece in pieces():
        if isinstance(piece, str):
            own.add_paragraph(piece)
            continue
        table = own.add_table(rows=0, cols=len(piece[0]))
        for row in piece:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    own.save(path)


def letterhead(path):
    """Writes the document as offices lay it out."""
    own = docx.Document()
    head = own.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "UBND TỈNH BÀ RỊA - VŨNG TÀU\nSỞ KHOA HỌC VÀ CÔNG NGHỆ"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    number = head.cell(1, 0).paragraphs[0]
    number.add_run("Số: 01")
    number.add_run("A").font.superscript = True
    number.add_run(" /KH-SKHCN")
    head.cell(1, 1).text = "Bà Rịa - Vũng Tàu, ngày 05 tháng 01 năm 2019"
    rows = []
    for piece in pieces():
        if isinstance(piece, str):
            if not piece.startswith(("Số:", "Bà Rịa - Vũng Tàu, ngày")):
                own.add_paragraph(piece.lstrip("# "))
        else:
            rows += piece if not rows else piece[1:]
            if rows[-1][0] != "14":
                continue
            table = own.add_table(rows=0, cols=6)
            for row in rows:
                cells = table.add_row().cells
                for cell, text in zip(cells, row, strict=True):
                    first, *others = text.replace(". - ", ".\n- ").split("\n")
                    cell.text = first
                    for other in others:
                        cell.add_paragraph(other)
                if row[0] in ("Số TT", "7"):
                    title = table.add_row().cells
                    title[0].merge(title[5]).text = f"Mục sau dòng {row[0]}"
            # Tasks 3 and 4 have one lead and one support: one cell over two rows.
            for column in (2, 3):
                kept = table.cell(4, column).text
                table.cell(4, column).merge(table.cell(5, column)).text = kept
    own.add_table(rows=1, cols=2).cell(0, 1).text = "GIÁM ĐỐC"
    own.save(path)


def workbook(path):
    book = openpyxl.Workbook()
    sheet = book.active
    for piece in pieces():
        for row in [[piece]] if isinstance(piece, str) else piece:
            sheet.append([int(text) if text.isdigit() else text or None for text in row])
    # What begins with "=" or "-" is text here.
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    book.save(path)


def made(binary, folder, table, name):
    new = folder / name
    command = [binary, "init", new, "--table", table, "--lang", "vi"]
    done = subprocess.run(command, capture_output=True, env={"SOURCE_DATE_EPOCH": TODAY}, check=False)
    if done.returncode != 0:
        print(done.stderr.decode(), file=sys.stderr)
        sys.exit(1)
    return (new / "plan.toml").read_text(encoding="utf-8")


def saved_by_office(folder, path, ending):
    """Returns the file as LibreOffice saves it."""
    out = folder / f"office-{ending}"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending, "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(folder)})
    return out / f"{path.stem}.{ending}"


def by_office(binary, folder, files, text):
    """Lets LibreOffice save the files first; the parts that are not installed save nothing."""
    for ending, path in [*files.items(), ("ods", files["xlsx"])]:
        saved = saved_by_office(folder, path, ending)
        if saved.exists():
            check(made(binary, folder, saved, f"office-made-{ending}") == text, f"saved by LibreOffice as {ending}")
    for ending in ("doc", "odt", "rtf", "pdf"):
        saved = saved_by_office(folder, files["docx"], ending)
        if saved.exists():
            check("lưu lại thành .docx" in refused(binary, folder, saved), f".{ending} is refused by its kind")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    binary = Path(sys.argv[1]).resolve()
    printed = [row for piece in pieces() if not isinstance(piece, str) for row in piece if row[0].isdigit()]
    check(len(printed) == 14, "14 rows are printed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {"docx": folder / "a.docx", "xlsx": folder / "a.xlsx"}
        document(files["docx"])
        workbook(files["xlsx"])
        text = made(binary, folder, PUBLISHED, "text")
        for ending, path in files.items():
            check(made(binary, folder, path, ending) == text, f"the plan made of {ending} is another")
        tasks = tomllib.loads(text)["task"]
        check([[str(own["no"]), own["title"]] for own in tasks] == [row[:2] for row in printed], "titles as printed")
        letterhead(folder / "b.docx")
        own = tomllib.loads(made(binary, folder, folder / "b.docx", "letterhead"))
        check(own["task"] == tasks, "the tasks of a document with a letterhead")
        check(own["plan"]["number"] == "01A/KH-SKHCN" and own["plan"]["parent"] == "UBND TỈNH BÀ RỊA - VŨNG TÀU", "its head")
        if shutil.which("soffice"):
            by_office(binary, folder, files, text)
    print(f"printed: {looked} things looked at, all as they should be")


def refused(binary, folder, path):
    new = folder / "refused"
    command = [binary, "init", new, "--table", path, "--lang", "vi"]
    done = subprocess.run(command, capture_output=True, env={"SOURCE_DATE_EPOCH": TODAY}, check=False)
    check(done.returncode == 2 and not new.exists(), f"{path.suffix} leaves nothing behind")
    return done.stderr.decode()


if __name__ == "__main__":
    main()
